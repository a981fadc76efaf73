"""Numbers of registered promises in texts."""

from __future__ import annotations

import pytest

from tracker.extraction.register_numbers import in_one_spelling, names, pieces, spelled

N = "TZ202303-002"


@pytest.mark.parametrize(
    "spelled",
    [
        "tz202303-002",
        "TZ202303\u2011002",
        "TZ202303\u2013002",
        "TZ202303 - 002",
        "TZ202303 002",
        "TZ 202303-002",
        "TZ\u00a0202303-\n002",
        "TZ202303\u00ad-002",
        "TZ-202303-002",
        "TZ202303/002",
    ],
)
def test_a_number_is_known_in_any_spelling(spelled: str) -> None:
    assert names(f"Het plan ({spelled}) komt.", N)


@pytest.mark.parametrize(
    ("text", "number", "named"),
    [
        ("Zie TZ202402-1.", "TZ202402-1", True),
        ("Zie (tz202402-1)", "TZ202402-1", True),
        ("Zie TZ202402-158.", "TZ202402-1", False),
        ("Zie XTZ202402-1.", "TZ202402-1", False),
        ("Eind 2020 komt het rapport.", "2020", False),
        ("Het rapport komt.", "rapport", False),
        ("Het rapport komt.", "", False),
    ],
)
def test_a_number_is_known_whole(text: str, number: str, named: bool) -> None:
    assert names(text, number) is named


def test_pieces_are_those_of_any_spelling() -> None:
    assert pieces("TZ202303\u2011002") == pieces("tz 202303-002") == ["tz", "202303", "002"]


def test_a_number_is_found_where_it_stands() -> None:
    found = spelled(N).search("Zie (TZ202303 - 002).")
    assert found is not None
    assert found.span() == (5, 19)


@pytest.mark.parametrize("number", ["TZ202402-158", "tz 202402 – 158", "TZ202402‑158"])
def test_a_number_has_one_spelling_of_its_own(number: str) -> None:
    assert in_one_spelling(number) == "TZ202402-158"


@pytest.mark.parametrize(
    ("text", "number", "named"),
    [
        ("Het contract 2023-045 loopt af.", "2023-045", False),
        ("Het plan (2023-045) komt.", "2023-045", False),
        ("Toezegging 2023-0451 is afgedaan.", "2023-045", False),
        ("In de begroting 2023-2024 doen wij een toezegging 2023-2024.", "2023-2024", False),
        ("Een toezegging nr. 2023 is er niet.", "2023", False),
        ("Toezegging nr. 3 is afgedaan.", "3", False),
        ("De toezegging 913 woningen te bouwen.", "913", False),
        ("913", "913", False),
        ("Toezegging nr. 913-2 is afgedaan.", "913", False),
        ("Toezegging 2023-045 is afgedaan.", "2023-045", True),
        ("De toezeggingen 2023-044 en 2023-045 zijn afgedaan.", "2023-045", True),
        ("Raadstoezegging 2023-045: afgedaan.", "2023-045", True),
        ("2023-045", "2023-045", True),
        ("Toezegging nr. 913 is afgedaan.", "913", True),
        ("Toezeggingsnummer: 913", "913", True),
        ("Toezegging 21.034 is afgedaan.", "21.034", True),
        ("De plannen voor gemaal T01234 komen.", "T01234", False),
        ("Ons kenmerk: T01234", "T01234", False),
        ("De motie M2021-112 is uitgevoerd.", "M2021-112", False),
        ("Gemaal T01234 is toezegging T01234.", "T01234", True),
        ("Het plan (nummer T01234) komt.", "T01234", True),
        ("Het plan over gemalen (M2021-112) komt.", "M2021-112", True),
    ],
)
def test_a_number_is_one_where_it_is_not_called_the_code_of_a_thing_and_without_letters_that_of_a_promise(
    text: str, number: str, named: bool
) -> None:
    assert names(text, number) is named
