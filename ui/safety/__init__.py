"""What keeps the work: journal, recovery, history, versions, and what happens after a fault."""
