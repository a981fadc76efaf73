"""Which threads are most like one: what linking holds for possibly the same, then what shares its scarce words."""

from __future__ import annotations

from tracker.language.informativeness import idf
from tracker.text.tokens import runs
from tui.view_model import Study, ThreadItem

LEAST = 5
"""Letters of a word that may tell what a promise is about: by judgement; shorter ones are mostly prepositions."""


def by_likeness(study: Study, thread: str) -> tuple[ThreadItem, ...]:
    """All other threads, that which is most likely the same promise first; of those alike the most telling first."""
    others = [entry for entry in study.entries if entry.id != thread]
    linked, shared = study.index.alike.get(thread, {}), _shared(study.by_id[thread], others)
    return tuple(sorted(others, key=lambda entry: (-linked.get(entry.id, 0.0), -shared[entry.id])))


def _shared(entry: ThreadItem, others: list[ThreadItem]) -> dict[str, float]:
    """How much each has of the words of a thread, also as parts of longer ones: each by how few have it (its idf)."""
    found = dict.fromkeys((other.id for other in others), 0.0)
    for word in _long_words(entry.text):
        having = [other.id for other in others if word in other.text]
        for id_ in having:
            found[id_] += idf(len(having), 1 + len(others))
    return found


def _long_words(text: str) -> set[str]:
    """The words of a folded text that may tell what it is about."""
    return {word for word in runs(text) if len(word) >= LEAST}
