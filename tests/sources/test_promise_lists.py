"""Lists of promises in the layouts that parliaments, provinces and municipalities publish."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tracker.errors import LetterError
from tracker.sources.list_tables import list_file
from tracker.sources.promise_lists import promises_in
from tracker.sources.register import Registered
from tracker.sources.services import known_services

DAY = dt.date(2025, 1, 1)


def read(text: str, name: str = "lijst.csv") -> tuple[Registered, ...]:
    return promises_in(known_services().parliament, list_file(Path(name), text.encode()), DAY).promises


def told(row: Registered) -> tuple[str, str]:
    """How a promise stands in a word, with its number."""
    return row.number, "unclear" if row.unclear else "met" if row.met else "closed" if row.closed else "open"


UPPER_HOUSE = """Rappelabele toezeggingen (Rappel september 2024)

Toezegging Toezending richtlijn (22.112 / 31.544, CK) (T01237)

De staatssecretaris zegt de Kamer toe de richtlijn op te sturen.

Kerngegevens

Nummer T01237
Status openstaand
Datum toezegging 7 april 2009
Deadline 1 januari 2024
Voormalige Verantwoordelijke(n) Staatssecretaris van Buitenlandse Zaken
Huidige Verantwoordelijke(n) Minister van Binnenlandse Zaken

