"""What every page is framed by: a head that lets nothing be fetched, and the style."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files

import htpy as h
from markupsafe import Markup


def framed(
    title: str,
    body: Iterable[h.Node],
    *,
    language: str,
    description: str = "",
    rules: str = "",
    data: Markup | None = None,
) -> str:
    """Return a page.

    Args:
        title: What the page is called.
        body: What stands in it.
        language: The tag of its language (BCP 47).
        description: What it is about, in a line.
        rules: Rules of style beside those of every page.
        data: What is said in JSON-LD.
    """
    style = f"\n{_style()}{rules}"
    page = h.html(lang=language)[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(http_equiv="Content-Security-Policy", content=_policy(style)),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="referrer", content="no-referrer"),
            h.meta(name="color-scheme", content="light dark"),
            h.meta(name="description", content=description) if description else None,
            h.title[title],
            h.link(rel="icon", href="data:,"),
            h.style[Markup(style)],
            h.script(type="application/ld+json")[data] if data else None,
        ],
        h.body[body],
    ]
    return f"{page}\n"


def _policy(style: str) -> str:
    """Return what the page may do (CSP 3): use its own style, by its hash, and its own pictures."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _style() -> str:
    return (files("tui.export.page") / "page.css").read_text("utf-8")
