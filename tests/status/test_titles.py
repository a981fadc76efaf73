"""What a thread is called."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, Told, build
from tracker.extraction import analyse, describe
from tracker.status.titles import title
from tracker.status.weights import LONGEST_TITLE

Row = str | Promise | Told


def titled(heading: str, *rows: Row) -> str:
    letter, statements = build(Made("a", "2024-01-01", {heading: rows}))
    analysed = analyse(letter)
    return title(statements, {"a": analysed}, describe(analysed, statements))


PLAN = Promise("Wij stellen een actieplan waterzuivering op voor de gemeenten.")
LONG = "3.2 De waterkwaliteit van de grote rivieren in de noordelijke provincies van het land"

TITLES = {
    "the thing": ("Water", [PLAN], "Actieplan waterzuivering"),
    "of a promise before a report": ("Water", [Told("De zonneparken zijn geopend."), PLAN], "Actieplan waterzuivering"),
    "of a report alone": ("Water", [Told("De zonneparken zijn geopend.")], "Zonneparken"),
    "heading beside what tells little": (
        "4. Geluidhinder",
        [Promise("Wij starten met scholen.")],
        "Scholen (Geluidhinder)",
    ),
    "heading alone": ("4. Geluidhinder", [Promise("Wij gaan ermee door.")], "Geluidhinder"),
    "quote where there is nothing else": ("", [Promise("Wij gaan ermee door.")], "Wij gaan ermee door."),
}


@pytest.mark.parametrize(("heading", "rows", "words"), TITLES.values(), ids=TITLES.keys())
def test_titles(heading: str, rows: list[Row], words: str) -> None:
    assert titled(heading, *rows) == words


def test_a_long_heading_is_cut_and_has_no_number() -> None:
    found = titled(LONG, Promise("Wij gaan ermee door."))
    assert found == "De waterkwaliteit van de grote rivieren in de …"
    assert len(found.split()) == LONGEST_TITLE + 1


def test_a_word_that_returns_names_the_thread() -> None:
    once = Promise("De geluidhinder en de waterzuivering krijgen een loket.")
    first = titled("Water", once)
    other = "waterzuivering" if "geluid" in first.lower() else "geluidhinder"
    again = [Promise(f"In {year} gaat de {other} door.") for year in (2025, 2026, 2027)]
    assert other in titled("Water", once, *again).lower()
