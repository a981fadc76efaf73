"""Rulings at work on drafts of threads: they are joined and parted, and the rest stay as they were."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, REPORTS, SMALL
from tests.processor import is_linear
from tracker.decisions.drafts import rule_drafts
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import AnyStatement, Candidate, Link

HARBOUR, PLAN, FERRIES, _, START = COMMITMENTS
DELAYED, DONE = REPORTS


def ruling(what: Ruling, *rows: AnyStatement) -> Decision:
    quotes = tuple(anchor(row.letter, row.quote) for row in rows)
    return Decision(ruling=what, who="A", when=dt.datetime(2024, 1, 1, tzinfo=dt.UTC), why="x", quotes=quotes)


def draft(*rows: AnyStatement) -> ThreadDraft:
    links = tuple(Link(rows[0].id, row.id, "same-words", 0.9, ()) for row in rows[1:])
    return ThreadDraft(rows, {}, links)


def members(*decisions: Decision) -> list[list[str]]:
    drafts = draft(HARBOUR, PLAN, DELAYED), draft(FERRIES), draft(DONE)
    return [[row.id for row in one.members] for one in rule_drafts(decisions, drafts, SMALL.letters)]


def test_two_are_one_in_the_order_of_the_letters() -> None:
    assert members(ruling(Ruling.SAME, FERRIES, DONE)) == [
        [HARBOUR.id, PLAN.id, DELAYED.id],
        [FERRIES.id, DONE.id],
    ]


def test_a_promise_takes_up_that_of_an_earlier_letter_alone() -> None:
    drafts = draft(HARBOUR), draft(FERRIES), draft(START)
    (one,) = rule_drafts([ruling(Ruling.SAME, HARBOUR, FERRIES, START)], drafts, SMALL.letters)
    assert [(row.later, row.earlier) for row in one.antecedents] == [(START.id, FERRIES.id)]


def test_one_statement_leaves() -> None:
    assert members(ruling(Ruling.SPLIT, PLAN))[:2] == [[HARBOUR.id, DELAYED.id], [PLAN.id]]


def test_of_two_that_differ_the_second_leaves() -> None:
    assert members(ruling(Ruling.DIFFERENT, HARBOUR, DELAYED))[:2] == [[HARBOUR.id, PLAN.id], [DELAYED.id]]


def test_two_that_differ_are_not_asked_about_again() -> None:
    asked = [Candidate(row.id, 0.5, "so") for row in (DONE, FERRIES)]
    drafts = replace(draft(HARBOUR, PLAN), candidates=tuple(asked)), draft(DONE), draft(FERRIES)
    drafts = drafts[0], replace(drafts[1], candidates=(Candidate(PLAN.id, 0.5, "so"),)), drafts[2]
    first, second, _ = rule_drafts([ruling(Ruling.DIFFERENT, HARBOUR, DONE)], drafts, SMALL.letters)
    assert [row.ref for row in first.candidates] == [FERRIES.id]
    assert second.candidates == ()


def test_what_is_apart_already_stays() -> None:
    assert members(ruling(Ruling.DIFFERENT, FERRIES, DELAYED)) == members()
    assert members(ruling(Ruling.SPLIT, FERRIES)) == members()


def test_links_stay_within_a_part() -> None:
    kept, gone = rule_drafts([ruling(Ruling.SPLIT, PLAN)], [draft(HARBOUR, PLAN, DELAYED)], SMALL.letters)
    assert [(row.from_, row.to) for row in kept.links] == [(HARBOUR.id, DELAYED.id)]
    assert gone.links == ()


def test_a_join_is_told_and_taken_up() -> None:
    (one,) = rule_drafts([ruling(Ruling.MERGE, FERRIES, DONE)], [draft(FERRIES), draft(DONE)], SMALL.letters)
    assert [(row.rule, row.words) for row in one.links] == [("decision", ("A: x",))]
    assert [(row.later, row.earlier) for row in one.antecedents] == [(DONE.id, FERRIES.id)]


def test_a_report_of_no_draft_joins_once() -> None:
    twice = Decision(
        ruling=Ruling.SAME,
        who="A",
        when=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
        why="x",
        quotes=tuple(anchor(row.letter, row.quote) for row in (HARBOUR, DONE, DONE)),
    )
    (one,) = rule_drafts([twice], [draft(HARBOUR)], SMALL.letters, {DONE.id: DONE.id}, [HARBOUR, DONE])
    assert one.members == (HARBOUR, DONE)


def test_what_names_nothing_that_can_be_missed_names_nothing_where_it_is_joined_either() -> None:
    drafts = replace(draft(HARBOUR), vague=(HARBOUR.id,)), draft(FERRIES)
    (one,) = rule_drafts([ruling(Ruling.MERGE, HARBOUR, FERRIES)], drafts, SMALL.letters)
    assert one.vague == (HARBOUR.id,)


@pytest.mark.parametrize("apart", [Ruling.SPLIT, Ruling.DIFFERENT])
def test_what_is_joined_and_parted_is_about_what_it_was(apart: Ruling) -> None:
    """Words and suggestions of the other promise do not stay with it: by them it would be searched and judged."""
    drafts = [
        replace(draft(HARBOUR), vague=(HARBOUR.id,), about=((("haven",), 0.5),)),
        replace(draft(FERRIES), about=((("veer",), 0.6),), candidates=(Candidate(DONE.id, 0.5, "so"),)),
    ]
    rulings = [ruling(Ruling.MERGE, HARBOUR, FERRIES), ruling(apart, *(HARBOUR, FERRIES)[apart is Ruling.SPLIT :])]
    told = [(one.members, one.about, one.candidates, one.links) for one in rule_drafts(rulings, drafts, SMALL.letters)]
    assert told == [(one.members, one.about, one.candidates, one.links) for one in drafts]


def test_what_left_last_stands_right_after_what_it_left() -> None:
    parted = rule_drafts(
        [ruling(Ruling.SPLIT, PLAN), ruling(Ruling.SPLIT, DELAYED)], [draft(HARBOUR, PLAN, DELAYED)], SMALL.letters
    )
    assert [one.members for one in parted] == [(HARBOUR,), (DELAYED,), (PLAN,)]


@pytest.mark.parametrize("what", [Ruling.SAME, Ruling.DIFFERENT, Ruling.SPLIT])
def test_many_rulings_take_no_longer_each(what: Ruling) -> None:
    def work(number: int) -> None:
        olds = [replace(PLAN, id=f"{PLAN.id}-{at}", quote=f"{PLAN.quote} {at}") for at in range(number)]
        news = [replace(START, id=f"{START.id}-{at}", quote=f"{START.quote} {at}") for at in range(number)]
        drafts = [draft(old) if what is Ruling.SAME else draft(old, new) for old, new in zip(olds, news, strict=True)]
        drafts += [draft(new) for new in news if what is Ruling.SAME]
        rulings = [ruling(what, *pair) for pair in zip(olds, news, strict=True)]
        rule_drafts(rulings, drafts, SMALL.letters)

    assert is_linear(work, 250)


def several(*decisions: Decision) -> list[list[str]]:
    """Drafts of two promises that one report speaks of, by their numbers, and of a third."""
    drafts = draft(HARBOUR, DONE), draft(FERRIES, DONE), draft(START)
    return [[row.id for row in one.members] for one in rule_drafts(decisions, drafts, SMALL.letters)]


@pytest.mark.parametrize(
    ("decision", "found"),
    [
        (ruling(Ruling.DIFFERENT, HARBOUR, DONE), [[HARBOUR], [FERRIES, DONE], [START]]),
        (ruling(Ruling.DIFFERENT, FERRIES, DONE), [[HARBOUR, DONE], [FERRIES], [START]]),
        (ruling(Ruling.SPLIT, DONE), [[HARBOUR], [FERRIES], [DONE], [START]]),
        (ruling(Ruling.MERGE, HARBOUR, FERRIES), [[HARBOUR, FERRIES, DONE], [START]]),
        (ruling(Ruling.SAME, FERRIES, DONE), [[HARBOUR, DONE], [FERRIES, DONE], [START]]),
    ],
)
def test_what_is_of_two_promises_leaves_and_joins_as_it_is_ruled(
    decision: Decision, found: list[list[AnyStatement]]
) -> None:
    """What is of both stands once in what they become, and leaves only the one that it is said not to be of."""
    assert sorted(map(sorted, several(decision))) == sorted(sorted(row.id for row in rows) for rows in found)
