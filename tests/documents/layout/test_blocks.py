"""Blocks of tables, row by row."""

from __future__ import annotations

from msgspec.structs import replace

from tracker.documents.layout.blocks import (
    Block,
    Cut,
    Place,
    is_undecided,
    line_words,
    part_of,
    printed_words,
    table_rows,
)
from tracker.model import PassageKind


def cell(begin: int, *, first: bool = False) -> Block:
    return Block(((begin, begin + 1),), place=Place(0, "", None, first=first))


def test_a_row_begins_with_its_title() -> None:
    table = [cell(0), cell(2), cell(4, first=True), cell(6), cell(8, first=True)]
    assert list(table_rows(table)) == [table[:2], table[2:4], table[4:]]


def test_the_pieces_of_a_block_are_one_text() -> None:
    source = "Wij sturen (zie blad 3) het plan."
    assert printed_words(Block(((0, 10), (24, 33))), source) == "Wij sturen het plan."


def test_the_words_of_a_block_are_one_line() -> None:
    source = "Wij  sturen\nhet plan."
    assert line_words(Block(((0, len(source)),)), source) == "Wij sturen het plan."


def test_what_is_a_cell_or_known_to_be_something_is_not_left_to_the_outline() -> None:
    free = Block(((0, 4),))
    assert is_undecided(free)
    assert not is_undecided(cell(0))
    assert not is_undecided(replace(free, kind=PassageKind.HEADING))


def test_a_part_of_a_block_has_the_cuts_in_it() -> None:
    inside, outside = Cut(2, 3, ("1",)), Cut(8, 9, ("2",))
    block = Block(((0, 5), (6, 10)), cuts=(inside, outside))
    assert part_of(block, (0, 5)) == replace(block, spans=((0, 5),), cuts=(inside,))
    assert part_of(block, (0, 1)).cuts == ()
