"""The formats that a document is exported in: one module each, and its name is the format's.

A module has ``render(document, options)``, which returns a text or bytes. One whose text must be in
one encoding, whatever the locale says, names it: ``ENCODING = "utf-8"``. One that needs an extra of
the program imports that within :func:`tui.export.errors.extra`.
"""
