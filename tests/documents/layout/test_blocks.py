"""Blocks of tables, row by row."""

from __future__ import annotations

from tracker.documents.layout.blocks import Block, Place, printed_words, rows_of


def cell(begin: int, *, first: bool = False) -> Block:
    return Block(((begin, begin + 1),), place=Place(0, "", None, first=first))


def test_a_row_begins_with_its_title() -> None:
    table = [cell(0), cell(2), cell(4, first=True), cell(6), cell(8, first=True)]
    assert list(rows_of(table)) == [table[:2], table[2:4], table[4:]]


def test_the_pieces_of_a_block_are_one_text() -> None:
    source = "Wij sturen (zie blad 3) het plan."
    assert printed_words(Block(((0, 10), (24, 33))), source) == "Wij sturen het plan."
