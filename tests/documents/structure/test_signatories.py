"""Who speaks in a letter: names with their offices above or below them, and who answers printed questions."""

from __future__ import annotations

import pytest

from tests.documents.structure.candidates import candidate
from tracker.documents import read_letter
from tracker.documents.structure.signatories import Signed, answered_by, find_signatures, signed_by
from tracker.model import PassageKind

_ABOVE = ("De minister van Verkeer,", "J. de Vries")
_BELOW = ("J. de Vries", "Minister van Verkeer en Water")
_HEAD = ["Aanhangsel van de Handelingen", "Vergaderjaar 2030–2031", "12"]


def found(*lines: str) -> list[int]:
    return find_signatures([candidate(line) for line in lines], 0)


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        (("Tekst.", *_ABOVE), [1, 2]),
        (("Tekst.", *_BELOW), [1, 2]),
        (("Hoogachtend,", *_ABOVE), [0, 1, 2]),
        (("Hoogachtend,", *_BELOW), [0, 1, 2]),
        (("Tekst.", "De minister van Onderwijs, Cultuur en Wetenschap, J. de Vries"), [1]),
        (("De minister van Verkeer, J. de Vries", "De staatssecretaris van Verkeer, A. van Dam-Bos Lommer"), [0, 1]),
        (("Tekst.", "De minister van Onderwijs, Cultuur en Wetenschap"), []),
        (("Tekst.", "De minister van Verkeer, J. de Vries, komt erop terug."), []),
        ((*_BELOW, "A. Bakker", "Staatssecretaris van Verkeer"), [0, 1, 2, 3]),
        (("Tekst.", "Burgemeester en wethouders van Delft,", "Bijlage"), [1]),
        (("Tekst.", "Gedeputeerde Staten van Utrecht, de voorzitter, de secretaris,"), [1]),
        (("Hoogachtend,", "het college van burgemeester en wethouders,"), [0, 1]),
        (("Gedeputeerde Staten van Utrecht,", "gelezen het advies van de commissie;", "besluiten:"), []),
        (("Dijkgraaf en heemraden,", "besluiten:"), []),
        (("Met vriendelijke groet,", "Namens het college,", "mw. dr. A.B. de Vries", "wethouder Sport"), [0, 1, 2, 3]),
        (("Hartelijke groet,", "Mevr. mr. Ch. Bos Wethouder Haven", "F. van Essen secretaris"), [0, 1, 2]),
        (("Hoogachtend,", "burgemeester en wethouders van Delft", "M. Bos, burgemeester"), [0, 1, 2]),
        (("J. de Vries", "wethouder van de gemeente"), []),
        (("J. de Vries, burgemeester", "Tekst."), []),
        (("Namens het college, dat dit besloot, zeggen wij u dit toe.", "Tekst."), []),
        (("J. de Vries", "Tekst."), []),
        (("J. de Vries", "Minister van Verkeer: wij bouwen"), []),
        (("J. de Vries", "Voorzitter van de club"), []),
    ],
)
def test_the_lines_of_a_signature(lines: tuple[str, ...], places: list[int]) -> None:
    assert found(*lines) == places


def test_an_office_stands_above_its_name_or_right_below_it() -> None:
    assert signed_by([*_ABOVE, "A. Bakker"]) == Signed(("J. de Vries", "A. Bakker"), ("De minister van Verkeer", ""))
    two = signed_by([*_BELOW, "A. Bakker", "Staatssecretaris van Verkeer"])
    assert two.offices == ("De minister van Verkeer en Water", "De staatssecretaris van Verkeer")
    assert signed_by(["De minister van Verkeer, J. de Vries"]) == Signed(("J. de Vries",), ("De minister van Verkeer",))
    assert signed_by(_ABOVE, ["B. Visser"]) == Signed(("B. Visser",), ("",))


