"""Rulings on quotes as examples for the reader: which sentences they speak of, and what they say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tracker.decisions.ruling import Decision, Ruling
from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.analysis import analyse
from tracker.extraction.learned.correction import CORRECTED, seen
from tracker.extraction.learned.formulas import reader_probability
from tracker.extraction.learned.sentence_features import Features, sentence_features
from tracker.extraction.learned.stack import StackedDetector, Weighed
from tracker.extraction.registry import default_detector
from tracker.model import Commitment, Letter
from tracker.text.normalize import one_space

TEACHING = (Ruling.MISSED, Ruling.REJECTED, Ruling.KIND, Ruling.DEADLINE)
"""Rulings that say whether a quote is a promise; who rules on its kind or deadline says that it is one."""
BYSTANDERS = 300
"""So many other sentences hold the correction back: those on which the shipped reader is least sure."""


class LessonSentence(Struct, frozen=True):
    """A sentence as the shipped reader sees it, and the right answers: 0 or 1 where ruled, else those of the reader."""

    features: Features
    weighed: Weighed
    answers: dict[str, float]
    ruled: Decision | None = None

    @property
    def promise(self) -> bool:
        """Whether the ruling on it says that it promises something."""
        return self.answers["commitment"] == 1


class Lesson(Struct, frozen=True):
    """What is learned from: sentences that rulings speak of, and bystanders."""

    ruled: tuple[LessonSentence, ...]
    bystanders: tuple[LessonSentence, ...]
    unused: tuple[Decision, ...]
    """Rulings on quotes that lie in no one sentence which the reader judges."""


def lesson(decisions: Iterable[Decision], letters: Sequence[Letter], left: Iterable[Commitment]) -> Lesson:
    """What rulings that stand teach; `left` is what the letters promise by reader and rulings together."""
    last = {(row.quotes[0].letter, one_space(row.quotes[0].quote)): row for row in decisions if row.ruling in TEACHING}
    promised = {(row.letter, row.sentence) for row in left}
    ruled: list[LessonSentence] = []
    others: list[LessonSentence] = []
    used: list[Decision] = []
    for letter in letters:
        ours = [(quote, row) for (name, quote), row in last.items() if name == letter.id]
        for sentence, weighed in _judged(letter):
            found = [(quote, row) for quote, row in ours if quote in one_space(sentence.text) and row not in used]
            rows = [row for _, row in found]
            used += rows
            other = (letter.id, sentence.text) in promised
            others += [] if rows else [_example(sentence, weighed, (), stays=other)]
            ruled += [_example(sentence, weighed, rows, stays=other)] if rows else []
    others.sort(key=lambda row: abs(row.weighed.log_odds["commitment"]))
    return Lesson(tuple(ruled), tuple(others[:BYSTANDERS]), tuple(row for row in last.values() if row not in used))


def _judged(letter: Letter) -> Iterator[tuple[AnalysedSentence, Weighed]]:
    """The sentences of a letter that the reader of letters judges; none where it is one that rulings cannot teach."""
    sentences, reader = analyse(letter).sentences, default_detector()
    if not isinstance(reader, StackedDetector):
        return
    for sentence, weighed in zip(sentences, reader.weigh(sentences), strict=True):
        if weighed is not None:
            yield sentence, weighed


def _example(sentence: AnalysedSentence, weighed: Weighed, rows: Sequence[Decision], *, stays: bool) -> LessonSentence:
    """A sentence with what is ruled on it; one with a promise that `stays` beside one taken out still promises."""
    answers = {name: reader_probability(weighed.log_odds[name]) for name in CORRECTED}
    if any(row.ruling is Ruling.MISSED for row in rows):
        answers = dict.fromkeys(CORRECTED, 1.0)
    elif any(row.ruling is not Ruling.REJECTED for row in rows) or (rows and stays):
        answers["commitment"] = 1.0
    elif rows:
        answers = dict.fromkeys(CORRECTED, 0.0)
    return LessonSentence(seen(sentence_features(sentence)), weighed, answers, rows[-1] if rows else None)
