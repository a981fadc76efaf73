"""Official papers: every element of their XML, and the web page of the same paper."""

import datetime as dt
from pathlib import Path

import pytest

from tests.documents.hostile_files import publication
from tests.documents.page_printer import as_page
from tracker.documents import read_letter
from tracker.model import PassageKind

SAMPLE = Path(__file__).parents[4] / "shared" / "samples" / "official_xml" / "kst-28844-269.xml"
PAPER = b"""<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie><metadata>
  <meta name="OVERHEIDop.documenttitel" scheme="" content="Voortgang van de havens"/>
</metadata><kamerstuk>
<kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2019-2020</tekstregel></kamerstukkop>
<dossier><dossiernummer><dossiernr>35 000</dossiernr></dossiernummer><titel>Havens</titel></dossier>
<stuk><stuknr>Nr. <ondernummer kamer="2">12</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER</titel>
<datumtekst>Ontvangen <datum isodatum="2020-03-03">3 maart 2020</datum></datumtekst>
<algemeen><vrije-tekst><tekst status="goed">
<al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al>
<al>Wij informeren u over de havens<noot id="ID-1" type="voet"><noot.nr>1</noot.nr><noot.al>Kamerstuk <extref
doc="kst-35000-9" soort="document">35 000, nr. 9</extref>.</noot.al></noot> en de ket<?xpp afbreek?>ens.</al>
<divisie><kop><nr>2.</nr><titel>Opleiden</titel></kop>
<al-groep><al>Het <nadruk type="cur">plan</nadruk> gaat in.</al>
<al>Dat kost m<sup>2</sup> en CO<inf>2</inf>.</al></al-groep>
<tussenkop kopopmaak="vet">Scholen</tussenkop><al>De scholen doen mee.</al>
<tussenkop kopopmaak="cur">Leraren</tussenkop><al>De leraren ook:</al>
<lijst type="expliciet"><li><li.nr>a.</li.nr><al>wij sturen een brief;</al></li>
<li><li.nr>b.</li.nr><al>wij sturen er nog een.</al></li></lijst>
</divisie>
<divisie><kop><nr>2.1</nr><titel>Varen</titel></kop><al>Wij varen uit.</al>
<table><tgroup cols="2"><thead><row><entry><al>Haven</al></entry><entry><al>Schepen</al></entry></row></thead>
<tbody><row><entry><al>Delfzijl</al></entry><entry><al>Twaalf schepen</al></entry></row></tbody></tgroup></table>
<nieuw-element>Ook dit wordt gelezen.</nieuw-element></divisie>
</tekst></vrije-tekst>
<tekst-sluiting><ondertekening><functie>De Minister van Havens,</functie>
<naam><voornaam>A.</voornaam> <achternaam>de Vries</achternaam></naam></ondertekening></tekst-sluiting>
<bijlage><kop><label>Bijlage</label><nr>1</nr><titel>Cijfers</titel></kop><al>Er zijn vier havens.</al></bijlage>
</algemeen></stuk></kamerstuk></officiele-publicatie>"""
SECTIONS = [(1, "2. Opleiden"), (2, "Scholen"), (3, "Leraren"), (2, "2.1 Varen"), (1, "Bijlage 1 Cijfers")]
PASSAGES = [
    ("paragraph", None, "Wij informeren u over de havens en de ketens."),
    ("footnote", "1", "Kamerstuk 35 000, nr. 9."),
    ("heading", None, "2. Opleiden"),
    ("paragraph", None, "Het plan gaat in."),
    ("paragraph", None, "Dat kost m2 en CO2."),
    ("heading", None, "Scholen"),
    ("paragraph", None, "De scholen doen mee."),
    ("heading", None, "Leraren"),
    ("paragraph", None, "De leraren ook:"),
    ("list_item", "a.", "wij sturen een brief;"),
    ("list_item", "b.", "wij sturen er nog een."),
    ("heading", None, "2.1 Varen"),
    ("paragraph", None, "Wij varen uit."),
    ("table_cell", None, "Haven"),
    ("table_cell", None, "Schepen"),
    ("table_cell", None, "Delfzijl"),
    ("table_cell", None, "Twaalf schepen"),
    ("paragraph", None, "Ook dit wordt gelezen."),
    ("signature", None, "De Minister van Havens,"),
    ("signature", None, "A. de Vries"),
    ("heading", None, "Bijlage 1 Cijfers"),
    ("paragraph", None, "Er zijn vier havens."),
]
ASIDE = (PassageKind.MASTHEAD, PassageKind.FURNITURE)


def outline(letter):
    return [(section.level, section.heading) for section in letter.sections]


def passages(letter):
    """What a letter holds, its masthead and what stands around the paper left out, the notes in order at the end."""
    found = [(one.kind.value, one.mark, one.text) for one in letter.passages if one.kind not in ASIDE]
    return sorted(found, key=lambda one: one[0] == "footnote")


def masthead(letter):
    return letter.id, letter.date, letter.title, letter.signatories, letter.offices


@pytest.fixture(params=[bytes, as_page], ids=["xml", "page"])
def letter(request):
    return read_letter("x", request.param(PAPER))


def test_sections_and_passages(letter):
    assert outline(letter) == SECTIONS
    assert passages(letter) == sorted(PASSAGES, key=lambda one: one[0] == "footnote")
    assert [(one.text[: note.offset][-6:], note.mark) for one in letter.passages for note in one.notes] == [
        ("havens", "1")
    ]


def test_cells_have_their_row_and_column(letter):
    assert [(one.row, one.column) for one in letter.passages if one.text == "Twaalf schepen"] == [
        ("Delfzijl", "Schepen")
    ]


def test_masthead(letter):
    assert masthead(letter) == (
        "kst-35000-12",
        dt.date(2020, 3, 3),
        "Voortgang van de havens",
        ("A. de Vries",),
        ("De minister van Havens",),
    )


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample documents are not beside the project")
def test_the_page_of_a_real_paper_reads_as_its_xml_does():
    data = SAMPLE.read_bytes()
    paper, page = read_letter("x", data), read_letter("x", as_page(data))
    assert outline(page) == outline(paper)
    assert passages(page) == passages(paper)
    assert [one.notes for one in page.passages if one.notes] == [one.notes for one in paper.passages if one.notes]
    assert (page.date, page.signatories, page.offices) == (paper.date, paper.signatories, paper.offices)


LEVELS = [
    pytest.param("2.", "2.1", [1, 2], id="beside"),
    pytest.param("2", "2.1", [1, 2], id="without-a-stop"),
    pytest.param("2.", "3.", [1, 1], id="the-next"),
    pytest.param("2.", "3.1", [1, 1], id="of-another"),
]


@pytest.mark.parametrize(("first", "second", "levels"), LEVELS)
def test_the_number_wins_over_the_nesting(first, second, levels):
    heads = "".join(
        f"<divisie><kop><nr>{number}</nr><titel>Kop</titel></kop><al>Tekst.</al></divisie>"
        for number in (first, second)
    )
    assert [section.level for section in read_letter("x", publication(heads.encode())).sections] == levels
