"""The command of the reader's editor: a program and its arguments, never a line for a shell."""

from __future__ import annotations

import re

from tui.locale import _

EXAMPLE = "nvim +{line} {file}"
"""What the setting may be, for sentences about it."""
_PLACEHOLDER = r"\{(\w*)\}"
_KNOWN = frozenset({"line", "file"})


def no_editor(command: str) -> str:
    """Return a sentence on what is wrong with a command; empty if nothing is."""
    import shlex  # few have the setting

    try:
        words = shlex.split(command)
    except ValueError:
        return _("a quote in this command is not closed; write it as in “{example}”.").format(
            example=EXAMPLE
        )
    names = {name for word in words for name in re.findall(_PLACEHOLDER, word)}
    if strange := sorted(names - _KNOWN):
        return _("“{name}” has no meaning here; write {{line}} and {{file}}.").format(
            name=f"{{{strange[0]}}}"
        )
    if "file" not in names or "\0" in command:
        return _("this command does not open a file; write it as in “{example}”.").format(
            example=EXAMPLE
        )
    if re.search(_PLACEHOLDER, words[0]):
        return _("this command does not name a program; write it as in “{example}”.").format(
            example=EXAMPLE
        )
    return ""


def arguments(command: str, file: str, line: int) -> list[str]:
    """Return the program of a command and its arguments, for a line of a file.

    What is put in is one argument, or a part of one, whatever characters it has.
    """
    values = {"file": file, "line": str(line)}
    import shlex

    return [
        re.sub(_PLACEHOLDER, lambda found: values[found[1]], word) for word in shlex.split(command)
    ]
