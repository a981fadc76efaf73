"""Of several times of a clause the one that tells when it is done binds it."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.time_binding import binding_time
from tracker.language.syntax import Tense
from tracker.temporal.timex import tag_times

_LETTER = dt.date(2025, 5, 20)
CASES = [
    ("De regeling voor schooljaar 2026-2027 publiceer ik uiterlijk 1 november 2025.", "2025-11-01"),
    ("De agenda voor het volgende kwartaal stuur ik eind juni naar uw Kamer.", "2025-06-30"),
    ("De raming voor de komende zes maanden stuur ik eind augustus 2025 naar u.", "2025-08-31"),
    ("De jaarcijfers over 2025 ontvangt u in maart 2026.", "2026-03-31"),
    ("Het programma voor de periode 2026-2030 bied ik in september 2025 aan.", "2025-09-30"),
    ("In maart 2026 ontvangt u de jaarcijfers over 2025.", "2026-03-31"),
    ("Voor 2026 is er zes miljoen.", "2026-12-31"),
]


@pytest.mark.parametrize(("sentence", "end"), CASES)
def test_binding_time(sentence: str, end: str) -> None:
    """The time that a clause is about is its deadline only where there is no other."""
    found = binding_time(Tense.PRESENT, tag_times(sentence, _LETTER), (), _LETTER)
    assert found is not None
    assert str(found.deadline.end) == end
