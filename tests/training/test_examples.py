"""Papers as examples: what the annotations say of each sentence, and the clause of each report."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.alignment.made import letter
from tracker.extraction import analyse
from tracker.model import Firmness, Kind, Outcome
from tracker.training.annotations import Gold, Paper
from tracker.training.examples import Data, examples

FIRM, SOFT = Gold("Wij sturen", firmness=Firmness.FIRM), Gold("Wij sturen", firmness=Firmness.SOFT)
DOUBTFUL = replace(FIRM, doubt=True)
DONE = Gold("Het plan is verstuurd", outcome=Outcome.DELIVERED)
TEXT = "In oktober 2025 sturen wij de Kamer het actieplan. Het plan is verstuurd."


def made(*gold: tuple[Gold, ...]) -> Data:
    one = replace(letter("a", ("Plan", TEXT)), date=dt.date(2025, 1, 1))
    told: list[str] = []
    data = examples([Paper("a", "ministerie", analyse(one), gold)], frozenset({"ministerie"}), told.append)
    assert told == ["a"]
    return data


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        ((), (0, 0, 0)),
        ((FIRM,), (2, 2, 0)),
        ((SOFT,), (2, 0, 0)),
        ((DOUBTFUL,), (1, 1, 0)),
        ((DOUBTFUL, SOFT), (2, 1, 0)),
        ((DONE,), (0, 0, 2)),
    ],
)
def test_a_doubtful_annotation_says_less(rows: tuple[Gold, ...], labels: tuple[int, int, int]) -> None:
    first = made(rows, ()).sentences[0]
    assert (first.labels["commitment"], first.labels["firm"], first.labels["report"]) == labels


def test_a_sentence_has_what_the_rules_and_the_annotations_say() -> None:
    data = made((replace(FIRM, kind=Kind.INFORM),), (DONE,))
    promise, report = data.sentences
    assert (promise.body, promise.details, promise.kind_by_rules) == ("ministerie", {"kind=inform"}, "inform")
    assert (report.details, report.kind_by_rules) == ({"outcome=delivered"}, None)
    assert promise.features.keys() - report.features.keys()
    (clause,) = data.clauses
    assert (clause.head, clause.body) == ("outcome=delivered", "ministerie")
    assert data.tuned == {"ministerie"}


def test_what_has_no_words_is_no_example_whatever_quote_it_stands_in() -> None:
    one = replace(letter("a", ("Plan", "12")), date=dt.date(2025, 1, 1))
    data = examples([Paper("a", "ministerie", analyse(one), ((FIRM,),))], frozenset(), lambda _: None)
    assert (data.sentences, data.clauses) == ((), ())
