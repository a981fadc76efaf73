"""`Correction`: what rulings taught, as a file, and in the reader."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.errors import DecisionError
from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.learned.correction import Correction, read_correction, seen, to_text
from tracker.extraction.learned.sentence_features import sentence_features
from tracker.extraction.learned.stack import StackedDetector
from tracker.extraction.registry import default_detector
from tracker.model import Firmness

PROMISE = analyse_sentence("In oktober informeren we u over de uitkomsten.", dt.date(2024, 6, 26))
NONE = analyse_sentence("De gemeente heeft 30.000 inwoners.", dt.date(2024, 6, 26))


def correction(**weights: float) -> Correction:
    """One that rests on five rulings, with weights of words for both questions."""
    named = {f"w:{word}": weight for word, weight in weights.items()}
    return Correction(5, 1, 4, 2, named, named)


def test_words_that_a_sentence_does_not_have_change_nothing() -> None:
    sentences = [PROMISE, NONE]
    assert StackedDetector(correction=correction(sluizen=-9.0)).judge(sentences) == StackedDetector().judge(sentences)


def test_reports_are_never_corrected() -> None:
    assert correction(oktober=9.0).log_odds(sentence_features(PROMISE), "report") == 0
    assert correction(oktober=9.0).log_odds(sentence_features(PROMISE), "commitment") > 0


@pytest.mark.parametrize(
    ("sentence", "weights", "firmness"),
    [
        pytest.param(PROMISE, {"informeren": -9.0, "oktober": -9.0, "uitkomsten": -9.0}, None, id="a promise goes"),
        pytest.param(NONE, {"gemeente": 9.0, "inwoners": 9.0, "heeft": 9.0}, Firmness.FIRM, id="a promise comes"),
    ],
)
def test_a_correction_can_turn_a_judgement(sentence: object, weights: dict[str, float], firmness: object) -> None:
    (judged,) = StackedDetector(correction=correction(**weights)).judge([sentence])  # type: ignore[list-item]
    assert [row.firmness for row in judged] == [firmness]


def test_letters_are_no_features_of_it() -> None:
    assert not [name for name in seen(sentence_features(PROMISE)) if name.startswith("c:")]


def test_the_name_of_the_reader_tells_of_it_and_its_version_of_the_weights() -> None:
    one, other = default_detector(correction(oktober=1.0)), default_detector(correction(oktober=2.0))
    assert one.name == other.name == default_detector().name + "+learned"
    assert len({one.version, other.version, default_detector().version}) == 3


def test_a_file_reads_back_as_it_was_and_does_not_depend_on_order() -> None:
    known = correction(b=1.5, a=-2.25)
    assert read_correction(to_text(known)) == known
    assert to_text(known) == to_text(correction(a=-2.25, b=1.5))


GOOD = to_text(correction(a=1.0))
FAULTS = {
    "no TOML": GOOD + "[commitment",
    "an unknown key": "answer = 42\n" + GOOD,
    "a weight that is no number": GOOD.replace("1.0", '"1"'),
    "a weight beyond all bounds": GOOD.replace("1.0", "1e9"),
    "no number at all": GOOD.replace("1.0", "nan"),
    "fewer than no rulings": GOOD.replace("rulings = 5", "rulings = -5"),
    "nothing": "",
}


@pytest.mark.parametrize("text", FAULTS.values(), ids=FAULTS.keys())
def test_a_file_with_faults_is_refused_with_the_remedy(text: str) -> None:
    with pytest.raises(DecisionError, match=r"learned\.toml .*'tracker learn --forget'"):
        read_correction(text)
