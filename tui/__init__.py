"""A reader of event records for the terminal."""

__version__ = "0.1.0"
