"""How things look, as plain functions: glyph and word together, bars that add up, nothing of a letter is markup."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.language.figures import figure_pattern
from tracker.model import Status, StepKind
from tracker.statuses import SIGNS
from tracker.text.word_diff import word_edits
from tui import style
from tui.labels import LANGUAGES, Labels

HOSTILE = {
    "markup": "[red]rood[/red] [link=https://example.org]hier[/link] [@click=app.quit]weg[/]",
    "control codes": "a\x1b[31mrood\x07 \x9b2J",
    "directions": "abc \u202egnp\u202c \u2066x\u2069",
    "emoji": "👩🏽‍🏫 école 🇳🇱",
    "one long word": "x" * 5_000,
    "brackets": "[redacted] [- +] {+ +}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_of_a_letter_is_no_markup_and_no_command(text: str) -> None:
    content = style.letter_text(text)
    assert not content.spans
    assert not any(char in content.plain for char in "\x1b\x07\x9b\u202e\u2066")
    assert content.plain.count("[") == text.count("[")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*Status, StepKind.PROGRESS, StepKind.SILENT])
def test_every_status_and_step_has_a_sign_and_a_word(name: str, language: str) -> None:
    labels = Labels(language)
    mark = style.mark(name, labels).plain
    assert mark == f"{SIGNS[name]} {labels(f'status.{name}')}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_status_is_cut_in_a_list(language: str) -> None:
    labels = Labels(language)
    width = style.status_width(labels)
    assert all(style.mark(name, labels).cell_length <= width for name in Status)
    assert style.mark(Status.DELIVERED, labels, late=True).cell_length <= width


def test_no_two_statuses_share_a_sign() -> None:
    assert len(set(SIGNS.values())) == len(SIGNS)


@given(st.dictionaries(st.sampled_from(list(Status)), st.integers(0, 10_000)), st.integers(0, 300))
def test_the_bar_is_as_wide_as_asked_and_shows_every_status(counts: dict[Status, int], width: int) -> None:
    bar = style.bar(counts, width)
    present = [status for status, number in counts.items() if number]
    room = len(present) <= width
    assert bar.cell_length == (width if present and room else 0)
    assert len(bar.spans) == (len(present) if room else 0)


@pytest.mark.parametrize(
    ("days", "moves", "shown"),
    [(0, 0, ""), (365, 1, "+365 d"), (1827, 2, "+1827 d ×2"), (0, 1, "no new date"), (0, 3, "no new date ×3")],
)
def test_a_slip_tells_days_and_moves(days: int, moves: int, shown: str) -> None:
    assert style.slip_length(days, moves, Labels("en")).plain == shown


@given(st.text("abc é.", max_size=40), st.text("abc é.", max_size=40))
def test_edits_show_every_letter_of_both_texts(old: str, new: str) -> None:
    shown = style.edits(word_edits(old, new, figure_pattern()), whole=True).plain
    without_new = re.sub(r"\{\+.*?\+\}", "", shown)
    without_old = re.sub(r"\[-.*?-\]", "", shown)
    assert letters(without_new) == letters(old)
    assert letters(without_old) == letters(new)


def letters(text: str) -> str:
    return re.sub(r"[\s\[\]{}+-]", "", text)


def test_edits_are_told_by_signs_too() -> None:
    shown = style.edits(word_edits("klaar in 2024 voor allen", "klaar in 2025 voor allen", figure_pattern())).plain
    assert shown == "klaar in [-2024-]{+2025+} voor allen"


def test_marked_text_keeps_its_words_and_puts_notes_in() -> None:
    stretch = style.StyledSpan(3, 8, "bold", style.Content("○ "), "ref")
    shown = style.marked("En wij gaan.", [stretch], [(6, "12")])
    assert shown.plain == "En ○ wij¹² gaan."


@pytest.mark.parametrize(
    ("day", "shown"),
    [(dt.date(2024, 1, 11), "in 10 d"), (dt.date(2023, 12, 22), "10 d ago"), (None, "")],
)
def test_a_distance_says_which_way(day: dt.date | None, shown: str) -> None:
    assert style.distance(day, dt.date(2024, 1, 1), Labels("en")).plain == shown
