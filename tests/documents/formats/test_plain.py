import pytest

from tracker.documents import read_letter
from tracker.documents.lossless import check_lossless
from tracker.model import PassageKind

BODY = (
    "In deze brief informeren wij uw Kamer over de voortgang van de aanpak en \n"
    "over de afspraken die met de partners in de regio zijn gemaakt, zodat \n"
    "duidelijk is wat er het komende jaar van hen mag worden verwacht. \n"
)


def read(text):
    letter = read_letter("brief.txt", text.encode())
    assert check_lossless(letter).whole
    return letter


def headings(text):
    return [section.heading for section in read(text).sections]


def of_kind(letter, kind):
    return [passage.text for passage in letter.passages if passage.kind is kind]


NO_HEADING = [
    pytest.param("Wij gaan dit jaar verder. ", id="short-sentence"),
    pytest.param("Het rapport is aan uw Kamer gestuurd.[1]", id="sentence-with-note"),
    pytest.param("• een punt van een lijst", id="bullet"),
    pytest.param("1) Verdere ontwikkeling van de aanpak", id="numbered-with-bracket"),
    pytest.param("De belangrijkste punten zijn:", id="lead-in"),
    pytest.param("Tabel 2.1 - Baten en lasten", id="caption"),
    pytest.param("(structureel hogere lasten)", id="all-in-brackets"),
    pytest.param("Verder versterken van de samenwerking en", id="unfinished"),
    pytest.param("4.557", id="figure"),
    pytest.param("- ", id="dash"),
]
HEADING = [
    pytest.param("Meer routes [1]", "Meer routes", id="with-note"),
    pytest.param("Meer routes naar het beroep", "Meer routes naar het beroep", id="unnumbered"),
    pytest.param("1. Opleiden", "1. Opleiden", id="numbered"),
    pytest.param("1.1 De regio’s komen op gang", "1.1 De regio’s komen op gang", id="sub-numbered"),
    pytest.param("IV. Vraag en aanbod", "IV. Vraag en aanbod", id="roman"),
    pytest.param("i. Verkenning", "i. Verkenning", id="small-roman"),
    pytest.param("meer aandacht voor kwaliteit,", "meer aandacht voor kwaliteit,", id="runs-on"),
    pytest.param("Wat willen we bereiken ?", "Wat willen we bereiken ?", id="question"),
    pytest.param(
        "Gedeelde ambitie en verantwoordelijkheid: werken aan een doorlopende \nleerlijn",
        "Gedeelde ambitie en verantwoordelijkheid: werken aan een doorlopende leerlijn",
        id="wrapped",
    ),
]


@pytest.mark.parametrize("line", NO_HEADING)
def test_no_heading(line):
    assert headings(f"{BODY}\n{line}\n\n{BODY}") == []


@pytest.mark.parametrize(("line", "expected"), HEADING)
def test_heading(line, expected):
    assert headings(f"{BODY}\n{line}\n\n{BODY}") == [expected]


def test_numbered_lines_side_by_side_are_a_list():
    letter = read(f"{BODY}\n1. Vrijstellingen\n\n2. Overname van resultaten\n\n3. Erkenning\n\n{BODY}")
    assert letter.sections == ()
    assert [(p.mark, p.text) for p in letter.passages if p.kind is PassageKind.LIST_ITEM][1] == (
        "2.",
        "Overname van resultaten",
    )


def test_a_heading_that_runs_on_makes_the_one_before_it_a_heading():
    text = f"{BODY}\nWe werken aan meer routes. \n\n{BODY}\n... en aan betere aansluiting. \n\n{BODY}"
    assert headings(text) == ["We werken aan meer routes.", "... en aan betere aansluiting."]


