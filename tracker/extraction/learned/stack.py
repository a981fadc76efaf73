"""The stack: rules and linear reader weighed together, for each sentence; the rules say in which words.

A small logistic regression for each of {commitment, firm, report}, fitted on what the linear reader says of papers of
bodies that it was not trained on, without the five letters that the rules were made on (stack.toml holds it).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from importlib.resources import files
from math import exp

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.analysis import AnalysedSentence
from tracker.extraction.classifier import RuleDetector, kind_by_rules
from tracker.extraction.detector import Bars, Judgement
from tracker.extraction.learned.linear import LinearReader, load_reader
from tracker.extraction.learned.sentence_features import Features, clause_view, sentence_features
from tracker.model import Firmness, Outcome, PassageKind

LEARNED = "learned"
"""The ground of a statement that no rule found."""
_MEANING = "the linear reader, trained on annotated papers of twelve bodies, finds it likely"


class Formula(Struct, frozen=True, forbid_unknown_fields=True):
    """The weight of each input of one logistic regression, and the probabilities from which on it says yes."""

    bias: float
    bar: float
    """Where no rule says so."""
    bar_ruled: float
    """Where a rule says so too."""
    weights: dict[str, float]

    def probability(self, inputs: dict[str, float]) -> float:
        """What the inputs give, from 0 to 1, in four digits."""
        score = self.bias + sum(weight * inputs[name] for name, weight in self.weights.items())
        return round(1 / (1 + exp(-max(-30.0, min(30.0, score)))), 4)

    def says(self, inputs: dict[str, float], *, ruled: bool) -> bool:
        """Whether it says yes; `ruled` where a rule does too."""
        return self.probability(inputs) >= (self.bar_ruled if ruled else self.bar)


class Formulas(Struct, frozen=True, forbid_unknown_fields=True):
    """The regressions of the three questions."""

    commitment: Formula
    firm: Formula
    report: Formula


@cache
def load_formulas() -> Formulas:
    """The formulas that the package ships."""
    data = files("tracker.extraction.learned").joinpath("stack.toml").read_bytes()
    return msgspec.toml.decode(data, type=Formulas)


class StackedDetector:
    """Judges sentences by rules and linear reader together."""

    name = "stack"
    version = "1"
    """The weights are among the tracker's own files, by which everything remembered is kept apart."""

    def __init__(self, reader: LinearReader | None = None, formulas: Formulas | None = None) -> None:
        """With other weights than those that the package ships, where given."""
        if reader:
            self._reader = reader
        if formulas:
            self._formulas = formulas
        self._rules = RuleDetector()

    @cached_property
    def _reader(self) -> LinearReader:
        return load_reader()

    @cached_property
    def _formulas(self) -> Formulas:
        return load_formulas()

    def judge(self, sentences: Sequence[AnalysedSentence]) -> list[Judgement]:
        """One judgement for each sentence, in their order."""
        by_rules = self._rules.judge(sentences)
        return [self._judged(sentence, judged) for sentence, judged in zip(sentences, by_rules, strict=True)]

    def meaning(self, ground: str) -> str:
        """What a rule says, or what it means that the linear reader finds something."""
        return self._rules.meaning(ground) or _MEANING

    def _judged(self, sentence: AnalysedSentence, by_rules: Judgement) -> Judgement:
        if not by_rules:
            return by_rules
        features = sentence_features(sentence)
        given = inputs(sentence, by_rules, self._reader, features)
        commitment = self._formulas.commitment.probability(given)
        firm = min(commitment, self._formulas.firm.probability(given))
        report = self._formulas.report.probability(given)
        bars = self._bars(given)
        judged = self._with_commitments(sentence, by_rules, firm, commitment, bars)
        return self._with_reports(sentence, judged, report)

    def _bars(self, given: dict[str, float]) -> Bars:
        formulas = self._formulas
        return Bars(
            firm=formulas.firm.bar_ruled if given["rules.says_firm"] else formulas.firm.bar,
            commitment=formulas.commitment.bar_ruled if given["rules.says_soft"] else formulas.commitment.bar,
            report=formulas.report.bar_ruled if given["rules.says_report"] else formulas.report.bar,
        )

    def _with_commitments(
        self,
        sentence: AnalysedSentence,
        by_rules: Judgement,
        firm: float,
        commitment: float,
        bars: Bars,
    ) -> Judgement:
        """Who promises: the clauses that the rules say, else the one that looks most like a promise."""
        promising = {at for at, row in enumerate(by_rules) if row.firmness is not None}
        firmly = {at for at in promising if by_rules[at].firmness is Firmness.FIRM}
        if not promising and firm < bars.firm and commitment < bars.commitment:
            return tuple(replace(row, bars=bars) for row in by_rules)
        places = promising or {self._most(sentence, "commitment")}
        found = []
        for at, row in enumerate(by_rules):
            if at not in places:
                found.append(replace(row, firm=0.0, soft=0.0, bars=bars))
                continue
            surely = firm if not firmly or at in firmly else min(firm, bars.firm - 0.01)
            grounds = row.grounds if at in promising else self._grounds(sentence, at, "commitment")
            kind = row.kind or kind_by_rules(sentence.clauses[at], row.time, sentence.text)
            soft = max(0.0, commitment - surely)
            found.append(replace(row, firm=surely, soft=soft, kind=kind, grounds=grounds, bars=bars))
        return tuple(found)

    def _with_reports(self, sentence: AnalysedSentence, judged: Judgement, report: float) -> Judgement:
        """Who reports: the clauses that the rules say, else the one that looks most like a report."""
        telling = {at for at, row in enumerate(judged) if row.outcomes}
        if not telling and report < judged[0].bars.report:
            return judged
        places = telling or {self._most(sentence, "report")}
        found = []
        for at, row in enumerate(judged):
            if at not in places:
                found.append(row)
                continue
            ruled = max(row.outcomes, key=lambda name: row.outcomes[name], default=None)
            outcome = ruled if ruled is not None else self._outcome(sentence, at)
            grounds = row.report_grounds if at in telling else self._grounds(sentence, at, "report")
            found.append(replace(row, outcomes={outcome: report}, report_grounds=grounds))
        return tuple(found)

    def _most(self, sentence: AnalysedSentence, head: str) -> int:
        """The place of the clause that a head of the linear reader finds likeliest; of equal ones the first."""
        if len(sentence.clauses) == 1:
            return 0
        column = self._reader.heads[head]
        scores = [float(self._reader.scores(clause_view(row, sentence))[column]) for row in sentence.clauses]
        return scores.index(max(scores))

    def _grounds(self, sentence: AnalysedSentence, at: int, head: str) -> tuple[str, ...]:
        return (LEARNED, *self._reader.strongest(clause_view(sentence.clauses[at], sentence), head))

    def _outcome(self, sentence: AnalysedSentence, at: int) -> Outcome:
        scores = self._reader.scores(clause_view(sentence.clauses[at], sentence))
        return Outcome(self._reader.best(scores, "outcome="))


