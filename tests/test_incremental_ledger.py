"""An incremental ledger under rulings is, byte for byte, that of all letters judged under them from nothing."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.alignment.made import letter
from tests.linking.test_linked_letter import collection
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.documents import ReadResult, read_collection
from tracker.extraction import AnalysedLetter, CommitmentDetector, Statements, extract
from tracker.incremental_ledger import IncrementalLedger
from tracker.ledger.ledger_cache import without_links
from tracker.ledger.queries import Index
from tracker.linking import ThreadDraft
from tracker.linking.linker import IncrementalLinker
from tracker.model import TENTATIVE, Kind, Status, StatusReport
from tracker.pipeline import judge_letters, linker_of
from tracker.status import verdict

WHEN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
READING: ReadResult = read_collection(collection({0, 1, 3, 4}))
STATEMENTS = [row for rows in (judge_letters(READING, "brieven").ledger,) for row in (*rows.commitments, *rows.reports)]
DAY = dt.date(2031, 5, 1)
VALUES = {
    Ruling.STATUS: ("dropped", "delivered"),
    Ruling.TITLE: ("Zo heet het", "De brug bij Zwartsluis"),
    Ruling.NOTE: ("Nagaan",),
    Ruling.SLIP: ("none", "extension", "moved"),
    Ruling.REGISTERED: ("TZ202401-001",),
    Ruling.UNREGISTERED: ("TZ202401-001",),
}
DATED = {Ruling.DEADLINE, Ruling.SLIP, Ruling.MISSED}
SEVERAL = {Ruling.SAME, Ruling.DIFFERENT, Ruling.MERGE}


@st.composite
def rulings(draw: st.DrawFn) -> Decision:
    """Any ruling on any of the statements."""
    kind = draw(st.sampled_from(list(Ruling)))
    number = draw(st.integers(2, 3)) if kind in SEVERAL else 1
    rows = draw(st.lists(st.sampled_from(STATEMENTS), min_size=number, max_size=number, unique_by=lambda row: row.id))
    return Decision(
        ruling=kind,
        who=draw(st.sampled_from("AB")),
        when=WHEN,
        why="so",
        quotes=tuple(anchor(row.letter, row.quote) for row in rows),
        value=draw(st.sampled_from(VALUES[kind])) if kind in VALUES else "",
        end=DAY if kind in DATED and draw(st.booleans()) else None,
        kind=draw(st.sampled_from(list(Kind))) if kind in {Ruling.KIND, Ruling.MISSED} else None,
    )


@pytest.mark.slow
@settings(max_examples=12)
@given(st.lists(st.tuples(rulings(), st.booleans()), min_size=1, max_size=6))
def test_any_rulings_given_and_taken_back_give_what_judging_from_nothing_gives(
    deeds: list[tuple[Decision, bool]],
) -> None:
    """Each is given; with it, or later, one is taken back or not."""
    incremental, given_now = IncrementalLedger(READING, "brieven"), list[Decision]()
    incremental.begin()
    for decision, takes_back in deeds:
        given_now.append(decision)
        if takes_back:
            del given_now[0]
        found = incremental.under(tuple(given_now))
        with patch.dict(os.environ, {"TRACKER_NO_CACHE": "1"}):
            anew = judge_letters(READING, "brieven", None, tuple(given_now))
        assert msgspec.json.encode(found) == msgspec.json.encode(anew)


ONE = Decision(
    ruling=Ruling.REJECTED, who="A", when=WHEN, why="so", quotes=(anchor(STATEMENTS[0].letter, STATEMENTS[0].quote),)
)


def test_a_ruling_links_no_letter_and_judges_its_threads_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    incremental = IncrementalLedger(READING, "brieven")
    before = incremental.under(()).ledger
    judged: list[str] = []
    work = verdict._judge

    def counted(draft: verdict.ThreadDraft, *rest: object, title: str) -> object:
        judged.append(title)
        return work(draft, *rest, title=title)  # type: ignore[arg-type]

    monkeypatch.setattr(verdict, "_judge", counted)
    incremental.begin()
    incremental.under(())
    judged.clear()
    monkeypatch.setattr(IncrementalLinker, "linked", None)
    after = incremental.under((ONE,)).ledger
    own = next(row for row in before.threads if STATEMENTS[0].id in {step.ref for step in row.members})
    assert len(after.commitments) == len(before.commitments) - 1
    asked = {row.id for row in before.threads if STATEMENTS[0].id in {one.ref for one in row.candidates}}
    assert len(judged) <= len({own.id, *asked})
    assert STATEMENTS[0].id not in {step.ref for row in after.threads for step in row.members}


PLAN = "In oktober {year} sturen wij de Kamer het havenplan."
MOVING = tuple(
    replace(letter(name, ("Havens", PLAN.format(year=year))), date=dt.date(year, 1, 10))
    for name, year in (("a", 2023), ("b", 2024))
)


@pytest.mark.parametrize(
    ("value", "end", "status", "due"),
    [
        ("", None, Status.POSTPONED, dt.date(2024, 10, 31)),
        ("none", None, Status.REPEATED, dt.date(2023, 10, 31)),
        ("extension", None, Status.EXTENDED, dt.date(2024, 10, 31)),
        ("moved", dt.date(2024, 3, 1), Status.DUE, dt.date(2024, 3, 1)),
        ("moved", dt.date(2030, 3, 1), Status.POSTPONED, dt.date(2030, 3, 1)),
        ("moved", None, Status.POSTPONED, None),
    ],
)
def test_the_verdict_is_on_the_day_that_stands_after_a_ruling_on_a_move(
    value: str, end: dt.date | None, status: Status, due: dt.date | None
) -> None:
    quotes = (anchor("b", PLAN.format(year=2024)),)
    made = Decision(ruling=Ruling.SLIP, who="A", when=WHEN, why="so", quotes=quotes, value=value, end=end)
    ledger = (
        IncrementalLedger(ReadResult(MOVING, (), ()), "havens", dt.date(2024, 6, 1))
        .under((made,) if value else ())
        .ledger
    )
    (thread,) = ledger.threads
    assert (thread.status, Index(ledger).due(thread)) == (status, due)
    assert (thread.decided_by, thread.ruled_by) == (None, "A" if value else None)


def test_what_may_be_a_report_is_in_no_ledger_where_nobody_promised_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """All reports taken as such: those of a promise stay, and the letters are linked again to the same.

    Who judges silence hears the others too.
    """
    heard: list[StatusReport] = []

    class Hears(verdict.Judge):
        def __init__(
            self,
            around: Sequence[ThreadDraft],
            letters: Sequence[AnalysedLetter],
            as_of: dt.date | None,
            reports: Iterable[StatusReport] = (),
        ) -> None:
            heard[:] = reports
            super().__init__(around, letters, as_of, reports)

    monkeypatch.setattr("tracker.incremental_ledger.Judge", Hears)

    def tentatively(analysed: AnalysedLetter, detector: CommitmentDetector) -> Statements:
        commitments, reports = extract(analysed, detector)
        return commitments, tuple(replace(row, tentative=True, rule=TENTATIVE) for row in reports)

    monkeypatch.setenv("TRACKER_NO_CACHE", "1")
    before = judge_letters(READING, "brieven").ledger
    monkeypatch.setattr("tracker.extraction.letter_statements.extract", tentatively)
    ledger = judge_letters(READING, "brieven").ledger
    kept = {row.id for row in ledger.reports}
    assert set() != kept < {row.id for row in before.reports}
    assert kept.isdisjoint(linker_of(ledger, None).left_out)
    assert {row.id for row in before.reports} - kept == linker_of(ledger, None).left_out
    assert {row.id for row in heard} == {row.id for row in before.reports}


@pytest.mark.usefixtures("remembering")
@pytest.mark.parametrize("number", [0, 1_000])
def test_very_many_links_without_all_evidence_come_to_the_same_verdicts(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr("tracker.incremental_ledger.FEW_LINKS", number)
    bare = IncrementalLedger(READING, "brieven", whole=False).under(())
    assert IncrementalLedger(READING, "brieven", whole=False).under(()) == bare
    whole = IncrementalLedger(READING, "brieven").under(())
    assert replace(without_links(bare), whole=True) == without_links(whole)
    assert bare.whole is (number > 0)
    assert whole.whole
    assert [len(thread.links) for thread in bare.ledger.threads] == [len(row.links) for row in whole.ledger.threads]
    assert (bare.ledger == whole.ledger) is bare.whole
