"""What two letters say about the same, in other words: passages and sentences that share their content words.

A government that writes anew about a subject repeats no passage; it repeats its words. They weigh by how rare they are
in the two letters. A pair is never one of many alike: each has at most one partner, the nearest pair first.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.extraction import AnalysedLetter
from tracker.language.informativeness import smooth_idf
from tracker.language.lemmas import content_of
from tracker.text.set_similarity import Vector, cosine, unit

ALIKE = 0.3
"""The cosine from which two passages are about the same; by judgement, on pairs of the five letters."""
SENTENCES_ALIKE = 0.3
"""The same for two sentences; by judgement."""
SHARED = 4
"""Content words that both must have; by judgement."""
SHORTEST = 8
"""Content words of a passage; what has fewer is a heading or a line of a list, and is about anything; by
judgement."""

_Words = Sequence[str]


class SentenceText(NamedTuple):
    """A sentence with the white space after it, and its words."""

    text: str
    words: _Words


def pieces_of(letter: AnalysedLetter, passage: str, text: str) -> tuple[SentenceText, ...]:
    """The sentences of a passage: together they are its text."""
    rows = letter.split_of(passage)
    if not rows:
        return (SentenceText(text, ()),) if text else ()
    starts = (0, *(row.begin for row in rows[1:]), len(text))
    return tuple(
        SentenceText(text[begin:end], row.words) for row, begin, end in zip(rows, starts, starts[1:], strict=False)
    )


def akin(
    olds: Sequence[tuple[str, _Words]], news: Sequence[tuple[str, _Words]], at_least: float = ALIKE
) -> dict[str, str]:
    """The newer partner of each older passage that has one; the words of passages are given with their ids."""
    ours, theirs = _vectors([words for _, words in olds], [words for _, words in news])
    scored = [
        (score, a, b)
        for a, one in enumerate(ours)
        for b, other in enumerate(theirs)
        if min(len(one), len(other)) >= SHORTEST and (score := _alike(one, other)) >= at_least
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if a not in found and b not in taken:
            found[a] = b
            taken.add(b)
    return {olds[a][0]: news[b][0] for a, b in found.items()}


def in_order(old: Sequence[SentenceText], new: Sequence[SentenceText]) -> tuple[tuple[str, str], ...]:
    """The sentences of two texts in pairs that do not cross, ("", new) and (old, "") for one without a partner.

    All old sides together are the old text, all new sides the new one.
    """
    ours, theirs = [row.text for row in old], [row.text for row in new]
    one, other = _vectors([row.words for row in old], [row.words for row in new])
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for a in range(len(ours) - 1, -1, -1):
        for b in range(len(theirs) - 1, -1, -1):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], _worth(one[a], other[b]) + best[a + 1][b + 1])
    return tuple(_walk(ours, theirs, one, other, best))


def _walk(
    ours: Sequence[str], theirs: Sequence[str], one: Sequence[Vector], other: Sequence[Vector], best: list[list[float]]
) -> Iterable[tuple[str, str]]:
    """The pairs along the best way."""
    a = b = 0
    while a < len(ours) and b < len(theirs):
        worth = _worth(one[a], other[b])
        if worth and best[a][b] == worth + best[a + 1][b + 1]:
            yield ours[a], theirs[b]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            yield ours[a], ""
            a += 1
        else:
            yield "", theirs[b]
            b += 1
    yield from ((sentence, "") for sentence in ours[a:])
    yield from (("", sentence) for sentence in theirs[b:])


def _worth(one: Vector, other: Vector) -> float:
    """What it is worth that two sentences are a pair; nothing where they are not alike enough."""
    score = _alike(one, other)
    return score if score >= SENTENCES_ALIKE else 0.0


def _vectors(olds: Sequence[_Words], news: Sequence[_Words]) -> tuple[Sequence[Vector], Sequence[Vector]]:
    """The content words of each text with their weights, at length one."""
    words = [Counter(content_of(row)) for row in (*olds, *news)]
    seen = Counter(word for row in words for word in row)
    told = {word: smooth_idf(count, len(words)) for word, count in seen.items()}
    found = [unit({word: told[word] * math.sqrt(row[word]) for word in row}) for row in words]
    return found[: len(olds)], found[len(olds) :]


def _alike(one: Vector, other: Vector) -> float:
    """The cosine of two texts; 0 where they share too few words."""
    return cosine(one, other) if len(one.keys() & other.keys()) >= SHARED else 0.0
