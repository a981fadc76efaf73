"""The letters of a series, taken in their order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.series import Made, Promise, Told, build
from tracker.alignment import align
from tracker.extraction import analyse
from tracker.linking.linked_series import link, linker_after
from tracker.model import Commitment, Kind, Letter, StatusReport

WATER = "3. Waterkwaliteit van de grote rivieren"
PLAN = "Wij stellen een actieplan waterzuivering Maas op."
SERIES = (
    Made("b", "2023-06-20", {WATER: [Promise("Er komt een loket.", Kind.START), Promise(PLAN, Kind.DELIVER)]}),
    Made("a", "2024-06-26", {WATER: [Promise(PLAN, Kind.DELIVER)]}),
    Made("c", "", {WATER: [Promise("De brug over de Waal krijgt een hek.", Kind.DELIVER)]}),
)


def of_series(made: Sequence[Made]) -> tuple[list[Letter], list[Commitment]]:
    built = [build(one) for one in made]
    rows = [row for _, statements in built for row in statements if isinstance(row, Commitment)]
    return [letter for letter, _ in built], rows


@pytest.mark.parametrize("made", [SERIES, SERIES[::-1]], ids=["in order", "the other way"])
def test_letters_are_taken_by_their_days_and_statements_by_their_places(made: Sequence[Made]) -> None:
    """A letter without a day comes first, so that nothing is said to follow it."""
    letters, rows = of_series(made)
    linker = linker_after(map(analyse, letters), rows[::-1], (), ())
    taken = [row.id for row in linker.profiles.statements]
    assert [row.partition("/")[0] for row in taken] == ["c", "b", "b", "a"]


def test_the_drafts_are_those_of_the_linker() -> None:
    letters, rows = of_series(SERIES)
    older, newer = letters[:2]
    drafts = link(map(analyse, letters), rows, (), [align(older, newer)])
    assert [[row.letter for row in draft.members] for draft in drafts if len(draft.members) > 1] == [["b", "a"]]
    assert sorted(row.id for draft in drafts for row in draft.members) == sorted(row.id for row in rows)


def test_what_may_be_a_report_is_one_where_an_earlier_letter_promises_it() -> None:
    """Not of what nobody promised, nor of what its own or a later letter promises."""
    other = "De sluis van Born is hersteld."
    made = (
        Made("a", "2023-06-20", {WATER: [Told("Het actieplan waterzuivering Maas is opgesteld.", tentative=True)]}),
        Made("b", "2024-06-20", {WATER: [Promise("Er komt een loket."), Promise(PLAN)]}),
        Made(
            "c",
            "2025-06-20",
            {
                WATER: [
                    Told("Het actieplan waterzuivering voor de Maas is opgesteld.", tentative=True),
                    Told(other, tentative=True),
                    Told("De sluis van Maasbracht is hersteld."),
                ]
            },
        ),
    )
    letters = [build(one)[0] for one in made]
    rows = [row for one in made for row in build(one)[1]]
    reports = [row for row in rows if isinstance(row, StatusReport)]
    commitments = [row for row in rows if isinstance(row, Commitment)]
    linker = linker_after(map(analyse, letters), commitments, reports, [align(*letters[1:])])
    left_out = {row.quote for row in rows if row.id in linker.left_out}
    assert left_out == {reports[0].quote, other}
    assert [row.id for row in linker.profiles.statements] == [row.id for row in rows if row.quote not in left_out]
    assert [[row.letter for row in draft.members] for draft in linker.drafts()] == [["b"], ["b", "c"]]