SIGNED = {
    "office below, small": (
        ["mw. dr. A.B. de Vries", "wethouder Sport"],
        ("mw. dr. A.B. de Vries",),
        ("wethouder Sport",),
    ),
    "office behind": (
        ["M. Bos, burgemeester", "F. van Essen secretaris"],
        ("M. Bos", "F. van Essen"),
        ("burgemeester", "secretaris"),
    ),
    "office behind, capital": (["Mevr. mr. Ch. Bos Wethouder Haven"], ("Mevr. mr. Ch. Bos",), ("Wethouder Haven",)),
}


@pytest.mark.parametrize(("lines", "names", "offices"), SIGNED.values(), ids=SIGNED)
def test_names_have_their_office_behind_or_below(
    lines: list[str], names: tuple[str, ...], offices: tuple[str, ...]
) -> None:
    assert signed_by(lines) == Signed(names, offices)


ENDS = {
    "over lines": "Hoogachtend,\n\nde minister van Volksgezondheid,\nWelzijn en Sport,\n\nmw. dr. C.M. van den Berg",
    "no blank line": "Met vriendelijke groet,\ndhr. ir. E. de Ridder\nwatergraaf",
    "for a body": "Met vriendelijke groet,\n\nNamens het college,\n\nmw. dr. A.B. de Vries\nwethouder Sport",
    "two with a body": "Hoogachtend,\n\nGedeputeerde Staten van Delft,\n\nJ. Bos, voorzitter\nmr. W.F. Vis, secretaris",
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_no_line_of_a_signature_is_text(end: str) -> None:
    text = f"Geachte leden,\n\nWij ronden de brug over de rivier in december 2031 af.\n\n{end}\n"
    letter = read_letter("x.txt", text.encode())
    assert [one.text for one in letter.passages if one.kind is PassageKind.PARAGRAPH] == [text.split("\n")[2]]
    assert len(letter.signatories) == (2 if "secretaris" in end else 1)
    assert all(letter.offices)


@pytest.mark.parametrize(
    ("line", "names", "offices"),
    [
        ("Antwoord van Minister Bos (Verkeer) (ontvangen 3 mei 2031).", ("Bos",), ("De minister van Verkeer",)),
        (
            "Antwoord van Minister Van der Bos (Verkeer), mede namens de Minister van Financiën (ontvangen 3 mei 2031)",
            ("Van der Bos",),
            ("De minister van Verkeer",),
        ),
        (
            "Antwoord van Minister Bos (Verkeer) en Staatssecretaris Berg-van Dal (Water) (ontvangen 3 mei 2031)",
            ("Bos", "Berg-van Dal"),
            ("De minister van Verkeer", "De staatssecretaris van Water"),
        ),
        ("Antwoord van de Minister van Verkeer (ontvangen 3 mei 2031).", (), ()),
        ("Vragen van het lid Jansen aan Minister Bos (Verkeer) (ingezonden 3 april 2031)", (), ()),
    ],
)
def test_who_answers_printed_questions(line: str, names: tuple[str, ...], offices: tuple[str, ...]) -> None:
    assert answered_by(["Vragen van het lid Jansen (ABC)", line]) == Signed(names, offices)


def test_answers_are_signed_by_who_gives_them() -> None:
    """A printed paper of questions and answers bears no signature below it."""
    answer = "Antwoord van Minister Bos (Verkeer) (ontvangen 3 mei 2031)."
    blocks = [*_HEAD, "Vragen van het lid Jansen (ABC) over de brug (ingezonden 3 april 2031).", answer]
    letter = read_letter("x.txt", "\n\n".join([*blocks, "Vraag 1", "Wat?", "Antwoord 1", "Dat."]).encode())
    assert (letter.signatories, letter.offices) == (("Bos",), ("De minister van Verkeer",))


@pytest.mark.parametrize("tail", [b"De minister van Verkeer,<br/>J. de Vries", b"J. de Vries<br/>Minister van Verkeer"])
def test_office_and_name_in_one_paragraph(tail: bytes) -> None:
    page = b"<html><body><p>Geachte voorzitter,</p><p>Ik open in mei de brug over de rivier.</p><p>%b</p></body></html>"
    letter = read_letter("x.html", page % tail)
    assert letter.signatories == ("J. de Vries",)
    assert letter.offices[0].endswith("inister van Verkeer")
