"""Vietnamese text: pure functions of ``str``."""
