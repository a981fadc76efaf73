"""Real documents of other hands, read beside the project where they are at hand."""

import datetime as dt
from pathlib import Path

import pytest

from tracker.documents import read_letter
from tracker.documents.lossless import check_lossless
from tracker.model import PassageKind

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not beside the project")

OUTLINES = {
    "pdf/verzamelbrief-luchtvaart-2023-10-18.pdf": (
        dt.date(2023, 10, 18),
        ("Mark Harbers",),
        13,
        [
            (1, "1. Registratiekosten voor drone-exploitanten in andere EU-landen"),
            (
                1,
                "2. Controles door de Nederlandse Arbeidsinspectie (NLA) "
                "en de Inspectie Leefomgeving en Transport (ILT)",
            ),
            (1, "3. Tiende update zomerdrukte Schiphol"),
            (1, "4. Verbod korte vluchten Benelux"),
            (2, "Benelux"),
            (2, "EU-recht"),
            (2, "EU-verordening 1008/2008"),
            (2, "(Bilaterale en EU) luchtvervoerverdragen met derde landen"),
            (2, "Conclusie"),
        ],
    ),
    "pdf/ledenbrief-azwa-2025-07-11.pdf": (
        dt.date(2025, 7, 11),
        ("mr L.K. Geluk",),
        2,
        [
            (1, "Ondertekening onderhandelaarsakkoord AZWA"),
            (1, "Samenhang AZWA, IZA en GALA"),
            (1, "Wat betekent het AZWA voor de gemeentelijke organisatie"),
            (1, "Financieel overzicht AZWA en HLO"),
            (1, "Taken en middelen in balans"),
            (1, "Wat betekent het AZWA voor inwoners"),
            (1, "Hoofdlijnenakkoord Ouderenzorg"),
            (1, "Opdracht ALV"),
            (1, "Besluitvormingsproces VNG-leden"),
        ],
    ),
    "official_xml/kst-28844-269.xml": (
        dt.date(2023, 7, 7),
        ("H.G.J. Bruins Slot",),
        15,
        [
            (1, "Inleiding"),
            (1, "Lobbyregister Ierland"),
            (1, "Voorstel kabinet in relatie tot het onderzoeksrapport"),
            (
                1,
                "Uitvoering motie van de leden Van Baarle en Dassen aanscherping Uitvoeringsrichtlijn openbare "
                "agenda’s bewindslieden",
            ),
            (1, "Vindbaarheid agenda-activiteiten"),
            (
                1,
                "Opzet evaluaties verbetering openbare agenda’s bewindspersonen en lobbyparagrafen in memories van "
                "toelichting",
            ),
        ],
    ),
}
QUESTIONS = {
    "docx/beantwoording_kamervragen_1.docx": (dt.date(2024, 7, 25), ("D.M. van Weel",), 8),
    "docx/beantwoording_kamervragen_4.docx": (dt.date(2024, 3, 24), ("D. Yeşilgöz-Zegerius",), 3),
}


def read(name):
    letter = read_letter(name, (SAMPLES / name).read_bytes())
    assert check_lossless(letter).whole
    return letter


@pytest.mark.parametrize("name", OUTLINES)
def test_masthead_outline_and_footnotes(name):
    letter = read(name)
    date, signed, notes, outline = OUTLINES[name]
    assert (letter.date, letter.signatories) == (date, signed)
    assert [(section.level, section.heading) for section in letter.sections] == outline
    marks = [passage.mark for passage in letter.passages if passage.kind is PassageKind.FOOTNOTE]
    assert marks == [str(number) for number in range(1, notes + 1)]
    assert [note.mark for passage in letter.passages for note in passage.notes] == marks


@pytest.mark.parametrize("name", QUESTIONS)
def test_questions_and_answers(name):
    letter = read(name)
    date, signed, questions = QUESTIONS[name]
    assert (letter.date, letter.signatories) == (date, signed)
    assert [section.heading for section in letter.sections] == [f"Vraag {order}" for order in range(1, questions + 1)]
    assert sum(p.kind is PassageKind.QUOTE for p in letter.passages) >= questions


