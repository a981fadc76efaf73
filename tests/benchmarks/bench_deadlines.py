"""How long the time expressions of a letter of 60 kB take; run with `pytest tests/benchmarks/bench_deadlines.py -s`."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from tracker.language.sentences import split_sentences
from tracker.temporal.timex import tag_times

_SEEDS = Path(__file__).parents[2] / "seeds"
_BUDGET = 0.15


@pytest.mark.parametrize("name", ["2016-11-29_kst-27923-231.txt", "2024-06-26_kst-27923-492.txt"])
def test_the_times_of_a_letter_are_found_within_the_budget(name: str) -> None:
    paragraphs = (" ".join(text.split()) for text in (_SEEDS / name).read_text("utf-8").split("\n\n"))
    sentences = [text[begin:end] for text in paragraphs for begin, end in split_sentences(text)]
    letter = dt.date.fromisoformat(name[:10])
    tag_times("in 2025", letter)
    took = min(_timed(sentences, letter) for _ in range(3))
    size = sum(map(len, sentences))
    print(f"{name}: {len(sentences)} sentences, {size / 1000:.0f} kB, {took * 1000:.0f} ms")
    assert took < _BUDGET * max(1.0, size / 60_000)


def _timed(sentences: list[str], letter: dt.date) -> float:
    start = time.perf_counter()
    for sentence in sentences:
        tag_times(sentence, letter)
    return time.perf_counter() - start
