"""One office has one spelling, and what is no office of the state stays as it is printed."""

from __future__ import annotations

import pytest

from tracker.documents.structure.offices import one_spelling


@pytest.mark.parametrize(
    "office",
    [
        "Dijkgraaf",
        "De ministers van Verkeer",
        "Burgemeester van Dijkstad",
        "De minister-president, minister van Orde",
        "",
    ],
)
def test_what_is_no_office_of_the_state_stays_as_it_is(office: str) -> None:
    assert one_spelling(office) == office


@pytest.mark.parametrize(
    "office",
    ["Minister Verkeer en Water", "minister van Verkeer en Water", "DE MINISTER VAN VERKEER EN WATER",
     "de Minister van Verkeer en Water", "De minister van Verkeer en Water"],
)  # fmt: skip
def test_an_office_is_one_however_it_is_printed(office: str) -> None:
    assert one_spelling(office) == "De minister van Verkeer en Water"


@pytest.mark.parametrize(
    ("office", "spelled"),
    [
        ("Minister voor Dijken", "De minister voor Dijken"),
        ("DE STAATSSECRETARIS VAN BASIS- EN VAKONDERWIJS", "De staatssecretaris van Basis- en Vakonderwijs"),
        ("De Minister-President", "De minister-president"),
        ("Minister OCW", "De minister van OCW"),
    ],
)
def test_the_field_keeps_its_words(office: str, spelled: str) -> None:
    assert one_spelling(office) == spelled
