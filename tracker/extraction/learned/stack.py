"""The stack: rules, linear reader and encoder weighed together, for each sentence; the rules say in which words.

The encoder is asked only for sentences on which rules and linear reader are unsure, and only where it is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import Bars, Judgement
from tracker.extraction.learned.clause_judgements import Answers, sentence_judgement
from tracker.extraction.learned.correction import Correction
from tracker.extraction.learned.encoder import TAUGHT, Encoder, Scores
from tracker.extraction.learned.formulas import QUESTIONS, Formulas, Stack, load_stack, reader_probability
from tracker.extraction.learned.linear import LinearReader, load_reader
from tracker.extraction.learned.sentence_features import Features, sentence_features
from tracker.model import Outcome

Given = dict[str, float]
"""What the formulas weigh, by the names of their weights."""


class Weighed(Struct, frozen=True):
    """What the formulas say of a sentence: the log-odds of each question, and the bars that hold there."""

    log_odds: dict[str, float]
    bars: Bars
    closed: bool = False
    """Whether it can promise nothing, however likely the formulas find it."""
    outcomes: dict[Outcome, float] = {}
    """What the encoder says of each outcome, where it was asked."""

    def answers(self, correction: Correction | None, features: Features) -> Answers:
        """The probabilities, with what rulings taught where given."""
        added = {name: correction.log_odds(features, name) if correction else 0.0 for name in QUESTIONS}
        commitment, firm, report = (reader_probability(self.log_odds[name] + added[name]) for name in QUESTIONS)
        return Answers(commitment, firm, report, self.outcomes)


class StackedDetector:
    """Judges sentences by rules, linear reader and, where given, encoder together, and by what rulings taught."""

    def __init__(
        self,
        reader: LinearReader | None = None,
        stack: Stack | None = None,
        encoder: Encoder | None = None,
        correction: Correction | None = None,
    ) -> None:
        """With other weights than those that the package ships, where given."""
        if reader:
            self._reader = reader
        if stack:
            self._stack = stack
        self._encoder = encoder
        self._rules = RuleDetector()
        self._correction = correction
        self.name = "stack" + "+encoder" * bool(encoder) + "+learned" * bool(correction)
        # The shipped weights are among the tracker's own files, by which everything remembered is kept apart.
        self.version = f"1-{correction.name}" if correction else "1"

    @cached_property
    def _reader(self) -> LinearReader:
        return load_reader()

    @cached_property
    def _stack(self) -> Stack:
        return load_stack()

    def judge(self, sentences: Sequence[AnalysedSentence]) -> list[Judgement]:
        """One judgement for each sentence, in their order."""
        by_rules = self._rules.judge(sentences)
        features = _features(sentences, by_rules)
        weighed_all = self._weighed(sentences, by_rules, features)
        found: list[Judgement] = []
        for sentence, judged, weighed, row in zip(sentences, by_rules, weighed_all, features, strict=True):
            if weighed is None:
                found.append(judged)
            else:
                answers = weighed.answers(self._correction, row)
                found.append(sentence_judgement(sentence, judged, answers, weighed.bars, self._reader))
        return found

    def weigh(self, sentences: Sequence[AnalysedSentence]) -> list[Weighed | None]:
        """What the shipped formulas say of each sentence; None of one without clauses."""
        by_rules = self._rules.judge(sentences)
        weighed = self._weighed(sentences, by_rules, _features(sentences, by_rules))
        return [
            said and replace(said, closed=self._closed(sentence, judged, said.bars))
            for sentence, judged, said in zip(sentences, by_rules, weighed, strict=True)
        ]

    def _closed(self, sentence: AnalysedSentence, by_rules: Judgement, bars: Bars) -> bool:
        surely = sentence_judgement(sentence, by_rules, Answers(1.0, 1.0, 0.0), bars, self._reader)
        return all(row.firmness is None for row in surely)

    def _weighed(
        self, sentences: Sequence[AnalysedSentence], by_rules: Sequence[Judgement], features: Sequence[Features]
    ) -> list[Weighed | None]:
        given = [
            inputs(judged, self._reader, row) if judged else {} for judged, row in zip(by_rules, features, strict=True)
        ]
        encoded = self._encoded(sentences, given)
        return [self._weighed_sentence(known, encoded.get(at)) if known else None for at, known in enumerate(given)]

    def _encoded(self, sentences: Sequence[AnalysedSentence], given: Sequence[Given]) -> dict[int, Scores]:
        """The encoder's scores for the sentences on which the others are unsure, by their places."""
        if self._encoder is None or self._stack.large is None:
            return {}
        bounds = self._stack.unsure
        asked = [at for at, known in enumerate(given) if known and self._stack.small.unsure(known, bounds)]
        return dict(zip(asked, self._encoder.named([sentences[at] for at in asked]), strict=True))

    def _weighed_sentence(self, given: Given, encoded: Scores | None) -> Weighed:
        formulas, outcomes = self._stack.small, {}
        if encoded is not None and self._stack.large is not None:
            formulas = self._stack.large
            given = {**given, **{f"encoder.{name}": encoded[name] for name in QUESTIONS}}
            outcomes = {name: encoded[f"outcome={name}"] for name in TAUGHT}
        log_odds = {name: formulas.of(name).log_odds(given) for name in QUESTIONS}
        return Weighed(log_odds, _bars(formulas, given), outcomes=outcomes)


def _features(sentences: Sequence[AnalysedSentence], by_rules: Sequence[Judgement]) -> list[Features]:
    """What each sentence shows; nothing of one without clauses, which nobody judges."""
    rows = zip(sentences, by_rules, strict=True)
    return [sentence_features(sentence) if judged else {} for sentence, judged in rows]


def _bars(formulas: Formulas, given: Given) -> Bars:
    """The bars of each question, by whether a rule says so too."""
    return Bars(
        firm=formulas.firm.bar_ruled if given["rules.firm"] else formulas.firm.bar,
        commitment=formulas.commitment.bar_ruled if given["rules.commitment"] else formulas.commitment.bar,
        report=formulas.report.bar_ruled if given["rules.report"] else formulas.report.bar,
        tentative=formulas.report.bar_tentative,
    )


def inputs(by_rules: Judgement, reader: LinearReader, features: Features) -> Given:
    """What the formulas weigh without the encoder: the surest rules of each kind, the linear reader's log-odds."""
    scores = reader.scores(features)
    return {
        **rule_inputs(by_rules),
        **{f"linear.{name}": float(scores[reader.heads[name]]) for name in QUESTIONS},
    }


def rule_inputs(by_rules: Judgement) -> Given:
    """The inputs that come from the rules: the probability that the surest rule of each kind gives."""
    return {
        "rules.commitment": max((max(row.firm, row.soft) for row in by_rules), default=0.0),
        "rules.firm": max((row.firm for row in by_rules), default=0.0),
        "rules.report": max((value for row in by_rules for value in row.outcomes.values()), default=0.0),
    }
