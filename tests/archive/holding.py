"""Terms and expressions without a database: what an index of these texts would answer."""

from __future__ import annotations

from collections.abc import Sequence

from tui.archive.candidates import Candidates
from tui.archive.expression import AllOf, AnyOf, Expression, Prefix, Term, Without, any_of
from tui.archive.terms import Terms
from tui.document.texts import Texts
from tui.search.rules import Rule


class Index:
    """The terms of one event, and the words of which they are."""

    def __init__(self, texts: Texts) -> None:
        terms = Terms()
        self.terms = {*terms.of(texts).split(), *terms.rare(texts)}
        self.words = terms.news()

    def beginning(self, prefix: str, otherwise: Expression) -> Expression:
        return any_of(Term(term) for term in sorted(self.terms) if term.startswith(prefix))

    def written(self, key: str, prefix: str) -> Sequence[str] | None:
        return [
            form
            for folded, form in self.words
            if folded == key or (prefix and folded.startswith(prefix))
        ]

    def has_own(self, term: str) -> bool:
        return term in self.terms

    def has(self, query: str, rule: Rule = "strict") -> bool:
        """Tell whether the event is a candidate for a query."""
        return self.holds(Candidates(self).of(query, rule))

    def holds(self, expression: Expression) -> bool:
        match expression:
            case Term(text):
                return text in self.terms
            case Prefix(text):
                return any(term.startswith(text) for term in self.terms)
            case AllOf(parts):
                return all(map(self.holds, parts))
            case AnyOf(parts):
                return any(map(self.holds, parts))
            case Without(wanted, refused):
                return self.holds(wanted) and not self.holds(refused)


class Crowded(Index):
    """An index in which more terms begin alike than are looked through."""

    def beginning(self, prefix: str, otherwise: Expression) -> Expression:
        return otherwise

    def written(self, key: str, prefix: str) -> Sequence[str] | None:
        return None if prefix else super().written(key, prefix)
