"""Passages about the same in other words: what must not be a pair first; sentences in order rebuild both texts."""

from __future__ import annotations

import pytest

from tests.alignment.made import letter
from tracker.alignment.content_overlap import SentenceText, akin, in_order, pieces_of
from tracker.extraction import analyse
from tracker.language.lemmas import words

OLD = (
    "De gemeente laat voor de zomer een onderzoek uitvoeren naar de kosten van de sloop van de oude watertoren. "
    "De uitkomsten delen we met de raad."
)
NEW = (
    "Uit het onderzoek naar de kosten van sloop blijkt dat de watertoren duurder is dan gedacht. Dat is jammer. "
    "We delen de uitkomsten met de raad."
)
OTHER = (
    "Het zwembad krijgt een nieuwe vloer, betere kleedkamers en een ruimer terras aan de zuidkant, en de badmeesters "
    "volgen een cursus voor zwemonderwijs aan kinderen met een beperking."
)


def pieces(text: str) -> tuple[SentenceText, ...]:
    """The sentences of a passage of a letter."""
    if not text:
        return ()
    made = letter("a", ("Plan", text))
    (passage,) = (row for row in made.passages if row.text == text)
    return pieces_of(analyse(made), passage.id, text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(OLD, OTHER, id="another subject"),
        pytest.param("De watertoren", "De watertoren", id="a heading"),
        pytest.param("", NEW, id="nothing"),
    ],
)
def test_what_is_no_pair(old: str, new: str) -> None:
    assert akin([("a", words(old))], [("b", words(new))]) == {}


def test_each_has_one_partner_the_nearest() -> None:
    assert akin(
        [("a", words(OLD)), ("b", words(OTHER))],
        [(id_, words(text)) for id_, text in (("x", NEW), ("y", OTHER), ("z", NEW))],
    ) == {"a": "x", "b": "y"}


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD), (OLD, ""), ("", OLD), (OLD, OTHER), ("x", "x")])
def test_sentences_rebuild_both_texts(old: str, new: str) -> None:
    pairs = in_order(pieces(old), pieces(new))
    assert "".join(was for was, _ in pairs) == old
    assert "".join(now for _, now in pairs) == new


def test_sentences_about_the_same_are_beside_each_other() -> None:
    paired = [(was, now) for was, now in in_order(pieces(OLD), pieces(NEW)) if was and now]
    assert len(paired) >= 1
    assert "watertoren" in paired[0][0]
    assert "watertoren" in paired[0][1]
