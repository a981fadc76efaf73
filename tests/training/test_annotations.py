"""`annotations`: which sentence an annotated quote is of."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.model import DateSource, Firmness, Letter, Passage, PassageKind, Run
from tracker.training.annotations import Gold, body_of, clause_of, label

TEXT = "Het plan komt in mei 2025. De brug is open. In mei sturen wij het plan, en in juni starten wij met de bouw."


def paper(*quotes: str) -> list[list[str]]:
    """The quotes at each sentence of TEXT."""
    passage = Passage("l/p1", None, PassageKind.PARAGRAPH, TEXT, (Run(0, 0, len(TEXT)),), 1)
    letter = Letter("l", "l.txt", TEXT, (passage,), (), date=dt.date(2025, 1, 6), date_source=DateSource.MANIFEST)
    labels = label("l", letter, [Gold(quote, firmness=Firmness.FIRM) for quote in quotes]).labels
    return [[row.quote for row in rows] for rows in labels]


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("De tunnel is dicht.", None),
        ("Het plan komt in mei 2025.", 0),
        ("het plan kómt in mei 2025", 0),
        ("De brug is open.", 1),
        ("in juni starten wij met de bouw", 2),
    ],
)
def test_a_quote_is_of_its_sentence(quote: str, place: int | None) -> None:
    assert [bool(rows) for rows in paper(quote)] == [at == place for at in range(3)]


def test_a_quote_is_of_its_clause() -> None:
    from tracker.extraction.analysed_sentence import analyse_sentence

    sentence = analyse_sentence("In mei sturen wij het plan, en in juni starten wij met de bouw.", dt.date(2025, 1, 6))
    clause = clause_of(sentence, Gold("in juni starten wij met de bouw"))
    assert clause is not None
    assert "bouw" in clause.text


@pytest.mark.parametrize(("name", "body"), [("denhaag-kust-2024", "denhaag"), ("2016-11-29_kst", "letters")])
def test_the_body_is_the_first_word_of_the_name(name: str, body: str) -> None:
    assert body_of(name) == body
