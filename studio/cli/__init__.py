"""The command line: arguments in, engine calls out."""
