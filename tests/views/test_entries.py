"""What is told of a thread, by its fate."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, DELIVERED, LAPSED, POSTPONED, PROMISED, SMALL, step
from tracker.i18n.message import message
from tracker.ledger.queries import Index
from tracker.model import Evidence, Lateness, MissingPaper, Searched, Status
from tracker.report_headings import Fate
from tracker.views.entries import moves, thread_entry, word_changes
from tracker.views.text_style import GLUE

INDEX = Index(SMALL)


@pytest.mark.parametrize(
    ("kind", "thread", "leads"),
    [
        (Fate.LAPSED, LAPSED, [""]),
        (Fate.SLIPPED, POSTPONED, ["was", "now", "why"]),
        (Fate.LATE, DELIVERED, ["was", "now"]),
        (Fate.UNCLEAR, LAPSED, ["was", "near"]),
        (Fate.OPEN, PROMISED, [""]),
    ],
)
def test_its_quotes(kind: Fate, thread, leads: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert [note.lead for note in thread_entry(INDEX, kind, thread).notes] == leads


def test_the_letters_searched_are_named_and_papers_that_are_missing_counted() -> None:
    papers = Evidence("missing", 1.0, message("evidence.missing", papers="kst-1-1, kst-1-2"))
    facts = " ".join(thread_entry(INDEX, Fate.LAPSED, replace(LAPSED, evidence=(papers,))).facts)
    assert "2021" in facts
    assert "2 later papers" in facts
    assert "nr." not in facts.partition("2 later papers")[2]
    known = MissingPaper("kst-1-2", "1", "2", (SMALL.letters[1].id,), 4)
    index = Index(replace(SMALL, missing=(known,)))
    facts = " ".join(thread_entry(index, Fate.LAPSED, replace(LAPSED, evidence=(papers,))).facts)
    assert facts.replace(GLUE, " ").endswith("2 later papers not searched (nr. 2 …)")
    assert "papers" not in " ".join(thread_entry(INDEX, Fate.LAPSED, LAPSED).facts)


def test_what_is_said_of_silence_is_said_of_no_other_status_under_its_heading() -> None:
    facts = thread_entry(INDEX, Fate.LAPSED, replace(LAPSED, status=Status.DROPPED)).facts
    assert "withdrawn" in facts
    assert "not mentioned" not in " ".join(facts)


def test_a_passage_that_is_possibly_of_it_is_told_as_it_was_cut_and_has_its_line() -> None:
    passage = SMALL.letters[1].passages[0]
    found = Searched(SMALL.letters[1].id, passage.id, "De haven is dieper " * 20, 0.5)
    for text in ("De haven is …", "De haven is dieper"):
        thread = replace(LAPSED, searched=(replace(found, text=text),))
        *_, note = thread_entry(INDEX, Fate.UNCLEAR, thread).notes
        assert note.text == text
        assert note.place.replace(GLUE, " ").endswith(f", line {passage.line}")


@pytest.mark.parametrize(("why", "quoted"), [(None, False), ("omdat het slib vervuild was", True)])
def test_a_move_says_why_or_that_nobody_did(why: str | None, quoted: bool) -> None:
    *_, note = moves(INDEX, [replace(POSTPONED.slips[0], explained=why)])
    assert (note.lead, note.quoted) == ("why", quoted)


@pytest.mark.parametrize(
    ("lateness", "told"),
    [(Lateness.LATE, "delivered late"), (Lateness.ON_TIME, "on time"), (Lateness.UNKNOWN, "")],
)
def test_what_was_met_says_whether_it_was_late_where_that_is_known(lateness: Lateness, told: str) -> None:
    *_, found = thread_entry(INDEX, Fate.KEPT, replace(DELIVERED, lateness=lateness, late=False)).facts
    assert told in found
    assert ("late" in found) is (lateness is Lateness.LATE)


SET, MOVED = COMMITMENTS[0].id, POSTPONED.members[1].ref


@pytest.mark.parametrize(
    ("refs", "leads"),
    [
        ((SET, MOVED), ["was", "now"]),
        ((SET, SET), ["moved"]),
        ((SET, "kst-27923-9999/r-1"), ["moved"]),
        (("kst-27923-9999/c-1", MOVED), ["moved"]),
    ],
)
def test_a_move_shows_both_of_its_quotes_or_the_one_that_there_is(refs: tuple[str, str], leads: list[str]) -> None:
    slip = replace(POSTPONED.slips[0], from_ref=refs[0], to_ref=refs[1])
    *quotes, _ = moves(INDEX, [slip])
    assert [note.lead for note in quotes] == leads


def test_word_edits_of_quotes_that_are_alike_alone() -> None:
    one = COMMITMENTS[0]
    assert word_changes(one, one) == ()
    assert word_changes(None, one) == word_changes(one, None) == ()
    assert word_changes(replace(one, quote="De kade is af."), replace(one, quote="Wij eten brood")) == ()
    (note,) = word_changes(one, replace(one, quote=one.quote.replace("2021", "2023")))
    assert "2021" in note.text
    assert "2023" in note.text


@pytest.mark.parametrize("kind", [Fate.LATE, Fate.PARTLY])
def test_beside_what_came_of_it_stands_the_sentence_that_names_the_day(kind: Fate) -> None:
    said_before = step(COMMITMENTS[2].id, DELIVERED.members[0].step, "")
    undated = replace(COMMITMENTS[2], deadline=None)
    index = Index(replace(SMALL, commitments=(*COMMITMENTS[:2], undated, *COMMITMENTS[3:])))
    notes = thread_entry(index, kind, replace(DELIVERED, members=(said_before, *DELIVERED.members))).notes
    assert [note.text for note in notes if note.lead == "was"] == [COMMITMENTS[1].quote]
    bare = Index(replace(SMALL, commitments=tuple(replace(row, deadline=None) for row in COMMITMENTS)))
    notes = thread_entry(bare, kind, replace(DELIVERED, members=(said_before, *DELIVERED.members))).notes
    assert [note.text for note in notes if note.lead == "was"] == [COMMITMENTS[2].quote]
