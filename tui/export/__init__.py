"""A record in other forms: one module per format, each with ``render(record, panes) -> str``."""
