"""The panes of the event screen, one a file."""
