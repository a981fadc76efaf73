"""`tracker text`: a passage a line."""

from __future__ import annotations

from tracker.model import Letter, Passage, PassageKind
from tracker.render.plain_letter import render


def passage(text: str, kind: PassageKind = PassageKind.PARAGRAPH, mark: str = "") -> Passage:
    return Passage("a/p1", None, kind, text, (), 1, mark=mark)


def test_passages_in_order_with_their_marks_and_without_running_heads() -> None:
    rows = (
        passage("Kop", PassageKind.HEADING),
        passage("Tweede Kamer, vergaderjaar 2020", PassageKind.FURNITURE),
        passage("een punt", PassageKind.LIST_ITEM, "•"),
        passage("rood\x1b[31m"),
    )
    assert render(Letter("a", "a.txt", "", rows, ())) == "Kop\n\n• een punt\n\nrood␛[31m\n"
