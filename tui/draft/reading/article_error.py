"""What ends the reading of an article."""

from __future__ import annotations


class ArticleError(Exception):
    """A file holds no article that can be read; the message says what to do."""
