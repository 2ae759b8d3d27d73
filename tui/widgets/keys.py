"""The one table of keys: what each does, what it is called in a key map, and whose it is.

A class takes its bindings from here by :func:`bindings`, so that the help, the palette, the key
map and the README have one source.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct
from textual.binding import Binding, BindingType

from tui.locale import N_

Owner: TypeAlias = Literal[
    "app",
    "archive",
    "event",
    "view",
    "reader",
    "places",
    "search",
    "filter",
    "line",
    "completions",
    "sheet",
    "card",
    "photo",
    "palette",
    "review",
    "day",
]
"""Where a key works: everywhere, on the event screen, in a list or text, …"""
Purpose: TypeAlias = Literal["go", "find", "look", "take", "program"]
"""What a key is for: the groups of the help and of the palette."""

PURPOSES: Mapping[Purpose, str] = {
    "find": N_("Find"),
    "look": N_("Look closer"),
    "take": N_("Copy"),
    "go": N_("Go"),
    "program": N_("The program"),
}


class Key(Struct, frozen=True):
    """A row of the table. ``keys`` are divided by commas; ``hint`` is its word in the footer."""

    owner: Owner
    id: str
    keys: str
    action: str
    hint: str
    tooltip: str
    purpose: Purpose
    show: bool = False
    priority: bool = False
    system: bool = False


# fmt: off
TABLE: tuple[Key, ...] = (
    Key("app", "help", "question_mark,f1", "app.help", N_("help"),
        N_("What the keys do on this screen"), "program", show=True),
    Key("app", "palette", "ctrl+p", "app.palette", N_("Palette"),
        N_("Every action, person, organisation, agreement and photo by name"), "find",
        priority=True),  # the next key is passed on when the palette is there
    Key("app", "leave", "q", "app.leave", N_("Back"), N_("Back, then quit"), "program"),
    Key("app", "quit", "ctrl+q", "app.quit", N_("Quit"), N_("Quit at once"), "program",
        priority=True),
    Key("app", "redraw", "ctrl+l", "app.redraw", N_("Redraw"), N_("Redraw the screen"),
        "program", priority=True),  # on sheets too
    Key("app", "suspend", "ctrl+z", "app.suspend_process", N_("Pause"),
        N_("Pause the program and return to the shell; fg goes on"), "program"),
    Key("app", "interrupt", "ctrl+c", "app.copy_or_quit", N_("Quit"), N_("Quit at once"),
        "program", system=True),

    Key("archive", "archive.open", "enter", "open", N_("open"),
        N_("Open the event, or the dossier of a name; narrow by anything else"), "look", show=True),
    Key("archive", "archive.search", "slash,ctrl+f", "search", N_("search"),
        N_("Search all events as you type; org:, person:, kind:, place:, year:, in-force: narrow"),
        "find", show=True, priority=True),
    Key("archive", "archive.narrow", "plus", "narrow", N_("only"),
        N_("Only the events that have what the cursor is on"), "find", show=True),
    Key("archive", "archive.without", "minus", "narrow(True)", N_("without"),
        N_("Only the events that do not have what the cursor is on"), "find", show=True),
    Key("archive", "archive.register", "A", "register", N_("agreements"),
        N_("All agreements of these events, those in force first"), "look", show=True),
    Key("archive", "archive.facets", "tab,shift+tab", "other_list", N_("events, facets"),
        N_("To the facets, or back to the events"), "go", show=True),
    Key("archive", "archive.events", "1", "list('events')", N_("Events"), N_("To the events"),
        "go"),
    Key("archive", "archive.by", "2", "list('facets')", N_("Facets"),
        N_("To the facets: by what events can be narrowed"), "go"),
    Key("archive", "archive.broken", "ctrl+e", "broken", N_("broken files"),
        N_("The files that are not events, with their mistakes"), "look"),
    Key("archive", "archive.back", "escape", "back", N_("Back"),
        N_("Back to the events, then to all of them"), "program"),

    Key("event", "archive.next", "alt+down", "journey('next')", N_("events"),
        N_("The next event in the archive with what was searched for"), "go", show=True),
    Key("event", "archive.previous", "alt+up", "journey('previous')", N_("events"),
        N_("The previous event in the archive with what was searched for"), "go", show=True),
    Key("event", "archive.dossier", "D", "journey('dossier')", N_("dossier"),
        N_("Everything the archive says about the person or organisation that the cursor is on"),
        "look", show=True),
    Key("event", "archive.origin", "enter", "journey('origin')", N_("its event"),
        N_("To its place in its event"), "look", show=True),
    Key("event", "pane.article", "1", "pane('article')", N_("panes"), N_("Article"), "go",
        show=True),
    Key("event", "pane.participants", "2", "pane('participants')", N_("panes"),
        N_("Participants"), "go", show=True),
    Key("event", "pane.agreements", "3", "pane('agreements')", N_("panes"), N_("Agreements"),
        "go", show=True),
    Key("event", "pane.photos", "4", "pane('photos')", N_("panes"), N_("Photo captions"), "go",
        show=True),
    Key("event", "pane.next", "tab", "next_pane(1)", N_("Next pane"), N_("To the next pane"),
        "go"),
    Key("event", "pane.previous", "shift+tab", "next_pane(-1)", N_("Previous pane"),
        N_("To the previous pane"), "go"),
    Key("event", "search", "slash,ctrl+f", "search", N_("search"),
        N_("Search as you type, with or without accents"), "find", show=True,
        priority=True),  # the app waits until the bar is there before it passes the next key on
    Key("event", "hit.next", "n", "walk('hits', 1)", N_("hits"), N_("To the next hit"), "find",
        show=True),
    Key("event", "hit.previous", "N", "walk('hits', -1)", N_("hits"), N_("To the previous hit"),
        "find", show=True),
    Key("event", "results", "f3,alt+slash", "sheet('results')", N_("all hits"),
        N_("All hits as a list, with the words around them"), "find"),
    Key("event", "mention.previous", "left_square_bracket", "walk('mentions', -1)", N_("mentions"),
        N_("To the previous mention of what is selected, in any pane"), "find", show=True),
    Key("event", "mention.next", "right_square_bracket", "walk('mentions', 1)", N_("mentions"),
        N_("To the next mention of what is selected, in any pane"), "find", show=True),
    Key("event", "zoom", "z", "zoom", N_("zoom"), N_("Give the pane the whole screen"), "look",
        show=True),
    Key("event", "timeline", "T", "sheet('timeline')", N_("timeline"),
        N_("All agreements on one axis of years, by partner"), "look"),
    Key("event", "list.short", "v", "list('short')", N_("short form"),
        N_("List one line an item, or in full again"), "look"),
    Key("event", "list.filter", "f", "list('filter')", N_("filter"),
        N_("Show only the items of the pane that have some words"), "look"),
    Key("event", "list.order", "o", "list('order')", N_("order"),
        N_("Change the order: as in the file, by name, by year"), "look"),
    Key("event", "heading.previous", "left_curly_bracket", "heading(-1)", N_("Previous heading"),
        N_("To the previous heading"), "go"),
    Key("event", "heading.next", "right_curly_bracket", "heading(1)", N_("Next heading"),
        N_("To the next heading"), "go"),
    Key("event", "history.back", "alt+left", "walk('jumps', -1)", N_("Back"),
        N_("Back to where you jumped from"), "go"),
    Key("event", "history.forward", "alt+right", "walk('jumps', 1)", N_("Forward"),
        N_("Forward again to where you jumped to"), "go"),
    Key("event", "copy", "y", "copy('text')", N_("copy"),
        N_("Copy what the cursor is on, over SSH too"), "take", show=True),
    Key("event", "copy.citation", "Y", "copy('citation')", N_("Copy the citation"),
        N_("Copy the citation of the event"), "take"),
    Key("event", "file.edit", "e", "edit", N_("place in the file"),
        N_("Copy the file and line of what the cursor is on, or open it in your editor"), "take"),
    Key("event", "file.reload", "r", "reload", N_("read again"), N_("Read the file again"),
        "look"),
    Key("event", "back", "escape", "back", N_("Back"),
        N_("End the search, the filter or the zoom"), "program"),

    Key("view", "cursor.up", "up,k", "move(-1)", N_("Up"), N_("A line up"), "go"),
    Key("view", "cursor.down", "down,j", "move(1)", N_("Down"), N_("A line down"), "go"),
    Key("view", "cursor.page_up", "pageup,b", "page(-1)", N_("Page up"), N_("A screenful up"),
        "go"),
    Key("view", "cursor.page_down", "pagedown,space", "page(1)", N_("Page down"),
        N_("A screenful down"), "go"),
    Key("view", "cursor.top", "home,g", "end(-1)", N_("Top"), N_("To the top"), "go"),
    Key("view", "cursor.bottom", "end,G", "end(1)", N_("Bottom"), N_("To the end"), "go"),
    Key("view", "cursor.next_name", "right", "name(1)", N_("Next name"),
        N_("To the next name in the text"), "go"),
    Key("view", "cursor.previous_name", "left", "name(-1)", N_("Previous name"),
        N_("To the previous name in the text"), "go"),
    Key("view", "card", "enter", "choose", N_("card"),
        N_("Open the card of what the cursor is on"), "look", show=True),
    Key("places", "places.go", "enter", "choose", N_("go there"), N_("Go to its place"),
        "look", show=True),

    Key("search", "search.stay", "enter", "stay", N_("stay on the hit"),
        N_("Leave the search bar and stay on the hit"), "find", show=True),
    Key("search", "search.give_up", "escape", "give_up", N_("back"),
        N_("Leave the search and return to the old place"), "find", show=True),
    Key("filter", "filter.keep", "enter", "stay", N_("keep"),
        N_("Leave the bar and keep the filter"), "find", show=True),
    Key("filter", "filter.give_up", "escape", "give_up", N_("all items"),
        N_("Leave the bar and list all items again"), "find", show=True),
    Key("line", "search.older", "up", "history(-1)", N_("Older words"),
        N_("The words of the search before this one"), "find"),
    Key("line", "search.newer", "down", "history(1)", N_("Newer words"),
        N_("The words of the search after this one"), "find"),
    Key("line", "search.delete", "ctrl+h", "delete_left", N_("Delete"),
        N_("Delete the letter before the cursor"), "find"),

    Key("completions", "completions.take", "tab", "take", N_("complete"),
        N_("Complete the name with the one in the list"), "find", show=True),
    Key("completions", "completions.down", "down", "step(1)", N_("Next name"),
        N_("To the next name in the list"), "find"),
    Key("completions", "completions.up", "up", "step(-1)", N_("Previous name"),
        N_("To the previous name in the list"), "find"),

    Key("sheet", "sheet.close", "escape,q", "close", N_("back"), N_("Close this"), "program",
        show=True),
    Key("card", "card.copy", "y", "copy", N_("copy"), N_("Copy the line of the card"), "take",
        show=True),
    Key("photo", "photo.zoom", "z", "zoom", N_("zoom"),
        N_("Give the photo the whole screen, or put it back"), "look", show=True),
    Key("palette", "palette.up", "up", "items('move', -1)", N_("Up"), N_("A line up"), "go"),
    Key("palette", "palette.down", "down", "items('move', 1)", N_("Down"), N_("A line down"),
        "go"),
    Key("palette", "palette.page_up", "pageup", "items('page', -1)", N_("Page up"),
        N_("A screenful up"), "go"),
    Key("palette", "palette.page_down", "pagedown", "items('page', 1)", N_("Page down"),
        N_("A screenful down"), "go"),
    Key("palette", "palette.choose", "enter", "items('choose')", N_("choose"),
        N_("Do what the line says, or go to what it names"), "look", show=True),

    Key("day", "day.take", "enter", "take", N_("take"), N_("Take this day"), "take", show=True,
        priority=True),
    Key("day", "day.close", "escape", "close", N_("cancel"), N_("Cancel"), "program",
        show=True),

    Key("review", "review.keep", "y,enter", "keep", N_("keep"),
        N_("Keep this as it is, and go on"), "take", show=True, priority=True),
    Key("review", "review.leave_out", "n", "leave_out", N_("leave out"),
        N_("Leave this out, and go on"), "take", show=True),
    Key("review", "review.undo", "u", "undo", N_("undo"), N_("Undo the last change"), "take",
        show=True),
    Key("review", "review.next", "j", "step(1)", N_("next"),
        N_("To the next one that needs review"), "go", show=True, priority=True),
    Key("review", "review.previous", "k", "step(-1)", N_("next"),
        N_("To the previous one that needs review"), "go", show=True, priority=True),
    Key("review", "review.write", "w", "write", N_("write"), N_("Write the event file"), "take",
        show=True),
    Key("review", "review.keep_rest", "A", "keep_rest", N_("keep the rest"),
        N_("Keep all that is left"), "take", show=True),
    Key("review", "review.right_longer", "right_square_bracket", "edge('right', 1)", N_("edges"),
        N_("One word more at the end"), "take", show=True),
    Key("review", "review.right_shorter", "left_square_bracket", "edge('right', -1)", N_("edges"),
        N_("One word less at the end"), "take", show=True),
    Key("review", "review.left_longer", "left_curly_bracket", "edge('left', -1)", N_("edges"),
        N_("One word more at the beginning"), "take", show=True),
    Key("review", "review.left_shorter", "right_curly_bracket", "edge('left', 1)", N_("edges"),
        N_("One word less at the beginning"), "take", show=True),
    Key("review", "review.merge", "m", "merge", N_("merge"),
        N_("Merge this person or organisation with another"), "take", show=True),
    Key("review", "review.role", "t", "role", N_("role"),
        N_("The next role; for what was added, the next kind; for the day, the next one"),
        "take", show=True),
    Key("review", "review.add", "a", "add", N_("add"),
        N_("Add the selected words, or the next name in which nothing was found"), "take",
        show=True),
    Key("review", "review.select", "s", "select", N_("select"),
        N_("Select words of the article: the arrows go by words and lines, ] [ move the edges"),
        "take", show=True),
    Key("review", "review.day", "d", "day", N_("day"),
        N_("The day of the event: of the selected words, or one that you type"), "take",
        show=True),
    Key("review", "review.word_after", "right", "select_word(1)", N_("word"),
        N_("While selecting: the next word"), "go", priority=True),
    Key("review", "review.word_before", "left", "select_word(-1)", N_("word"),
        N_("While selecting: the previous word"), "go", priority=True),
    Key("review", "review.leave", "q,escape", "leave", N_("leave"),
        N_("Leave the review; asks once when it is not written"), "program"),
)
# fmt: on


def bindings(owner: Owner, *more: str) -> list[BindingType]:
    """Return the bindings of an owner, and those of other owners whose ids are given."""
    return [
        Binding(
            key.keys,
            key.action,
            key.hint,
            id=key.id,
            show=key.show,
            priority=key.priority,
            system=key.system,
            tooltip=key.tooltip,
        )
        for key in TABLE
        if key.owner == owner or key.id in more
    ]


def usual_keys() -> dict[str, str]:
    """Return the usual keys, divided by commas, of every id that a key map may change."""
    return {key.id: key.keys for key in TABLE}


def purpose_of(binding_id: str | None) -> Purpose:
    """Return what the binding with this id is for."""
    return next((key.purpose for key in TABLE if key.id == binding_id), "program")
