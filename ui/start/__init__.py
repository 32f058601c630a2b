"""The start page: begin, open, go on, or look at the sample."""
