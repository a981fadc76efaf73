"""Sheets as text for a terminal."""

from __future__ import annotations

import pytest

from tracker.render.text import LONGEST, block_lines, render, write
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView, ThreadEntry, ViewBlock, ViewNote, ViewTable
from tracker.views.text_style import TextStyle

PEN = TextStyle(60)


def block(*entries: ThreadEntry) -> ViewBlock:
    return ViewBlock("slipped", "Verschoven", entries)


def test_an_empty_block_says_that_it_was_looked_for() -> None:
    assert block_lines(block(), PEN) == "Verschoven (0)\n  none"


@pytest.mark.parametrize(("length", "whole"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_sentence_is_shown_whole_unless_it_is_long(length: int, whole: bool) -> None:
    note = ViewNote("was", "een deel", "p. 1", sentence="x" * length)
    assert ("een deel" not in block_lines(block(ThreadEntry(title="t", notes=(note,))), PEN)) is whole


def test_a_table_keeps_to_the_page_with_its_figures_to_the_right() -> None:
    table = ViewTable("kinds", "Soorten", ("soort", "aantal"), (("lang " * 30, 7), ("kort", 1234)))
    text = render([ReportView("Titel", None, (), (), tables=(table,))], PEN)
    rows = text.splitlines()[-2:]
    assert max(map(len, text.splitlines())) <= PEN.width
    assert [len(row) for row in rows] == [PEN.width] * 2
    assert [row.split()[-1] for row in rows] == ["7", "1234"]


def test_a_screen_of_its_own_stands_for_the_sheets() -> None:
    assert write(SheetContent((), screen=lambda pen: "een scherm")) == "een scherm"


def test_heads_that_have_no_room_on_one_line_are_wrapped_and_whole() -> None:
    heads = ("kind", "postponed", "not mentioned since")
    table = ViewTable("kinds", "Kinds", heads, (("continue", 7, 12),))
    sheet = ReportView("Titel", None, (), (), tables=(table,))
    wide, narrow = (
        [row.split() for row in render([sheet], TextStyle(width)).partition("Kinds\n")[2].splitlines()]
        for width in (60, 36)
    )
    assert wide[0] == " ".join(heads).split()
    assert narrow == [["not"], ["mentioned"], ["kind", "postponed", "since"], ["continue", "7", "12"]]
