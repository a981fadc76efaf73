"""Two letters beside each other: every passage once, with the edits that make one of the other."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from tests.alignment.made import CARE, HOUSES, WATER, letter
from tests.ledgers import SMALL
from tracker.ledger.queries import Index
from tracker.model import EditKind, Passage, PassageKind
from tui.comparison import Heading, Pair, changed_words, compare_letters
from tui.study_loader import Scope, read_study

OLDER = letter("old", ("Dijken", WATER, HOUSES), ("Zorg", CARE))
NEWER = letter("new", ("Dijken", WATER.replace("langs", "bij")), ("Thuiszorg", CARE))
NOTE = Passage("new/n1", None, PassageKind.FOOTNOTE, "Zie het plan.", (), 1)


def index() -> Index:
    newer = replace(NEWER, passages=(*NEWER.passages, NOTE))
    return Index(
        replace(SMALL, letters=(OLDER, newer), threads=(), commitments=(), reports=(), alignments=(), topics=())
    )


def test_every_passage_of_both_letters_is_there_once() -> None:
    found = compare_letters(index(), "old", "new")
    pairs = [part for part in found.parts if isinstance(part, Pair)]
    olds, news = ([getattr(pair, side) for pair in pairs if getattr(pair, side)] for side in ("old", "new"))
    for side, one in ((olds, OLDER), (news, NEWER)):
        texts = [row.text for row in one.passages if row.kind is PassageKind.PARAGRAPH]
        assert sorted(text for text in side if text in texts) == sorted(texts)
    for pair in pairs:
        if pair.edits:
            assert "".join(edit.text for edit in pair.edits if edit.kind is not EditKind.INSERT) == pair.old
            assert "".join(edit.text for edit in pair.edits if edit.kind is not EditKind.DELETE) == pair.new
    assert any(pair.edits for pair in pairs)
    assert found.changes == sum(not pair.same for pair in pairs)


def test_headings_have_both_names_and_footnotes_come_last() -> None:
    found = compare_letters(index(), "old", "new")
    heads = [(part.old, part.new) for part in found.parts if isinstance(part, Heading)]
    assert ("Zorg", "Thuiszorg") in heads
    last = found.parts[-1]
    assert isinstance(last, Pair)
    assert last.new == NOTE.text


def test_what_two_sentences_share_stays_in_place() -> None:
    """The thing that both name is no word that went and came."""
    edits = changed_words(
        "dat we starten met een pilot onderwijstijd in het vo binnen de huidige kaders.",
        "Meer dan 150 scholen hebben zich aangemeld voor de pilot onderwijstijd.",
    )
    shared = [edit.text.strip() for edit in edits if edit.kind is EditKind.EQUAL]
    assert any("pilot onderwijstijd" in text for text in shared)
    assert changed_words("De brug is klaar.", "Wij sturen u het rapport.") == ()


def test_no_passage_of_the_five_letters_is_replaced_whole_where_sentences_share_what_they_name(seeds: Path) -> None:
    study = read_study(Scope(seeds))
    older, newer = list(study.index.letters)[-2:]
    found = compare_letters(study.index, older, newer)
    rewritten = [part for part in found.parts if isinstance(part, Pair) and part.akin]
    assert len(rewritten) > 10
    assert [part.key for part in rewritten if not any(edit.kind is EditKind.EQUAL for edit in part.edits)] == []
    for part in rewritten:
        assert "".join(edit.text for edit in part.edits if edit.kind is not EditKind.INSERT) == part.old
        assert "".join(edit.text for edit in part.edits if edit.kind is not EditKind.DELETE) == part.new
