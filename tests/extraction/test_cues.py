"""`find_cues`: every cue is found where its words say so; its own yes and no sentences stand in the data."""

from __future__ import annotations

import pytest

from tracker.extraction.cues import Cue, find_cues, known_noun, nouns_taken_up
from tracker.language.resources import read_table

WORDS = {**read_table("links"), **read_table("verdicts")}


@pytest.mark.parametrize("cue", Cue)
def test_a_cue_takes_its_examples_and_leaves_its_counter_examples(cue: Cue) -> None:
    assert all(cue in find_cues(text) for text in WORDS[cue]["yes"])
    assert not any(cue in find_cues(text) for text in WORDS[cue]["no"])


def test_known_noun_stands_alone_before_the_verb() -> None:
    assert known_noun("Het wetsvoorstel wordt na de zomer ingediend.") == "wetsvoorstel"
    assert known_noun("Er komt een wetsvoorstel.") == ""


def test_nouns_taken_up() -> None:
    assert nouns_taken_up("Met die middelen betalen wij deze proef.") == ("middelen", "proef")