PAGES = (
    f" {BODY}\n"
    "De eerste bladzijde noemt een rapport.1 Daarna gaat de zin gewoon door tot het \n"
    "einde van de bladzijde, waar een woord wordt afgebro-\n"
    "\n"
    "1 Rapport van de raad, 2016, met een lange titel die op de volgende \n"
    "\n"
    "regel verder gaat.\n"
    " ken en weer verder gaat. Daar volgt ook nog een tweede noot2 met wat tekst \n"
    "zodat de regels ongeveer even lang zijn als die van een echte brief. \n"
    f"\n{BODY}"
    "\n"
    "2 Kamerstuk 30 000, nr. 12.\n"
)


def test_pages_and_footnotes_do_not_cut_a_sentence():
    letter = read(PAGES)
    paragraph = of_kind(letter, PassageKind.PARAGRAPH)[1]
    assert "wordt afgebroken en weer verder gaat" in paragraph
    assert of_kind(letter, PassageKind.FOOTNOTE) == [
        "Rapport van de raad, 2016, met een lange titel die op de volgende regel verder gaat.",
        "Kamerstuk 30 000, nr. 12.",
    ]
    marks = [note.mark for passage in letter.passages for note in passage.notes]
    assert marks == ["1", "2"]
    assert [passage.page for passage in letter.passages if passage.kind is PassageKind.FOOTNOTE] == [1, 2]


def test_a_page_number_is_furniture():
    letter = read(f"{BODY}\n{BODY}\n29\n")
    assert of_kind(letter, PassageKind.FURNITURE) == ["29"]


LONG = (
    "Dit is een alinea zoals een tekstverwerker hem wegschrijft: op een enkele lange regel, hoe lang hij ook wordt, "
    * 2
)


def test_a_lost_note_mark_does_not_cut_a_sentence():
    letter = read(f"{LONG}en we gaan samen voor het beste\n en doen er alles aan.\n\n{LONG}\n")
    assert letter.passages[0].text.endswith("samen voor het beste en doen er alles aan.")
    assert [note.mark for note in letter.passages[0].notes] == [""]


TABLE = (
    f"{LONG}\n\n\tMotie/toezegging\n\tStand van zaken\n\n"
    "\tMotie over pleinen\n\nKamerstukken II 2019/20, 30000, nr. 12\n\n"
    "De Tweede Kamer verzoekt de regering pleinen aan te leggen.\n"
    f"\tWij leggen pleinen aan. {LONG}\n\n"
    "\tToezegging: bankjes\n\nIn december 2020 ontvangt de Tweede Kamer een brief.\n"
    f"\tDe brief volgt in december. {LONG}\n\n• met een bijlage\n\n\n\n\nEen kader\n\n{LONG}\n"
)


def test_the_rows_of_a_table_of_motions_are_sections():
    letter = read(TABLE)
    assert [(section.heading, section.level) for section in letter.sections] == [
        ("Bijlage: moties en toezeggingen", 1),
        ("Motie over pleinen", 2),
        ("Toezegging: bankjes", 2),
        ("Een kader", 1),
    ]
    by_text = {passage.text[:30]: passage for passage in letter.passages}
    ask = by_text["De Tweede Kamer verzoekt de re"]
    assert (ask.kind, ask.row, ask.column) == (PassageKind.QUOTE, "Motie over pleinen", "Motie/toezegging")
    answer = by_text["Wij leggen pleinen aan. Dit is"]
    assert (answer.kind, answer.column) == (PassageKind.TABLE_CELL, "Stand van zaken")
    promise = by_text["In december 2020 ontvangt de T"]
    assert (promise.kind, promise.row) == (PassageKind.TABLE_CELL, "Toezegging: bankjes")
    item = by_text["met een bijlage"]
    assert (item.kind, item.row) == (PassageKind.LIST_ITEM, "Toezegging: bankjes")


