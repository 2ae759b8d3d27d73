"""What ends the reading of an article."""

from __future__ import annotations


class ArticleError(Exception):
    """A file holds no article that can be read; the message says what to do."""


class NotTextError(ArticleError):
    """A file holds a picture, a program or other bytes that are no text."""
