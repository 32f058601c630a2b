"""`python -m studio`: the command line without the window."""

import sys

from studio.cli.start import main

if __name__ == "__main__":
    sys.exit(main())