def test_field_codes_are_set_apart_and_notes_numbered():
    note = '\ufffd \ufffdHYPERLINK "https://voorbeeld.nl"\ufffd\ufffdHet rapport\ufffd'
    text = f"{LONG}\n\n{LONG}\n\n\n{note}\n\n\ufffd Ibid.\n"
    letter = read(text)
    assert [(p.mark, p.text) for p in letter.passages if p.kind is PassageKind.FOOTNOTE] == [
        ("1", "Het rapport"),
        ("2", "Ibid."),
    ]
    assert of_kind(letter, PassageKind.FURNITURE) == ['HYPERLINK "https://voorbeeld.nl"']


def test_questions_and_their_numbers_are_one_heading():
    text = f"{BODY}\n71.  \nWat is er ondernomen om het aantal te bevorderen (tabel 1.1)? \n\n{BODY}\n72.  \n29\n"
    assert headings(text) == ["71. Wat is er ondernomen om het aantal te bevorderen (tabel 1.1)?", "72."]


def test_a_lead_in_introduces_its_list():
    letter = read(f"{BODY}Dit doen we door: \n• Het delen van voorbeelden; \n• Het steunen van scholen. \n\n{BODY}")
    leads = [passage.lead_in for passage in letter.passages if passage.kind is PassageKind.LIST_ITEM]
    assert leads == ["Dit doen we door:"] * 2


def test_windows_text_is_read_with_a_notice():
    letter = read_letter("brief.txt", "Coöperatie en carrière.\n".encode("cp1252"))
    assert letter.passages[0].text == "Coöperatie en carrière."
    assert "Windows-1252" in str(letter.notices[0])


def test_a_byte_order_mark_is_no_text():
    assert read_letter("brief.txt", "\ufeffEen brief.".encode()).text == "Een brief."


def test_numbered_items_behind_a_space_are_items_of_their_own():
    letter = read("Besluit\n\nHet bestuur stelt voor:\n\n 1. de brug te bouwen;\n 2. de weg te keuren;\n  a. in mei;\n")
    assert of_kind(letter, PassageKind.LIST_ITEM) == ["de brug te bouwen;", "de weg te keuren;", "in mei;"]


WRAPPED = [
    "De brug over de rivier is aanzienlijk gegroeid. De cijfers die zijn opgenomen in de Rapportage",
    "Bedrijfsvoering laten dit zien. Deze groei is onder andere te verklaren door taken die worden",
    "uitgevoerd. Op 30 september jongstleden heb ik de Kamer de brief bij de Integrale Overzichten",
    "Financiën van gemeenten en provincies toegezonden (Kamerstuk",
    "35 830 XV, nr. 1), zodat u de cijfers van de brug en van de weg daarnaast kunt leggen in mei.",
]


@pytest.mark.parametrize("long", [0, 150])
def test_a_sentence_goes_on_with_a_capital_whatever_lines_a_page_has(long):
    """Notes taken out of a page leave some lines that are two in one."""
    notes = [
        "Zo is het besluit over de brug" + " en de weg" * (long // 10) + " genomen en is dat aan de raad gestuurd,",
        "zoals beloofd.",
    ]
    assert of_kind(read("\n".join([*WRAPPED, *notes, *WRAPPED])), PassageKind.HEADING) == []


@pytest.mark.parametrize("sign", ["¬", "\u00ad"])
def test_a_soft_hyphen_at_the_end_of_a_line_is_none(sign):
    lines = f"Het onder{sign}\nzoek naar de brug over de rivier is gestart en loopt tot het einde van dit jaar.\n"
    assert [one.text.split()[1] for one in read(lines).passages] == ["onderzoek"]


def test_points_over_several_lines_without_stops_are_no_headings():
    points = (
        "Het vervangen van de brug over de rivier samen met de gemeente en met de bewoners",
        "van de haven",
        "Het keuren van de sluis samen met het waterschap en met de schippers die daar zijn",
        "en varen",
        "Het plan voor de weg",
    )
    letter = read(f"{BODY}\n" + "\n".join(points) + f"\n\n{BODY}\n{BODY}")
    assert not letter.sections
    assert " ".join(points[:2]) in of_kind(letter, PassageKind.PARAGRAPH)
