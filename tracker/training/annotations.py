"""Annotated papers → labelled sentences: which sentence or clause each annotated quote is of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from rapidfuzz import fuzz

from tracker.documents import read_letter
from tracker.errors import LetterError
from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.analysis import AnalysedLetter, analyse
from tracker.extraction.features import ClauseFeatures
from tracker.model import Firmness, Kind, Letter, Outcome
from tracker.text.normalize import bare_words

_LIKE = 86.0
"""Partial likeness (0 to 100) of a quote and a sentence from which on one is of the other, as the scorer has it."""
_BEST = 0.8
"""A quote is of the sentences that fit it at least so well as its best one: not of each fragment that it holds."""


class Gold(Struct, frozen=True):
    """An annotated statement: a commitment where it has a firmness, a status report where it has an outcome."""

    quote: str
    doubt: bool = False
    firmness: Firmness | None = None
    kind: Kind | None = None
    outcome: Outcome | None = None


class Paper(Struct, frozen=True):
    """An annotated paper as the tracker reads it; `labels` are, for each sentence, the statements that it makes."""

    name: str
    body: str
    analysed: AnalysedLetter
    labels: tuple[tuple[Gold, ...], ...]


def read_papers(papers: Path, gold: Path) -> Iterator[Paper]:
    """The papers of a folder that have annotations, in the order of their names.

    Annotations are NAME.commitments.jsonl and NAME.reports.jsonl, where NAME is the paper's file name without its
    ending, or begins with the year of an undated name ("2016" for "2016-11-29_kst-27923-231").
    """
    for path in sorted(papers.iterdir()):
        name = path.stem if (gold / f"{path.stem}.commitments.jsonl").is_file() else path.stem[:4]
        if not (gold / f"{name}.commitments.jsonl").is_file():
            continue
        try:
            letter = read_letter(path.name, path.read_bytes())
        except LetterError:
            continue
        yield label(path.stem, letter, [*_rows(gold, name, "commitments"), *_rows(gold, name, "reports")])


def label(name: str, letter: Letter, gold: Sequence[Gold]) -> Paper:
    """The paper with each statement at the sentences that its quote is of."""
    analysed = analyse(letter)
    texts = [bare_words(sentence.text) for sentence in analysed.sentences]
    labels: list[list[Gold]] = [[] for _ in texts]
    for row in gold:
        for at in _places(bare_words(row.quote), texts):
            labels[at].append(row)
    return Paper(name, body_of(name), analysed, tuple(map(tuple, labels)))


def clause_of(sentence: AnalysedSentence, gold: Gold) -> ClauseFeatures | None:
    """The clause of a sentence that a quote is most of; None where the sentence has none."""
    quote = bare_words(gold.quote)
    fits = [
        (fuzz.token_set_ratio(bare_words(clause.text), quote), len(clause.text), clause) for clause in sentence.clauses
    ]
    return max(fits, key=lambda fit: fit[:2])[2] if fits else None


def body_of(name: str) -> str:
    """The body that wrote a paper, as the first word of its name says it: "denhaag-kust-2024" → "denhaag"."""
    first = re.split(r"[-_\d]", name, maxsplit=1)[0]
    return first or "letters"


def _rows(gold: Path, name: str, kind: str) -> Iterator[Gold]:
    path = gold / f"{name}.{kind}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        if line.strip():
            row: dict[str, Any] = json.loads(line)
            yield Gold(
                row["quote"],
                bool(row.get("doubt") or row.get("minor")),
                Firmness(row["firmness"]) if "firmness" in row else None,
                Kind(row["kind"]) if row.get("kind") else None,
                Outcome(row["outcome"]) if row.get("outcome") else None,
            )


def _places(quote: str, texts: Sequence[str]) -> list[int]:
    fits = [(at, _fit(quote, text)) for at, text in enumerate(texts)]
    best = max((fit for _, fit in fits), default=0.0)
    return [at for at, fit in fits if fit > 0 and fit >= _BEST * best]


def _fit(quote: str, text: str) -> float:
    """How well a text is what a quote is of: its likeness, less where the text is a fragment of the quote; else 0."""
    short, long = sorted((quote, text), key=len)
    if not short or len(long) > 4 * len(short) + 160:
        return 0.0
    likeness = fuzz.ratio(short, long) if len(short) < 25 and short not in long else fuzz.partial_ratio(short, long)
    if likeness < (_LIKE if len(short) >= 25 else _LIKE - 1):
        return 0.0
    return likeness * min(1.0, len(text) / max(1, min(len(quote), 200)))
