"""The parts of the page that :mod:`tui.export.formats.html` makes."""
