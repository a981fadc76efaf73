"""The thread that shares most of what the words of a text tell, for texts too short for linking to be sure of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nlargest

from msgspec import Struct

from tracker.extraction.word_stems import stems
from tracker.language.informativeness import idf
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.text.set_similarity import containment

LEAST_SHARE = 0.55
"""The share of what the words of a text tell that a thread must share to be thought of; by judgement, not
measured."""
LEAST_WORDS = 3
"""So many telling words at least must be shared; by judgement."""
MARGIN = 0.1
"""The best thread must share so much more than the next one; by judgement."""


class Likest(Struct, frozen=True):
    """A thread with the words that it shares with a text, those that tell most first, and the share of all."""

    thread: Thread
    words: tuple[str, ...]
    share: float


class SharedWords:
    """What each word tells among some threads and texts."""

    def __init__(self, index: Index, texts: Iterable[str]) -> None:
        self._index = index
        self._stems = {thread.id: stems(_thread_text(index, thread)) for thread in index.ledger.threads}
        rows = [*self._stems.values(), *map(stems, texts)]
        told = Counter(stem for found in rows for stem in found)
        self._holders: dict[str, list[str]] = {}
        """The threads that have each word, by their ids."""
        for id_, found in self._stems.items():
            for stem in found:
                self._holders.setdefault(stem, []).append(id_)
        self._idf: Mapping[str, float] = {stem: idf(number, len(rows)) for stem, number in told.items()}

    def likest(self, text: str) -> Likest | None:
        """The thread that shares much of what a text tells, where no other comes near; None where there is none."""
        wanted = sorted(stems(text))
        whole = sum(self._idf[stem] for stem in wanted)
        if not whole:
            return None
        told: dict[str, float] = {}
        for stem in wanted:
            for id_ in self._holders.get(stem, ()):
                told[id_] = told.get(id_, 0.0) + self._idf[stem]
        shares = ((containment(sum_, whole), id_) for id_, sum_ in told.items())
        best, second = (*nlargest(2, shares), (0.0, ""), (0.0, ""))[:2]
        if best[0] < LEAST_SHARE or best[0] - second[0] < MARGIN:
            return None
        shared = sorted(self._stems[best[1]].intersection(wanted), key=lambda stem: (-self._idf[stem], stem))
        found = Likest(self._index.threads[best[1]], tuple(shared), round(best[0], 2))
        return found if len(shared) >= LEAST_WORDS else None


def _thread_text(index: Index, thread: Thread) -> str:
    """All words of the sentences of a thread."""
    return " ".join(dict.fromkeys(row.sentence for row in index.quotes_of(thread)))
