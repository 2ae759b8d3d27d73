"""Where the reader jumped from: back and forth as in a browser of pages."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tui.document.model import SectionName
from tui.widgets.flow import Place

_MOST = 100


class Spot(Struct, frozen=True):
    """A place on a screen: a pane and where its cursor is."""

    section: SectionName
    place: Place


class Jumps(Struct, frozen=True):
    """The spots behind the reader and those ahead, the nearest last."""

    behind: tuple[Spot, ...] = ()
    ahead: tuple[Spot, ...] = ()

    def after(self, spot: Spot) -> Jumps:
        """Return the jumps after one from ``spot``: there is nothing ahead any more."""
        return Jumps((*self.behind, spot)[-_MOST:])

    def back(self, spot: Spot) -> tuple[Jumps, Spot] | None:
        """Return the jumps after going back from ``spot``, and where to; None without any."""
        if not self.behind:
            return None
        return replace(self, behind=self.behind[:-1], ahead=(*self.ahead, spot)), self.behind[-1]

    def forward(self, spot: Spot) -> tuple[Jumps, Spot] | None:
        """Return the jumps after going forward from ``spot``, and where to; None without any."""
        if not self.ahead:
            return None
        return replace(self, ahead=self.ahead[:-1], behind=(*self.behind, spot)), self.ahead[-1]
