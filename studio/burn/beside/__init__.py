"""What goes with a delivery: subtitle tracks and files, a poster frame."""
