"""The sections of two letters by each other: what is matched, and by which pass."""

from __future__ import annotations

import pytest

from tests.alignment.made import CARE, HOUSES, NOISE, WATER, letter
from tracker.alignment import match_table
from tracker.alignment.match_table import MatchTable
from tracker.alignment.section_profile import Profile, profiles
from tracker.alignment.sections import match_sections
from tracker.alignment.weights import HEADING_WITHIN_GAIN, HEADINGS_GAIN
from tracker.model import Letter


def table() -> MatchTable:
    older = letter("old", ("Water", NOISE), ("#Dijken", WATER), ("#Zorg", CARE))
    return MatchTable(profiles(older), profiles(letter("new", ("Dijken", WATER), ("Zorg", CARE))))


def test_a_match_of_an_earlier_pass_stands() -> None:
    cells = table()
    _, dikes, care = cells.older
    first, second = cells.newer
    cells.record("first", [(dikes, first, 1.7)], plain=True)
    cells.record("second", [(dikes, first, 0.2), (care, second, 0.5)], plain=False)
    assert [(row.matched_by, row.score) for row in cells.found.values()] == [("first", 1.0), ("second", 0.5)]
    assert cells.partners(dikes) == {first.id}
    assert cells.partners(second) == {care.id}


def test_only_plain_matches_take_their_sections_out() -> None:
    cells = table()
    water, dikes, care = cells.older
    first, second = cells.newer
    cells.record("plain", [(dikes, first, 1.0)], plain=True)
    cells.record("likely", [(care, second, 1.0)], plain=False)
    assert len(list(cells.cells())) == 6
    assert len(list(cells.open_cells())) == 4
    assert list(cells.free_cells()) == [(water, second)]


def test_the_measures_are_the_same_from_either_side() -> None:
    cells = table()
    water, dikes, care = cells.older
    first, second = cells.newer
    assert cells.shares(dikes, first) == cells.shares(first, dikes) > cells.shares(dikes, second)
    assert cells.most_shared(first) == cells.shares(first, dikes)
    assert cells.best_for(dikes, cells.alike[dikes.id, first.id])
    assert not cells.best_for(dikes, cells.alike[dikes.id, second.id])
    assert cells.below(water) == cells.leaves(water) == [dikes, care]
    assert cells.leaves(dikes) == [dikes]


def test_headings_add_to_what_two_sections_share() -> None:
    cells = table()
    _, dikes, care = cells.older
    first, _ = cells.newer
    shared, within = cells.words.headings(dikes, first)
    assert shared > 0 < within
    of_subject = cells.subject[dikes.id, first.id]
    assert cells.alike[dikes.id, first.id] == of_subject + HEADINGS_GAIN * shared + HEADING_WITHIN_GAIN * within
    assert cells.alike[dikes.id, first.id] > of_subject > cells.alike[care.id, first.id]


def many(name: str, number: int) -> tuple[Profile, ...]:
    parts = ((f"Zaak{at}kunde {name}", f"De zaak{at}kunde komt bij {name} gereed.") for at in range(number))
    return profiles(letter(name, *parts))


def table_letter(name: str) -> Letter:
    return letter(name, (f"Het geluid {name}", NOISE), ("Wonen", HOUSES), (f"De zorg {name}", CARE))


def test_of_very_many_sections_each_is_compared_with_few() -> None:
    number = 300
    older, newer = many("oud", number), many("nieuw", number)
    cells = MatchTable(older, newer)
    assert number <= len(list(cells.cells())) <= 2 * match_table.COMPARED * number
    assert cells.compared(older[7]) == [newer[7]]
    assert cells.shares(older[7], newer[8]) == 0.0
    assert [(one.older, one.newer) for one in match_sections(older, newer)] == list(zip(older, newer, strict=True))


def test_what_few_are_compared_with_is_found_as_among_all(monkeypatch: pytest.MonkeyPatch) -> None:
    older, newer = profiles(table_letter("old")), profiles(table_letter("new"))
    among_all = match_sections(older, newer)
    monkeypatch.setattr(match_table, "MOST_CELLS", 0)
    assert match_sections(older, newer) == among_all
    seen_back = [(one.newer, one.older) for one in match_sections(newer, older)]
    assert sorted(seen_back, key=lambda pair: pair[0].section.order) == [(one.older, one.newer) for one in among_all]
