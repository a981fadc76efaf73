"""Inside families of sections each subsection answers what is nearest to it in the other."""

from __future__ import annotations

from tests.alignment.made import CARE, HOUSES, NOISE, WATER, Part, letter
from tracker.alignment.match_table import MatchTable
from tracker.alignment.section_profile import profiles
from tracker.alignment.split_merge import members, parents


def table(older: list[Part], newer: list[Part]) -> MatchTable:
    return MatchTable(profiles(letter("old", *older)), profiles(letter("new", *newer)))


FAMILY: list[Part] = [("Alles", ""), ("#Dijken", WATER), ("#Huur", HOUSES)]


def test_a_parent_is_matched_when_half_of_its_subsections_are() -> None:
    cells = table(FAMILY, [("Geheel", ""), ("#Dijken", WATER), ("#Huur", HOUSES)])
    assert list(parents(cells)) == []
    top, *below = cells.older
    other, *under = cells.newer
    cells.record("same", [(a, b, 1.0) for a, b in zip(below, under, strict=True)], plain=True)
    assert [(a, b) for a, b, _ in parents(cells)] == [(top, other)]


def test_a_section_without_subsections_answers_all_that_come_near() -> None:
    cells = table([("Dijken en huur", WATER, HOUSES)], FAMILY)
    cells.record("content", [(cells.older[0], cells.newer[0], 1.0)], plain=False)
    assert {b.title for _, b, _ in members(cells)} == {"dijken", "huur"}


def test_what_is_not_near_is_answered_by_none() -> None:
    cells = table([("Geluid en zorg", NOISE, CARE)], FAMILY)
    cells.record("content", [(cells.older[0], cells.newer[0], 1.0)], plain=False)
    assert list(members(cells)) == []
