"""A thread as a note: each quote with its citation, in either language, nothing of a letter as a command."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import HOSTILE_THREAD, POSTPONED, SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.views.thread_note import thread_note

INDEX = Index(SMALL)


@pytest.mark.parametrize(("language", "status"), [("en", "postponed"), ("nl", "uitgesteld")])
def test_every_quote_stands_with_its_citation(language: str, status: str) -> None:
    with speaking(language):
        note = thread_note(INDEX, POSTPONED)
    assert note.startswith(f"**{POSTPONED.title}**\n\n{status}")
    for row in INDEX.quotes_of(POSTPONED):
        assert f"“{row.quote}” — " in note
    assert note.count("nr. ") >= len(INDEX.quotes_of(POSTPONED))


@pytest.mark.parametrize(
    ("ruled", "said"),
    [({}, False), ({"decided_by": "A. Analist"}, True), ({"ruled_by": "A. Analist"}, True)],
)
def test_who_ruled_on_it_is_told(ruled: dict[str, str], said: bool) -> None:
    """In one line below the verdict, and in none where nobody did."""
    note = thread_note(INDEX, replace(POSTPONED, **ruled)).splitlines()
    assert any("A. Analist" in line for line in note) is said
    assert ("A. Analist" in note[3]) is said


def test_control_codes_are_shown_not_run() -> None:
    assert "\x1b" not in thread_note(INDEX, HOSTILE_THREAD)


def test_a_letter_without_a_day_is_not_silent_later() -> None:
    undated = replace(SMALL.letters[0], id="undated", date=None, earliest=None, latest=None)
    index = Index(replace(SMALL, letters=(*SMALL.letters, undated)))
    assert thread_note(index, POSTPONED).count("silent") == thread_note(INDEX, POSTPONED).count("silent")
