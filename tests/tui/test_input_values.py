"""What is typed is read, or told to be wrong."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.pilot import Pilot

from tests.tui.driving import keys, play
from tracker.errors import DecisionError
from tui.app import TrackerApp
from tui.input_values import Wrong, day_or_none, deadline_or_none, needed, number_of_days, read_day, read_deadline
from tui.labels import Labels
from tui.screens.dialogs import Ask


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("", None, None),
        ("zo spoedig mogelijk", None, None),
        ("2025-12-31", None, dt.date(2025, 12, 31)),
        ("2025-10-01/2025-12-31", dt.date(2025, 10, 1), dt.date(2025, 12, 31)),
        ("/2025-12-31", None, dt.date(2025, 12, 31)),
    ],
)
def test_deadlines(text: str, start: dt.date | None, end: dt.date | None) -> None:
    assert read_deadline(text) == (text, start, end)


@pytest.mark.parametrize("text", ["2025", "31-12-2025", "2025-13-01", "2025-10-01/", "2025-02-30"])
def test_what_looks_like_a_date_and_is_none_is_refused(text: str) -> None:
    with pytest.raises(DecisionError, match="no deadline"):
        read_deadline(text)


LABELS = Labels("en")


@pytest.mark.parametrize(
    ("wrong", "right", "others"),
    [
        (day_or_none(LABELS), ("", "2024-02-29"), ("2023-02-29", "soon", "2024")),
        (deadline_or_none(LABELS), ("", "this autumn", "2025-10-01/2025-12-31"), ("31-12-2025", "2025")),
        (number_of_days(LABELS, 30), ("1", "30"), ("", "0", "31", "-1", "week", "²")),
        (needed("write"), ("x",), ("",)),
    ],
    ids=["day", "deadline", "days", "needed"],
)
def test_what_is_wrong_is_told(wrong: Wrong, right: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert [wrong(line) for line in right] == [""] * len(right)
    assert all(wrong(line) for line in others)


def test_a_day() -> None:
    assert read_day("2024-06-26") == dt.date(2024, 6, 26)
    assert read_day("") is None


@pytest.mark.parametrize(
    ("way", "answer", "then"),
    [(("D",), "morgen", "2021-12-31"), (("2", "w"), "half year", "90"), (("enter", "down", "d"), "31-12-2025", "")],
    ids=["day", "window", "deadline"],
)
def test_a_question_stays_until_the_answer_is_right(
    desk: TrackerApp, way: tuple[str, ...], answer: str, then: str
) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, *way)
        question = app.screen
        assert isinstance(question, Ask)
        await keys(pilot, "ctrl+u", f"'{answer}'", "enter")
        assert app.screen is question
        assert answer in str(question.query_one("#wrong").render())
        await keys(pilot, "ctrl+u", *([f"'{then}'"] if then else []), "enter")
        assert app.screen is not question

    play(desk, story, (80, 24))
