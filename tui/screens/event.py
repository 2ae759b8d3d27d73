"""The event screen: four linked panes, search over all of them, cards, copying."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import var

from tui.document.model import SECTIONS, Document, SectionName
from tui.document.words import SECTION_TITLES
from tui.locale import N_, _
from tui.panes.agreements import AgreementsPane
from tui.panes.article import ArticlePane
from tui.panes.pane import Pane
from tui.panes.participants import ParticipantsPane
from tui.panes.photos import PhotosPane
from tui.screens.event_header import event_header
from tui.screens.linked import LinkedScreen
from tui.screens.searching import Searching
from tui.search.hits import Hit
from tui.widgets.door import shown
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine
from tui.widgets.pane_tabs import PaneTabs
from tui.widgets.text_line import TextLine


class EventScreen(Searching, LinkedScreen):
    """One event."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-no-room"),
        (20, "-one-pane"),
        (100, "-all-panes"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-no-height"),
        (5, "-low"),
        (12, "-high"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(pane.NUMBER),
                f"pane('{pane.PANE}')",
                N_("panes"),
                id=f"pane.{pane.PANE}",
                tooltip=SECTION_TITLES[pane.PANE],
            )
            for pane in (ArticlePane, ParticipantsPane, AgreementsPane, PhotosPane)
        ),
        Binding(
            "tab",
            "next_pane(1)",
            N_("Next pane"),
            id="pane.next",
            show=False,
            tooltip=N_("To the next pane"),
        ),
        Binding(
            "shift+tab",
            "next_pane(-1)",
            N_("Previous pane"),
            id="pane.previous",
            show=False,
            tooltip=N_("To the pane before"),
        ),
        Binding(
            "slash,ctrl+f",
            "search",
            N_("search"),
            id="search",
            priority=True,  # the app waits until the bar is there before it passes the next key on
            tooltip=N_("Search as you type, with or without accents"),
        ),
        Binding("n", "hit(1)", N_("hits"), id="hit.next", tooltip=N_("To the next hit")),
        Binding("N", "hit(-1)", N_("hits"), id="hit.previous", tooltip=N_("To the hit before")),
        Binding(
            "left_square_bracket",
            "mention(-1)",
            N_("mentions"),
            id="mention.previous",
            tooltip=N_("To the mention before of what is selected, in any pane"),
        ),
        Binding(
            "right_square_bracket",
            "mention(1)",
            N_("mentions"),
            id="mention.next",
            tooltip=N_("To the next mention of what is selected, in any pane"),
        ),
        Binding("z", "zoom", N_("zoom"), id="zoom", tooltip=N_("Give the pane the whole screen")),
        Binding(
            "y",
            "copy",
            N_("copy"),
            id="copy",
            tooltip=N_("Copy what the cursor is on, over SSH too"),
        ),
        Binding(
            "Y",
            "cite",
            N_("Copy the citation"),
            id="copy.citation",
            show=False,
            tooltip=N_("Copy the citation of the event"),
        ),
        Binding(
            "escape",
            "back",
            N_("Back"),
            id="back",
            show=False,
            tooltip=N_("End the search, or leave the zoom"),
        ),
    ]

    zoomed: var[bool] = var(False, toggle_class="-zoomed", bindings=True)
    """Whether the active pane has the whole screen."""

    def __init__(self, document: Document, size: Size) -> None:
        """Show ``document`` in a terminal of ``size``."""
        # Known at once, the breakpoints cost no second pass over all styles.
        classes = [
            [name for least, name in breakpoints if cells >= least][-1]
            for cells, breakpoints in (
                (size.width, self.HORIZONTAL_BREAKPOINTS),
                (size.height, self.VERTICAL_BREAKPOINTS),
            )
        ]
        super().__init__(document, classes=" ".join(classes))

    def compose(self) -> ComposeResult:
        yield TextLine(event_header(self.document), id="header")
        yield PaneTabs(
            [
                (name, shown(f"{pane.NUMBER} {self.document.section(name).title}"))
                for name, pane in _PANES.items()
            ]
        ).data_bind(LinkedScreen.active)
        for name, pane in _PANES.items():
            classes = "pane -active" if name == self.active else "pane"
            yield pane(self.document, classes).data_bind(LinkedScreen.marks, LinkedScreen.current)
        yield KeyLine()
        yield TextLine(shown(_("The terminal is too small.")), id="too-small")

    def on_mount(self) -> None:
        self.set_focus(self.pane(self.active))
        # The article is there to be read some hundredths of a second before its names are found.
        self.call_after_refresh(self._link)

    def _link(self) -> None:
        article = self.pane("article")
        assert isinstance(article, ArticlePane)
        article.link(self.mentions)
        self.select(self.thing_at(self.pane(self.active)))

    # Panes.

    def watch_active(self, old: SectionName, new: SectionName) -> None:
        """Only one pane is in view in a narrow terminal: the active one."""
        if self.is_mounted and old != new:
            self.pane(old).remove_class("-active")
            self.pane(new).add_class("-active")

    @on(PaneTabs.Chosen)
    def _tab_chosen(self, event: PaneTabs.Chosen) -> None:
        self.action_pane(event.name)

    def action_pane(self, name: str) -> None:
        """Go to a pane."""
        for known in SECTIONS:
            if known == name:
                self.active = known
                pane = self.pane(known)
                self.set_focus(pane)
                self.current = None
                self.select(self.thing_at(pane))

    def action_next_pane(self, direction: int) -> None:
        """Go to the next pane, or the one before, also where only one is in view."""
        at = SECTIONS.index(self.active) + direction
        self.action_pane(SECTIONS[at % len(SECTIONS)])

    def action_zoom(self) -> None:
        """Give the active pane the whole screen, or put it back."""
        self.zoomed = not self.zoomed

    def action_back(self) -> None:
        """End the search; without one, leave the zoom."""
        if self.searching:
            self.end_search()
        else:
            self.zoomed = False

    # Cards.

    @on(FlowView.Chosen)
    def _open_card(self, event: FlowView.Chosen) -> None:
        if isinstance(event.view, Pane) and (entity_id := self.thing_at(event.view)):
            self.open_card(entity_id)

    def open_card(self, entity_id: str) -> None:
        """Open the card of the thing with this id; a mention chosen there is gone to."""
        from tui.screens.card import CardScreen

        def go(hit: Hit | None) -> None:
            if hit is not None:
                self.selection = entity_id
                self.go_to(hit)

        self.app.push_screen(CardScreen(self.document, self.mentions, entity_id), go)

    def check_action(self, action: str, parameters: tuple[Any, ...]) -> bool | None:
        if action == "choose":
            return True if self.selection else None
        if action == "search":
            return self.focused is None or self.bar not in self.focused.ancestors
        return super().check_action(action, parameters)

    # Copying.

    def action_copy(self) -> None:
        """Copy the text that the cursor is on: a caption, a paragraph, a participant."""
        pane = self.pane(self.active)
        self.copy(pane.text_to_copy())

    def action_cite(self) -> None:
        """Copy the citation of the event."""
        self.copy(self.document.citation)

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard of the reader's terminal and say so."""
        if text:
            self.keys.copy(text)


_PANES: dict[SectionName, type[Pane]] = {
    "article": ArticlePane,
    "participants": ParticipantsPane,
    "agreements": AgreementsPane,
    "photos": PhotosPane,
}
