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
        (f"36 123 Wijziging van de Havenwet {'en van de Wet op de kaden en enkele andere wetten ' * 7}", "masthead"),
        (f"Betreft in mei de brug open gaat. {'De aannemer is tevreden over de brug en de weg. ' * 5}", "paragraph"),
    ],
)
def test_a_subject_may_be_long(subject, kind):
    """What a letter is about may run over lines; sentences are its text."""
    found = kinds([*TOP, subject.strip(), PROMISE])
    assert found[subject.strip()] == kind
    assert found[PROMISE] is PassageKind.PARAGRAPH


NOTICE = [
    "Oproep voor de vergadering",
    "De commissaris maakt bekend dat de leden worden opgeroepen voor een vergadering op woensdag in de zaal.",
    "Aan de orde komt het plan voor de brug over de rivier.",
]


@pytest.mark.parametrize(
    "day", ["Den Haag, 24 augustus 2030.", "Vastgesteld op 24 augustus 2030", "d.d. 24 augustus 2030"]
)
def test_a_day_at_the_end_makes_no_masthead_of_the_text(day):
    found = kinds([*NOTICE, day, "A. de Vries"])
    assert found[NOTICE[1]] is found[NOTICE[2]] is PassageKind.PARAGRAPH


SITE = [
    "Ga naar de inhoud van deze pagina Ga naar het zoeken Ga naar het menu",
    "Home > Kamerstukken > Brieven",
    "Deze website gebruikt cookies. Wij stellen in mei 2031 nieuwe cookies in.",
    "Deel deze pagina",
    "Gerelateerde documenten",
    "2031-10-02 14:30: Wij openen in mei de brug (Commissiedebat), vaste commissie",
    "Privacy | Cookies | Toegankelijkheid",
]


@pytest.mark.parametrize("line", SITE)
@pytest.mark.parametrize("name", ["x.txt", "x.html"])
def test_what_a_site_prints_around_a_letter_is_none_of_it(line, name):
    blocks = [line, *TOP, "Geachte voorzitter,", PROMISE, line]
    html = "".join(f"<div>{block.replace('>', '&gt;')}</div>" for block in blocks)
    read = read_letter(name, (f"<html><body>{html}</body></html>" if "html" in name else "\n\n".join(blocks)).encode())
    assert {one.kind for one in read.passages if one.text == line} == {PassageKind.FURNITURE}
    assert [one.text for one in read.passages if one.kind is PassageKind.PARAGRAPH] == [PROMISE]


@pytest.mark.parametrize(
    "line", ["De fungerend voorzitter van de commissie, Peters", "De adjunct-griffier van de commissie, Van den Blom"]
)
def test_who_signs_for_a_committee_is_no_heading(line):
    assert (
        kinds([*TOP, PROMISE, line, "Inleiding", "De brug gaat in mei open voor het verkeer."])[line]
        is PassageKind.SIGNATURE
    )


QUOTED = "«Deze aanpak moet een tweede natuur worden. De maatregelen helpen daarbij.»"


@pytest.mark.parametrize("text", [QUOTED, QUOTED.replace("«", "“").replace("»", "”")])
def test_sentences_that_are_quoted_are_no_heading(text):
    assert kinds([*TOP, "In de brief wordt opgemerkt:", text, PROMISE])[text] is PassageKind.PARAGRAPH


@pytest.mark.parametrize("item", ["- 2 oktober: Wij behandelen de brug (Commissiedebat)", "• Planning van de brug"])
def test_items_above_the_head_of_a_letter_are_none_of_its_text(item):
    text = item.partition(" ")[2]
    assert kinds(["Voortgang", item, *TOP, "Geachte voorzitter,", PROMISE])[text] is PassageKind.MASTHEAD
    assert kinds([*TOP, "Geachte voorzitter,", PROMISE, item])[text] is PassageKind.LIST_ITEM


HEAD = ["Agendapunt", "7", "Onderwerp", "De brug", "Datum", "3 mei 2030", "Portefeuillehouder", "J. de Boer"]


def test_labels_of_a_council_s_page_and_their_values_are_masthead():
    found = kinds([*HEAD, "Afdeling", "Beheer en Onderhoud", "Aanleiding", PROMISE])
    assert {found[line] for line in [*HEAD, "Afdeling", "Beheer en Onderhoud"]} == {PassageKind.MASTHEAD}
    assert (found["Aanleiding"], found[PROMISE]) == (PassageKind.HEADING, PassageKind.PARAGRAPH)


def test_such_a_label_right_above_a_sentence_leaves_it_be():
    assert kinds([*HEAD, "Status", PROMISE, "De tunnel gaat in mei open."])[PROMISE] is PassageKind.PARAGRAPH


def test_such_a_label_below_the_text_is_none():
    found = kinds([*TOP, "Geachte voorzitter,", PROMISE, "Afdeling", "De tunnel"])
    assert found["Afdeling"] is not PassageKind.MASTHEAD


def test_words_of_a_menu_are_none_of_the_text_where_they_stand_together():
    found = kinds(["Home", "Zoeken", *TOP, "Geachte voorzitter,", PROMISE, "Toegankelijkheid", PROMISE + " Echt."])
    assert (found["Home"], found["Zoeken"]) == (PassageKind.FURNITURE, PassageKind.FURNITURE)
    assert found["Toegankelijkheid"] is PassageKind.HEADING
