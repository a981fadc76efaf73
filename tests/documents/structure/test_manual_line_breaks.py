"""Lines broken by hand in a paragraph of Word, OpenDocument or a web page: which are lines of their own."""

from __future__ import annotations

import pytest

from tracker.documents.layout.blocks import Block
from tracker.documents.structure.manual_line_breaks import part_lines
from tracker.model import PassageKind


def parted(*lines: str, kind: PassageKind | None = None) -> list[str]:
    text = "\n".join(lines)
    found = part_lines([Block(((0, len(text)),), kind)], text)
    return [text[begin:end] for block in found for begin, end in block.spans]


@pytest.mark.parametrize(
    "lines",
    [
        ("De gemeente bouwt", "een brug."),
        ("Onderwerp van dit besluit is de brug", "en de weg erheen"),
        ("A. de Vries", "B. Bakker"),
        ("Op verzoek: de gemeente bouwt", "een brug op 12 juni 2031"),
        ("De minister van Verkeer,", "die de brug bouwt"),
        ("Onderwerp", "De gemeente bouwt een brug over de rivier, en " * 4),
        ("Onderwerp", *("een regel",) * 9),
    ],
)
def test_lines_of_running_text_stay_together(lines: tuple[str, ...]) -> None:
    assert parted(*lines) == ["\n".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Datum", "12 juni 2031"),
        ("Aan de raad", "Datum: 12 juni 2031", "Zaaknummer: 31-12"),
        ("Aan de raad", "Onderwerp: Voortgang van de brug"),
        ("Onderwerp", "Voortgang van de brug"),
        ("De minister van Verkeer,", "A. de Vries"),
        ("A. de Vries", "Minister van Verkeer"),
        ("Uw kenmerk Datum", "M-12 3 mei 2031"),
    ],
)
def test_labels_offices_and_names_are_lines_of_their_own(lines: tuple[str, ...]) -> None:
    assert parted(*lines) == list(lines)


def test_a_code_in_a_running_head_is_a_line_of_its_own() -> None:
    lines = ("ah-tk-20302031-12", "ISSN 0921 - 7398 Tweede Kamer")
    assert parted(*lines, kind=PassageKind.FURNITURE) == list(lines)
    assert parted(*lines, kind=PassageKind.FOOTNOTE) == ["\n".join(lines)]


def test_only_the_first_line_keeps_the_space_above() -> None:
    text = "Datum\n12 juni 2031"
    gaps = [block.gap for block in part_lines([Block(((0, len(text)),), gap=2)], text)]
    assert gaps == [2, 0]


PROSE = "De gemeente bouwt in mei een brug over de rivier, met het geld van de provincie."


def test_a_title_that_is_broken_off_by_hand_is_in_no_sentence() -> None:
    assert parted("Planning", PROSE, "De weg volgt.") == ["Planning", f"{PROSE}\nDe weg volgt."]


@pytest.mark.parametrize(
    "first", ["De gemeente bouwt:", "de planning", "Dat is zo.", "Dit is " + "een lange regel " * 5]
)
def test_what_is_no_title_stays_with_its_sentence(first: str) -> None:
    assert parted(first, PROSE) == [f"{first}\n{PROSE}"]
