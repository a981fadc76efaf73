"""An index of how sentences are spelled: which are like given words, whatever their endings and compounds."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from tracker.language.informativeness import idf
from tracker.linking.spelling_similarity import letter_runs
from tracker.status.weights import COMMON_RUN, FEW_SENTENCES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class SpelledSentences(Struct, frozen=True, array_like=True):
    """The runs of letters of the sentences of a letter."""

    runs: str
    """Each run that any of them has, in lines."""
    held: bytes
    """The lines of the runs of each sentence, those of one after those of another, as 32-bit integers."""
    sizes: bytes
    """How many runs each sentence has, as 32-bit integers."""


def spelled_sentences(sentences: Iterable[Iterable[str]]) -> SpelledSentences:
    """How sentences, given by their words in order, are spelled."""
    lines: dict[str, int] = {}
    held, sizes = array("i"), array("i")
    for words in sentences:
        runs = dict.fromkeys(run for word in words for run in letter_runs(word))
        held.extend(lines.setdefault(run, len(lines)) for run in runs)
        sizes.append(len(runs))
    return SpelledSentences("\n".join(lines), held.tobytes(), sizes.tobytes())


class SpellingIndex:
    """The runs of letters of sentences; each counts by how few sentences have it, those of many for nothing."""

    def __init__(self, letters: Iterable[SpelledSentences]) -> None:
        """Take the sentences of letters, in order."""
        import numpy as np  # only where a deadline passed in silence

        self._ids: dict[str, int] = {}
        runs, sizes = [np.empty(0, np.intc)], [np.empty(0, np.intc)]
        for letter in letters:
            numbers = [self._ids.setdefault(run, len(self._ids)) for run in letter.runs.split("\n")]
            runs.append(np.array(numbers, np.intc)[np.frombuffer(letter.held, np.intc)])
            sizes.append(np.frombuffer(letter.sizes, np.intc))
        run, held_by = np.concatenate(runs), np.concatenate(sizes)
        size = len(held_by)
        place = np.repeat(np.arange(size), held_by)
        held = np.bincount(run, minlength=len(self._ids))
        tells = np.array([idf(number, size + 1) for number in range(size + 1)])[held]
        tells[held > max(FEW_SENTENCES, COMMON_RUN * size)] = 0.0
        self._tells = tells**2
        self._lengths = np.sqrt(np.bincount(place, self._tells[run], size))
        self._places = place[np.argsort(run, kind="stable")]
        self._begins = np.concatenate([[0], np.cumsum(held)])

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
