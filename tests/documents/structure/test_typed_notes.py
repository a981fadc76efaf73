"""Marks of notes that were typed as signs are in no sentence, and their notes are notes."""

import pytest

from tests.processor import is_linear
from tracker.documents import read_letter
from tracker.documents.layout.blocks import Block
from tracker.documents.lossless import check_lossless
from tracker.documents.structure.typed_notes import set_notes_apart
from tracker.model import PassageKind


def read(text):
    letter = read_letter("x.txt", text.encode())
    assert check_lossless(letter).whole
    return letter


@pytest.mark.parametrize(
    ("printed", "text", "marks"),
    [
        ("Wij openen de brug[1] in mei.", "Wij openen de brug in mei.", ["[1]"]),
        ("Wij openen de brug in mei [2].", "Wij openen de brug in mei.", ["[2]"]),
        ("De brug is open. [3] De weg is klaar.", "De brug is open. De weg is klaar.", ["[3]"]),
        ("De brug is open.[3][4] De weg is klaar.", "De brug is open. De weg is klaar.", ["[3]", "[4]"]),
        ("De brug is open.¹² De weg is klaar.", "De brug is open. De weg is klaar.", ["¹²"]),
        ("De brug⁴ is open.", "De brug is open.", ["⁴"]),
        ("Het plein van 12 m² is open.", "Het plein van 12 m² is open.", []),
        ("De wijk van 3 km² kost 10³ euro.", "De wijk van 3 km² kost 10³ euro.", []),
        ("In [2031] opent de brug [sic].", "In [2031] opent de brug [sic].", []),
    ],
)
def test_a_mark_is_in_no_sentence(printed, text, marks):
    first = read(printed).passages[0]
    assert (first.text, [note.mark for note in first.notes]) == (text, marks)


def test_what_begins_with_a_mark_that_the_text_has_is_its_note():
    notes = "[1] Rapport over de brug van\nde gemeente.\n[2] Kamerstuk 35 000, nr. 2.\n"
    body = "Wij openen de brug[1] in mei van het jaar 2031, en daarna\nkomt de weg[2] naar de haven.\n\n"
    found = [(one.mark, one.text) for one in read(body + notes).passages if one.kind is PassageKind.FOOTNOTE]
    assert found == [("[1]", "Rapport over de brug van de gemeente."), ("[2]", "Kamerstuk 35 000, nr. 2.")]


def test_what_begins_with_a_mark_that_the_text_lacks_is_text():
    letter = read("[1] De brug gaat in mei van het jaar 2031 open.\n")
    assert [one.kind for one in letter.passages] == [PassageKind.PARAGRAPH]


def test_many_marks_take_time_by_their_number():
    def text(size):
        source = "brug[1] " * size
        return lambda: set_notes_apart([Block(((0, len(source)),))], source)

    assert is_linear(text, 4000)
