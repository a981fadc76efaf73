"""Two letters beside each other: every passage once, with the edits that make one of the other."""

from __future__ import annotations

from msgspec.structs import replace

from tests.alignment.made import CARE, HOUSES, WATER, letter
from tests.ledgers import SMALL
from tracker.ledger.queries import Index
from tracker.model import EditKind, Passage, PassageKind
from tui.comparison import Heading, Pair, compare

OLDER = letter("old", ("Dijken", WATER, HOUSES), ("Zorg", CARE))
NEWER = letter("new", ("Dijken", WATER.replace("langs", "bij")), ("Thuiszorg", CARE))
NOTE = Passage("new/n1", None, PassageKind.FOOTNOTE, "Zie het plan.", (), 1)


def index() -> Index:
    newer = replace(NEWER, passages=(*NEWER.passages, NOTE))
    return Index(
        replace(SMALL, letters=(OLDER, newer), threads=(), commitments=(), reports=(), alignments=(), topics=())
    )


def test_every_passage_of_both_letters_is_there_once() -> None:
    found = compare(index(), "old", "new")
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
    found = compare(index(), "old", "new")
    heads = [(part.old, part.new) for part in found.parts if isinstance(part, Heading)]
    assert ("Zorg", "Thuiszorg") in heads
    last = found.parts[-1]
    assert isinstance(last, Pair)
    assert last.new == NOTE.text
