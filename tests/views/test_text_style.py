"""Width, colour and the marks of word edits."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import Edit, EditKind, Status
from tracker.views.text_style import NARROW, PIPE, WIDE, TextStyle, pen

EDITS = (
    Edit(EditKind.EQUAL, "uiterlijk "),
    Edit(EditKind.DELETE, "eind 2024 "),
    Edit(EditKind.INSERT, "in 2025 "),
    Edit(EditKind.EQUAL, "klaar"),
)


def test_edits_are_marked_without_colour() -> None:
    assert TextStyle().edits(EDITS, 0) == "uiterlijk [-eind 2024-] {+in 2025+} klaar"


def test_an_edit_of_white_space_is_seen() -> None:
    edits = (Edit(EditKind.EQUAL, "deel"), Edit(EditKind.DELETE, " "), Edit(EditKind.EQUAL, "(2)"))
    assert TextStyle().edits(edits, 0) == "deel[-␣-](2)"


def test_colour_adds_to_the_marks_and_replaces_nothing() -> None:
    coloured = TextStyle(colour=True).edits(EDITS, 0)
    assert "\x1b[31m[-eind 2024-]" in coloured
    assert click.unstyle(coloured) == TextStyle().edits(EDITS, 0)


def test_a_long_stretch_without_edits_is_cut_in_the_middle() -> None:
    words = [f"w{number}" for number in range(100)]
    shown = TextStyle(WIDE).edits((Edit(EditKind.EQUAL, " ".join(words)),), 0)
    assert "w0 w1" in shown
    assert "w99" in shown
    assert "w50" not in shown


@pytest.mark.parametrize(
    ("environment", "colour", "width"),
    [
        pytest.param({}, False, PIPE, id="a pipe"),
        pytest.param({"FORCE_COLOR": "1"}, True, PIPE, id="colour asked for"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, PIPE, id="no colour wins"),
        pytest.param({"COLUMNS": "10"}, False, NARROW, id="too narrow"),
        pytest.param({"COLUMNS": "500"}, False, WIDE, id="too wide"),
    ],
)
def test_the_pen_follows_the_environment(
    environment: dict[str, str], colour: bool, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert pen() == TextStyle(width, colour)


@given(st.text(), st.integers(NARROW, WIDE), st.integers(0, 8))
def test_no_line_is_wider_than_the_page(text: str, width: int, indent: int) -> None:
    assert all(len(line) <= width for line in TextStyle(width).wrap(text, indent).splitlines())
    assert len(TextStyle(width).clip(text, width)) <= width


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_colour(status: Status) -> None:
    assert TextStyle(colour=True).kind("x", status) != "x"
