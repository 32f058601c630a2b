"""The campaign: its document, files and copy deck."""
