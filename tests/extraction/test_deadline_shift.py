"""A sentence that moves a deadline names the old one, the new one, or both."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.deadline_shift import moved_deadlines
from tracker.temporal.timex import tag_times


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        (
            "Wij zullen u hierover niet aan het einde van dit jaar, maar begin 2017 informeren.",
            "2016-12-31",
            "2017-03-31",
        ),
        ("De deadline van 1 juni 2018 voor de oplevering wordt opgeschoven.", "2018-06-01", None),
        ("De looptijd is met één jaar verlengd tot en met 2024.", "2023-12-31", "2024-12-31"),
        ("De aanpak, die tot 1 augustus 2024 loopt, wordt met 17 maanden verlengd.", "2024-08-01", "2025-12-31"),
        ("We verlengen de aanpak met 17 maanden.", None, None),
    ],
)
def test_old_and_new(sentence: str, old: str | None, new: str | None) -> None:
    found = moved_deadlines(sentence, tag_times(sentence, dt.date(2016, 11, 29)))
    assert [deadline and deadline.end and deadline.end.isoformat() for deadline in found] == [old, new]
