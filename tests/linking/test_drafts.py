"""Clusters of statements as drafts of threads."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, Told, profiled
from tracker.linking.clustering import ThreadMatch
from tracker.linking.drafts import build_drafts
from tracker.linking.pair_score import PairScore, probability, rounded
from tracker.linking.profile import StatementProfile
from tracker.linking.term_overlap import Common
from tracker.linking.thread_draft import ThreadDraft
from tracker.linking.weights import CANDIDATES
from tracker.model import Kind, Link, LinkPart, Outcome

PLAN, DESK = Promise("Er komt een actieplan waterzuivering."), Promise("Er komt een meldpunt geluidhinder.")
NOTHING = Common((), 0.0, frozenset())
VAGUE = Promise("Wij starten met taal.", Kind.START)
DONE = Told("Het actieplan waterzuivering is er.")
FIRST, _ = profiled(Made("a", "2023-01-01", {"Water": [PLAN, DESK, VAGUE]}))
SECOND, _ = profiled(
    Made("b", "2024-01-01", {"Water": [DONE, PLAN, *[Promise(f"Er komt een brug {at}.") for at in range(9)]]})
)
PROFILES = (*FIRST, *SECOND)
IDS = [row.statement.id for row in PROFILES]


def even(one: StatementProfile, other: StatementProfile) -> PairScore:
    return PairScore(1.0, NOTHING, ())


def drafts(
    *clusters: int, links: tuple[Link, ...] = (), matches: tuple[ThreadMatch, ...] = ()
) -> tuple[ThreadDraft, ...]:
    """The drafts of the first statements, in these clusters."""
    likely = [(row, probability(row.total)) for row in matches]
    return build_drafts(PROFILES, dict(enumerate(clusters)), links, likely, even)


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
    assert members(build_drafts(reports, {0: 0, 1: 1}, (), (), even)) == [[reports[0].statement.id]]


def test_a_draft_has_its_own_links_and_what_each_statement_takes_up() -> None:
    inside, across = (Link(IDS[one], IDS[other], "same-words", 0.9, ()) for one, other in ((0, 3), (1, 4)))
    first, second, _ = drafts(0, 1, 2, 0, 0, links=(inside, across))
    assert [(row.from_, row.to) for row in first.links] == [(IDS[0], IDS[3])]
    assert second.links == ()
    assert [(row.later, row.earlier) for row in first.antecedents] == [(IDS[3], IDS[0]), (IDS[4], IDS[0])]
    assert set(first.facts) == {IDS[0], IDS[3], IDS[4]}


def test_links_between_letters_tell_the_evidence_of_their_statements_those_within_one_their_own() -> None:
    lead = LinkPart("lead", 1.0, 0.5, 0.5)
    rows = (Link(IDS[0], IDS[3], "same-words", 0.9, (), (lead,)), Link(IDS[3], IDS[4], "restated", 0.9, (), (lead,)))
    (found,) = drafts(0, 0, 0, 0, 0, links=rows)
    one, other = (PROFILES[at] for at in (0, 3))
    assert found.links[0].parts == (*rounded(even(one, other).parts), lead)
    assert len(found.links[0].parts) > 1
    assert found.links[1] == rows[1]


@pytest.mark.usefixtures("remembering")
def test_what_words_tell_is_read_once_for_the_same_statements_and_sure_links() -> None:
    asked: list[str] = []

    def counted(one: StatementProfile, other: StatementProfile) -> PairScore:
        asked.append(other.statement.id)
        return even(one, other)

    def found(score: float, rests_on: dict[str, str]) -> tuple[ThreadDraft, ...]:
        link = Link(IDS[0], IDS[3], "same-words", score, ())
        return build_drafts(PROFILES, {0: 0, 3: 0}, [link], (), counted, rests_on=rests_on)

    first = found(0.9, {"b": "x"})
    before = len(asked)
    assert before
    assert found(0.9, {"b": "x"}) == first
    assert len(asked) == before
    for score, rests_on in ((0.1, {"b": "x"}), (0.9, {"b": "y"}), (0.9, {"a": "x"}), (0.9, {})):
        found(score, rests_on)
        assert len(asked) > before
        before = len(asked)


def test_a_promise_takes_up_none_of_its_own_letter_and_a_report_may() -> None:
    (draft,) = drafts(0, 0, 0)
    assert draft.antecedents == ()
    rows, _ = profiled(Made("a", "2023-01-01", {"Water": [PLAN, DONE]}))
    (draft,) = build_drafts(rows, {0: 0, 1: 0}, (), (), even)
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
