"""What a delivery is asked to be: its preset, its extras, and what it could not keep."""
