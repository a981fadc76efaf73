"""Annotated papers → examples: what each reader sees of a sentence, and what its annotations say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from tracker.extraction.classifier import RuleDetector
from tracker.extraction.learned.encoder import encoder_words
from tracker.extraction.learned.network import Words
from tracker.extraction.learned.sentence_features import Features, clause_view, sentence_features
from tracker.extraction.learned.stack import rule_inputs
from tracker.model import Firmness
from tracker.training.annotations import Gold, Paper, clause_of

DOUBT = 0.5
"""The weight of a sentence on which a fair colleague could decide otherwise."""


class Example(Struct, frozen=True):
    """A sentence as the readers see it, with what its annotations say."""

    body: str
    words: Words
    features: Features
    rules: dict[str, float]
    labels: dict[str, int]
    """For each question 0, 1 where only doubtful annotations say yes, or 2."""
    details: frozenset[str]
    """The kinds and outcomes of its annotations as names of heads: "kind=inform", "outcome=delayed"."""
    kind_by_rules: str | None = None
    """The kind of its first clause that a rule finds to promise."""


class OutcomeExample(Struct, frozen=True):
    """The clause of an annotated status report, with its outcome as the name of a head: "outcome=delayed"."""

    body: str
    features: Features
    head: str


class Data(Struct, frozen=True):
    """All that is fitted on; `tuned` names the bodies whose papers the rules were made on."""

    sentences: tuple[Example, ...]
    clauses: tuple[OutcomeExample, ...]
    tuned: frozenset[str]


def examples(papers: Iterable[Paper], tuned: frozenset[str], told: Callable[[str], None]) -> Data:
    """The papers as examples, without what has no words; `told` hears of each paper that is done."""
    rules = RuleDetector()
    sentences: list[Example] = []
    clauses: list[OutcomeExample] = []
    for paper in papers:
        judged = rules.judge(paper.analysed.sentences)
        for sentence, judgement, gold in zip(paper.analysed.sentences, judged, paper.labels, strict=True):
            if not sentence.has_words:  # a cell with "0" stands in many a quote, and is not what the quote is of
                continue
            kinds = [str(row.kind) for row in judgement if row.firmness and row.kind]
            sentences.append(
                Example(
                    body=paper.body,
                    words=encoder_words(sentence),
                    features=sentence_features(sentence),
                    rules=rule_inputs(judgement),
                    labels=_labels(gold),
                    details=frozenset(_details(gold)),
                    kind_by_rules=kinds[0] if kinds else None,
                )
            )
            for row in gold:
                if row.outcome is not None and (clause := clause_of(sentence, row)) is not None:
                    view = clause_view(clause, sentence)
                    clauses.append(OutcomeExample(paper.body, view, f"outcome={row.outcome}"))
        told(paper.name)
    return Data(tuple(sentences), tuple(clauses), tuned)


def _labels(gold: Sequence[Gold]) -> dict[str, int]:
    asked = {
        "commitment": [row for row in gold if row.firmness],
        "firm": [row for row in gold if row.firmness is Firmness.FIRM],
        "report": [row for row in gold if row.outcome],
    }
    return {name: max((1 if row.doubt else 2 for row in rows), default=0) for name, rows in asked.items()}


def _details(gold: Sequence[Gold]) -> Iterable[str]:
    for row in gold:
        if row.firmness and row.kind:
            yield f"kind={row.kind}"
        if row.outcome:
            yield f"outcome={row.outcome}"
