"""What kind of thing a promise is about: the answer of the rules, words and facts of its clause, weighed together.

A linear reader with a head for each kind. The rules' own answer is one of its features: it is followed where nothing
speaks louder against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import sqrt

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.features import ClauseFeatures
from tracker.extraction.learned.linear import LinearReader, from_bytes
from tracker.extraction.learned.sentence_features import Features, clause_facts, feature_words, n_grams
from tracker.extraction.learned.weights import weights_folder, weights_of
from tracker.language.pack import cached
from tracker.model import Kind

WEIGHTS = "kinds.npz"
PREFIX = "kind="
"""How the names of its heads begin."""
KIND_LEARNED = "kind.learned"
"""The ground of a kind that the rules do not give."""
_FACT = 0.15
"""The weight of a fact of the clause beside that of a word: by judgement."""
_AROUND = 0.4
"""The weight of all words around the clause together: by judgement."""
_RULED = 0.2
"""The values of a fact, of all words of the sentence together, and of the rules' answer, where the n-grams of the
clause have length 1: chosen on bodies left out; half or twice as much changes less than 0.02."""


_by_rules: ContextVar[bool] = ContextVar("by_rules", default=False)


def kind_view(clause: ClauseFeatures, sentence: AnalysedSentence, ruled: Kind) -> Features:
    """What a promising clause shows of its kind: its n-grams and facts, the words around it, and what the rules say.

    What is planned counts, not that it is planned.
    """
    said = clause.planned or clause
    around = {f"s:{word}" for word in feature_words(sentence.text)}
    return {
        **n_grams(said.text),
        **dict.fromkeys(clause_facts(said), _FACT),
        **dict.fromkeys(around, _AROUND / sqrt(max(1, len(around)))),
        f"rules={ruled}": _RULED,
    }


def learned_kind(clause: ClauseFeatures, sentence: AnalysedSentence, ruled: Kind) -> tuple[Kind, tuple[str, ...]]:
    """The kind of what a clause promises, where the rules say `ruled`; of another, the features that speak loudest."""
    if _by_rules.get():
        return ruled, ()
    reader, view = load_kinds(), kind_view(clause, sentence, ruled)
    kind = Kind(reader.best(reader.scores(view), PREFIX))
    return kind, () if kind is ruled else reader.strongest(view, PREFIX + kind)


@contextmanager
def kinds_by_rules() -> Iterator[None]:
    """Have the rules alone say kinds, where what learns from them must not trust kinds that have seen its papers.

    What is read meanwhile must not be remembered.
    """
    token = _by_rules.set(True)
    try:
        yield
    finally:
        _by_rules.reset(token)


@cached(maxsize=1)
def load_kinds() -> LinearReader:
    """The weights of the language. Raises FileNotFoundError: it has none."""
    path = weights_folder().joinpath(WEIGHTS)
    with weights_of(WEIGHTS):
        return from_bytes(path.read_bytes())
