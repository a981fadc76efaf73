"""The learned readers as detectors by themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

import pytest

from tracker.extraction import DETECTORS
from tracker.extraction.analysed_sentence import AnalysedSentence, analyse_sentence
from tracker.extraction.learned.clause_judgements import LEARNED
from tracker.extraction.learned.detectors import EncoderDetector, LinearDetector
from tracker.extraction.learned.encoder import HEADS, Encoder, load_encoder
from tracker.model import Firmness

DAY = dt.date(2024, 6, 26)


class Sure:
    """An encoder that finds every sentence a firm promise."""

    def named(self, sentences: Sequence[AnalysedSentence]) -> list[dict[str, float]]:
        return [{head: 4.0 if head in ("commitment", "firm") else -4.0 for head in HEADS} for _ in sentences]


def test_the_linear_reader_alone_uses_no_rule() -> None:
    none, promise = LinearDetector().judge(
        [
            analyse_sentence("De gemeente heeft 30.000 inwoners.", DAY),
            analyse_sentence("In oktober informeren we u over de uitkomsten.", DAY),
        ]
    )
    assert not any(row.states for row in none)
    assert [row.firmness for row in promise] == [Firmness.FIRM]
    assert promise[0].grounds[0] == LEARNED
    assert promise[0].time is not None


def test_the_encoder_alone_says_it_of_the_sentence() -> None:
    (row,) = EncoderDetector(cast("Encoder", Sure())).judge([analyse_sentence("De brug is open.", DAY)])[0]
    assert (row.firmness, row.outcome) == (Firmness.FIRM, None)


@pytest.mark.parametrize("name", DETECTORS)
def test_every_detector_answers_for_each_sentence(name: str) -> None:
    load_encoder.cache_clear()
    if name == "encoder":
        with pytest.raises(ModuleNotFoundError, match=r"pip install .*\[encoder\]"):
            DETECTORS[name]()
        return
    detector = DETECTORS[name]()
    sentences = [analyse_sentence(text, DAY) for text in ("Wij bouwen in mei.", "Ja.")]
    judged = detector.judge(sentences)
    assert [len(row) for row in judged] == [len(sentence.clauses) for sentence in sentences]
    assert (detector.name, bool(detector.version)) == (name, True)
