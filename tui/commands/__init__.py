"""The commands, one a file; each is made when it is asked for, by its ``command()``.

``group`` is the command line that they make up. ``open`` alone knows nothing of click: a file, or
nothing at all, is what is given most often, and has no need to be parsed.
"""

PROGRAM = "ktcn-tui"
COMMANDS = (
    *("show", "search", "agreements", "site", "check", "index"),
    *("new", "draft", "schema", "config", "completion"),
)
"""The commands that have a name, as the help lists them."""
