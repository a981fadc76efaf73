"""The sentence of a passage that says why something is so."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction import analyse, read_statements
from tracker.extraction.reasons import reason_of
from tracker.model import Letter, Passage, PassageKind, Run

FIRST = "De tunnel is pas eind 2025 klaar."
FURTHER_ON = {
    "of another thing": ("De hal wordt gesloten vanwege schimmel.", False),
    "that explains nothing": ("De tunnel wordt zes meter breed.", False),
    "of its thing": ("Voor de tunnel kampt de aannemer met personeelsgebrek.", True),
}


@pytest.mark.parametrize(("text", "explains"), FURTHER_ON.values(), ids=FURTHER_ON.keys())
def test_a_reason_may_stand_further_on_in_the_passage(text: str, explains: bool) -> None:
    whole = f"{FIRST} De kade is af. De hal is open. De brug is dicht. {text}"
    passage = Passage("l/p1", None, PassageKind.PARAGRAPH, whole, (Run(0, 0, len(whole)),), 1)
    read = Letter("l", "l.txt", whole, (passage,), (), date=dt.date(2025, 1, 6))
    (promise, *_), _ = read_statements(read)
    assert reason_of(promise, analyse(read).sentences_of("l/p1"), 0) == (text if explains else None)
    assert reason_of(promise, (), None) is None
