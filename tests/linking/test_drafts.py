"""Clusters of statements as drafts of threads."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, Told, kept, profiled
from tracker.linking.clustering import ThreadMatch
from tracker.linking.drafts import build_drafts
from tracker.linking.kept_matches import kept_matches
from tracker.linking.pair_score import PairScore
from tracker.linking.profile import StatementProfile
from tracker.linking.term_overlap import Common
from tracker.linking.thread_draft import ThreadDraft
from tracker.linking.weights import CANDIDATES
from tracker.model import Kind, Link, Outcome
from tracker.text.log_odds import probability

PLAN, DESK = Promise("Er komt een actieplan waterzuivering."), Promise("Er komt een meldpunt geluidhinder.")
NOTHING = Common((), 0.0, frozenset())
VAGUE = Promise("Wij starten met taal.", Kind.START)
DONE = Told("Het actieplan waterzuivering is er.")
FIRST, _ = profiled(Made("a", "2023-01-01", {"Water": [PLAN, DESK, VAGUE]}))
SECOND, _ = profiled(
    Made("b", "2024-01-01", {"Water": [DONE, PLAN, *[Promise(f"Er komt een brug {at}.") for at in range(9)]]})
)
PROFILES = kept(*FIRST, *SECOND)
IDS = [row.id for row in PROFILES.statements]


def even(one: StatementProfile, other: StatementProfile) -> PairScore:
    return PairScore(1.0, NOTHING, ())


def drafts(
    *clusters: int, links: tuple[Link, ...] = (), matches: tuple[ThreadMatch, ...] = ()
) -> tuple[ThreadDraft, ...]:
    """The drafts of the first statements, in these clusters."""
    kept_of_letter = kept_matches(matches, [probability(row.total) for row in matches])
    return build_drafts(PROFILES, dict(enumerate(clusters)), links, [kept_of_letter], even)


def members(found: tuple[ThreadDraft, ...]) -> list[list[str]]:
    return [[row.id for row in draft.members] for draft in found]


def match(one: int, other: int, total: float = 1.0) -> ThreadMatch:
    return ThreadMatch(one, other, total, "same-words", ("brug",), (one, other))


def test_each_cluster_is_a_draft_by_its_first_statement() -> None:
    assert members(drafts(7, 3, 7)) == [[IDS[0], IDS[2]], [IDS[1]]]


def test_reports_alone_are_no_draft_unless_they_say_that_it_was_promised() -> None:
    assert members(drafts(0, 1, 2, 3)) == [[name] for name in IDS[:3]]
    told = [
        Told("Zoals toegezegd is het actieplan er.", outcome) for outcome in (Outcome.DELIVERED, Outcome.IN_PROGRESS)
    ]
    reports, _ = profiled(Made("a", "2023-01-01", {"Water": told[:1], "Zon": told[1:]}))
    assert members(build_drafts(kept(*reports), {0: 0, 1: 1}, (), (), even)) == [[reports[0].statement.id]]


def test_a_draft_has_its_own_links_and_what_each_statement_takes_up() -> None:
    inside, across = (Link(IDS[one], IDS[other], "same-words", 0.9, ()) for one, other in ((0, 3), (1, 4)))
    first, second, _ = drafts(0, 1, 2, 0, 0, links=(inside, across))
    assert [(row.from_, row.to) for row in first.links] == [(IDS[0], IDS[3])]
    assert second.links == ()
    assert [(row.later, row.earlier) for row in first.antecedents] == [(IDS[3], IDS[0]), (IDS[4], IDS[0])]
    assert set(first.facts) == {IDS[0], IDS[3], IDS[4]}


OPENS = "In maart opent een eerste sorteerhal, waar afval onder toezicht wordt gescheiden."
HALL = Promise(OPENS, Kind.START, "2023-03-01", "2023-03-31")
OPEN, SITE = Told("In Assen is een locatie geopend."), Told("In Assen is de locatie af.")
OTHER_WORDS = {
    "no link of two letters": ((HALL,), (OPEN, SITE), (1, 2), False),
    "a link of two letters": ((HALL,), (OPEN, SITE), (0, 1), True),
    "promised again beside it": ((HALL,), (OPEN, HALL), (0, 1), False),
}


@pytest.mark.parametrize(("first", "second", "pair", "same"), OTHER_WORDS.values(), ids=OTHER_WORDS.keys())
def test_what_was_done_in_other_words_answers_a_promise(
    first: tuple[Promise, ...], second: tuple[Promise | Told, ...], pair: tuple[int, int], same: bool
) -> None:
    rows = [*profiled(Made("a", "2023-01-01", {"Afval": first}))[0]]
    rows += profiled(Made("b", "2024-01-01", {"Afval": second}))[0]
    one, other = (rows[at].statement.id for at in pair)
    linked = Link(one, other, "same-words", 0.5, ())
    (draft,) = build_drafts(kept(*rows), dict.fromkeys(range(3), 0), (linked,), (), even)
    opened = rows[1].statement.id
    assert [row.same_act for row in draft.antecedents if row.later == opened] == [same]


CAME = "De sorteerhal is geopend."
TENTATIVE = {
    "sure": (Told(CAME), HALL, True),
    "tentative": (Told(CAME, tentative=True), SITE, True),
    "tentative, and promised again beside it": (Told(CAME, tentative=True), HALL, False),
}


@pytest.mark.parametrize(("told", "beside", "same"), TENTATIVE.values(), ids=TENTATIVE.keys())
def test_what_its_own_letter_promises_again_was_not_done_unless_words_surely_say_so(
    told: Told, beside: Promise | Told, same: bool
) -> None:
    rows = [*profiled(Made("a", "2023-01-01", {"Afval": [HALL]}))[0]]
    rows += profiled(Made("b", "2024-01-01", {"Afval": [told, beside]}))[0]
    linked = Link(rows[0].statement.id, rows[1].statement.id, "same-words", 0.9, ())
    (draft,) = build_drafts(kept(*rows), dict.fromkeys(range(3), 0), (linked,), (), even)
    assert [row.same_act for row in draft.antecedents if row.later == rows[1].statement.id] == [same]


ASKED = {
    "the same": ({"a": "w", "b": "x"}, 0),
    "what goes before is another": ({"a": "w", "b": "y"}, 1),
    "nothing is kept": ({}, 1),
}


@pytest.mark.usefixtures("remembering")
@pytest.mark.parametrize(("rests_on", "more"), ASKED.values(), ids=ASKED.keys())
def test_what_words_tell_is_read_once_for_the_same_statements(rests_on: dict[str, str], more: int) -> None:
    asked: list[str] = []

    def counted(one: StatementProfile, other: StatementProfile) -> PairScore:
        asked.append(other.statement.id)
        return even(one, other)

    def found(rests_on: dict[str, str]) -> tuple[ThreadDraft, ...]:
        return build_drafts(PROFILES, {0: 0, 3: 0}, (), (), counted, rests_on=rests_on)

    first = found({"a": "w", "b": "x"})
    assert found(rests_on) == first
    assert len(asked) == 1 + more


@pytest.mark.usefixtures("remembering")
def test_of_one_letter_more_only_its_own_statements_are_read() -> None:
    third, _ = profiled(Made("c", "2025-01-01", {"Water": [PLAN, DONE, VAGUE]}))
    profiles, rests_on = kept(*FIRST, *SECOND, *third), {"a": "1", "b": "2", "c": "3"}
    before, after = (0, 2, 3, 4), (0, 2, 3, 4, 14, 15, 16)
    assert {profiles.statements[at].letter for at in after[len(before) :]} == {"c"}
    asked: list[str] = []

    def counted(one: StatementProfile, other: StatementProfile) -> PairScore:
        asked.append(other.statement.letter)
        return even(one, other)

    def found(positions: tuple[int, ...], rests_on: dict[str, str]) -> tuple[ThreadDraft, ...]:
        asked.clear()
        return build_drafts(profiles, dict.fromkeys(positions, 0), (), (), counted, rests_on=rests_on)

    found(before, rests_on)
    assert set(asked) == {"b"}
    grown = found(after, rests_on)
    assert set(asked) == {"c"}
    assert grown == found(after, {})
    assert set(asked) == {"b", "c"}


def test_of_one_act_are_two_promises_that_a_sure_link_joins() -> None:
    def same_act(score: float) -> list[bool]:
        link = Link(IDS[0], IDS[4], "same-words", score, ())
        (draft,) = build_drafts(PROFILES, {0: 0, 4: 0}, [link], (), even)
        return [row.same_act for row in draft.antecedents]

    assert (same_act(0.9), same_act(0.1)) == ([True], [False])


def test_a_promise_takes_up_none_of_its_own_letter_and_a_report_may() -> None:
    (draft,) = drafts(0, 0, 0)
    assert draft.antecedents == ()
    rows, _ = profiled(Made("a", "2023-01-01", {"Water": [PLAN, DONE]}))
    (draft,) = build_drafts(kept(*rows), {0: 0, 1: 0}, (), (), even)
    assert [row.later for row in draft.antecedents] == [rows[1].statement.id]


def test_what_names_nothing_is_vague() -> None:
    (draft,) = drafts(0, 0, 0)
    assert draft.vague == (IDS[2],)


def test_what_came_near_is_listed_for_both_the_nearest_first_once() -> None:
    near = (match(0, 4, 0.5), match(0, 3, 2.0), match(1, 4, -1.0), match(0, 1, 9.0))
    first, second, _ = drafts(0, 0, 2, 5, 5, matches=near)[:3]
    assert [(row.ref, row.score) for row in first.candidates] == [
        (IDS[3], probability(2.0)),
        (IDS[4], probability(0.5)),
    ]
    assert second.candidates == ()
    *_, last = drafts(0, 0, 2, 5, 5, matches=near)
    assert [row.ref for row in last.candidates] == [IDS[0], IDS[1]]
    many = tuple(match(0, at) for at in range(4, 4 + CANDIDATES + 2))
    assert len(drafts(*range(12), matches=many)[0].candidates) == CANDIDATES


@pytest.mark.parametrize(
    ("outcome", "beside", "found"),
    [(Outcome.DELAYED, True, False), (Outcome.DELAYED, False, True), (Outcome.DELIVERED, True, True)],
)
def test_what_is_late_takes_up_no_promise_of_its_own_sentence(outcome: Outcome, beside: bool, found: bool) -> None:
    """That tells the new day."""
    rows, _ = profiled(Made("a", "2023-01-01", {"Water": [PLAN, Told(DONE.text, outcome)]}))
    first, second = (row.statement for row in rows)
    told = replace(second, passage=first.passage, sentence=first.sentence) if beside else second
    (draft,) = build_drafts(kept(rows[0], replace(rows[1], statement=told)), {0: 0, 1: 0}, (), (), even)
    assert bool(draft.antecedents) is found
