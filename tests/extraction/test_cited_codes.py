"""A text with codes for the papers and motions that it cites."""

from __future__ import annotations

import pytest

from tracker.extraction.cited_codes import with_codes


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("(motie-De Vries en A-1)", "(X en A-1)"),
        ("(motie De Vries (29 515, nr. 4), A-1)", "(X X, A-1)"),
        ("Zie het amendement-Jansen (29 515, nr. 4).", "Zie het X (X)."),
        ("TZ2-158 en bijlage 2", "TZ2-158 en bijlage 2"),
        ("Er is niets.", "Er is niets."),
    ],
)
def test_papers_and_motions_are_codes_in_their_place(text: str, shape: str) -> None:
    coded = with_codes(text, "A-1")
    assert len(coded) == len(text)
    assert " ".join(coded.replace("0", "").split()) == shape


def test_the_number_itself_stays() -> None:
    assert with_codes("zie 2024D01234 en 2024D01235", "2024D01234") == "zie 2024D01234 en X000000000"
