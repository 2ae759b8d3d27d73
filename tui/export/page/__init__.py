"""The parts of the page that :mod:`tui.export.html` makes."""
