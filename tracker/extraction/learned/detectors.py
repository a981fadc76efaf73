"""The learned readers as detectors by themselves: what each would say without the others."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import Bars, Judgement
from tracker.extraction.learned.clause_judgements import Answers, sentence_judgement
from tracker.extraction.learned.encoder import Encoder, Scores
from tracker.extraction.learned.formulas import QUESTIONS, reader_probability
from tracker.extraction.learned.linear import LinearReader, load_reader
from tracker.extraction.learned.sentence_features import sentence_features

_BARS = Bars(firm=0.5, commitment=0.5, report=0.5)
"""As likely as not, by judgement."""


class LinearDetector:
    """Judges sentences by the linear reader alone."""

    name = "linear"
    version = "1"

    def __init__(self, reader: LinearReader | None = None) -> None:
        """With another reader than the one that the package ships, where given."""
        self._reader = reader or load_reader()

    def judge(self, sentences: Sequence[AnalysedSentence]) -> list[Judgement]:
        """One judgement for each sentence, in their order."""
        rows = (self._reader.scores(sentence_features(sentence)) for sentence in sentences)
        scores = [{name: float(row[self._reader.heads[name]]) for name in QUESTIONS} for row in rows]
        return _judged(sentences, scores, self._reader)


class EncoderDetector:
    """Judges sentences by the encoder alone; in which words, the linear reader says."""

    name = "encoder"
    version = "1"

    def __init__(self, encoder: Encoder) -> None:
        """With the encoder that `load_encoder` gives."""
        self._encoder = encoder

    def judge(self, sentences: Sequence[AnalysedSentence]) -> list[Judgement]:
        """One judgement for each sentence, in their order."""
        return _judged(sentences, self._encoder.named(sentences), load_reader())


def _judged(sentences: Sequence[AnalysedSentence], scores: Sequence[Scores], reader: LinearReader) -> list[Judgement]:
    """Judgements that rest on log-odds alone; of the rules only the time that bounds a clause is kept."""
    found: list[Judgement] = []
    for sentence, by_rules, row in zip(sentences, RuleDetector().judge(sentences), scores, strict=True):
        bare = tuple(
            replace(one, firm=0.0, soft=0.0, outcomes={}, kind=None, grounds=(), report_grounds=()) for one in by_rules
        )
        commitment, firm, report = (reader_probability(row[name]) for name in QUESTIONS)
        answers = Answers(commitment, firm, report)
        found.append(sentence_judgement(sentence, bare, answers, _BARS, reader) if bare else bare)
    return found
