"""Dossier and number of papers of several kinds, with chapters of the budget and formations of the Council."""

import pytest

from tests.documents.hostile_files import publication
from tracker.documents import read_letter
from tracker.documents.layout.blocks import Printed
from tracker.documents.structure.identity import fullest, read_identity

PRINTED = [
    (["35 000 Werken aan de weg", "Nr. 12"], "35 000", "12"),
    (["36 600 XXIII Vaststelling van de begroting", "Nr. 5"], "36 600 XXIII", "5"),
    (["36 600 IXB Vaststelling van de begroting", "Nr. 5"], "36 600 IXB", "5"),
    (["36 600 A Vaststelling van de begroting", "Nr. 5"], "36 600 A", "5"),
    (["21 501-20 Europese Raad", "Nr. 2001"], "21 501-20", "2001"),
    (["29 338", "Wetenschapsbudget", "Nr. 289 Verslag van een schriftelijk overleg"], "29 338", "289"),
    (["35 570 Nota over de toestand van de financiën", "B BRIEF VAN DE MINISTER"], "35 570", "B"),
    (["36 600 XVIII", "C BRIEF VAN DE MINISTER"], "36 600 XVIII", "C"),
    (["36 200", "Nota over de financiën", "AB", "BRIEF VAN DE MINISTER VAN FINANCIËN"], "36 200", "AB"),
    (["36 200", "T", "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG"], "36 200", "T"),
    (["36 200", "AB", "Nota over de financiën"], "36 200", None),
    (["36600 Begroting van de koning", "Nr. 7"], "36 600", "7"),
    (["36 600 VIII nr. 12 Vaststelling van de begroting"], "36 600 VIII", "12"),
    (["36 600 A, nr. 12"], "36 600 A", "12"),
    (["Dossier- en ondernummer", "30982 nr. 64"], "30 982", "64"),
    (["Kamerstuk 34300-VII-60", "Nr. 60 BRIEF VAN DE MINISTER"], "34 300 VII", "60"),
    (["ID: 29515-496"], "29 515", "496"),
    (["34775 A 66 BRIEF VAN DE MINISTER VAN VERKEER"], "34 775 A", "66"),
    (["36200-XII-88 BRIEF VAN DE STAATSSECRETARIS VAN VERKEER"], "36 200 XII", "88"),
    (["35 925 XIII Nr. 12 BRIEF VAN DE MINISTERS VAN VERKEER"], "35 925 XIII", "12"),
    (["21 501-20, nr. 2199"], "21 501-20", "2199"),
    (["25 424 GGZ", "29 538 Zorg en ondersteuning", "Nr. 731"], "25 424", "731"),
    (["Dossiernummer: 27923-480"], "27 923", "480"),
    (["Kamerstuknummer: 27 923 - 512"], "27 923", "512"),
    (["21501-20-2199"], "21 501-20", "2199"),
    (["Dossiernummer: 21501-20"], None, None),
    (["Kamerstuk 29 398, nr. 1155"], None, None),
    (["Bijlage bij 29 398, nr. 1155"], None, None),
    (["36 600 XVI", "Vaststelling van de begroting", "Nr. 7"], "36 600 XVI", "7"),
]
HEADS = [
    ("Tweede Kamer, vergaderjaar 2024–2025, 36 600 XXIII, nr. 5 2", "36 600 XXIII", "5", None),
    ("Tweede Kamer, vergaderjaar 2024–2025, 21 501-20, nr. 2001", "21 501-20", "2001", None),
    ("kst-29515-496", "29 515", "496", None),
    ("kst-36600-XXIII-5", "36 600 XXIII", "5", None),
    ("kst-21501-20-2001", "21 501-20", "2001", None),
    ("ah-tk-20232024-2313", None, "2313", "ah-tk-20232024-2313"),
    ("blg-1178301", None, "1178301", "blg-1178301"),
    ("AH 812", None, "812", None),
    ("Statenvoorstel nr. 48/31 A", None, "48/31 A", None),
    ("ah-1178301", None, "1178301", "ah-1178301"),
    ("PS/2031/318", None, "PS/2031/318", None),
    ("Raadsvoorstel 31bb6123", None, "31bb6123", None),
    ("Raadsnummer: 31R01234", None, "31R01234", None),
    ("RIS-nummer: 321030", None, "321030", None),
    ("RIS321030", None, "RIS321030", None),
    ("Registratienummer 1829911", None, "1829911", None),
    ("Reg.nr.: 1829911", None, "1829911", None),
    ("Zaak: Z/31/4455667", None, "Z/31/4455667", None),
    ("Datum: 21 maart 2031 | Documentnr.: 3011224 | Status: openbaar", None, "3011224", None),
    ("Ons kenmerk: 2031-003456", None, "2031-003456", None),
    ("Ons kenmerk Z2031-00114 Uw kenmerk M31-17", None, "Z2031-00114", None),
    ("Assen, 3 mei 2031 Ons kenmerk 18/5.2/2031000987", None, "18/5.2/2031000987", None),
    ("Nummer : AB-2031-012", None, "AB-2031-012", None),
    ("Kenmerk: 31bb007654 / 31/0012345", None, "31bb007654", None),
    ("Uw kenmerk: 2031-003456", None, None, None),
    ("Ons kenmerk 3-5-2031", None, None, None),
    ("Kenmerk van de brug: 2031-003456", None, None, None),
    ("Documentnummer DM 812345", None, "DM 812345", None),
    ("Zie ook kst-29515-496 over dit onderwerp", None, None, None),
]


