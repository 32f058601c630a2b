"""The engine of Lobbycard: film cuts in, a campaign out. It knows no window."""

import os

# Read when numpy is first loaded. The matrices here are small: threads of its own would spend most
# of their time waiting for each other (20 to 100 times the work on a busy machine), and what comes
# out must not hang on the number of processors.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
