"""Later sentences that share more with a promise than sentences share with it by chance.

A shared word counts by how surprising it is. What chance gives is read from the letters until then: their sentences
cannot tell what became of the promise, so that what the best of them share with it is no sign that it is spoken of.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tracker.language.informativeness import idf, informativeness
from tracker.language.pack import cached
from tracker.language.terms import Term
from tracker.model import Letter, Searched
from tracker.status.searched_words import SearchedSentence, SearchedWords
from tracker.status.spelling_index import SpellingIndex
from tracker.status.weights import (
    BEST_BY_CHANCE,
    EXCERPT,
    LEAST_SHARED,
    LEAST_SURPRISE,
    MORE_SENTENCES,
    NO_CHANCE,
    OPEN_REPORT,
    PART_OF_A_WORD,
    SHARED_PART,
)
from tracker.text.excerpt import excerpt

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]
    SentenceScores = NDArray[np.float64]
    SentenceRows = NDArray[np.intp]


class Nearness(NamedTuple):
    """How near the sentences after a promise come to it."""

    speaking: tuple[Searched, ...]
    """The sentence of each letter that speaks of it, if any."""
    shared: float
    """What the sentence that shares most shares above what chance gives, in nats."""
    alike: float
    """How much liker in spelling (-1..1) the likest later sentence is than the likest earlier ones."""
    alike_report: float
    """How alike in spelling (0..1) the likest later report is that answers no promise that is known."""
    sentences: float
    """How many came after, as a natural logarithm."""


class _Alike(NamedTuple):
    """How alike (0..1) the sentences are: those until a day, those after it, and of these the open reports."""

    until: SentenceScores
    later: SentenceScores
    reports: SentenceScores


class Sentences:
    """An index of the words of all sentences of dated letters; it is made when it is first searched."""

    def __init__(
        self, letters: Iterable[tuple[Letter, SearchedWords]], open_reports: Container[tuple[str, str]] = ()
    ) -> None:
        """Take letters with their words, and what reports answer no known promise: passages with sentences."""
        self._open_reports = open_reports
        rows = [row for row in letters if row[0].anchor is not None]
        self._letters = [letter for letter, _ in rows]
        self._words = [words.sentences for _, words in rows]
        self._spelled = [words.spelled for _, words in rows]
        self._texts = [{passage.id: passage.text for passage in letter.passages} for letter in self._letters]
        self._compounds: dict[str, list[str]] = {}
        self._days = [letter.anchor or dt.date.min for letter in self._letters]

    def search(
        self, about: Mapping[Term, float], day: dt.date, own: Collection[str], quotes: Iterable[Sequence[str]] = ()
    ) -> Nearness:
        """The sentence of each letter after a day that shares most with a promise, where it is more than chance gives.

        Its score (0..1) is .5 where it shares just more than that. `about` are the words of the promise, each with how
        much it counts (0..1), `own` the passages that it stands in, `quotes` the words of its statements.
        """
        after = self._after(day)
        places, scores = self._shared(about, after, own)
        is_later, size = after[places], int(after.sum())
        later = scores[is_later]
        chance = _nth(scores[~is_later], BEST_BY_CHANCE)
        least = max(LEAST_SHARED, chance + MORE_SENTENCES * math.log(size + 1) - NO_CHANCE)
        alike = self._alike(after, own, quotes)
        return Nearness(
            speaking=self._speaking(places[is_later], later, least),
            shared=_nth(later, 1) - least,
            alike=_nth(alike.later, 1) - _nth(alike.until, BEST_BY_CHANCE),
            alike_report=_nth(alike.reports, 1),
            sentences=math.log(size + 1),
        )

    def _alike(self, after: Mask, own: Collection[str], quotes: Iterable[Sequence[str]]) -> _Alike:
        """How alike in spelling the sentences are to the liker of some quotes, but for those of its own passages."""
        import numpy as np

        rows = [self._spelling.likeness(words) for words in dict.fromkeys(map(tuple, quotes))]
        if not rows:
            return _Alike(np.empty(0), np.empty(0), np.empty(0))
        values, others = np.maximum.reduce(rows), ~self._of(own)
        kept = (others & ~after, others & after, others & after & self._reporting)
        return _Alike(*(values[mask] for mask in kept))

    def _speaking(self, later: SentenceRows, scores: SentenceScores, least: float) -> tuple[Searched, ...]:
        """The later sentence of each letter that shares most, where it shares more than the least."""
        import numpy as np

        enough = np.where(self._reporting[later], max(LEAST_SHARED, least - OPEN_REPORT), least)
        shares = np.flatnonzero(scores > enough)
        best: dict[int, tuple[float, int]] = {}
        for at, score in zip(later[shares].tolist(), scores[shares].tolist(), strict=True):
            letter = self._letter_of[at]
            if score > best.get(letter, (LEAST_SHARED, 0))[0]:
                best[letter] = (score, at)
        return tuple(self._row(at, score / (score + least)) for _, (score, at) in sorted(best.items()))

    @cached_property
    def _spelling(self) -> SpellingIndex:
        return SpellingIndex(self._spelled)

    @cached_property
    def _sentences(self) -> list[SearchedSentence]:
        return list(chain.from_iterable(self._words))

    @cached_property
    def _sizes(self) -> list[int]:
        """How many sentences each letter has."""
        return list(map(len, self._words))

    @cached_property
    def _letter_of(self) -> list[int]:
        """The number of the letter of each sentence."""
        return [number for number, size in enumerate(self._sizes) for _ in range(size)]

    def _text(self, at: int) -> str:
        row = self._sentences[at]
        return self._texts[self._letter_of[at]][row.passage][row.begin : row.end]

    @cached_property
    def _reporting(self) -> Mask:
        """Which sentences report something that answers no promise that is known."""
        import numpy as np

        told = ((row.passage, self._text(at)) in self._open_reports for at, row in enumerate(self._sentences))
        return np.fromiter(told, bool, len(self._sentences))

    @cached_property
    def _in_passage(self) -> dict[str, list[int]]:
        """The sentences of each passage."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, row in enumerate(self._sentences):
            found[row.passage].append(at)
        return found

    def _of(self, passages: Iterable[str]) -> Mask:
        """Which sentences stand in some passages."""
        import numpy as np

        found = np.zeros(len(self._sentences), bool)
        found[[at for passage in passages for at in self._in_passage.get(passage, ())]] = True
        return found

    def _after(self, day: dt.date) -> Mask:
        """Which sentences stand in letters of after a day."""
        import numpy as np

        return np.repeat(np.array([written > day for written in self._days], bool), self._sizes)

    @cached_property
    def _holders(self) -> dict[str, SentenceRows]:
        """The sentences that have each stem."""
        import numpy as np

        found: dict[str, list[int]] = defaultdict(list)
        for at, row in enumerate(self._sentences):
            for stem in row.stems:
                found[stem].append(at)
        return {stem: np.array(places, np.intp) for stem, places in found.items()}

    @cached_property
    def _length(self) -> float:
        """Stems of a sentence, on average."""
        return sum(len(row.stems) for row in self._sentences) / max(1, len(self._sentences))

    @cached_property
    def _long(self) -> SentenceScores:
        """How much longer each sentence is than one on average, in nats: a long one shares more by chance."""
        import numpy as np

        return np.array([math.log(max(1.0, len(row.stems) / self._length)) for row in self._sentences])

    def _shared(
        self, about: Mapping[Term, float], after: Mask, own: Collection[str]
    ) -> tuple[SentenceRows, SentenceScores]:
        """The sentences that share words with a promise, in order, and how much, in nats, but for its own passages.

        A long sentence shares more by chance: what it shares counts less.
        """
        import numpy as np

        until, others = len(after) - int(after.sum()), ~self._of(own)
        total, best, shares = np.zeros(len(after)), np.zeros(len(after)), np.zeros(len(after), bool)
        for term, counts in about.items():
            touched = np.zeros(len(after), bool)
            for word, stem, part in self._words_like(term):
                holders = self._holders[stem]
                known = int((~after[self._holders[word]]).sum()) if word in self._holders else 0
                surprise = counts * part * _telling(word) * idf(known, until + 1)
                best[holders] = np.maximum(best[holders], surprise)
                touched[holders] = True
            places = np.flatnonzero(touched)
            total[places] += np.maximum(0.0, best[places] - self._long[places])
            best[places], shares[places] = 0.0, True
        found = np.flatnonzero(shares & others)
        return found, total[found]

    def _words_like(self, term: Term) -> Iterator[tuple[str, str, float]]:
        """The word that is shared, perhaps as a part, the stem of sentences that has it, and how much it counts."""
        for at, word in enumerate(term):
            if word in self._holders:
                yield word, word, SHARED_PART if at else 1.0
        whole = term[0]
        for size in range(PART_OF_A_WORD, len(whole)):
            for part in (whole[:size], whole[-size:]):
                if part in self._holders:
                    yield part, part, SHARED_PART
        yield from ((whole, stem, SHARED_PART) for stem in self._compounds_with(whole))

    def _compounds_with(self, word: str) -> list[str]:
        if word not in self._compounds:
            long = len(word) >= PART_OF_A_WORD
            self._compounds[word] = [stem for stem in self._holders if word in stem and word != stem] if long else []
        return self._compounds[word]

    def _row(self, at: int, score: float) -> Searched:
        letter, passage = self._letters[self._letter_of[at]], self._sentences[at].passage
        return Searched(letter.id, passage, excerpt(self._text(at), EXCERPT), round(score, 3))


def _nth(values: SentenceScores, number: int) -> float:
    """The so-manieth greatest of values; 0 where there are fewer."""
    import numpy as np

    if len(values) < number:
        return 0.0
    return float(values.max() if number == 1 else np.partition(values, -number)[-number])


@cached(maxsize=65536)
def _telling(stem: str) -> float:
    return LEAST_SURPRISE + (1 - LEAST_SURPRISE) * informativeness(stem)