@pytest.mark.parametrize(("top", "dossier", "number"), PRINTED)
def test_mastheads(top, dossier, number):
    found = read_identity(top, [], top, Printed())
    assert (found.dossier, found.number) == (dossier, number)


@pytest.mark.parametrize(
    "by", ["Ministerie van Verkeer", "De voorzitter van de Tweede Kamer", "Eerste Kamer der Staten-Generaal"]
)
def test_what_a_ministry_files_its_letter_by_is_not_its_number(by):
    """A paper of the States General is known by its number in its dossier alone."""
    assert read_identity([], [], [by, "Ons kenmerk: 2031-003456"], Printed()).number is None


def test_the_number_of_a_dossier_outweighs_a_reference():
    assert read_identity(["27 923"], [], ["Ons kenmerk: 2031-003456"], Printed()).number is None


@pytest.mark.parametrize(("head", "dossier", "number", "code"), HEADS)
def test_running_heads_and_margins(head, dossier, number, code):
    found = read_identity([], [head], [head], Printed())
    assert (found.dossier, found.number, found.code) == (dossier, number, code)


@pytest.mark.parametrize(
    ("given", "dossier"),
    [
        (("36 600", "36600-XXIII"), "36 600 XXIII"),
        (("36 600", "36 600 XXIII"), "36 600 XXIII"),
        (("36 600-XXIII",), "36 600 XXIII"),
        (("21501-20",), "21 501-20"),
        (("21 501", "21501-20"), "21 501-20"),
        (("35 000", "36 600-XXIII"), "35 000"),
        (("35000",), "35 000"),
        ((), None),
    ],
)
def test_the_fullest_spelling(given, dossier):
    assert fullest(*given) == dossier


def test_answers_in_the_appendix_are_named_by_session_and_number():
    top = ["Tweede Kamer der Staten-Generaal", "Vergaderjaar 2023–2024", "Aanhangsel van de Handelingen", "2313"]
    asked = "Vragen van het lid De Vries aan de Minister over de brug (ingezonden 5 juli 2024)."
    answer = "Antwoord van Minister Jansen (ontvangen 22 augustus 2024)."
    letter = read_letter("x.txt", "\n\n".join([*top, asked, answer, "Vraag 1", "Wat?", "Antwoord 1", "Dat."]).encode())
    assert (letter.id, letter.number) == ("ah-tk-20232024-2313", "2313")
    assert letter.title == "Vragen van het lid De Vries aan de Minister over de brug"


def test_papers_that_differ_in_the_suffix_of_their_dossier_are_two():
    suffixes = (b"", b" <begrhoofdstuk>XXIII</begrhoofdstuk>")
    ids = {
        read_letter(
            "x.xml",
            publication(
                b"<dossier><dossiernummer><dossiernr>36 600</dossiernr>" + suffix + b"</dossiernummer></dossier>"
                b"<stuk><ondernummer>5</ondernummer></stuk><al>Dit is een brief.</al>"
            ),
        ).id
        for suffix in suffixes
    }
    assert ids == {"kst-36600-5", "kst-36600-XXIII-5"}


@pytest.mark.parametrize("number", ["RIS321030", "2031PS45", "PZH-2031-876543"])
@pytest.mark.parametrize("place", ["head", "line"])
def test_papers_of_provinces_and_councils_have_their_number(number, place):
    lines = ["Aan Provinciale Staten", number]
    assert read_identity([], [number] if place == "head" else [], lines, Printed()).number == number


def test_a_proposal_tells_its_number_in_its_title():
    assert read_identity([], [], ["Statenvoorstel nr. 12/31", "De brug"], Printed()).number == "12/31"


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["Zaaknummer", "Z31.001234"], "Z31.001234"),
        (["Documentnummer:", "31-0012"], "31-0012"),
        (["Zaaknummer", "Datum", "3 maart 2031"], None),
        (["Zaaknummer 12 van", "Z31.001234"], None),
    ],
)
def test_the_number_of_a_paper_may_stand_below_its_label(lines, number):
    assert read_identity([], [], lines, Printed()).number == number


def test_the_head_of_the_pages_may_be_the_first_line():
    line = "Tweede Kamer, vergaderjaar 2016–2017, 31 288, nr. 571"
    found = read_identity([], [], [line, "Hoger onderwijs"], Printed())
    assert (found.dossier, found.number) == ("31 288", "571")
    assert read_identity([], [], ["Hoger onderwijs", line], Printed()).number is None


def test_a_reference_stands_below_the_head_of_its_column():
    """Of labels side by side each has the value below it, also where a day or a dash is beside it."""
    heads = "".join(f"<th>{one}</th>" for one in ("Uw kenmerk", "Ons kenmerk", "Datum"))
    values = "".join(f"<td>{one}</td>" for one in ("M31-017", "VRH-112233", "7 februari 2031"))
    page = f"<table><tr>{heads}</tr><tr>{values}</tr></table><p>Geachte raad,</p><p>Wij bouwen een brug.</p>"
    letter = read_letter("x.html", page.encode())
    assert (letter.number, str(letter.date)) == ("VRH-112233", "2031-02-07")


def test_the_case_of_a_paper_is_a_label_of_its_letterhead():
    rows = (("Datum", "Zaakkenmerk", "Steller"), ("9 januari 2031", "Z30-334455", "water"))
    cells = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in rows)
    letter = read_letter("x.html", f"<table>{cells}</table><p>Geachte raad,</p><p>Wij bouwen een brug.</p>".encode())
    assert (letter.number, str(letter.date)) == ("Z30-334455", "2031-01-09")
