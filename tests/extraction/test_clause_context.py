"""What a clause takes from the clauses and lists around it."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.documents import read_letter
from tracker.extraction.clause_context import (
    closing_aside,
    completions,
    front_clause,
    goes_on_with_subject,
    letter_markers,
    list_markers,
    may_speak,
    past_times,
    with_context,
)
from tracker.extraction.extractor import read_statements
from tracker.extraction.features import ContextMarker, read_clause
from tracker.language.nl.clauses import cut_clauses
from tracker.language.syntax import Clause, ClauseKind
from tracker.text.tokens import tokenize

DAY = dt.date(2021, 3, 15)


def clauses(text: str) -> tuple[Clause, ...]:
    return cut_clauses(tokenize(text))


def test_main_clauses_speak_and_few_others() -> None:
    said = {clause.opener: may_speak(clause) for clause in clauses("Wij melden dat het komt, omdat het moet.")}
    assert said == {"": True, "dat": True, "omdat": False}


PAST = [
    ("Omdat de brug in mei 2020 is geopend, rijdt het verkeer door.", DAY, []),
    ("Nadat de brug is geopend, rijdt het verkeer door.", DAY, []),
    ("Nadat de brug in mei 2022 is geopend, rijdt het verkeer door.", DAY, []),
    ("Nadat de brug in mei 2020 is geopend, rijdt het verkeer door.", None, []),
    ("Nadat de brug in mei 2020 is geopend, rijdt het verkeer door.", DAY, ["mei 2020"]),
    ("Het verkeer rijdt door nadat de brug in mei 2020 is geopend.", DAY, ["mei 2020"]),
]


@pytest.mark.parametrize(("text", "anchor", "times"), PAST)
def test_a_clause_of_what_was_done_names_a_time_that_is_past(
    text: str, anchor: dt.date | None, times: list[str]
) -> None:
    found = [row for clause in clauses(text) for row in past_times(clause, text, anchor)]
    assert [text[row.begin : row.end].removeprefix("in ") for row in found] == times


LISTED = {
    "no list": ("De brug komt.", None, (), set()),
    "a list": ("de brug", "De uitkomsten zijn:", (), {ContextMarker.ITEM}),
    "what the government does": ("de brug", "Dit doen wij door:", (), {ContextMarker.ITEM, ContextMarker.BULLET}),
    "results to come": ("De brug", None, ("Resultaten 2022",), {ContextMarker.PLANNED}),
    "results of old": ("De brug", None, ("Resultaten 2019",), {ContextMarker.REACHED}),
    "the nearest head": ("De brug", None, ("Resultaten 2019", "Resultaten 2022"), {ContextMarker.REACHED}),
    "the letter's own year": ("De brug", None, ("Resultaten 2021",), set()),
}


@pytest.mark.parametrize(("text", "lead_in", "heads", "found"), LISTED.values(), ids=LISTED.keys())
def test_list_markers(text: str, lead_in: str | None, heads: tuple[str, ...], found: set[str]) -> None:
    assert list_markers(text, lead_in, heads, DAY) == found


def test_a_sentence_on_this_letter_has_those_that_go_on_from_it_beside_it() -> None:
    first = "In deze brief leest u hoe het gaat."
    assert letter_markers(first, None, ()) == {ContextMarker.LETTER}
    (clause, *_) = clauses(first)
    before = [read_clause(clause, (), frozenset({ContextMarker.LETTER}))]
    assert letter_markers("Daarna ga ik in op de kosten.", None, before) == {ContextMarker.LETTER, ContextMarker.BESIDE}
    assert letter_markers("De kosten zijn hoog.", None, before) == {ContextMarker.BESIDE}
    assert letter_markers("De kosten zijn hoog.", None, ()) == set()


def test_a_plan_does_what_its_infinitive_clause_says() -> None:
    text = "Het voornemen is om in mei de brug op te leveren."
    found = clauses(text)
    assert [clause.kind for clause in completions(found, 0)] == [ClauseKind.INFINITIVE]
    plain = read_clause(found[0], ())
    assert "deliver" not in plain.classes
    assert "deliver" in with_context(plain, found, 0, text).classes


def test_a_relative_clause_is_about_the_noun_before_it() -> None:
    text = "Er komt een subsidie, die in mei open gaat."
    found = clauses(text)
    assert "money" in with_context(read_clause(found[1], ()), found, 1, text).nouns
    far = "Er komt een subsidie voor de allerkleinste buurtverenigingen, die in mei open gaat."
    found = clauses(far)
    assert "money" not in with_context(read_clause(found[1], ()), found, 1, far).nouns


def test_a_condition_before_the_main_clause_is_its_front() -> None:
    found = clauses("Als het in mei kan, openen wij het loket.")
    assert front_clause(found, 1) == found[0]
    assert front_clause(found, 0) is None
    found = clauses("Omdat het in mei kan, openen wij het loket.")
    assert front_clause(found, 1) is None


def test_brackets_close_a_clause_where_it_does_not_go_on() -> None:
    found = clauses("Het loket wordt geopend (2026-2028).")
    assert closing_aside(found, 0) == found[1]
    found = clauses("Het loket (2026-2028) wordt geopend.")
    assert closing_aside(found, 0) is None


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Wij maken een nota en sturen de raad in mei een memo.", True),
        ("Het college maakt een nota en informeert de raad in mei.", True),
        ("In mei maken wij een nota en stuurt de raad een memo.", False),
        ("Het college maakt een nota en wordt de raad in mei geïnformeerd.", False),
    ],
)
def test_goes_on_with_subject(text: str, goes_on: bool) -> None:
    first, second = (read_clause(clause, ()) for clause in clauses(text))
    assert goes_on_with_subject(second, first) is goes_on


_TOP = "Gemeente Breda\nDatum: 3 juni 2030\n\nGeachte raad,\n\nHieronder vindt u de stand van zaken.\n\n"


def _promised(text: str) -> list[str]:
    letter = read_letter("x.txt", f"{_TOP}{text}\n\nMet vriendelijke groet,\n\nhet college\n".encode())
    return [one.quote for one in read_statements(letter)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "De raad besluit:\n\n1. De begroting vast te stellen.\n2. Het college te verzoeken om vóór 1 april 2031 een plan aan de raad te sturen.\n3. Burgemeester en wethouders opdracht te geven uiterlijk 1 juni 2031 een evaluatie voor te leggen.",  # noqa: E501
        "Wij stellen u voor te besluiten:\n\n- de kaders vast te stellen;\n- ons college te vragen om vóór 1 maart 2031 een plan van aanpak aan te bieden.",  # noqa: E501
        "Provinciale Staten besluiten: Gedeputeerde Staten te verzoeken om in het najaar van 2031 een evaluatie voor te leggen.",  # noqa: E501
        "De raad verzoekt het college:\n\n- vóór 1 juli 2031 een plan van aanpak naar de raad te sturen;\n- in het najaar van 2031 de raad te informeren.",  # noqa: E501
        "De Staten, in vergadering bijeen, dragen Gedeputeerde Staten op:\n\n1. in maart 2031 een evaluatie voor te leggen;\n2. uiterlijk 1 juni 2031 de verordening te herzien.",  # noqa: E501
        "Met amendement 3 draagt de raad het college op vóór de zomer van 2031 de raad te informeren.",
        "De motie roept het college op om vóór de zomer van 2031 een fonds in te richten.",
        "De raad heeft het college opgedragen vóór 1 mei 2031 een woonvisie op te stellen.",
        "De verenigde vergadering verzoekt dijkgraaf en heemraden in 2031 een nieuw peilbesluit voor te bereiden.",
    ],
)
def test_what_is_asked_of_those_who_govern_is_no_promise(text):
    assert _promised(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Aan het verzoek van de raad voldoen wij door:\n\n- vóór 1 juli 2031 een plan naar de raad te sturen;",
        "Zoals de raad het college heeft opgedragen, leggen wij vóór 1 mei 2031 een woonvisie voor.",
        "De raad heeft het college verzocht om een plan; dat sturen wij u in mei 2031.",
        "Wij geven het bureau opdracht om vóór 1 juli 2031 een evaluatie uit te voeren.",
        "Op verzoek van de raad informeert het college u vóór 1 juli 2031 over de kosten.",
    ],
)
def test_what_they_answer_to_it_is_one(text):
    assert len(_promised(text)) == 1
