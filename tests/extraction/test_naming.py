"""What may name a statement: phrases by their place, and its act."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.naming import NamePlace, Naming, naming


def named(text: str, quote: str = "", deadline: str = "") -> Naming:
    return naming(analyse_sentence(text, dt.date(2024, 1, 15)), quote or text, deadline)


def at(place: NamePlace, text: str) -> list[str]:
    return [" ".join(row.written) for row in named(text).names if row.place is place]


OBJECTS: dict[str, tuple[str, list[str]]] = {
    "no pronoun, verb or time": ("Wij starten er in mei mee.", []),
    "no infinitive by itself": ("Wij laten dit onderzoeken.", []),
    "no fixed expression": ("De pilot gaat van start.", ["pilot"]),
    "no preposition of several words": ("In samenwerking met Delft komt er een loket.", ["loket"]),
    "no name of a person": ("Wij voeren de motie Jansen uit.", ["motie"]),
    "no verb at the end that is unknown": ("Wij weten wat de regeling voorschrijft.", []),
    "no year alone after an article": ("Wij passen het in 2024 vastgestelde handelingsperspectief toe.", []),
    "no noun that makes one act with its verb": ("Wij doen recht aan de talenten.", ["talenten"]),
    "no participle that is the verb": ("Het plan wordt vastgesteld en uitgevoerd.", ["plan"]),
    "no participle before what was said": (
        "Het college heeft toegezegd besluitvorming over de zone voor te bereiden.",
        ["besluitvorming over de zone"],
    ),
    "no sum of money": ("Voor het park ramen wij structureel € 10.000.", []),
    "no number of an outline": ("2.2 Evaluatie van het programma", ["Evaluatie van het programma"]),
    "a participle before its noun": ("In de wijk wordt gereguleerd parkeren ingevoerd.", ["gereguleerd parkeren"]),
    "what is decided on": (
        "De raad zal in mei een besluit nemen over de invoering van tarieven.",
        ["invoering van tarieven"],
    ),
    "not after a preposition of the verb before it": (
        "Voor bewoners met een smalle beurs komt er een regeling.",
        ["regeling"],
    ),
    "a noun like a verb after its adjective": ("Wij bouwen onbewaakte overwegen om.", ["onbewaakte overwegen"]),
    "subject of a passive": ("De woonvisie wordt in mei vastgesteld.", ["woonvisie"]),
    "subject of what a thing does by itself": ("De pilot start in mei.", ["pilot"]),
    "subject of what starts with people": ("De uithuizing start met de raad.", ["uithuizing", "raad"]),
    "object after who acts": ("De inspectie publiceert een rapport.", ["rapport"]),
    "after the preposition of the verb": ("Rijkswaterstaat begint aan de renovatie.", ["renovatie"]),
    "over the prefix of the verb": ("Wij stellen een plan op over schulden.", ["plan over schulden"]),
    "with its own complement": (
        "Wij sluiten een convenant met boeren over water.",
        ["convenant met boeren over water"],
    ),
    "with number and adjective": ("Wij bouwen dertig onbewaakte overwegen om.", ["dertig onbewaakte overwegen"]),
}


@pytest.mark.parametrize(("text", "found"), OBJECTS.values(), ids=OBJECTS.keys())
def test_what_the_act_is_done_with(text: str, found: list[str]) -> None:
    assert at(NamePlace.OBJECT, text) == found


@pytest.mark.parametrize(
    ("place", "text", "found"),
    [
        (NamePlace.SUBJECT, "De inspectie publiceert een rapport.", ["inspectie"]),
        (NamePlace.SUBJECT, "Wij publiceren een rapport.", []),
        (NamePlace.SUBJECT, "Kostendekkende huren worden ingevoerd.", ["Kostendekkende huren"]),
        (NamePlace.BESIDE, "In Delft komt er een loket.", ["Delft"]),
        (NamePlace.OUTSIDE, "Wij bouwen een brug (de raad wil een tunnel).", []),
        (NamePlace.OUTSIDE, "Wij onderzoeken of een loket haalbaar is.", ["loket"]),
    ],
    ids=[
        "who acts",
        "a pronoun that acts",
        "a plural like a verb after its adjective",
        "where",
        "not in brackets",
        "in the clause that is the object",
    ],
)
def test_other_places(place: NamePlace, text: str, found: list[str]) -> None:
    assert at(place, text) == found


ACTS = {
    "not that a thing is made": ("Wij stellen een plan op.", ""),
    "not that it is sent": ("Wij sturen u het plan.", ""),
    "not what verbs of all kinds do": ("Het plan komt in mei.", ""),
    "what changes a thing": ("De brug wordt gerenoveerd.", "renoveren"),
    "of the last verb": ("Wij laten de brug evalueren.", "evalueren"),
    "in one word for its like": ("De bouw begint in mei.", "starten"),
    "of a fixed expression": ("De wet treedt in werking.", "in werking treden"),
}


@pytest.mark.parametrize(("text", "act"), ACTS.values(), ids=ACTS.keys())
def test_what_a_title_says_is_done(text: str, act: str) -> None:
    assert named(text).act == act


@pytest.mark.parametrize(
    ("text", "before"),
    [("Wij informeren u in mei.", ""), ("Wij informeren u over het loket.", "informeren over")],
    ids=["of nothing named", "of what stands after its preposition"],
)
def test_an_act_that_stands_before_its_thing(text: str, before: str) -> None:
    assert named(text).before == before


def test_the_clause_that_carries_the_deadline_is_named_by() -> None:
    text = "De wet is oud en in mei 2024 starten wij een pilot."
    found = named(text, deadline="in mei 2024")
    assert (found.act, [row.words for row in found.names if row.place is NamePlace.OBJECT]) == ("starten", [("pilot",)])


def test_only_clauses_of_the_quote_name_it() -> None:
    found = named("Het loket sluit in mei; de pilot start in juni.", "de pilot start in juni.")
    assert [row.words for row in found.names] == [("pilot",)]


def test_a_sentence_without_clauses_names_nothing() -> None:
    assert named("...") == Naming()
