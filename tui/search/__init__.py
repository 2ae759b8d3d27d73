"""Texts, queries, hits and mentions: the one mechanism behind search, cards and links."""
