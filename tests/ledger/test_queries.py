"""Queries over a ledger, and the ledger as JSON."""

from __future__ import annotations

import datetime as dt
import json

import jsonschema
import msgspec
import pytest
from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, DELIVERED, LAPSED, NEW, OLD, POSTPONED, PROMISED, REPORTS, SMALL
from tracker.errors import CollectionError
from tracker.export.json_ledger import from_json, json_schema, to_json
from tracker.ledger.queries import Index, extensions_of
from tracker.model import Ledger, MatchGround, RegisterMatch, Status, Step, StepKind, Topic

INDEX = Index(SMALL)


def test_deadlines_run_from_old_to_new_without_repeats() -> None:
    assert [str(deadline.end) for deadline in INDEX.deadlines_of(POSTPONED)] == ["2021-12-31", "2023-12-31"]


def test_what_was_prolonged_runs_from_its_old_end_to_the_new() -> None:
    """An end that no letter names in words stands without them."""
    step = replace(PROMISED.members[-1], old_end=dt.date(2030, 1, 1), new_end=dt.date(2031, 5, 31))
    longer = replace(PROMISED, members=(*PROMISED.members[:-1], step))
    assert INDEX.course(longer) == (
        *INDEX.course(PROMISED),
        ("", dt.date(2030, 1, 1)),
        ("", dt.date(2031, 5, 31)),
    )


def test_what_is_said_after_it_was_met_is_no_deadline_that_it_had() -> None:
    """Met in the older letter, and the newer one goes on about the same thing; of what is open it counts."""
    promised, met = DELIVERED.members
    members = (promised, replace(met, letter=OLD.id), *PROMISED.members)
    thread = replace(DELIVERED, members=members)
    assert INDEX.course(thread) == INDEX.course(DELIVERED)
    assert INDEX.carrier(thread) == INDEX.carrier(DELIVERED)
    assert INDEX.due(replace(thread, status=Status.PROMISED)) == INDEX.due(PROMISED)


def test_what_has_no_day_is_due_at_no_time() -> None:
    """And what has one from the day on that its words name, if they name one."""
    bare = Index(replace(SMALL, commitments=tuple(replace(row, deadline=None) for row in SMALL.commitments)))
    assert (bare.due(PROMISED), bare.due_interval(PROMISED)) == (None, None)
    found = INDEX.due_interval(PROMISED)
    assert found is not None
    assert found[1] == INDEX.due(PROMISED) == dt.date(2024, 12, 31)


@pytest.mark.parametrize(
    ("kind", "old_end", "kept"),
    [
        (StepKind.REPEATED, "2024-06-30", False),
        (StepKind.REPEATED, "2024-12-31", True),
        (StepKind.CHANGED, "2024-06-30", True),
        (StepKind.REPEATED, None, True),
    ],
)
def test_a_later_day_that_an_analyst_ruled_to_be_none_is_no_deadline(
    kind: StepKind, old_end: str | None, kept: bool
) -> None:
    """The step is then a repetition, with the day that still stands; that very day, and what only changed, count."""
    ruled = replace(PROMISED.members[-1], step=kind, old_end=dt.date.fromisoformat(old_end) if old_end else None)
    found = INDEX.deadlines_of(replace(PROMISED, members=(*PROMISED.members[:-1], ruled)))
    assert [str(deadline.end) for deadline in found] == (["2024-12-31"] if kept else [])


def test_a_step_of_a_letter_that_is_not_there_settles_nothing() -> None:
    """As of a day before it the ledger holds no such letter."""
    elsewhere = replace(DELIVERED.members[-1], letter="kst-27923-9999")
    assert INDEX.course(replace(DELIVERED, members=(*DELIVERED.members, elsewhere))) == INDEX.course(DELIVERED)


def test_what_repeats_a_promise_after_it_was_put_off_bears_no_verdict() -> None:
    """Where no statement that is here did what the status says, the newest of all does."""
    again = Step(NEW.id, COMMITMENTS[4].id, StepKind.REPEATED, "said again")
    assert INDEX.newest(replace(POSTPONED, members=(*POSTPONED.members, again))) is REPORTS[0]
    lost = replace(POSTPONED.members[-1], ref="kst-27923-9999/r-1")
    assert INDEX.newest(replace(POSTPONED, members=(POSTPONED.members[0], lost))) is COMMITMENTS[0]


def test_it_is_due_from_the_beginning_of_the_deadline_that_counts() -> None:
    """Of two in a letter the later one counts, though the letter names the other after it."""
    both = replace(PROMISED, members=tuple(Step(OLD.id, COMMITMENTS[at].id, StepKind.PROMISED, "") for at in (0, 2)))
    assert INDEX.due_interval(both) == (dt.date(2021, 10, 1), dt.date(2021, 12, 31))


