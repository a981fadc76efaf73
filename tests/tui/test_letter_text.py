"""A letter with its statements where they stand."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import OLD, POSTPONED, SMALL
from tracker.ledger.rejudging import Judged
from tracker.model import PassageKind
from tui.labels import Labels
from tui.letter_text import LetterText
from tui.view_model import Study

STUDY = Study(Judged(SMALL))
TEXT = LetterText(STUDY, OLD, Labels("en"))


def test_every_passage_but_what_is_on_every_page() -> None:
    kept = [row.id for row in OLD.passages if row.kind is not PassageKind.FURNITURE]
    assert [block.key for block in TEXT.blocks()] == kept
    running = replace(OLD.passages[0], kind=PassageKind.FURNITURE)
    letter = replace(OLD, passages=(running, *OLD.passages[1:]))
    assert running.id not in [block.key for block in LetterText(STUDY, letter, Labels("en")).blocks()]


def test_a_passage_has_all_its_words_and_a_sign_where_a_statement_begins() -> None:
    row = STUDY.index.statements[POSTPONED.members[0].ref]
    passage = STUDY.index.passages[row.passage]
    plain, chosen = TEXT.passage(passage), TEXT.passage(passage, row.id)
    assert len(plain.plain) > len(passage.text)
    assert plain.plain == chosen.plain
    assert plain.spans != chosen.spans


def test_the_facts_of_a_statement_tell_its_thread() -> None:
    row = STUDY.index.statements[POSTPONED.members[0].ref]
    assert POSTPONED.title in TEXT.facts(row).plain
    assert "deliver" in TEXT.facts(row).plain


def test_the_first_passage_of_a_section() -> None:
    section = OLD.sections[0].id
    assert TEXT.heading_of(section) == next(row.id for row in OLD.passages if row.section == section)
    assert TEXT.heading_of("none") is None
