"""A sentence that moves a deadline names the old one, the new one, or both."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.deadline_shift import has_been, is_put_off, moved_deadlines
from tracker.language.syntax import Tense
from tracker.temporal.timex import tag_times


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        (
            "Wij zullen u hierover niet aan het einde van dit jaar, maar begin 2017 informeren.",
            "2016-12-31",
            "2017-03-31",
        ),
        ("De deadline van 1 juni 2018 voor de oplevering wordt opgeschoven.", "2018-06-01", None),
        (
            "De termijn voor aanbestedingsprocedurevoorbereiding van 1 juni 2018 wordt opgeschoven.",
            "2018-06-01",
            None,
        ),
        ("De looptijd is met één jaar verlengd tot en met 2024.", "2023-12-31", "2024-12-31"),
        ("De aanpak, die tot 1 augustus 2024 loopt, wordt met 17 maanden verlengd.", "2024-08-01", "2025-12-31"),
        (
            "De proef, die aanvankelijk tot 1 mei 2017 zou lopen, wordt met een jaar verlengd.",
            "2017-05-01",
            "2018-04-30",
        ),
        ("Een jaar later dan de oorspronkelijke datum van 1 mei 2017 is het af.", "2017-05-01", "2018-05-01"),
        ("De oplevering, uiterlijk 1 juli 2017, wordt met een jaar uitgesteld.", "2017-07-01", "2018-07-01"),
        ("De proef, die tot en met 1 juli 2017 loopt, wordt met een jaar verlengd.", "2017-07-01", "2018-07-01"),
        ("De proef, die tot 15 juli 2017 loopt, wordt met een jaar verlengd.", "2017-07-15", "2018-07-14"),
        ("De proef, die tot 31 december 2017 loopt, wordt met een jaar verlengd.", "2017-12-31", "2018-12-31"),
        ("De proef is met een jaar verlengd tot 15 juli 2018.", "2017-07-15", "2018-07-15"),
        ("We verlengen de aanpak met 17 maanden.", None, None),
        ("De regeling wordt in 2025 met twee kwartalen verlengd.", None, None),
        ("De regeling wordt in het najaar verlengd met een half jaar.", None, None),
        ("In 2025 wordt de regeling met een jaar verlengd.", None, None),
        ("De regeling is op 1 maart 2017 met een jaar verlengd tot en met 2018.", "2017-12-31", "2018-12-31"),
        ("De regeling, die in 2017 afloopt, wordt met een jaar verlengd.", "2017-12-31", "2018-12-31"),
        ("De oplevering in 2017 wordt met een jaar uitgesteld.", "2017-12-31", "2018-12-31"),
        ("De oplevering is met een jaar uitgesteld naar 2018.", "2017-12-31", "2018-12-31"),
        ("De oplevering schuift van eind 2017 naar begin 2018.", "2017-12-31", "2018-03-31"),
        ("De bouw is verschoven van maart naar september.", "2017-03-31", "2017-09-30"),
        ("De bouw schuift van april naar oktober.", "2017-04-30", "2017-10-31"),
        ("De bouw is verschoven van oktober naar juni.", "2016-10-31", "2017-06-30"),
        ("Besloten is de bouw te verplaatsen van mei naar november 2017.", "2017-05-31", "2017-11-30"),
        ("De oplevering is van mei 2017 naar uiterlijk 1 juli 2018 verschoven.", "2017-05-31", "2018-07-01"),
        ("De oplevering is verschoven naar in elk geval 1 mei 2018.", None, "2018-05-01"),
        ("De oplevering is eind 2018, een jaar later dan gepland.", "2017-12-31", "2018-12-31"),
        ("Wij ronden dit medio 2018 af, een half jaar later dan was voorzien.", "2018-01-31", "2018-07-31"),
        (
            "Omdat de cijfers over het derde kwartaal er niet zijn, hoort u het niet in oktober 2017 maar in mei 2018.",
            "2017-10-31",
            "2018-05-31",
        ),
        ("Beantwoording voor 1 mei 2018 is niet mogelijk.", "2018-04-30", None),
        (
            "Het lukt niet de vragen voor 1 mei 2018 te beantwoorden, maar dat kan op 1 juni 2018.",
            "2018-04-30",
            "2018-06-01",
        ),
        ("De vragen kunnen niet eerder dan 1 juni 2018 worden beantwoord.", None, "2018-06-01"),
        ("Het is niet mogelijk de vragen binnen drie maanden te beantwoorden.", None, None),
        ("De oplevering wordt een half jaar uitgesteld en is uiterlijk 1 juli 2018 af.", "2018-01-01", "2018-07-01"),
    ],
)
def test_old_and_new(sentence: str, old: str | None, new: str | None) -> None:
    found = moved_deadlines(sentence, tag_times(sentence, dt.date(2016, 11, 29)))
    assert [deadline and deadline.end and deadline.end.isoformat() for deadline in found] == [old, new]


WOULD = [
    ("De brug zou in mei 2017 opengaan, maar dat wordt september 2017.", "2017-05-31", "2017-09-30"),
    ("Dit stond gepland voor maart 2017, maar is opgeschoven naar Q3 2017.", "2017-03-31", "2017-09-30"),
    ("De brug zou in oktober opengaan, toen in december en inmiddels in maart.", "2016-12-31", "2017-03-31"),
    ("De nota wordt niet in oktober maar in januari aangeboden.", "2016-10-31", "2017-01-31"),
    ("De nota was nog niet gereed om voor 16 november te versturen.", "2016-11-15", None),
    ("De nota is niet gereed om voor 16 december te versturen.", "2016-12-15", None),
    ("Het lange termijn beleid is stopgezet tot na 1 mei 2017.", None, None),
]


@pytest.mark.parametrize(("sentence", "old", "new"), WOULD, ids=[row[0] for row in WOULD])
def test_what_would_be_is_the_old_one(sentence: str, old: str | None, new: str | None) -> None:
    written = dt.date(2016, 11, 29)
    found = moved_deadlines(sentence, tag_times(sentence, written), written=written)
    assert [deadline and deadline.end and deadline.end.isoformat() for deadline in found] == [old, new]


UNTIL = {
    "in force until a year": ("De regeling is verlengd tot 2027.", False, "None/2026-12-31"),
    "put off through a year": ("De invoering is uitgesteld tot en met 2027.", True, "None/2027-12-31"),
    "put off until a year": ("De invoering is uitgesteld tot 2027.", True, "2027-01-01/2027-12-31"),
    "put off until a month": ("De start is opgeschoven tot maart 2027.", True, "2027-03-01/2027-03-31"),
    "put off until a day": ("De start is opgeschoven tot 1 maart 2027.", True, "2027-03-01/2027-03-01"),
}


@pytest.mark.parametrize(("sentence", "put_off", "new"), UNTIL.values(), ids=UNTIL.keys())
def test_what_is_put_off_until_a_time_comes_in_it(sentence: str, put_off: bool, new: str) -> None:
    _, found = moved_deadlines(sentence, tag_times(sentence, dt.date(2025, 11, 29)), put_off=put_off)
    assert found is not None
    assert f"{found.start}/{found.end}" == new


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("de bouw duurt tot 2027", False),
        ("de proef is verlengd tot 2027", False),
        ("de bouw uit te stellen tot 2027", True),
    ],
)
def test_what_is_put_off(text: str, holds: bool) -> None:
    assert is_put_off(text) is holds


@pytest.mark.parametrize(
    ("sentence", "tense", "past"),
    [
        ("De oplevering is verschoven naar juli.", Tense.PERFECT, False),
        ("De oplevering is nu voorzien tegen juli.", Tense.STATE, False),
        ("De raad heeft de oplevering uitgesteld tot juli.", Tense.PERFECT, False),
        ("De raad heeft in juli 2018 besloten te wachten.", Tense.PERFECT, False),
        ("De raad heeft in juli besloten te wachten.", Tense.PERFECT, True),
        ("De honderdste boom kwam in maart.", Tense.PAST, True),
    ],
)
def test_a_month_without_a_year_in_what_has_been_is_past(sentence: str, tense: Tense, *, past: bool) -> None:
    (time,) = tag_times(sentence, dt.date(2016, 11, 29))
    assert has_been(sentence, time, tense) is past
