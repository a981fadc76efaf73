"""A place in a passage's mended text is found again in the source."""

from __future__ import annotations

from tracker.model import Passage, PassageKind, Run
from tracker.text.offsets import to_source

SOURCE = "De Leraren-\nagenda 12\nloopt"
PASSAGE = Passage(
    "l/p1", None, PassageKind.PARAGRAPH, "De Lerarenagenda loopt", (Run(0, 0, 10), Run(10, 12, 6), Run(17, 22, 5)), 1
)


def test_the_source_holds_the_words_with_what_interrupts_them() -> None:
    start, stop = to_source(PASSAGE, 3, 22)
    assert SOURCE[start:stop] == "Leraren-\nagenda 12\nloopt"


def test_a_place_at_a_line_break_is_the_nearest_character() -> None:
    assert to_source(PASSAGE, 16, 17) == (18, 18)


def test_a_passage_without_source_has_no_place() -> None:
    assert to_source(Passage("l/p2", None, PassageKind.PARAGRAPH, "x", (), 1), 0, 1) == (0, 0)
