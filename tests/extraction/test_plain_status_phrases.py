"""Few plain turns say how a promise stands; what is sent must be the thing promised, word for word and alone."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.plain_status_phrases import (
    PlainTurn,
    days_fit,
    is_all_plain,
    plain_turn,
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
        *(
            (f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).", promised)
            for promised in (
                "Ik zal het rapport over de kades met u bespreken.",
                "De minister bespreekt het rapport over de kades.",
                "De minister trekt het rapport over de kades in.",
                "De minister laat de onderzoekers het rapport over de kades herzien.",
                "Ik stuur u het tweede rapport over de kades.",
                "Ik stuur u het rapport over de kades 2019.",
                "De minister stuurt een reactie.",
            )
        ),
        (
            f"Met deze brief informeer ik u over de kosten ({N}).",
            "Ik informeer u over de kosten nadat de raad besloot.",
        ),
        (f"Toezegging {N} is afgedaan (deels).", PROMISED),
        (f"Toezegging {N} over de kades die is afgedaan.", PROMISED),
        (f"Toezegging {N} inzake wat vorig jaar speelde is heropend.", PROMISED),
        (f"Toezegging {N} is uitgesteld tot mei 2025.", PROMISED),
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
        (f"Hiermee is toezegging {N} nog niet afgedaan.", "", PlainTurn.OPEN),
    ],
)
def test_a_plain_turn_says_how_a_promise_stands(text: str, promised: str, turn: PlainTurn) -> None:
    assert plain_turn(text, N, (promised,)) is turn


def test_a_sentence_without_a_number_sends_by_its_words_alone() -> None:
    assert plain_turn("Hierbij stuur ik uw Kamer het rapport over de kades.", "", (PROMISED,)) is PlainTurn.MET
    assert plain_turn(f"Hierbij stuur ik uw Kamer het rapport over de kades ({N}).", "", (PROMISED,)) is None


def test_a_passage_is_plain_where_all_its_sentences_are() -> None:
    said = f"Toezegging {N} is hiermee afgedaan."
    assert is_all_plain(said, N, (PROMISED,))
    assert is_all_plain(f"{said} Toezegging TZ202402-159 staat nog open.", N, (PROMISED,))
    for other in ("De haven is diep.", "Zo staat het in het ontwerp.", "Aldus het lid Van Dam."):
        assert not is_all_plain(f"{said} {other}", N, (PROMISED,))
        assert not is_all_plain(f"{other} {said}", N, (PROMISED,))
    assert not is_all_plain("", N, (PROMISED,))


def test_a_day_before_the_promise_or_after_the_letter_or_that_is_none_is_of_another_thing() -> None:
    said = f"Op 3 juli 2023 heb ik uw Kamer het verslag over 2022 ({N}) gestuurd."
    assert not days_fit(said, DAY, dt.date(2024, 3, 1))
    assert days_fit(said, DAY, dt.date(2023, 3, 1))
    assert days_fit(said, DAY, None)
    assert not days_fit(said.replace("2023", "2025"), DAY, None)
    assert not days_fit(f"Op 31 juni 2024 is toezegging {N} afgedaan.", DAY, None)


@pytest.mark.parametrize(
    ("promised", "whole"),
    [
        ("De minister stuurt de Kamer het rapport over de kades, met een planning.", False),
        ("De minister stuurt de Kamer het rapport over de kades. Ook informeert zij de Kamer over de kosten.", False),
        ("De minister onderzoekt de sluizen. De Kamer ontvangt het rapport over de kades.", False),
        ("De minister stuurt de Kamer het rapport over de kades per provincie.", False),
        ("De minister stuurt de Kamer vanaf 2025 het rapport over de kades.", False),
        ("De minister stuurt de Kamer bij iedere begroting het rapport over de kades.", False),
        ("De minister stuurt de Kamer tweemaal het rapport over de kades.", False),
        ("De minister stuurt de Kamer met het jaarverslag het rapport over de kades.", False),
        ("Indien nodig stuurt de minister de Kamer het rapport over de kades.", False),
        ("De minister stuurt de Kamer in mei en november het rapport over de kades.", False),
        ("De minister zal de Eerste Kamer het rapport over de kades sturen.", False),
        ("De minister van Infrastructuur en Waterstaat zegt toe het rapport over de kades te sturen.", True),
        ("De Kamer ontvangt voor het zomerreces het rapport over de kades.", True),
        ("De minister zegt de leden Van Dijk en De Vries toe het rapport over de kades te sturen.", True),
        ("Het rapport over de kades wordt uiterlijk 1 mei 2025 aan de Kamer gestuurd.", True),
        ("De minister zal het rapport over de kades zo spoedig mogelijk naar de Tweede Kamer sturen.", True),
    ],
)
def test_one_paper_meets_a_promise_that_asks_for_nothing_else(promised: str, whole: bool) -> None:
    said = f"Hierbij stuur ik uw Kamer het rapport over de kades ({N})."
    assert (plain_turn(said, N, (promised,)) is PlainTurn.MET) is whole
