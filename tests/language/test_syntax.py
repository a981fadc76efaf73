"""A clause knows where it stands."""

from __future__ import annotations

from tracker.language.nl.clauses import cut_clauses
from tracker.text.tokens import tokenize


def test_a_clause_begins_at_its_first_own_word_and_ends_after_its_last() -> None:
    text = "Het plan, dat in mei komt, wordt vastgesteld."
    main, inner = sorted(cut_clauses(tokenize(text)), key=lambda clause: clause.begin)
    assert (main.begin, main.end) == (0, len(text))
    assert text[inner.begin : inner.end].strip(" ,") == "dat in mei komt"
