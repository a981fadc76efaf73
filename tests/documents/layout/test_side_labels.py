"""A letter's side column of labels beside its address, where spaces keep its place."""

import pytest

from tracker.documents import read_letter
from tracker.model import PassageKind

HEAD = [
    "Aan de Voorzitter van de Tweede Kamer          Datum",
    "der Staten-Generaal                            3 juni 2031",
    "Postbus 20018",
    "2500 EA DEN HAAG                               Onze referentie",
    "                                               2031-0001234",
]
TEXT = ["Geachte voorzitter,", "In het najaar van 2031 stuur ik uw Kamer de evaluatie van de brug over de rivier."]


def read(head):
    return read_letter("x.txt", "\n".join([*head, "", TEXT[0], "", TEXT[1]]).encode())


@pytest.mark.parametrize("label", ["Datum", "Datum:", "Briefdatum"])
def test_the_day_below_its_label_in_a_side_column_dates_the_letter(label):
    assert str(read([HEAD[0].replace("Datum", label), *HEAD[1:]]).date) == "2031-06-03"


def test_what_stands_side_by_side_is_no_line():
    texts = [one.text for one in read(HEAD).passages if one.kind is PassageKind.MASTHEAD]
    assert {"Aan de Voorzitter van de Tweede Kamer", "Datum", "der Staten-Generaal", "3 juni 2031"} <= {*texts}


@pytest.mark.parametrize("line", ["27 923     Bruggen over water", "Nr. 456    BRIEF VAN DE MINISTER VAN VERKEER"])
def test_white_space_without_a_label_behind_it_parts_nothing(line):
    letter = read([line, HEAD[0].partition("  ")[0], "Den Haag, 3 juni 2031"])
    assert any(one.text == " ".join(line.split()) for one in letter.passages)


def test_below_the_salutation_nothing_is_parted():
    letter = read([*HEAD, "", "Geachte leden,", "", "De brug          Datum", "gaat open in     3 mei 2030"])
    assert str(letter.date) == "2031-06-03"
