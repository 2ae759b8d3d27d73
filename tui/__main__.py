"""``python -m tui``: the same as the command ``ktcn-tui``."""

from tui.cli import main

main()
