"""Where a film's frames and times lie in a new edit of it."""
