"""A row says plainly how a promise stands where no cell of it, and no heading, has a word of its own."""

from __future__ import annotations

import pytest

from tracker.extraction.plain_status_rows import is_plain_row, names_only

N = "TZ202402-158"
PROMISED = ("De minister stuurt de Kamer het rapport over de kades.",)
ROW = (("Nummer", N), ("Onderwerp", "Rapport over de kades"), ("Status", "Afgedaan"), ("Opmerkingen", ""))


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Modeltekst",
            "Wensen van de Kamer",
            "Stand per 1 januari 2024",
            "Legenda",
            "Planning 2025",
            "Kades (deel 1)",
        ),
        *("Toezeggingen van de minister van Financiën", "Register van toezeggingen", "Openstaande toezeggingen"),
        *("Toezegging TZ202402-159", "Conceptbrief over de kades", "Toezeggingen 1 van 3", "Volgens uw lijst"),
    ],
)
def test_a_heading_with_a_word_of_its_own_may_say_whose_word_stands_under_it(heading: str) -> None:
    assert not names_only(heading, N, PROMISED)


@pytest.mark.parametrize(
    "heading",
    ["", "Moties en toezeggingen", f"3.1 Toezegging {N}", "Het rapport over de kades", "Tabel 2: stand van zaken"],
)
def test_a_heading_that_names_the_promise_alone_says_nothing_more(heading: str) -> None:
    assert names_only(heading, N, PROMISED)


@pytest.mark.parametrize(
    ("at", "cell"),
    [
        (0, ("Nummer", f"{N}*")),
        (0, ("Nummer", f"Vervolg op {N}")),
        (0, ("Hangt samen met", N)),
        (0, ("Motie", "Motie over sluizen")),
        (1, ("Onderwerp", "Rapport over de sluizen")),
        (1, ("Onderwerp", "Rapport over de kades, alleen de noordoever")),
        (1, ("Onderdeel van toezegging", "Rapport over de kades")),
        (2, ("Status", "Afgedaan?")),
        (2, ("Status", "Afgedaan, op de kaart na")),
        (2, ("Status per 1 januari 2024", "Afgedaan")),
        (2, ("", "Afgedaan")),
        (2, ("Urgent", "ja")),
        (2, ("Status", "")),
        (3, ("Opmerkingen", "nog navragen")),
        (3, ("Verzoek", "Afgedaan")),
    ],
)
def test_a_row_with_a_word_of_its_own_is_for_a_reader(at: int, cell: tuple[str, str]) -> None:
    assert not is_plain_row([*ROW[:at], cell, *ROW[at + 1 :]], N, PROMISED)


def test_a_row_of_the_promise_and_its_stand_alone_is_plain() -> None:
    assert is_plain_row(ROW, N, PROMISED)
    assert is_plain_row([*ROW, ("Kamerlid", "De Vries (D66)"), ("Afgedaan op", "3 juli 2024")], N, PROMISED)
