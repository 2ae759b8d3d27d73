"""Pieces of screen without knowledge of events."""
