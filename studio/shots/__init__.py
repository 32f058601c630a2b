"""One pass over a film: its shots, transitions, measures; cuts by hand, lists, editors' markers."""
