"""Who undertakes a commitment."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tracker.extraction import DETECTORS, read_statements
from tracker.extraction.actors import by_one_name
from tracker.model import Letter, Passage, PassageKind, Run


def letter(text: str) -> Letter:
    passage = Passage("l/p1", None, PassageKind.PARAGRAPH, text, (Run(0, 0, len(text)),), 1)
    return Letter("l", "l.txt", text, (passage,), (), date=dt.date(2022, 3, 1))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("In mei sturen wij u het plan toe.", ["cabinet"]),
        ("In juni wordt het rapport opgeleverd.", ["cabinet"]),
        ("De Inspectie presenteert in juni een rapport.", ["Inspectie"]),
        ("In mei gaat de PO-Raad zich richten op een handreiking voor besturen.", ["PO-Raad"]),
        ("In juni stelt de Onderwijsraad ook een advies op.", ["Onderwijsraad"]),
        ("De rest van de scholen start in mei een project.", ["scholen"]),
        ("Een deel van de gemeenten presenteert in mei een plan.", ["gemeenten"]),
        ("In mei wordt het plan herzien door de AOb in samenwerking met de besturen.", ["AOb"]),
        ("De inrichting van de brug is in mei gereed.", ["cabinet"]),
        ("Deze ambitie van leraren en scholen gaat in mei een plan opleveren.", ["leraren en scholen"]),
        ("In mei presenteren de gemeenten, inclusief de eilanden, een plan.", ["gemeenten"]),
        ("In mei wordt het plan herzien door studenten van een hogeschool.", ["studenten"]),
        ("In mei wordt het plan getoetst door de Hogeschool Windesheim;", ["Hogeschool Windesheim"]),
        (
            "In mei wordt het plan getoetst door de Hogeschool van Arnhem en Nijmegen.",
            ["Hogeschool van Arnhem en Nijmegen"],
        ),
        ("In mei wordt het plan getoetst door de AOb en scholen.", ["AOb en scholen"]),
        (
            "In mei zullen het Platform Water Voor Later en de Uitvoering Eenheid het plan opleveren.",
            ["Platform Water Voor Later en de Uitvoering Eenheid"],
        ),
        ("Daarnaast bepalen de partijen in mei welke doelen gelden, inclusief de opvang daarna.", ["partijen"]),
        ("De MER start in juni.", ["cabinet"]),
        ("De WOZ wordt in juni herzien.", ["cabinet"]),
        ("Het XYZ start in juni met de inning.", ["XYZ"]),
        ("De XYZ-ABC voert in juni een onderzoek uit.", ["XYZ-ABC"]),
        ("In juni publiceert het XYZ een rapport.", ["XYZ"]),
        ("De raad stelt in mei een verordening vast.", ["raad"]),
        ("De raad wordt in mei geïnformeerd over de kosten.", ["cabinet"]),
        ("In mei ontvangt de raad een memo over de kosten.", ["cabinet"]),
        ("Het college maakt een nota en zal de raad hier in mei over informeren.", ["cabinet", "cabinet"]),
        ("In mei stelt de Raad voor Prinsjesdag een advies op.", ["Raad"]),
        ("In mei stelt de Raad voor de zomer een advies op.", ["Raad"]),
        ("In mei stelt de Raad voor Cultuur een advies op.", ["Raad voor Cultuur"]),
        ("De Raad voor de Rechtspraak presenteert in juni een rapport.", ["Raad voor de Rechtspraak"]),
        (
            "De Raad voor Volksgezondheid en Samenleving stelt in mei een advies op.",
            ["Raad voor Volksgezondheid en Samenleving"],
        ),
        ("In mei wordt het plan getoetst door de Raad voor Cultuur.", ["Raad voor Cultuur"]),
        ("In mei presenteert de Inspectie voor de Zorg een rapport.", ["Inspectie voor de Zorg"]),
        ("De PO-Raad start in mei een project. Zij organiseren daartoe een conferentie.", ["PO-Raad", "PO-Raad"]),
    ],
)
def test_actors(text: str, actors: list[str]) -> None:
    commitments, _ = read_statements(letter(text))
    assert [commitment.actor for commitment in commitments] == actors


def test_a_date_taken_over_from_the_sentence_before_says_so() -> None:
    commitments, _ = read_statements(
        letter("Vanaf mei 2023 gaat het register open. Hierdoor is er voor iedereen een portfolio beschikbaar."),
        DETECTORS["rules"](),
    )
    assert [commitment.inherited for commitment in commitments] == [(), ("deadline",)]
    assert commitments[1].deadline is not None
    assert commitments[1].deadline.inherited


def test_ids_do_not_depend_on_what_else_the_letter_says() -> None:
    sentence = "In mei sturen wij u het plan toe."
    alone, _ = read_statements(letter(sentence))
    among, _ = read_statements(letter(f"Het is goed. {sentence} De leraar verdient het."))
    assert alone[0].id == among[0].id


def test_an_actor_has_the_name_that_is_given_it_or_the_spelling_met_most() -> None:
    (made,), _ = read_statements(letter("De Inspectie presenteert in juni een rapport."))
    spelled = [replace(made, actor=name) for name in ("po-raad", "PO-Raad", "PO-Raad", "inspectie", "INSPECTIE")]
    found = [row.actor for row in by_one_name(spelled, {"Onderwijsinspectie": ("Inspectie",)})]
    assert found == ["PO-Raad", "PO-Raad", "PO-Raad", "Onderwijsinspectie", "Onderwijsinspectie"]
    assert [row.actor for row in by_one_name(spelled[2:], {})] == ["PO-Raad", "inspectie", "inspectie"]


OFFICES = ("De minister van Infrastructuur en Waterstaat", "De staatssecretaris van Onderwijs, Cultuur en Wetenschap")
MINISTERS = [
    ("De minister van Infrastructuur en Waterstaat stuurt u in mei het plan.", OFFICES, "cabinet"),
    ("De minister van IenW stuurt u in mei het plan.", OFFICES, "cabinet"),
    ("De minister van OCW stuurt u in mei het plan.", OFFICES, "cabinet"),
    ("De minister stuurt u in mei het plan.", OFFICES, "cabinet"),
    ("Ik stuur u in mei het plan.", OFFICES, "cabinet"),
    ("De minister van BZK stuurt u in mei het plan.", (), "cabinet"),
    ("De minister van BZK stuurt u in mei het plan.", OFFICES, "minister van BZK"),
    ("In mei stuurt de minister van Financiën u het plan.", OFFICES, "minister van Financiën"),
    ("De staatssecretaris van Defensie komt in mei met een plan.", OFFICES, "staatssecretaris van Defensie"),
]


@pytest.mark.parametrize(("text", "offices", "actor"), MINISTERS)
def test_a_minister_who_does_not_sign_is_named(text: str, offices: tuple[str, ...], actor: str) -> None:
    signed = replace(letter(text), signatories=("A. Jansen", "B. Jansen")[: len(offices)], offices=offices)
    (commitment,), _ = read_statements(signed)
    assert commitment.actor == actor
