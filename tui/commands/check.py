"""``ktcn-tui check``: what is wrong with event files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import click

from tui.commands.exit_codes import DONE, NOTHING, UNUSABLE
from tui.commands.files import STANDARD_INPUT, loaded, name_of
from tui.commands.options import asked_settings, common, file_argument
from tui.commands.streams import on_terminal, put, say, writing
from tui.locale import _, ngettext, number
from tui.record.problems import Problem, RecordError, UnreadableError
from tui.record.reading import read
from tui.text.cleaning import clean_line


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "check",
        callback=check,
        help=_("Print all problems in event files; on a terminal, also say when there are none."),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[file_argument(required=True, several=True), *common()],
    )


def check(files: tuple[str, ...]) -> int:
    """Print the problems of all files, then their number, and return the exit code."""
    settings = asked_settings()
    problems: list[Problem] = []
    count = wrong = unreadable = 0
    for file in _event_files(files):
        count += 1
        try:
            loaded(file)
            _tell_doubts(file)
        except UnreadableError as error:
            unreadable += 1
            problems += error.problems
        except RecordError as error:
            wrong += 1
            problems += error.problems
    if not problems:
        if on_terminal():
            sentence = ngettext("{n} file: no problems.", "{n} files: no problems.", count)
            say(sentence.format(n=number(count)))
        return DONE
    if on_terminal():
        from tui.printing import print_problems

        with writing():
            print_problems(problems, settings.color)
    else:
        put("".join(f"{problem}\n" for problem in problems))
    say(_count(len(problems), wrong + unreadable))
    return UNUSABLE if unreadable else NOTHING


def _event_files(files: Iterable[str]) -> Iterator[str]:
    """Yield files as they were named, and of folders the event files below them."""
    for file in files:
        if os.path.isdir(file):  # noqa: PTH112  # never raises
            from tui.archive.scan import Scan

            scan = Scan([os.fsencode(file)])
            for found in scan.files():
                yield os.fsdecode(found.path)
            for path, why in scan.skipped.items():
                say(f"{clean_line(os.fsdecode(path))}: {why}")
        else:
            yield file


def _tell_doubts(file: str) -> None:
    """Say how many lines of a file are marked as doubtful, as in a draft."""
    if file == STANDARD_INPUT:
        return
    content = read(file)
    if b"?" not in content:
        return
    from tui.draft.marks import count_doubts

    if marked := count_doubts(content.decode()):
        sentence = ngettext(
            "{file}: {n} line is marked “# ?” and needs review.",
            "{file}: {n} lines are marked “# ?” and need review.",
            marked,
        )
        say(sentence.format(file=name_of(file), n=marked))


def _count(problems: int, files: int) -> str:
    """Return a sentence that counts the problems and the files that have them."""
    return _("{problems} in {files}.").format(
        problems=ngettext("{n} problem", "{n} problems", problems).format(n=problems),
        files=ngettext("{n} file", "{n} files", files).format(n=files),
    )
