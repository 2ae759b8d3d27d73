"""``ktcn-tui draft``: make event files from articles."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from tui.archive.scan import Scan
from tui.commands.command_error import CommandError
from tui.commands.exit_codes import DONE, UNUSABLE
from tui.commands.files import STANDARD_INPUT, name_of
from tui.commands.options import asked_settings, common, file_argument
from tui.commands.output_file import write_file
from tui.commands.streams import put, say
from tui.draft.article import Article
from tui.draft.drafting import draft as drafted
from tui.draft.known import Known
from tui.draft.marks import count_doubts
from tui.draft.model import Draft
from tui.draft.reading.article_error import ArticleError
from tui.draft.reading.files import article_of
from tui.draft.writing import write
from tui.locale import N_, _, ngettext, use_everywhere
from tui.record.loading import load
from tui.record.problems import RecordError, UnreadableError
from tui.record.reading import read, read_descriptor
from tui.settings import screen_language
from tui.text.cleaning import clean_line
from tui.text.dates import read_date

_LONG = 100_000
"""An article of so many letters may take a second."""
_PROGRESS = N_("{done} of {total} characters read, {rate} a second, {left} s left")


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "draft",
        callback=draft,
        help=_(
            "Make a commented event file from an article: text, Markdown, HTML, DOCX or PDF. A line"
            " that ends in “# ?” needs review."
        ),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[
            file_argument(required=True, several=True),
            click.Option(
                ["-o", "--output"],
                metavar=_("FILE|FOLDER/"),
                help=_(
                    "Write to this file or into this folder; an existing file is never overwritten."
                ),
            ),
            click.Option(
                ["--date", "day"],
                metavar=_("DATE"),
                callback=_date,
                help=_("The day of the event, if the article does not say it: 2022-01-18."),
            ),
            click.Option(
                ["--archive"],
                metavar=_("FOLDER"),
                help=_("Take ids and names of people and organizations from these event files."),
            ),
            click.Option(
                ["--review"],
                is_flag=True,
                help=_("Review the draft on the screen before it is written; needs -o."),
            ),
            *common(),
        ],
    )


def draft(
    files: tuple[str, ...],
    output: str | None,
    day: date | None,
    archive: str | None,
    review: bool,
) -> int:
    """Make event files from articles and return the exit code.

    Raises:
        CommandError: An article cannot be read, or its event file not be written.
    """
    settings = asked_settings()
    use_everywhere(screen_language(settings, "vi"))
    into_folder = output is not None and (output.endswith("/") or Path(output).is_dir())
    if len(files) > 1 and not into_folder:
        raise click.UsageError(_("Several articles need a folder to be written into: -o FOLDER/"))
    if review and (output is None or into_folder or len(files) > 1):
        raise click.UsageError(_("--review needs one article, and the file to write: -o FILE"))
    known = _known(archive) if archive else None
    code = DONE
    for file in files:
        try:
            made = _drafted(file, day, known)
        except CommandError as error:
            if len(files) == 1:
                raise
            say(*error.sentences)
            code = error.code
            continue
        if review and output is not None:
            from tui.commands.draft_review import review_draft

            return review_draft(made, output, source_of(file), settings)
        _write(made, file, _target(output, file, into_folder))
    return code


def _drafted(file: str, day: date | None, known: Known | None) -> Draft:
    article = _article(file)
    letters = sum(len(block.text) for block in article.blocks)
    found = drafted(article, day=day) if letters < _LONG else _drafted_long(article, letters, day)
    return known.applied_to(found) if known else found


def _drafted_long(article: Article, letters: int, day: date | None) -> Draft:
    """Return the draft of an article that takes long, and tell how it comes on."""
    from tui.archive.progress import Clock
    from tui.commands.archives import Telling

    telling = Telling(_PROGRESS)
    try:
        return drafted(article, day=day, report=Clock(letters, telling).add)
    finally:
        telling.end()


def _article(file: str) -> Article:
    name = name_of(file)
    try:
        data = read_descriptor(0, name) if file == STANDARD_INPUT else read(file)
        return article_of(data, name)
    except UnreadableError as error:
        raise CommandError(*map(str, error.problems), code=UNUSABLE) from error
    except ArticleError as error:
        raise CommandError(str(error), code=UNUSABLE) from error


def _target(output: str | None, file: str, into_folder: bool) -> str | None:
    if output is None or not into_folder:
        return output
    stem = "article" if file == STANDARD_INPUT else Path(file).stem
    return str(Path(output) / f"{stem}.toml")


def _write(made: Draft, file: str, target: str | None) -> None:
    """Write a draft, and say how much of it needs review."""
    content = write(made, source_of(file))
    if target is None:
        put(content)
        return
    write_file(target, content.encode(), taken=[is_taken(target)])
    marked = count_doubts(content)
    sentence = ngettext(
        "{file}: a draft, with {n} line to review (# ?). Then: ktcn-tui check {file}",
        "{file}: a draft, with {n} lines to review (# ?). Then: ktcn-tui check {file}",
        marked,
    )
    say(sentence.format(file=clean_line(target), n=marked))


def source_of(file: str) -> str:
    """Return what a draft calls its article: the name of the file without its folders."""
    return name_of(file if file == STANDARD_INPUT else Path(file).name)


def is_taken(file: str) -> str:
    """Return the sentence that tells that there is a file of this name already."""
    sentence = _("{file}: a file or folder of this name exists; it was not overwritten.")
    return sentence.format(file=clean_line(file))


def _known(folder: str) -> Known:
    """Return who is named in the event files of a folder; files with mistakes are passed over."""
    known = Known()
    found = passed = 0
    for event_file in Scan([os.fsencode(folder)]).files():
        try:
            known.add(load(os.fsdecode(event_file.path)))
            found += 1
        except RecordError:
            passed += 1
    if not found:
        sentence = _("{folder}: there is no event file in this folder.")
        raise CommandError(sentence.format(folder=clean_line(folder)), code=UNUSABLE)
    if passed:
        sentence = ngettext(
            "{folder}: {n} file with mistakes was skipped.",
            "{folder}: {n} files with mistakes were skipped.",
            passed,
        )
        say(sentence.format(folder=clean_line(folder), n=passed))
    return known


def _date(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """Return the day that was given, in any form of a date that has a year."""
    if value is None:
        return None
    found = read_date(value)
    if found is None or found.year is None:
        raise click.BadParameter(_("It must be a day, such as 2022-01-18 or 18/01/2022."))
    return date(found.year, found.month, found.day)
