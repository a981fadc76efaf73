"""A quote as an official puts it in a note."""

from __future__ import annotations

import pytest

from tests.ledgers import HOSTILE_THREAD, POSTPONED, SMALL
from tracker.ledger.queries import Index
from tui.labels import Labels
from tui.quote_citation import quoted

INDEX = Index(SMALL)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_quoted(language: str) -> None:
    row = INDEX.statements[POSTPONED.members[0].ref]
    found = quoted(INDEX, row, Labels(language))
    assert found.startswith(f"“{row.quote}” — ")
    assert "12 345" in found
    assert "\u00a0" not in found


def test_a_hostile_quote_is_only_text() -> None:
    found = quoted(INDEX, INDEX.statements[HOSTILE_THREAD.members[0].ref], Labels("en"))
    assert "\x1b" not in found
    assert "\u202e" not in found