TITLES = {
    "pdf/verzamelbrief-luchtvaart-2023-10-18.pdf": ("verzamelbrief-luchtvaart-2023-10-18", "Verzamelbrief luchtvaart"),
    "pdf/ledenbrief-azwa-2025-07-11.pdf": (
        "ledenbrief-azwa-2025-07-11",
        "Onderhandelaarsakkoord Aanvullend Zorg- en Welzijnsakkoord (AZWA)",
    ),
    "official_xml/kst-28844-269.xml": ("kst-28844-269", "Integriteitsbeleid openbaar bestuur en politie"),
    "docx/beantwoording_kamervragen_4.docx": (
        "beantwoording_kamervragen_4",
        "Beantwoording Kamervragen van het lid Eerdmans (JA21) over het bericht dat een ME'er in Arnhem zijn taak niet "
        "wilde uitvoeren vanwege zijn religie",
    ),
    "docx/beantwoording_kamervragen_1.docx": (
        "beantwoording_kamervragen_1",
        "Beantwoording Kamervragen leden Mutluer, Lahlah (GroenLinks-PvdA), Boswijk (CDA) en Helder (BBB) over de "
        "voorgenomen sluiting van het politiebureau in Wolvega",
    ),
}


@pytest.mark.parametrize("name", TITLES)
def test_id_and_title(name):
    letter = read(name)
    assert (letter.id, letter.title) == TITLES[name]


OFFICES = {
    "pdf/verzamelbrief-luchtvaart-2023-10-18.pdf": (None, ("De minister van Infrastructuur en Waterstaat",)),
    "official_xml/kst-28844-269.xml": (
        "2022-2023",
        ("De minister van Binnenlandse Zaken en Koninkrijksrelaties",),
    ),
}


@pytest.mark.parametrize("name", OFFICES)
def test_session_and_offices(name):
    letter = read(name)
    assert (letter.session, letter.offices) == OFFICES[name]


MARKED = {
    "1": ("periodieke controles op Schiphol", "Kamerstuk 36200-XII-60"),
    "4": ("inspecties uitgevoerd op Schiphol.", "Zie rapportage Schiphol dd 11 januari 2023: pdf (overheid.nl)"),
    "5": ("ruim 400 BRZO", "Besluit Risico’s Zware Ongevallen 2015, zie Home - BRZO+ (brzoplus.nl)."),
    "10": ("het gebruik van de APU.", "Auxiliary power unit (APU)."),
    "12": ("bent u eerder geïnformeerd.", "Kamerstukken II, 2022-2023, 31936, nr. 1053"),
}


@pytest.mark.parametrize("mark", MARKED)
def test_footnotes_of_a_pdf_hang_on_their_words(mark):
    letter = read("pdf/verzamelbrief-luchtvaart-2023-10-18.pdf")
    words, note = MARKED[mark]
    before = [p.text[: one.offset] for p in letter.passages for one in p.notes if one.mark == mark]
    assert [text.endswith(words) for text in before] == [True]
    assert [p.text for p in letter.passages if p.kind is PassageKind.FOOTNOTE and p.mark == mark] == [note]


def test_the_chamber_s_own_copy():
    letter = read("official_xml/tk_document_publication_motie.xml")
    assert (letter.id, letter.date) == ("kst-36755-24", dt.date(2025, 9, 10))
    assert letter.sections == ()
    assert sum(passage.kind is PassageKind.LIST_ITEM for passage in letter.passages) == 16


def test_a_chapter_whose_tables_fell_apart():
    letter = read("series/wassenaar-veiligheid_2024-10_begroting_2025.txt")
    headings = [section.heading for section in letter.sections]
    assert "Veiligheidsregio Haaglanden (VRH)" in headings
    assert not [heading for heading in headings if not any(char.isalpha() for char in heading)]
