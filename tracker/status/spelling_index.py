"""An index of how sentences are spelled: which are like given words, whatever their endings and compounds."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

from tracker.language.informativeness import idf
from tracker.linking.spelling_similarity import letter_runs
from tracker.status.weights import COMMON_RUN, FEW_SENTENCES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class SpellingIndex:
    """The runs of letters of sentences; each counts by how few sentences have it, those of many for nothing."""

    def __init__(self, sentences: Iterable[Iterable[str]]) -> None:
        """Read the words of all sentences, in order."""
        import numpy as np  # only where a deadline passed in silence

        self._ids: dict[str, int] = {}
        runs, places = array("i"), array("i")
        size = 0
        of_word = cache(self._added)
        for at, words in enumerate(sentences):
            found: set[int] = set().union(*map(of_word, words))
            runs.extend(found)
            places.extend(repeat(at, len(found)))
            size = at + 1
        run, place = np.array(runs, dtype=np.intp), np.array(places, dtype=np.intp)
        held = np.bincount(run, minlength=len(self._ids))
        tells = np.array([idf(number, size + 1) for number in range(size + 1)])[held]
        tells[held > max(FEW_SENTENCES, COMMON_RUN * size)] = 0.0
        self._tells = tells**2
        self._lengths = np.sqrt(np.bincount(place, self._tells[run], size))
        self._places = place[np.argsort(run, kind="stable")]
        self._begins = np.concatenate([[0], np.cumsum(held)])

    def _added(self, word: str) -> tuple[int, ...]:
        """The numbers of the runs of a word; new ones are numbered."""
        return tuple(self._ids.setdefault(run, len(self._ids)) for run in letter_runs(word))

    def likeness(self, words: Sequence[str]) -> NDArray[np.float64]:
        """How alike (0..1, the cosine) each sentence is to words; what no sentence has does not count."""
        import numpy as np

        known = sorted({self._ids[run] for word in words for run in letter_runs(word) if run in self._ids})
        kept = [run for run in known if self._tells[run] > 0]
        if not kept:
            return np.zeros(len(self._lengths))
        places = np.concatenate([self._places[self._begins[run] : self._begins[run + 1]] for run in kept])
        values = np.repeat(self._tells[kept], [self._begins[run + 1] - self._begins[run] for run in kept])
        sums = np.bincount(places, values, len(self._lengths))
        return np.asarray(sums / (np.maximum(self._lengths, 1e-9) * np.sqrt(self._tells[kept].sum())))
