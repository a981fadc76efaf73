"""What heads of columns, cells and titles of published lists say."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.sources.list_columns import below_of, day_in, fields_of, last_day_in, list_words, stand_of
from tracker.sources.services import known_services


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (("Nr.", "Datum", "Actie - toezegging", "Stand van zaken"), {"number", "made", "text"}),
        (("NUMMER:", "Toezegging", "Afgedaan (ja/nee)"), {"number", "text", "done"}),
        (("Onderwerp", "Soort", "Status"), {"subject", "kind", "status"}),
        (("Onderwerp", "Status"), set()),
        (("Onderwerp toezegging", "Status"), {"subject", "status"}),
        (("Toezegging", "Onderwerp"), set()),
        (("Nummer", "Naam"), set()),
        ((), set()),
    ],
)
def test_a_head_names_what_was_promised_and_its_number_or_stand(row: tuple[str, ...], fields: set[str]) -> None:
    assert set(fields_of(row)) == fields


def test_each_head_stands_for_one_field() -> None:
    heads = [head for rows in list_words().values() if isinstance(rows, list) for head in rows]
    double = {head for head in heads if heads.count(head) > 1}
    assert double <= {"toezegging", "toezeggingen", "no"}, "kinds of rows and marks are no heads"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("20 februari 2024", dt.date(2024, 2, 20)),
        ("24-1-2013", dt.date(2013, 1, 24)),
        ("2024-02-20T00:00:00", dt.date(2024, 2, 20)),
        ("31-2-2024", None),
        ("1-2-2024 en 3-4-2024", None),
        ("mei 2024", None),
        ("", None),
    ],
)
def test_the_one_day_that_words_name(words: str, day: dt.date | None) -> None:
    assert day_in(words) == day


def test_the_last_day_of_a_time() -> None:
    assert last_day_in("Rappel toezeggingen september 2025") == dt.date(2025, 9, 30)
    assert last_day_in("Stand per 1 maart 2024") == dt.date(2024, 3, 1)
    assert last_day_in("Toezeggingen") is None


@pytest.mark.parametrize(
    ("words", "met", "unclear"),
    [
        ("Voldaan", True, False),
        ("deels voldaan", False, False),
        ("Niet voldaan", False, False),
        ("Voldaan?", False, True),
        ("Voldaan, maar heropend", False, True),
        ("Afgedaan d.d. 3-4-2024.", True, False),
        ("Opengesteld", False, True),
    ],
)
def test_a_status_is_a_known_word_with_no_more_than_when(words: str, met: bool, unclear: bool) -> None:
    stand = stand_of(known_services().parliament, words)
    assert (stand.met, stand.unclear) == (met, unclear)


def test_a_heading_may_say_how_what_is_below_it_stands() -> None:
    found = {
        words: below_of(words) for words in ("Openstaande moties", "Afgedaan: ja", "Afgedane toezeggingen", "Raad")
    }
    assert [(one.met, one.unclear) if one else None for one in found.values()] == [
        (False, False),
        None,
        (True, False),
        None,
    ]
