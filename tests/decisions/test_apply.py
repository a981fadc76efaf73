"""Rulings at work on statements and threads."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, DELIVERED, LAPSED, NEW, REPORTS, SMALL
from tests.processor import is_linear
from tracker.decisions.apply import rule_statements, rule_threads
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.model import AnyStatement, Commitment, Kind, Letter, Passage, PassageKind, Precision, Status

HARBOUR, PLAN, FERRIES, _, START = COMMITMENTS
DELAYED, DONE = REPORTS


def ruling(what: Ruling, *rows: AnyStatement, value: str = "", end: str = "", kind: Kind | None = None) -> Decision:
    quotes = tuple(anchor(row.letter, row.quote) for row in rows)
    day = dt.date.fromisoformat(end) if end else None
    when = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    return Decision(ruling=what, who="A", when=when, why="x", quotes=quotes, value=value, end=day, kind=kind)


def ruled(*decisions: Decision) -> tuple[Commitment, ...]:
    return rule_statements(decisions, SMALL.letters, COMMITMENTS)


class TestStatements:
    """What was found is taken out, dated, named otherwise or added."""

    def test_what_is_no_promise_goes(self) -> None:
        assert ruled(ruling(Ruling.REJECTED, PLAN)) == tuple(row for row in COMMITMENTS if row is not PLAN)

    def test_a_quote_of_another_letter_is_another(self) -> None:
        elsewhere = replace(PLAN, letter=NEW.id)
        assert ruled(ruling(Ruling.REJECTED, elsewhere)) == COMMITMENTS

    def test_a_kind(self) -> None:
        kinds = [row.kind for row in ruled(ruling(Ruling.KIND, PLAN, kind=Kind.START))]
        assert kinds == [Kind.START if row is PLAN else row.kind for row in COMMITMENTS]

    def test_a_deadline_and_none(self) -> None:
        dated, _, open_, *_ = ruled(
            ruling(Ruling.DEADLINE, HARBOUR, end="2026-05-01"), ruling(Ruling.DEADLINE, FERRIES)
        )
        assert dated.deadline is not None
        assert (dated.deadline.end, dated.deadline.edtf) == (dt.date(2026, 5, 1), "../2026-05-01")
        assert dated.deadline.precision is Precision.DAY
        assert open_.deadline is None

    def test_what_was_missed_is_added_in_its_place(self) -> None:
        rows = ruled(ruling(Ruling.MISSED, DELAYED, kind=Kind.DELIVER))
        added = next(row for row in rows if row not in COMMITMENTS)
        assert (added.letter, added.kind, added.quote) == (NEW.id, Kind.DELIVER, DELAYED.quote)
        assert rows == (*COMMITMENTS[:4], added, COMMITMENTS[4])

    def test_what_was_found_is_not_added_again(self) -> None:
        rows = ruled(ruling(Ruling.MISSED, PLAN, kind=Kind.START))
        assert rows == tuple(replace(row, kind=Kind.START) if row is PLAN else row for row in COMMITMENTS)

    @pytest.mark.parametrize(("share", "gone"), [(0.9, True), (0.6, True), (0.4, False), (0.1, False)])
    def test_what_was_found_in_about_its_words_gives_way(self, share: float, gone: bool) -> None:
        """A short phrase of a long promise is a promise beside it."""
        words = PLAN.quote[: round(share * len(PLAN.quote))].rstrip()
        rows = ruled(ruling(Ruling.MISSED, replace(PLAN, quote=words), kind=Kind.START))
        (added,) = (row for row in rows if row not in COMMITMENTS)
        assert (PLAN not in rows) is gone
        assert (added.quote, added.deadline) == (words, PLAN.deadline if gone else None)

    @pytest.mark.parametrize("what", [Ruling.REJECTED, Ruling.DEADLINE, Ruling.KIND, Ruling.MISSED])
    def test_many_rulings_take_no_longer_each(self, what: Ruling) -> None:
        def work(number: int) -> None:
            rows = [replace(PLAN, id=f"{PLAN.id}-{at}", quote=f"{PLAN.quote} {at}") for at in range(number)]
            passages = [Passage(row.id, None, PassageKind.PARAGRAPH, row.quote, (), 1) for row in rows]
            rule_statements([ruling(what, row, kind=Kind.START) for row in rows], [paper(passages)], rows)

        assert is_linear(work, 250)


def paper(passages: list[Passage]) -> Letter:
    return replace(SMALL.letters[0], id=PLAN.letter, passages=tuple(passages))


class TestThreads:
    """A ruling changes what it is about, and says who gave it."""

    def test_a_status(self) -> None:
        threads = rule_threads([ruling(Ruling.STATUS, PLAN, value="dropped")], (DELIVERED, LAPSED), COMMITMENTS)
        assert (threads[0].status, threads[0].late, threads[0].decided_by) == (Status.DROPPED, False, "A")
        assert threads[0].evidence[-1].rule == "decision"
        assert threads[1] == LAPSED

    def test_only_a_status_is_decided_by_who_ruled(self) -> None:
        for kind, value, decided in ((Ruling.STATUS, "dropped", "A"), (Ruling.SLIP, "none", None)):
            (thread,) = rule_threads([ruling(kind, PLAN, value=value)], (DELIVERED,), COMMITMENTS)
            assert (thread.decided_by, thread.ruled_by) == (decided, "A")

    def test_what_is_kept_late_stays_late(self) -> None:
        (thread,) = rule_threads([ruling(Ruling.STATUS, PLAN, value="delivered")], (DELIVERED,), COMMITMENTS)
        assert thread.late

    def test_a_title_and_a_note(self) -> None:
        (titled,) = rule_threads([ruling(Ruling.TITLE, FERRIES, value="veren")], (LAPSED,), COMMITMENTS)
        (noted,) = rule_threads([ruling(Ruling.NOTE, FERRIES, value="nagaan")], (LAPSED,), COMMITMENTS)
        assert (titled.title, titled.status) == ("veren", LAPSED.status)
        assert noted == replace(LAPSED, note="nagaan")


def test_nothing_ruled_is_nothing_changed() -> None:
    assert ruled() == COMMITMENTS
