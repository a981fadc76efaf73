"""A ledger as the screens read it."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import DELIVERED, LAPSED, OLD, POSTPONED, PROMISED, SMALL
from tracker.ledger.rejudging import Judged
from tracker.model import StepKind
from tui.view_model import Study

STUDY = Study(Judged(SMALL))


def test_each_thread_has_its_entry() -> None:
    assert set(STUDY.by_id) == {row.id for row in SMALL.threads}
    entry = STUDY.by_id[POSTPONED.id]
    assert entry.slipped
    assert entry.days == sum(slip.days or 0 for slip in POSTPONED.slips)
    assert STUDY.by_id[DELIVERED.id].late is DELIVERED.late


def test_what_waits_for_an_analyst_comes_least_sure_first() -> None:
    waiting = STUDY.doubtful()
    assert [row.thread.confidence for row in waiting] == sorted(row.thread.confidence for row in waiting)
    assert PROMISED.id not in {row.id for row in waiting}
    ruled = replace(SMALL, threads=tuple(replace(row, ruled_by="A") for row in SMALL.threads))
    assert Study(Judged(ruled)).doubtful() == ()


def test_statements_stand_in_the_order_of_the_letter() -> None:
    rows = STUDY.in_order(OLD.id)
    assert [row.location.start for row in rows] == sorted(row.location.start for row in rows)
    assert {row.letter for row in rows} == {OLD.id}


def test_what_a_statement_did_to_its_thread() -> None:
    first = STUDY.index.statements[LAPSED.members[0].ref]
    assert STUDY.step_of(first) is LAPSED.members[0].step
    loose = replace(SMALL.reports[0], id="loose")
    assert STUDY.step_of(loose) is StepKind.PROGRESS
    assert STUDY.step_of(replace(SMALL.commitments[0], id="loose")) is StepKind.PROMISED


def test_troubles_are_files_and_rulings() -> None:
    assert STUDY.troubles == len(SMALL.refused)
    assert Study(Judged(replace(SMALL, refused=()))).troubles == 0


def test_a_letter_without_a_day_is_never_the_newest() -> None:
    undated = replace(SMALL.letters[0], id="undated", date=None, earliest=None, latest=None)
    study = Study(Judged(replace(SMALL, letters=(*SMALL.letters, undated))))
    assert [letter.id for letter in study.by_day] == ["undated", *(letter.id for letter in SMALL.letters)]


def test_what_the_register_contradicts_is_not_overdue() -> None:
    assert STUDY.by_id[LAPSED.id].overdue
    contested = (replace(row, by_letters=row.status) if row.id == LAPSED.id else row for row in SMALL.threads)
    assert not Study(Judged(replace(SMALL, threads=tuple(contested)))).by_id[LAPSED.id].overdue
