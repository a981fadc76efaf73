"""Whether a word can be the finite verb of its clause."""

from __future__ import annotations

import pytest

from tracker.language.nl.finite import is_finite
from tracker.text.tokens import tokenize

FINITE = {
    "a past after such a phrase": "De met de raad gesloten overeenkomst |eindigde in mei.",
    "a third person after what may be an adjective": "De volgende |verschijnt in mei.",
    "a plural past after such a phrase": "Het in mei opgerichte loket en de raad |betaalden subsidie.",
    "a singular": "Het plan |komt in mei.",
    "a plural": "De plannen |komen in mei.",
    "a past": "Wij |kwamen in mei.",
    "after a demonstrative": "Deze |loopt tot 2026.",
    "the only verb after a demonstrative": "Deze |krijgen in mei geld.",
    "a plural between a demonstrative and who speaks": "Dit |doen we om de dijk te sparen.",
    "a third person after what may be an article": "Het |lukt niet om de dijk te sparen.",
    "a verb that is mostly a noun after a pronoun": "Wij |vragen u om geduld.",
    "a certain verb after a preposition": "De kosten van toen |zijn hoog.",
    "a stem with ik": "Daarom |stuur ik het plan.",
    "a stem with ik that is a participle too": "In mei |beantwoord ik de vragen.",
    "such a stem after ik": "Ik |besteed het geld in mei.",
}
NONE = {
    "a participle before its noun": "De op 3 mei |ondertekende brief komt.",
    "a participle before its noun, by somebody": "De door de raad |betaalde brief komt.",
    "a noun after a demonstrative, before the verb": "Dit |besluit is genomen.",
    "a word in quotes": "De stap '|start bouw' is gezet.",
    "an infinitive after te": "Wij hopen te |komen.",
    "a noun after an article": "De |start is in mei.",
    "a noun after het": "Het |besluit over de dijk.",
    "what is mostly a noun": "Er zijn |vragen gesteld.",
    "a noun after a preposition": "Bij |start van de bouw komt er geld.",
    "a stem without ik": "Wij zien de |bouw vorderen.",
    "a word with a capital inside": "De heer |Loopt is er.",
    "no verb at all": "Het |plan komt.",
    "a participle": "Het is |gekomen.",
    "a participle of a row that is a stem too": "Mail over de schoolstraat, 27 februari |beantwoord",
    "such a participle before its day": "Schriftelijk antwoord, wethouder, |beantwoord op 12 juli",
    "such a participle of a product": "Folder over bodem, |verspreid in mei",
    "such a participle of money": "Geld voor scholen, |besteed in mei",
    "such a participle with its auxiliary": "De weg is |verbreed.",
}


def at_the_mark(text: str) -> bool:
    tokens = tokenize(text.replace("|", ""))
    return is_finite(tokens, next(n for n, token in enumerate(tokens) if token.begin == text.index("|")))


@pytest.mark.parametrize("text", FINITE.values(), ids=FINITE.keys())
def test_it_can_be(text: str) -> None:
    assert at_the_mark(text)


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_it_cannot_be(text: str) -> None:
    assert not at_the_mark(text)
