"""What a promise asks for beyond what was promised before it."""

from __future__ import annotations

import pytest

from tracker.extraction.added_demands import more_asked

BEFORE = ("De minister stuurt het rapport over de havens.", "Hierbij stuur ik uw Kamer het rapport over de havens.")


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("De staatssecretaris stuurt het rapport over de havens uiterlijk in mei 2025.", ""),
        ("De minister zegt toe aan het lid De Vries (SP) het rapport voor het kerstreces te sturen.", ""),
        ("De minister stuurt de Tweede Kamer de rapportage over de zeehavens.", ""),
        ("De minister informeert de Kamer over het rapport.", ""),
        ("Het wordt later.", ""),
        ("", ""),
        ("De minister stuurt het rapport over de havens en een analyse van de kosten.", "analyse"),
        ("De minister stuurt het rapport over de havens, met aandacht voor veiligheid.", "veiligheid"),
        ("De minister stuurt het rapport over de havens, en daarbij een kaart van de sluizen.", "kaart sluizen"),
    ],
)
def test_a_promise_asks_for_more_where_it_names_another_thing(text: str, more: str) -> None:
    assert more_asked(text, BEFORE) == tuple(more.split())
