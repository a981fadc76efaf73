"""The masthead ends where the text begins: no word of a short letter is lost to it."""

import pytest

from tracker.documents import read_letter
from tracker.model import PassageKind

TOP = ["Den Haag, 3 mei 2030", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"]
PROMISE = "Uiterlijk in juni stuur ik u het plan."
LABELS = [
    "Bijlagen",
    "Bijlage(n)",
    "Onderwerp",
    "Datum",
    "www.brug.nl",
    "Contactpersoon",
    "Betreft: de brug",
    "Telefoon",
]


def kinds(blocks):
    read = read_letter("x.txt", "\n\n".join(blocks).encode())
    return {one.text: one.kind for one in read.passages}


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("greeting", [[], ["Geachte voorzitter,"]])
def test_words_of_a_letterhead_below_the_text_leave_it_be(label, greeting):
    found = kinds([*TOP, *greeting, PROMISE, "De tunnel", "De tunnel gaat in mei open.", label, "Een lijst van zaken"])
    assert found[PROMISE] is PassageKind.PARAGRAPH
    assert found["De tunnel gaat in mei open."] is PassageKind.PARAGRAPH
    assert found["De tunnel"] is PassageKind.HEADING
    assert all(found[line] is PassageKind.MASTHEAD for line in [*TOP, *greeting])


@pytest.mark.parametrize("label", [label for label in LABELS if label[0].isupper()])
def test_above_the_text_they_are_masthead(label):
    found = kinds([*TOP, label, "Geachte voorzitter,", PROMISE])
    assert found[label] is PassageKind.MASTHEAD
    assert found[PROMISE] is PassageKind.PARAGRAPH


def test_a_sentence_of_the_letterhead_is_no_text():
    asked = "Wilt u slechts één zaak in uw brief behandelen."
    found = kinds([TOP[0], asked, "Ons kenmerk", TOP[1], "Geachte voorzitter,", PROMISE])
    assert found[asked] is found["Ons kenmerk"] is PassageKind.MASTHEAD
    assert found[PROMISE] is PassageKind.PARAGRAPH


def test_labels_with_their_values_below_are_a_masthead_without_an_addressee():
    found = kinds(["Onderwerp", "Stand van zaken", "Datum", "4 maart 2031", PROMISE])
    assert [kind for text, kind in found.items() if text != PROMISE] == [PassageKind.MASTHEAD] * 4
    assert found[PROMISE] is PassageKind.PARAGRAPH


def test_a_label_is_no_heading_of_the_text():
    found = kinds([*TOP, "Geachte voorzitter,", PROMISE, "Datum", "De tunnel gaat in mei open."])
    assert found["Datum"] is PassageKind.PARAGRAPH


def test_the_meeting_and_the_number_of_a_proposal_are_its_masthead():
    found = kinds(["Raadsvoorstel nr. 2031-045", "Raadsvergadering van 9 april 2031", PROMISE])
    assert [kind for text, kind in found.items() if text != PROMISE] == [PassageKind.MASTHEAD] * 2


@pytest.mark.parametrize("head", ["besluit:", "Provinciale Staten besluiten:"])
def test_what_a_short_decision_enacts_is_no_masthead(head):
    """Its day may stand below it alone."""
    points = ["I. de brug in 2031 te openen;", "II. de raad daarover te berichten."]
    read = "gelezen het voorstel van burgemeester en wethouders;"
    found = kinds(["Raadsbesluit", "De raad;", read, head, *points, "Aldus besloten in de vergadering van 3 mei 2030."])
    assert PassageKind.MASTHEAD not in {found.get(text) or found.get(text.split(" ", 1)[1]) for text in points}


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        (f"Onderwerp Beantwoording van de vragen van het lid Jansen {'over de brug en over de weg ' * 7}", "masthead"),
        (f"Betreft in mei de brug open gaat. {'De aannemer is tevreden over de brug en de weg. ' * 5}", "paragraph"),
    ],
)
def test_a_subject_may_be_long(subject, kind):
    """What a letter is about may run over lines; sentences are its text."""
    found = kinds([*TOP, subject.strip(), PROMISE])
    assert found[subject.strip()] == kind
    assert found[PROMISE] is PassageKind.PARAGRAPH
