"""`python -m ui`: the same as `lobbycard`."""

import sys

from ui.launch import main

if __name__ == "__main__":
    sys.exit(main())