def inputs(
    sentence: AnalysedSentence, by_rules: Judgement, reader: LinearReader, features: Features
) -> dict[str, float]:
    """What the formulas weigh: the surest rules of each kind, the linear reader's log-odds, the surroundings."""
    scores = reader.scores(features)
    return {
        **rule_inputs(sentence, by_rules),
        **{f"linear.{head}": float(scores[reader.heads[head]]) for head in ("commitment", "firm", "report")},
    }


def rule_inputs(sentence: AnalysedSentence, by_rules: Judgement) -> dict[str, float]:
    """The inputs that do not come from the linear reader."""
    firm = max((row.firm for row in by_rules), default=0.0)
    soft = max((row.soft for row in by_rules), default=0.0)
    report = max((value for row in by_rules for value in row.outcomes.values()), default=0.0)
    return {
        "rules.firm": firm,
        "rules.soft": soft,
        "rules.report": report,
        "rules.says_firm": float(firm > 0),
        "rules.says_soft": float(soft > 0),
        "rules.says_report": float(report > 0),
        "in.table": float(sentence.kind is PassageKind.TABLE_CELL),
        "in.list": float(sentence.kind is PassageKind.LIST_ITEM),
        "in.footnote": float(sentence.kind is PassageKind.FOOTNOTE),
        "has.time": float(bool(sentence.times)),
    }
