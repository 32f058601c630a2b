"""The trials of the soak, by what they try."""
