"""Whether a word opens another main clause, by the verb that comes next."""

from __future__ import annotations

import pytest

from tracker.language.nl.joined_clauses import joins_main
from tracker.text.tokens import tokenize

APART = {
    "a row of nouns": "Wij publiceren de wet, |de regeling en het besluit.",
    "nouns after a helping verb": "Dit zal door de raden |en de burgers worden gedragen.",
    "whose people they are": "De raad hoort de wethouder |en zijn ambtenaren.",
    "a relative after a comma": "Wij maken een visie, |die leggen we in mei voor.",
    "an aside": "De raad heeft, |op verzoek van de buurt, de nota aangepast.",
    "what follows without a verb": "De brug is hersteld |en daarna geverfd in mei.",
    "a participle after and": "De brug is hersteld |en geverfd in mei.",
}
JOINED = {
    "a plural with its subject": "De brug is klaar |en de wegen worden in mei verbreed.",
    "a subject without an article": "De brug is klaar |en bewoners krijgen in mei bericht.",
    "a time, the verb and its subject": "De brug is klaar |en dit najaar gaan de wegen open.",
    "the verb of the same subject": "De wegen zijn klaar |en worden in mei geopend.",
    "after a comma": "De brug is klaar, |de wegen volgen in mei.",
    "a place after a comma": "De brug is klaar, |in Noord start de bouw van de weg.",
    "what comes next, without a subject": "De weg is in mei klaar |en dan kan in juni worden gestart.",
    "what is not done": "De brug is klaar, |de weg nog niet.",
}


def at_the_mark(text: str) -> bool:
    tokens = tokenize(text.replace("|", ""))
    at = next(n for n, token in enumerate(tokens) if token.begin == text.index("|"))
    return joins_main(tokens, at, tokens[:at])


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_words_stay_together(text: str) -> None:
    assert not at_the_mark(text)


@pytest.mark.parametrize("text", JOINED.values(), ids=JOINED.keys())
def test_another_clause_begins(text: str) -> None:
    assert at_the_mark(text)
