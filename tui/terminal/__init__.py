"""The terminal: how it is entered and left, what comes from it, what a crash says.

Only :mod:`tui.terminal.driver` and :mod:`tui.terminal.reporting_app` import Textual.
"""
