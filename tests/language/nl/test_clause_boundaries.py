"""Questions about the words around one place of a sentence."""

from __future__ import annotations

import pytest

from tracker.language.nl.clause_boundaries import (
    closing_mark,
    finite_within,
    inverts,
    list_goes_on,
    low_at,
    opens_infinitive,
    opens_main,
    opens_subordinate,
    resumes_main,
    stands_alone,
)
from tracker.text.tokens import Token, tokenize


def at_the_mark(text: str) -> tuple[tuple[Token, ...], int]:
    tokens = tuple(tokenize(text.replace("|", "")))
    return tokens, next(n for n, token in enumerate(tokens) if token.begin == text.index("|"))


def test_outside_a_sentence_there_is_no_word() -> None:
    tokens = tokenize("Het plan komt.")
    assert (low_at(tokens, 0), low_at(tokens, -1), low_at(tokens, 9)) == ("het", "", "")


SUBORDINATE = {
    "a subordinator": ("Wij wachten |omdat het regent.", True),
    "what after a comma": ("Het plan, |dat in mei komt, is klaar.", True),
    "as a question begins": ("|Wanneer komt het plan?", False),
    "whether after a verb": ("Wij onderzoeken |of het kan.", True),
    "or between nouns": ("Een brug |of tunnel komt er.", False),
    "or between qualities": ("Het is duidelijk |of helder beschreven.", False),
    "or between verbs": ("Dit is bekend |of wordt bekendgemaakt.", False),
    "or between what a thing is": ("Dat is onbekend |of de moeite niet.", False),
    "or between times": ("Voor, na |of tijdens de zomer volgt het plan.", False),
    "or before a noun": ("De brug is zeker |of de tunnel.", False),
    "whether after what is clear": ("In mei is duidelijk |of de proef wordt verlengd.", True),
    "whether after what is unknown": ("Het is onbekend |of het loket sluit.", True),
    "whether after what is asked": ("Eerst komt de vraag |of dit kan.", True),
    "whether after a part of a verb": ("Wij gaan na |of de proef wordt verlengd.", True),
    "whether and how": ("In mei wordt bekend |of en hoe de proef doorgaat.", True),
    "a determiner": ("Wij sturen |die brief in mei.", False),
    "a relative": ("De brief |die in mei komt, is klaar.", True),
}


@pytest.mark.parametrize(("text", "opens"), SUBORDINATE.values(), ids=SUBORDINATE.keys())
def test_opens_subordinate(text: str, opens: bool) -> None:
    tokens, at = at_the_mark(text)
    assert opens_subordinate(tokens, at, question=text.endswith("?")) is opens


INFINITIVE = {
    "om … te": ("Wij komen |om het plan te zien.", True),
    "om without te": ("Wij vragen |om het plan.", False),
    "om before the main clause": ("Gezien de vragen |om stukken, heb ik meer tijd nodig om te antwoorden.", False),
    "om … te around an aside": ("Wij komen |om het plan, dat ik maakte, te zien.", True),
    "for this reason": ("Het is |om deze reden te laat.", False),
    "door … te": ("Dat kan |door meer te doen.", True),
    "door of an agent": ("Dat is |door de raad besloten.", False),
}


@pytest.mark.parametrize(("text", "opens"), INFINITIVE.values(), ids=INFINITIVE.keys())
def test_opens_infinitive(text: str, opens: bool) -> None:
    assert opens_infinitive(*at_the_mark(text)) is opens


MAIN = {
    "a verb and its subject": ("Wij starten |en gaan we door.", True),
    "another subject": ("Het plan komt |en de uitvoering start in mei.", True),
    "the second of two nouns": ("Wij sturen de nota |en de brief in mei.", False),
    "or between people": ("Het loket is er voor ouders, |of zij die een kind verzorgen, en hun buren.", False),
    "but": ("Het plan komt niet, |maar de brief volgt.", True),
}


@pytest.mark.parametrize(("text", "opens"), MAIN.values(), ids=MAIN.keys())
def test_opens_main(text: str, opens: bool) -> None:
    tokens, at = at_the_mark(text)
    assert opens_main(tokens, at, inside=False, plural=False, modal=False) is opens


def test_an_aside_ends_at_its_mark_but_a_lone_dash_nowhere() -> None:
    tokens, at = at_the_mark("Het plan |(dat van mei) komt.")
    end = closing_mark(tokens, at)
    assert end is not None
    assert tokens[end].text == ")"
    assert closing_mark(*at_the_mark("Het plan |– dat van mei.")) is None
    assert closing_mark(*at_the_mark("Het |plan komt.")) is None


def test_an_infinitive_that_closes_the_sentence_is_not_finite_in_it() -> None:
    tokens = tokenize("Ook in mei nog komen.")
    assert not finite_within(tokens, 0, len(tokens))
    assert finite_within(tokenize("Wij komen in mei."), 0, 4)


def test_the_main_clause_resumes_after_a_clause_that_opens_the_sentence() -> None:
    assert inverts(*at_the_mark("Als het loket sluit |zullen de scholen zoeken."))
    assert not inverts(*at_the_mark("Als het loket, |zullen de scholen zoeken."))
    assert resumes_main(*at_the_mark("Zoals ik heb gemeld |stuur ik het plan."))
    assert not resumes_main(*at_the_mark("De raad |zal komen."))


def test_a_comma_of_a_row_closes_no_clause() -> None:
    assert list_goes_on(*at_the_mark("Gemeenten|, provincies en grote waterschappen in het land ontvangen geld."))
    assert not list_goes_on(*at_the_mark("Als dat zo is|, komen wij in mei."))


def test_the_second_word_of_a_cluster_does_not_stand_alone() -> None:
    assert stands_alone(*at_the_mark("Het plan |komt."))
    assert not stands_alone(*at_the_mark("Het plan kan |wordt."))
