"""Promises of parliament's register beside the threads of the letters: by number, else by the words they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from tracker.language.lemmas import words
from tracker.ledger.queries import Index
from tracker.linking.terms import NO_NAMES, terms_of
from tracker.model import Status, Thread
from tracker.sources.register import Registered

LEAST_SHARE = 0.55
"""The share of what the words of a registered promise tell that a thread must share to be taken for it."""
LEAST_WORDS = 3
"""So many telling words at least must be shared."""
MARGIN = 0.1
"""The best thread must share so much more than the next one."""


class Matched(Struct, frozen=True):
    """A registered promise with its thread; without `words` the letters name its number."""

    promise: Registered
    thread: Thread
    words: tuple[str, ...] = ()
    score: float = 1.0

    @property
    def disagrees(self) -> bool:
        """Whether one says that it was met and the other does not; a later word of either may be missing."""
        return self.promise.met != (self.thread.status is Status.DELIVERED)


def matches(index: Index, promises: Iterable[Registered]) -> tuple[Matched, ...]:
    """The registered promises that a thread carries or is surely like, one thread each."""
    said = {thread.id: _said(index, thread) for thread in index.ledger.threads}
    stems = {id_: _stems(text) for id_, text in said.items()}
    known = list(promises)
    told = Counter(stem for found in (*stems.values(), *(_stems(one.text) for one in known)) for stem in found)
    most = len(stems) + len(known)
    idf = {stem: math.log(most / number) for stem, number in told.items()}
    found = (_carried(index, said, one) or _likest(index, stems, idf, one) for one in known)
    return tuple(row for row in found if row is not None)


def _said(index: Index, thread: Thread) -> str:
    """All words of the sentences of a thread."""
    return " ".join(dict.fromkeys(row.sentence for row in index.quotes_of(thread)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(term[0] for term in terms_of(words(text), NO_NAMES))


def _carried(index: Index, said: dict[str, str], promise: Registered) -> Matched | None:
    """The thread whose sentences, or the passages that they stand in, name the number of a promise."""
    number = promise.number.casefold()
    for thread in index.ledger.threads:
        around = (index.passages[row.passage].text for row in index.quotes_of(thread) if row.passage in index.passages)
        if any(number in text.casefold() for text in (said[thread.id], *around)):
            return Matched(promise, thread)
    return None


def _likest(
    index: Index, stems: dict[str, frozenset[str]], idf: dict[str, float], promise: Registered
) -> Matched | None:
    """The thread that shares most of what the words of a promise tell, where that is much and no other comes near."""
    wanted = _stems(promise.text)
    whole = sum(idf[stem] for stem in wanted)
    scores = [(sum(idf[stem] for stem in wanted & found) / whole, id_) for id_, found in stems.items()] if whole else []
    best = sorted(scores, reverse=True)[:2]
    if not best or best[0][0] < LEAST_SHARE or (len(best) > 1 and best[0][0] - best[1][0] < MARGIN):
        return None
    shared = sorted(wanted & stems[best[0][1]], key=lambda stem: (-idf[stem], stem))
    if len(shared) < LEAST_WORDS:
        return None
    return Matched(promise, index.threads[best[0][1]], tuple(shared), round(best[0][0], 2))