def test_a_letter_without_a_date_and_a_move_without_a_new_day_set_no_milestone() -> None:
    assert INDEX.milestones(POSTPONED) == ((OLD.date, dt.date(2021, 12, 31)), (NEW.date, dt.date(2023, 12, 31)))
    undated = Index(replace(SMALL, letters=(OLD, replace(NEW, date=None))))
    assert undated.milestones(POSTPONED) == ((OLD.date, dt.date(2021, 12, 31)),)
    openly = replace(POSTPONED, members=POSTPONED.members[:1], slips=(replace(POSTPONED.slips[0], new_end=None),))
    assert INDEX.milestones(openly) == ((OLD.date, dt.date(2021, 12, 31)),)


@pytest.mark.parametrize(("days", "found"), [((730, 31), 761), ((None,), 0), ((), 0)])
def test_a_thread_slipped_by_the_days_that_are_known(days: tuple[int | None, ...], found: int) -> None:
    slips = tuple(replace(POSTPONED.slips[0], days=number) for number in days)
    assert INDEX.days_slipped(replace(POSTPONED, slips=slips)) == found


def test_an_alignment_is_that_of_the_older_with_the_newer_letter() -> None:
    (known,) = SMALL.alignments
    assert INDEX.alignment(OLD.id, NEW.id) is known
    assert INDEX.alignment(NEW.id, OLD.id) is None


@pytest.mark.parametrize("missing", ["old_end", "new_end"])
def test_an_extension_has_an_old_and_a_new_day(missing: str) -> None:
    step = replace(PROMISED.members[-1], old_end=dt.date(2030, 1, 1), new_end=dt.date(2031, 5, 31))
    assert extensions_of(replace(PROMISED, members=(step, step))) == ((dt.date(2030, 1, 1), dt.date(2031, 5, 31)),)
    assert extensions_of(replace(PROMISED, members=(replace(step, **{missing: None}),))) == ()


def test_a_thread_has_the_topic_of_the_first_section_that_has_one() -> None:
    topic = Topic("topic-1", "Havens", (NEW.sections[0].id,))
    index = Index(replace(SMALL, topics=(topic,)))
    assert (index.topic(POSTPONED), index.topic(LAPSED), INDEX.topic(POSTPONED)) == ("Havens", "", "")


def test_the_register_is_told_thread_by_thread_what_is_sure_first() -> None:
    sure = RegisterMatch("TZ1", POSTPONED.id, MatchGround.CARRIED, "Een brief.", "", met=False)
    asked, other = replace(sure, number="TZ2", ground=MatchGround.ASKED), replace(sure, thread=LAPSED.id)
    found = Index(replace(SMALL, registered=(asked, other, sure))).registered
    assert found == {POSTPONED.id: (sure, asked), LAPSED.id: (other,)}


def test_the_newest_quote_is_the_one_that_the_verdict_rests_on() -> None:
    assert INDEX.newest(POSTPONED) is REPORTS[0]


def test_a_deadline_that_passed_is_shown_by_the_sentence_that_carries_it() -> None:
    """Whatever the thread says after it."""
    carrier = next(row for row in SMALL.commitments if row.id == LAPSED.members[0].ref)
    undated = replace(carrier, id="undated", deadline=None)
    ledger = replace(SMALL, commitments=(*SMALL.commitments, undated))
    thread = replace(LAPSED, members=(*LAPSED.members, replace(LAPSED.members[0], ref=undated.id)))
    assert Index(ledger).newest(thread) is carrier


def test_json_is_valid_under_its_schema() -> None:
    document, schema = json.loads(to_json(SMALL)), json.loads(json_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema, format_checker=jsonschema.FormatChecker())


def test_json_has_the_published_names() -> None:
    document = json.loads(to_json(SMALL))
    assert document["schema"] == "ledger/1"
    assert document["reports"][0]["new_deadline"] == "2023-12-31"
    assert document["commitments"][0]["deadline"]["precision"] == "part-of-year"
    assert document["alignments"][0]["from"] == OLD.id
    assert "text" not in document["letters"][0]
    (link,) = document["threads"][0]["links"]
    assert {"from", "to", "score", "parts"} <= link.keys()
    assert link["parts"][0] == {"name": "word", "value": 3.0, "weight": 1.0, "contribution": 3.0, "text": "haven"}


def test_json_reads_back_to_the_same_bytes() -> None:
    written = to_json(SMALL)
    assert msgspec.json.format(msgspec.json.encode(from_json(written)), indent=2) + b"\n" == written


def test_an_empty_ledger_is_valid_too() -> None:
    empty = Ledger(None, (), (), (), (), ())
    jsonschema.validate(json.loads(to_json(empty)), json.loads(json_schema()))


@pytest.mark.parametrize("data", [b"", b"{}", b'{"schema": "ledger/2"}', b"\xff"])
def test_what_is_no_ledger_is_refused(data: bytes) -> None:
    with pytest.raises(CollectionError, match="no ledger"):
        from_json(data)
