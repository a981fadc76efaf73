"""The linear reader is fitted on examples; only where the extra `[train]` is installed."""

from __future__ import annotations

import pytest

from tracker.extraction.learned.formulas import QUESTIONS
from tracker.extraction.learned.network import Words
from tracker.training.examples import Data, Example, OutcomeExample
from tracker.training.linear import fit_linear, fit_sentences, linear_scores

pytest.importorskip("sklearn", reason="the extra [train] is not installed")


def example(says: bool, at: int) -> Example:
    features = {"word=sturen" if says else "word=was": 1.0, f"rare={at}": 1.0}
    labels = {"commitment": 2 * says, "firm": 2 * says, "report": 2 * (not says)}
    return Example("b", Words("zin", ""), features, {}, labels, frozenset())


ROWS = [example(at % 2 == 0, at) for at in range(40)]


def test_it_learns_the_words_that_tell_and_leaves_rare_ones_out() -> None:
    reader = fit_sentences(ROWS)
    assert set(reader.features) == {"word=sturen", "word=was"}
    scores = linear_scores(reader, ROWS)
    assert scores.shape == (40, len(QUESTIONS))
    assert (scores[::2, 0] > 0).all()
    assert (scores[1::2, 0] < 0).all()


def test_outcomes_that_no_example_has_are_never_said() -> None:
    told = (("word=was", "delayed"), ("word=sturen", "delivered"), ("word=none", "cancelled"))
    clauses = tuple(OutcomeExample("b", {word: 1.0}, f"outcome={outcome}") for word, outcome in told * 7)
    reader = fit_linear(Data(tuple(ROWS), clauses, frozenset()))
    scores = reader.scores({"word=sturen": 1.0})
    named = {head: float(scores[at]) for head, at in reader.heads.items() if head.startswith("outcome=")}
    assert max(named, key=lambda head: named[head]) == "outcome=delivered"
    assert named["outcome=declined"] < named["outcome=delayed"]
