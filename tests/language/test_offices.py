"""Which offices are of one field."""

from __future__ import annotations

import pytest

from tracker.language.offices import are_of_others, field_of, is_of_field, is_of_ministry

HOME = "De minister van Binnenlandse Zaken en Koninkrijksrelaties"
CARE = "De staatssecretaris van Volksgezondheid, Welzijn en Sport – Jeugd, Preventie en Sport"
WORK = "De minister van Sociale Zaken en Werkgelegenheid"
PAIRS = [
    (HOME, "De minister van Buitenlandse Zaken", False),
    (WORK, "De minister van Economische Zaken en Klimaat", False),
    (HOME, "minister van BZ", False),
    (HOME, "minister van VWS", False),
    (CARE, "minister van Financiën", False),
    (HOME, "De minister-president", False),
    ("wethouder", "wethouder", False),
    ("minister van BZ", "minister van BZK", False),
    (HOME, "minister van BZK", True),
    (CARE, "minister van VWS", True),
    ("minister van OCenW", "minister van OCW", True),
    (WORK, "minister van SZW", True),
    ("minister van SZW", "De minister van SZW", True),
    ("minister van IenW", "De minister van Infrastructuur en Waterstaat", True),
    ("minister van JenV", "DE MINISTER VAN JUSTITIE EN VEILIGHEID", True),
    ("DE MINISTER VAN ONDERWIJS, CULTUUR EN WETENSCHAP", "DE MINISTER VAN JUSTITIE EN VEILIGHEID", False),
    ("De minister voor Primair en Voortgezet Onderwijs", "De minister van Onderwijs, Cultuur en Wetenschap", True),
    ("De staatssecretaris van Economische Zaken", "De minister van Economische Zaken en Klimaat", True),
]


@pytest.mark.parametrize(("one", "other", "alike"), PAIRS)
def test_offices_of_one_field(one: str, other: str, *, alike: bool) -> None:
    assert is_of_field(one, other) is alike
    assert is_of_field(other, one) is alike


@pytest.mark.parametrize(
    ("office", "field"),
    [
        ("De Minister van Financiën", "Financiën"),
        ("minister voor Natuur en Stikstof", "Natuur en Stikstof"),
        ("De minister-president", ""),
        ("het college", ""),
        ("", ""),
    ],
)
def test_the_field_of_an_office(office: str, field: str) -> None:
    assert field_of(office) == field


@pytest.mark.parametrize(
    ("office", "ministry", "alike"),
    [
        (HOME, "Buitenlandse Zaken", False),
        (HOME, "BZ", False),
        (HOME, "Ministerie van Sociale Zaken en Werkgelegenheid", False),
        (CARE, "Financiën", False),
        ("De minister-president", "Financiën", False),
        (HOME, "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", True),
        (HOME, "Binnenlandse Zaken en Koninkrijksrelaties", True),
        (HOME, "BZK", True),
        (HOME, "ministerie van BZK", True),
        (CARE, "minister van VWS", True),
        ("minister van IenW", "I&W", True),
        ("De minister voor Medische Zorg", "Volksgezondheid, Welzijn en Sport", True),
        ("De minister voor Medische Zorg en Sport", "VWS", True),
        ("De staatssecretaris van Jeugd, Preventie en Sport", "Ministerie van VWS", True),
        ("De minister voor Rechtsbescherming", "JenV", True),
        ("De minister voor Klimaat en Energie", "Economische Zaken en Klimaat", True),
        ("De minister voor Wonen en Rijksdienst", "BZK", True),
        ("De staatssecretaris van Toeslagen en Douane", "Financiën", True),
        ("De minister voor Medische Zorg", "Justitie en Veiligheid", False),
        ("De minister voor Rechtsbescherming", "VWS", False),
        ("De staatssecretaris van Digitalisering", "Onderwijs, Cultuur en Wetenschap", False),
        ("De minister voor Natuur en Stikstof", "Infrastructuur en Waterstaat", False),
    ],
)
def test_an_office_of_a_ministry(office: str, ministry: str, *, alike: bool) -> None:
    assert is_of_ministry(office, ministry) is alike


@pytest.mark.parametrize(
    ("offices", "ministry", "others"),
    [
        ((HOME,), "Financiën", True),
        ((HOME, WORK), "Buitenlandse Zaken", True),
        ((HOME, WORK), "SZW", False),
        ((HOME,), "", False),
        (("", "De minister-president"), "Financiën", False),
        ((), "Financiën", False),
    ],
)
def test_offices_of_others_than_a_ministry(offices: tuple[str, ...], ministry: str, *, others: bool) -> None:
    """Where no field or no ministry is known nobody can say."""
    assert are_of_others(offices, ministry) is others
