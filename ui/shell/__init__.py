"""The frame around the pages: top bar, rail, job strip, start, palette of commands."""