Toezegging Schrappen artikel 5 (33.344) (T01970)
De Minister zegt de Kamer toe artikel 5 te schrappen.
Nummer | T01970 |
---|---|
Status | voldaan |
Datum toezegging | 27 mei 2014 |
"""


def test_facts_below_one_another_as_the_upper_house_has_them() -> None:
    first, second = read(UPPER_HOUSE, "rappel.txt")
    assert (told(first), told(second)) == (("T01237", "open"), ("T01970", "met"))
    assert first.text == "De staatssecretaris zegt de Kamer toe de richtlijn op te sturen."
    assert second.text == "De Minister zegt de Kamer toe artikel 5 te schrappen."
    assert (first.made, first.ministry) == (dt.date(2009, 4, 7), "Minister van Binnenlandse Zaken")


PAGE = """<!DOCTYPE html><html><body><h2>Toezegging Effecten van de wet (34.349) (T02615)</h2>
<p>De minister zegt toe de wet te evalueren.</p><table><tr><td>Nummer</td><td>T02615</td></tr>
<tr><td>Status</td><td>deels voldaan</td></tr></table></body></html>"""
TABLE = """<table><tr><th>Nummer</th><th>Datum</th><th>Toezegging</th><th>Status</th></tr>
<tr><td>TZ202402-158</td><td rowspan=2>20 februari 2024</td><td>Het rapport.</td><td>Voldaan</td></tr>
<tr><td>TZ202402-159</td><td>De minister stuurt de brief.</td><td>Vervallen</td></tr></table>"""


def test_pages() -> None:
    (row,) = read(PAGE, "page.html")
    assert (told(row), row.text) == (("T02615", "open"), "De minister zegt toe de wet te evalueren.")
    rows = read(TABLE, "table.htm")
    assert list(map(told, rows)) == [("TZ202402-158", "met"), ("TZ202402-159", "closed")]
    assert {row.made for row in rows} == {dt.date(2024, 2, 20)}


HEAD = "Nummer;Soort;Onderwerp;Toezegging;Status\n"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("M2021-112;Motie;Ganzen;Ganzen op het menu;Afgedaan\nT-1234;Toezegging;Hek;Het hek komt.;Open\n", ["open"]),
        ("T-1234;;Motie Jansen;Verzoekt het hek te verven;Afgedaan\n", []),
        ("T-1234;;Motieven;De motieven komen.;Afgedaan\n", ["met"]),
        ("T-1234;;Hek;Het hek komt.;Afgedaan (brief 12-10-2021)\n", ["met"]),
        ("T-1234;;Hek;Het hek komt.;Afgedaan op 12 oktober 2021\n", ["met"]),
        ("T-1234;;Hek;Het hek komt.;Afgedaan met de brief die in mei volgt\n", ["unclear"]),
        ("T-1234;;Hek;Het hek komt.;Voorstel: afgedaan\n", ["unclear"]),
        ("T-1234;;Hek;Het hek komt.;Groen\n", ["unclear"]),
        ("T-1234;;Hek;Het hek komt.;\n", ["unclear"]),
        ("Openstaande toezeggingen;;;;\nT-1234;;Hek;Het hek komt.;\n", ["open"]),
        ("Afgedane toezeggingen;;;;\nT-1234;;Hek;Het hek komt.;\n", ["met"]),
        ("Afgedane en af te voeren toezeggingen;;;;\nT-1234;;Hek;Het hek komt.;\n", ["unclear"]),
        ("T-1234;;Hek;Het hek komt.;Open\nT-1234;;Hek;Het hek komt.;Open\n", ["open"]),
    ],
)
def test_how_a_row_stands_is_what_it_surely_says(rows: str, found: list[str]) -> None:
    if not found:
        with pytest.raises(LetterError, match="it needs a table"):
            read(HEAD + rows)
    else:
        assert [told(row) for row in read(HEAD + rows)] == [("T-1234", word) for word in found]


@pytest.mark.parametrize(
    ("head", "cell", "word"),
    [
        ("Afgedaan", "ja", "met"),
        ("Afgedaan", "x", "met"),
        ("Afgedaan op", "1-9-2023", "met"),
        ("Datum afdoening", "2023-09-01", "met"),
        ("Afgedaan", "", "open"),
        ("Afgedaan", "nee", "open"),
        ("Afgedaan", "deels", "unclear"),
        ("Datum afdoening", "1-5-2030", "unclear"),
        ("Afgedaan", "met brief van 1-9-2023", "unclear"),
    ],
)
def test_a_column_may_say_by_a_mark_or_a_day_that_promises_were_met(head: str, cell: str, word: str) -> None:
    text = f"Lijst van toezeggingen\t\t\nLTA-nr.\tToezegging\t{head}\nLTA 21.034\tHet college evalueert.\t{cell}\n"
    assert list(map(told, read(text, "lijst.txt"))) == [("LTA 21.034", word)]


def test_a_status_and_a_mark_that_are_at_odds_say_nothing() -> None:
    (row,) = read("Nummer,Toezegging,Status,Datum afgedaan\nTA2022-000123,De notitie komt.,Openstaand,01-07-2022\n")
    assert told(row) == ("TA2022-000123", "unclear")


@pytest.mark.parametrize("number", ["", "1", "64", "n.v.t."])
def test_what_counts_rows_is_no_number(number: str) -> None:
    """Another promise stands under it in the next list, so that a ruling would be of that."""
    one, other = (read(f"Nr.;Toezegging;Status\n{number};Het {thing} komt.;Open\n")[0] for thing in ("hek", "bad"))
    assert one.number.startswith("x-")
    assert one.number != other.number


def test_two_promises_under_one_number_are_told_apart() -> None:
    (row,) = read(HEAD + "T-1234;;Hek;Het hek komt.;Open\nT-1234;;Bad;Het bad komt.;Afgedaan\n")
    assert [twin.text for twin in row.twins] == ["Het hek komt."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Geachte raad,\nhierbij de brief.",
        "Nummer;Naam\n1;Jansen\n",
        "Nummer;Onderwerp;Status\n1234;Ganzen op het menu;Aangenomen\n",
        "Nummer;Type;Onderwerp;Status\nM2021-112;Motie;Ganzen op het menu;Afgedaan\n",
        "a|b\n|\n",
        '"\n;',
    ],
)
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(LetterError):
        read(text or " ")


def test_what_may_say_by_what_it_was_met_under_an_unknown_head_is_told() -> None:
    """A deadline or who promised it does not."""
    rows = (
        "Nr;Toezegging;Status;Termijn;Toelichting\nT-1;Het hek komt.;Voldaan;Q3;Zie PS24-12\nT-2;De brug.;Voldaan;Q4;\n"
    )
    assert [row.unread for row in read(rows)] == [("Toelichting",), ()]
    (_, page) = read(
        UPPER_HOUSE.replace("Datum toezegging | 27", "Opmerking | Zie de brief |\nDatum toezegging | 27"), "a.txt"
    )
    assert page.unread == ("opmerking",)
