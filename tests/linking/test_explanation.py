"""Why two statements are linked, asked or refused."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, Told, build, day
from tracker.alignment import align
from tracker.extraction import analyse
from tracker.linking.explanation import PairDecision, PairExplanation, Reason, explain_pair
from tracker.linking.linked_series import linker_after
from tracker.model import Commitment, Kind, Outcome, StatusReport

WATER = "3. Waterkwaliteit van de grote rivieren"
HOMES = "4. Woningbouw en wonen"

PLAN = Promise("Wij stellen een actieplan waterzuivering Maas op.", Kind.DELIVER, "2025-01-01", "2025-12-31")
AGAIN = Promise("Het actieplan waterzuivering Maas verschijnt in 2025.", Kind.DELIVER, "2025-01-01", "2025-12-31")
LIKE = Promise("Er komt een actieplan voor de Waal en de waterzuivering.", Kind.DELIVER)
DESK = Promise("Er komt een landelijk meldpunt geluidhinder.", Kind.START)
WORD = Promise("Er komt een overzicht van de waterzuivering.", Kind.DELIVER)
OPEN = Told("De sluis is geopend.", Outcome.DELIVERED)
CLOSED = Told("De brug is gesloten.", Outcome.DELIVERED)


def explained(one: str, other: str, *series: Made) -> PairExplanation:
    """The explanation of the two statements that hold these words."""
    built = [build(made) for made in series]
    letters = sorted((letter for letter, _ in built), key=lambda row: row.date or day("0001-01-01"))
    rows = [row for _, statements in built for row in statements]
    alignments = [align(older, newer) for at, newer in enumerate(letters) for older in letters[:at]]
    linker = linker_after(
        map(analyse, letters),
        [row for row in rows if isinstance(row, Commitment)],
        [row for row in rows if isinstance(row, StatusReport)],
        alignments,
    )
    ids = [next(row.id for row in rows if words in row.quote) for words in (one, other)]
    return explain_pair(linker, *ids)


OLDER = Made("a", "2023-06-20", {WATER: [PLAN, OPEN], HOMES: [DESK]})
NEWER = Made("b", "2024-06-26", {WATER: [AGAIN, LIKE, WORD], HOMES: [CLOSED]})

PAIRS = {
    "each other's best": ("stellen een", "verschijnt", PairDecision.LINKED, Reason.BEST),
    "never candidates": ("meldpunt", "verschijnt", PairDecision.REFUSED, Reason.TOO_LITTLE),
    "two reports": ("sluis", "brug", PairDecision.REFUSED, Reason.TWO_REPORTS),
    "of one letter": ("stellen een", "meldpunt", PairDecision.REFUSED, Reason.NO_RULE),
    "a better partner": ("stellen een", "Waal", PairDecision.ASKED, Reason.BETTER_PARTNER),
}


@pytest.mark.parametrize(("one", "other", "decision", "reason"), PAIRS.values(), ids=PAIRS.keys())
def test_each_decision_has_its_reason(one: str, other: str, decision: PairDecision, reason: Reason) -> None:
    found = explained(one, other, OLDER, NEWER)
    assert (found.decision, found.reason) == (decision, reason)
    assert sum(part.contribution for part in found.parts) == pytest.approx(found.total, abs=0.01)
    assert (found.rival is not None) == (reason is Reason.BETTER_PARTNER)


@pytest.mark.parametrize("apart", [True, False])
def test_a_report_by_the_number_of_a_promise_is_linked_by_that_rule(apart: bool) -> None:
    """In another letter and in its own, whatever else the report has in common with other promises."""
    promise = Promise("Er komt een overzicht van de kades (TZ202303-001).")
    report = Told("Toezegging TZ202303-001 is afgedaan met het actieplan waterzuivering Maas.")
    series = [Made("a", "2023-06-20", {WATER: [PLAN], HOMES: [promise]}), Made("b", "2024-06-26", {HOMES: [report]})]
    if not apart:
        series = [Made("a", "2023-06-20", {WATER: [PLAN], HOMES: [promise, report]})]
    found = explained("overzicht", "afgedaan", *series)
    assert (found.decision, found.reason, found.rule) == (PairDecision.LINKED, Reason.RULE, "same-number")
    assert [part.text for part in found.parts if part.name == "number"] == ["TZ202303-001"]
    assert explained("stellen een", "afgedaan", *series).decision is not PairDecision.LINKED


@pytest.mark.parametrize(("one", "other"), [("stellen een", "verschijnt"), ("meldpunt", "verschijnt")])
def test_what_a_link_by_hand_rests_on_is_told(one: str, other: str) -> None:
    """Whether or not it comes to a link: the part that counts it says no more than its own parts and the condition."""
    found = explained(one, other, OLDER, NEWER)
    (ruled,) = (part.value for part in found.parts if part.name == "by-rule")
    assert found.by_hand is not None
    total = sum(part.contribution for part in found.by_hand.parts)
    assert bool(ruled) == (found.by_hand.is_enough and total >= 0)
    assert {"prior", "surroundings", "sections", "unlike-words", "unlike-quotes"} <= {
        part.name for part in found.by_hand.parts
    }


def test_of_one_letter_nothing_is_weighed_by_hand() -> None:
    assert explained("stellen een", "meldpunt", OLDER, NEWER).by_hand is None


def test_the_order_of_the_two_does_not_matter() -> None:
    assert explained("verschijnt", "stellen een", OLDER, NEWER) == explained("stellen een", "verschijnt", OLDER, NEWER)


def test_what_adds_nothing_is_told_too() -> None:
    parts = {part.name: part.contribution for part in explained("meldpunt", "verschijnt", OLDER, NEWER).parts}
    assert parts["references"] == parts["deadlines"] == 0.0


FOUND = {
    "points-back by a cue": (
        Promise("Voor de zomer informeren wij u hierover.", Kind.INFORM),
        "hierover",
        "points-back",
        [("cue", 1.0, "hierover"), ("neighbour", 1.0, PLAN.text)],
    ),
    "by a noun taken up": (
        Promise("In mei informeren wij de gemeenten en de scheepvaart over dat actieplan.", Kind.INFORM),
        "gemeenten",
        "points-back",
        [("taken-up", 1.0, "actieplan"), ("neighbour", 1.0, PLAN.text)],
    ),
}


@pytest.mark.parametrize(("rest", "words", "rule", "parts"), FOUND.values(), ids=FOUND.keys())
def test_a_rule_for_one_letter_tells_what_it_found(
    rest: Promise, words: str, rule: str, parts: list[tuple[str, float, str]]
) -> None:
    """The words of the letter and the distance, not how much two quotes share, which such a rule does not ask."""
    found = explained("stellen een", words, Made("a", "2023-06-20", {WATER: [PLAN, rest]}))
    assert (found.decision, found.reason, found.rule) == (PairDecision.LINKED, Reason.RULE, rule)
    assert [(part.name, part.value, part.text) for part in found.parts] == parts
    assert (found.total, found.thresholds) == (0.0, ())


def test_an_unknown_statement_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        explain_pair(linker_after((), (), (), ()), "x", "y")
