"""As of any day a firm dated promise has one verdict, and a deadline that passed is never lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.series import Made, Promise, Told, judged, linked
from tracker.model import Firmness, Kind, Outcome, Status, Thread
from tracker.status.passed_deadline import promised_thing, promised_words
from tracker.status.weights import BEFORE
from tracker.statuses import FACTS

pytestmark = pytest.mark.usefixtures("every_silence_lapses")

WATER = "3. Waterkwaliteit van de grote rivieren"
PLAN = Promise("Er komt een actieplan waterzuivering Maas.", Kind.DELIVER, "2023-09-01", "2023-11-30")
DUE = dt.date(2023, 11, 30)
FIRST = Made("a", "2023-06-20", {WATER: [PLAN]})
SECOND = "2024-06-26"

OUTCOMES = {
    "silence": ("De bouw van woningen gaat door.", Status.LAPSED),
    "spoken of": ("Over het actieplan waterzuivering Maas spreken wij met de provincies.", Status.UNCLEAR),
    "still in hand": (
        Told("Aan het actieplan waterzuivering Maas wordt gewerkt.", Outcome.IN_PROGRESS),
        Status.UNCLEAR,
    ),
    "done": (Told("Het actieplan waterzuivering Maas is gepubliceerd."), Status.DELIVERED),
    "withdrawn": (Told("Het actieplan waterzuivering Maas gaat niet door.", Outcome.CANCELLED), Status.DROPPED),
    "moved": (Promise(PLAN.text, Kind.DELIVER, "2025-01-01", "2025-12-31"), Status.POSTPONED),
    "moved without a day": (
        Told("Het actieplan waterzuivering Maas schuift op.", Outcome.DELAYED),
        Status.POSTPONED,
    ),
    "promised again": (Promise(PLAN.text), Status.REPEATED),
}
PASSED = {Status.DUE, Status.LAPSED, Status.UNCLEAR}


def as_of(day: dt.date, row: str | Promise | Told) -> Thread:
    """The thread of the plan as it could be told on a day, from the letters of then."""
    series = [FIRST, *([Made("b", SECOND, {WATER: [row]})] if day >= dt.date.fromisoformat(SECOND) else [])]
    return judged(*series, as_of=day.isoformat())[0]


@pytest.mark.parametrize(("row", "status"), OUTCOMES.values(), ids=OUTCOMES.keys())
def test_every_promise_goes_from_promised_to_due_to_its_verdict(row: str | Promise | Told, status: Status) -> None:
    days = ("2023-06-20", "2023-11-30", "2023-12-01", "2024-06-25", "2024-06-26")
    told = [as_of(dt.date.fromisoformat(day), row).status for day in days]
    assert told == [Status.PROMISED, Status.PROMISED, Status.DUE, Status.DUE, status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Idem, ronde 2023, open tot 30 november", Status.UNCLEAR),
        ("Dito voor de tweede ronde in november", Status.UNCLEAR),
        ("Ronde 2023, idem, open tot 30 november", Status.LAPSED),
        ("Identiteitsbewijzen, ronde 2023, open tot 30 november", Status.LAPSED),
    ],
)
def test_no_row_that_stands_for_the_one_above_lapses(text: str, status: Status) -> None:
    row = Promise(text, Kind.DELIVER, "2023-09-01", "2023-11-30")
    series = (Made("a", "2023-06-20", {WATER: [row]}), Made("b", SECOND, {WATER: ["De bouw van woningen gaat door."]}))
    assert [thread.status for thread in judged(*series)] == [status]


@settings(max_examples=40)
@given(st.dates(dt.date(2023, 6, 20), dt.date(2027, 1, 1)), st.sampled_from(sorted(OUTCOMES)))
def test_on_any_day_a_deadline_that_passed_has_a_verdict(day: dt.date, name: str) -> None:
    row, _ = OUTCOMES[name]
    thread = as_of(day, row)
    moved = [slip.new_end for slip in thread.slips]
    due = moved[-1] if moved else DUE
    alive = day >= dt.date.fromisoformat(SECOND) and isinstance(row, Promise)
    is_passed = due is not None and day > due and not (alive and not moved)
    assert (thread.status in PASSED) is (is_passed and FACTS[thread.status].is_open | (thread.status is Status.LAPSED))


def test_what_moved_and_passed_again_is_judged_anew() -> None:
    moved = Promise(PLAN.text, Kind.DELIVER, "2024-09-01", "2024-12-31")
    series = (FIRST, Made("b", SECOND, {WATER: [moved]}))
    silent = Made("c", "2025-06-01", {WATER: ["De bouw van woningen gaat door."]})
    told = [
        judged(*series, as_of="2024-12-31")[0],
        judged(*series, as_of="2025-01-01")[0],
        judged(*series, silent)[0],
    ]
    assert [thread.status for thread in told] == [Status.POSTPONED, Status.DUE, Status.LAPSED]
    assert [len(thread.slips) for thread in told] == [1, 1, 1]


def test_a_letter_between_promise_and_deadline_that_speaks_of_the_thing_leaves_it_unclear() -> None:
    late = Promise(PLAN.text, Kind.DELIVER, "2024-09-01", "2024-12-31")
    between = "Over het actieplan waterzuivering Maas spreken wij met de provincies."
    silent = Made("c", "2025-06-01", {WATER: ["De bouw van woningen gaat door."]})
    first = Made("a", "2023-06-20", {WATER: [late]})
    spoken = judged(first, Made("b", "2024-06-26", {WATER: [between]}), silent)[0]
    assert (spoken.status, [row.letter for row in spoken.searched]) == (Status.UNCLEAR, ["b"])
    other = Made("b", "2024-06-26", {WATER: ["De veerpont vaart door."]})
    lapsed = judged(first, other, silent)[0]
    assert (lapsed.status, [row.letter for row in lapsed.searched]) == (Status.LAPSED, ["b", "c"])
    assert "; 2 searched" in str(lapsed.evidence[-1].text)


def test_what_is_unclear_lists_the_passages_and_accuses_nobody() -> None:
    thread = as_of(dt.date(2024, 7, 1), OUTCOMES["spoken of"][0])
    assert [row.letter for row in thread.searched] == ["b"]
    assert thread.searched[0].text.startswith("Over het actieplan")
    assert not FACTS[thread.status].is_accusing
    assert not FACTS[thread.status].is_finding


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Het actieplan waterzuivering Maas komt er indien de provincies instemmen.", Status.UNCLEAR),
        ("Als onderdeel van het beheer komt er een actieplan waterzuivering Maas.", Status.LAPSED),
        ("Het actieplan waterzuivering Maas komt er.", Status.LAPSED),
    ],
)
def test_what_hangs_on_something_does_not_lapse(text: str, status: Status) -> None:
    promise = Promise(text, Kind.DELIVER, "2023-09-01", "2023-11-30")
    silent = Made("b", SECOND, {WATER: ["De bouw van woningen gaat door."]})
    assert judged(Made("a", "2023-06-20", {WATER: [promise]}), silent)[0].status is status


@pytest.mark.parametrize(
    ("promise", "named"),
    [(PLAN, True), (Promise(PLAN.text), False), (replace(PLAN, firmness=Firmness.SOFT), False)],
)
def test_only_a_firm_dated_promise_names_the_thing_that_is_searched(promise: Promise, *, named: bool) -> None:
    _, (draft,) = linked(Made("a", "2023-06-20", {WATER: [promise]}))
    assert bool(promised_thing(draft)) is named


@pytest.mark.parametrize(("passage", "named"), [(None, True), ("a/elsewhere", False)])
def test_what_a_relative_clause_dates_is_named_before_it_in_one_passage(passage: str | None, *, named: bool) -> None:
    _, (draft,) = linked(Made("a", "2023-06-20", {WATER: [PLAN]}))
    (clause,) = draft.members
    main = structs.replace(clause, id="main", deadline=None, passage=passage or clause.passage)
    facts = {"main": draft.facts[clause.id], clause.id: structs.replace(draft.facts[clause.id], noun_phrases=())}
    assert bool(promised_thing(structs.replace(draft, members=(main, clause), facts=facts))) is named


TEAM = "Het Aanvalsteam Koper van NVWA en politie is actief."


@pytest.mark.parametrize(
    ("promise", "leans"), [("Er komt voor de zomer een advies.", False), ("Wij komen met dit advies.", True)]
)
def test_a_promise_that_points_back_is_searched_by_the_sentence_before_it_too(promise: str, *, leans: bool) -> None:
    _, (draft,) = linked(Made("a", "2023-06-20", {WATER: [TEAM, Promise(promise)]}))
    stems = {term[0]: counts for term, counts in promised_words(draft).items()}
    assert stems["advies"] == 1.0
    assert stems.get("aanvalsteam") == (BEFORE if leans else None)


def test_who_takes_part_is_no_word_of_a_promise() -> None:
    _, (draft,) = linked(Made("a", "2023-06-20", {WATER: [Promise("De NVWA levert het kader sluizenveiligheid op.")]}))
    assert ("sluizenveiligheid" in {term[0] for term in promised_words(draft)}, ("nvwa",) in promised_words(draft)) == (
        True,
        False,
    )


PUT_OFF = Made("b", SECOND, {WATER: [Told("Het actieplan waterzuivering Maas schuift op.", Outcome.DELAYED)]})
AFTERWARDS = {
    "silence": ("De bouw van woningen gaat door.", Status.POSTPONED),
    "promised again without a day": (Promise(PLAN.text), Status.POSTPONED),
    "spoken of": ("Over het actieplan waterzuivering Maas spreken wij met de provincies.", Status.UNCLEAR),
    "still in hand": (
        Told("Aan het actieplan waterzuivering Maas wordt gewerkt.", Outcome.IN_PROGRESS),
        Status.UNCLEAR,
    ),
    "done": (Told("Het actieplan waterzuivering Maas is gepubliceerd."), Status.DELIVERED),
}


@pytest.mark.parametrize(("row", "status"), AFTERWARDS.values(), ids=AFTERWARDS.keys())
def test_what_was_put_off_until_nobody_knows_when_is_unclear_once_it_is_spoken_of(
    row: str | Promise | Told, status: Status
) -> None:
    assert judged(FIRST, PUT_OFF, Made("c", "2025-06-26", {WATER: [row]}))[0].status is status


def test_what_was_put_off_until_a_day_stays_so_until_then() -> None:
    told = Told("Het actieplan waterzuivering Maas schuift op.", Outcome.DELAYED, new="2026-12-31")
    last = Made("c", "2025-06-26", {WATER: ["Over het actieplan waterzuivering Maas spreken wij met de provincies."]})
    assert judged(FIRST, Made("b", SECOND, {WATER: [told]}), last)[0].status is Status.POSTPONED
