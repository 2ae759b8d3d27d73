"""Colours that can be read: the contrast of WCAG 2.1, criteria 1.4.3 and 1.4.11."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from textual.color import BLACK, WHITE, Color

TEXT, FRAME = 4.5, 3.0
"""The least contrast of text, and of a frame that tells where the keyboard is."""

_STEPS = 20


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two opaque colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def legible(color: Color, *backgrounds: Color, least: float = TEXT) -> Color:
    """Return ``color``, or the nearest to it that has the least contrast on all backgrounds.

    It is blended with black or white, whichever the first background lies farther from.
    """
    opaque = backgrounds[0] + color
    if all(contrast(opaque, background) >= least for background in backgrounds):
        return opaque
    end = max((WHITE, BLACK), key=lambda end: contrast(end, backgrounds[0]))
    for step in range(1, _STEPS + 1):
        blended = opaque.blend(end, step / _STEPS)
        if all(contrast(blended, background) >= least for background in backgrounds):
            return blended
    return end


def legible_variables(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a theme with a text, a muted text and a frame that can be seen.

    Of the themes that come with Textual, several have a frame of the focus of less than 3, and text
    on panels of less than 4.5.
    """
    found = dict(variables)
    background, panel = Color.parse(found["background"]), Color.parse(found["panel"])
    text = legible(Color.parse(found["foreground"]), background, panel)
    found["foreground"] = text.hex
    found["border"] = legible(Color.parse(found["border"]), background, least=FRAME).hex
    found["text-muted"] = legible(background.blend(text, 0.7), background, panel).hex
    found["text-disabled"] = found["text-muted"]
    return found


@lru_cache(256)  # of few colours, each compared with several
def _luminance(color: Color) -> float:
    """Return the relative luminance of an opaque colour."""
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
