"""Few plain turns say how a promise stands; what is sent must be the thing promised, word for word and alone."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.plain_turns import (
    PlainTurn,
    are_plain_cells,
    is_of_other_day,
    is_of_others,
    plain_turn,
    stands_plainly,
    takes_back,
)

N = "TZ202402-158"
PROMISED = "Ik zeg toe uw Kamer voor de zomer van 2024 het rapport over de kades te sturen (TZ202402-158)."
DAY = dt.date(2024, 9, 10)


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        (
            f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).",
            "Ik stuur u de reactie op het rapport over de kades.",
        ),
        (
            f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).",
            "Ik stuur u het rapport over de kades en de kaart.",
        ),
        (
            f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).",
            "Ik stuur u de kaart en het rapport over de kades.",
        ),
        (
            f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).",
            "Ik stuur u het rapport over de kades van Zwolle.",
        ),
        (
            f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).",
            "Ik stuur u elk jaar het rapport over de kades.",
        ),
        (f"Hierbij stuur ik uw Kamer het rapport over de sluizen ({N}).", PROMISED),
        (
            f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).",
            "Ik stuur u een brief zodra Deltares het rapport over de kades afrondt.",
        ),
        (
            f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).",
            "Ik stuur u het geheel herziene rapport over de kades.",
        ),
        (
            f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).",
            "Ik stuur u het rapport over de kades waarin ook de sluizen staan.",
        ),
        (
            f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).",
            "Ik zal het rapport over de kades openbaar maken.",
        ),
        (f"Hierbij stuur ik de provincie het rapport over de kades ({N}).", PROMISED),
        (f"Hierbij stuurt de provincie uw Kamer het rapport over de kades ({N}).", PROMISED),
        (f"Hiermee informeer ik uw Kamer over de kades ({N}).", PROMISED),
        (f"Toezegging {N} is afgedaan (deels).", PROMISED),
        (f"Toezegging {N} is volgens mij afgedaan.", PROMISED),
        (f"Toezegging {N} is afgedaan, toezegging TZ202402-159 niet.", PROMISED),
        ("Hierbij stuur ik uw Kamer het rapport over de kades (TZ202402-159).", PROMISED),
        ("De haven is diep.", PROMISED),
    ],
)
def test_any_other_sentence_is_no_plain_turn(text: str, promised: str) -> None:
    assert plain_turn(text, N, (promised,)) is None


@pytest.mark.parametrize(
    ("text", "promised", "turn"),
    [
        (f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).", PROMISED, PlainTurn.MET),
        (
            f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).",
            "Ik zal het rapport over de kades toesturen.",
            PlainTurn.MET,
        ),
        (f"Hierbij stuur ik u het verslag over 2023 ({N}).", "Ik stuur u in mei het verslag over 2023.", PlainTurn.MET),
        (f"Met deze brief informeer ik u over de kosten ({N}).", "Ik informeer u over de kosten.", PlainTurn.MET),
        (f"Toezegging {N} is hiermee afgedaan (Kamerstuk 27 923, nr. 12).", "", PlainTurn.MET),
        (f"De toezeggingen {N} en TZ202402-159 zijn hiermee afgedaan.", "", PlainTurn.MET),
        (f"Toezegging {N} is vertraagd tot mei 2025.", "", PlainTurn.OPEN),
        (f"Hiermee is toezegging {N} nog niet afgedaan.", "", PlainTurn.OPEN),
    ],
)
def test_a_plain_turn_says_how_a_promise_stands(text: str, promised: str, turn: PlainTurn) -> None:
    assert plain_turn(text, N, (promised,)) is turn


def test_a_sentence_without_a_number_sends_by_its_words_alone() -> None:
    assert plain_turn("Hierbij stuur ik uw Kamer het rapport over de kades.", "", (PROMISED,)) is PlainTurn.MET
    assert plain_turn(f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).", "", (PROMISED,)) is None


def test_cells_say_it_plainly_where_all_do() -> None:
    assert are_plain_cells(["Ja", "3 juli 2024", ""])
    assert not are_plain_cells(["Afgedaan", "op de kaart na"])
    assert not are_plain_cells(["", " "])


@pytest.mark.parametrize(
    ("before", "after", "plainly"),
    [
        ("", " Dat was onjuist.", False),
        ("", " De haven is diep. Ik herstel een vergissing.", False),
        ("De commissie schrijft: ", "", False),
        ("Mijn voorganger schreef u het volgende. ", "", False),
        ("In mei 2025 stuur ik het rapport. ", "", False),
        ("", " De haven is diep.", False),  # nobody can list all that takes back, so that nothing may follow
        ("", " Aldus het lid Van Dam.", False),
        ("Op 3 juli 2024 zond ik u het rapport. ", "", True),
        ("", "", True),
    ],
)
def test_what_stands_beside_a_sentence_may_take_it_back(before: str, after: str, plainly: bool) -> None:
    said = f"Hiermee is toezegging {N} afgedaan."
    assert stands_plainly(f"{before}{said}{after}", said, DAY) is plainly


def test_a_day_before_the_promise_is_of_another_thing() -> None:
    said = f"Op 3 juli 2023 heb ik uw Kamer het verslag over 2022 ({N}) gestuurd."
    assert is_of_other_day(said, DAY, dt.date(2024, 3, 1))
    assert not is_of_other_day(said, DAY, dt.date(2023, 3, 1))
    assert not is_of_other_day(said, DAY, None)
    assert is_of_other_day(said.replace("2023", "2025"), DAY, None)


def test_a_heading_may_say_whose_word_stands_under_it() -> None:
    assert is_of_others("Inbreng van de leden")
    assert is_of_others("Rectificatie")
    assert is_of_others("Openstaande toezeggingen")
    assert not is_of_others("Stand van de toezeggingen")


def test_a_sentence_takes_back_what_another_said() -> None:
    said = f"Mijn bericht over toezegging {N} was onjuist."
    assert takes_back(said, said)
    assert not takes_back(f"Zie toezegging {N}.", f"Zie toezegging {N}.")
