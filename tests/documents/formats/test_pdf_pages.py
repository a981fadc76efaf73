"""Where lines of a page belong: text, side column, letterhead, notes."""

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_letter
from tracker.model import PassageKind

BODY = [
    "Met deze brief informeer ik uw raad over de brug. In het debat is toegezegd de",
    "communicatie over het beleid te verbeteren. In de eerdere brief Innovatie en",
    "Impact heb ik de inzet van het bestuur toegelicht, en dat doe ik nu weer over",
    "alles wat daarna is gebeurd. De gemeente kijkt ook naar de kosten daarvan, die",
    "in het voorjaar zijn begroot. Zo ontstaat een beeld van het geheel.",
]
SIDE = ["Bezoekadres", "Kade 1", "Ons kenmerk", "DGB-123", "Uw brief van", "3 mei"]
WHOLE = " ".join(BODY)


def kinds(letter, text):
    return {one.kind for one in letter.passages if text in one.text}


@pytest.mark.parametrize("page", [1, 2])
@pytest.mark.parametrize("top", [780, 756, 700])
@pytest.mark.parametrize("leading", [9, 12])
def test_a_side_column_stands_apart_from_the_text_beside_it(page, top, leading):
    printed = words(BODY, left=80, top=750, size=9) + words(SIDE, left=460, top=top, size=6.5, leading=leading)
    pages = [words(BODY, left=80, top=600, size=9)] * (page - 1)
    letter = read_letter("x.pdf", raw_pdf(*pages, printed))
    assert [one.text for one in letter.passages if one.kind is PassageKind.PARAGRAPH] == [WHOLE] * page
    assert all(kinds(letter, line) <= {PassageKind.MASTHEAD, PassageKind.FURNITURE} for line in SIDE)


def test_words_far_to_the_right_on_a_line_of_the_text_are_text():
    gap = "Wij beloven de brug te openen"
    printed = (
        words(BODY, left=80, top=750) + words([gap], top=640) + words(["in het najaar van 2031."], left=330, top=640)
    )
    letter = read_letter("x.pdf", raw_pdf(printed))
    assert all(kind not in (PassageKind.MASTHEAD, PassageKind.FURNITURE) for kind in kinds(letter, "najaar van 2031"))


def test_a_line_printed_in_two_pieces_is_one():
    first, second = "Wij zien ook mogelijkheden om dat beleid verder te verbeteren", ": met meer nadruk op het werk."
    width = 266.8
    printed = words(BODY, top=750) + words([first], top=640) + words(["Kade"], left=500, top=637, size=6)
    letter = read_letter("x.pdf", raw_pdf(printed + words([second], left=80 + width, top=640)))
    assert kinds(letter, first + second)


def test_a_column_to_the_left_of_the_text_is_not_text():
    printed = words(BODY, left=200, top=750) + words(["ah-tk-1", "ISSN 1"], left=40, top=720, size=6)
    letter = read_letter("x.pdf", raw_pdf(printed))
    assert [one.text for one in letter.passages if one.kind is PassageKind.PARAGRAPH] == [WHOLE]


@pytest.mark.parametrize(
    "last", ["Dat besluit nam de minister van", "Dat zei hij gisteren, maar,", "Dat deed hij met de"]
)
def test_a_sentence_that_breaks_off_at_the_foot_goes_on_before_a_capital(last):
    letter = read_letter("x.pdf", raw_pdf(words([*BODY, last]), words(["Financiën te Den Haag.", *BODY], top=750)))
    assert kinds(letter, f"{last} Financiën te Den Haag.")


@pytest.mark.parametrize("apart", [17, 20, 24])
def test_short_paragraphs_that_end_in_a_full_line_stand_apart(apart):
    """The distance between paragraphs is no distance of lines, however many there are of them."""
    short = [f"Op plein {count} komt een boom, dat hebben wij met de mensen daar afgesproken." for count in range(5)]
    printed = words(BODY[:3], top=780) + words(short, top=780 - 2 * 12 - apart, leading=apart)
    letter = read_letter("x.pdf", raw_pdf(printed))
    assert [one.text for one in letter.passages] == [" ".join(BODY[:3]), *short]


def test_a_heading_at_the_top_of_a_page_is_no_rest_of_a_sentence():
    letter = read_letter("x.pdf", raw_pdf(words([*BODY, "Dat is klaar"]), words(["Financiën", *BODY], top=750)))
    assert not kinds(letter, "Dat is klaar Financiën")


@pytest.mark.parametrize("number", [3, 7])
def test_a_note_whose_mark_stands_in_the_text_is_one_whatever_its_number(number):
    first, *rest = BODY
    marked = f"BT /F 10 Tf 1 0 0 1 80 700 Tm ({first}) Tj /F 6 Tf 4 Ts ({number}) Tj ET"
    note = [f"{number} Zie de brief van vorig jaar over de brug die toen nog niet open was, en", "de bijlage daarbij."]
    printed = marked + words(rest, top=688) + words(note, top=100, size=7, leading=9)
    letter = read_letter("x.pdf", raw_pdf(printed, words(BODY, top=750)))
    assert [(one.mark, one.text) for one in letter.passages if one.kind is PassageKind.FOOTNOTE] == [
        (str(number), " ".join(note)[2:])
    ]


def test_a_note_that_begins_small_and_goes_on_in_larger_type_is_one():
    mark = "BT /F 6 Tf 1 0 0 1 80 62 Tm 3 Ts (1) Tj /F 10 Tf 0 Ts ( https://example.org/brief-over-de-brug.pdf) Tj ET"
    letter = read_letter("x.pdf", raw_pdf(words([*BODY, "Dat deed hij met de"]) + mark, words(BODY, top=750)))
    assert [one.text for one in letter.passages if one.kind is PassageKind.FOOTNOTE] == [
        "https://example.org/brief-over-de-brug.pdf"
    ]
    assert kinds(letter, "Dat deed hij met de Met deze brief") == {PassageKind.PARAGRAPH}


def test_the_last_line_of_a_paragraph_at_the_top_of_a_page_is_no_page_number():
    """Words and a year right below a full line are text; the same words by themselves are printed on every page."""
    full = "De gemeente kijkt ook naar de kosten daarvan, die in het voorjaar zijn begroot op"
    letter = read_letter("x.pdf", raw_pdf(words([full, "voor 2031"], top=815) + words(BODY, top=700)))
    assert not kinds(letter, "voor 2031") & {PassageKind.MASTHEAD, PassageKind.FURNITURE}
    lone = read_letter("x.pdf", raw_pdf(words(["voor 2031"], top=815) + words(BODY, top=700)))
    assert kinds(lone, "voor 2031") <= {PassageKind.MASTHEAD, PassageKind.FURNITURE}


@pytest.mark.parametrize(
    ("end", "begin"),
    [("en de weg van", "de gemeente uit 2030."), ("en de weg.", "bron: de gemeente"), ("en de weg van", "Bron: wij")],
)
def test_a_note_goes_on_at_the_foot_of_the_next_page(end, begin):
    """A note that breaks off takes the small lines below the text that begin in the middle of a sentence."""
    first = words(BODY * 2, top=760) + words([f"1 Zie het plan van de brug {end}"], top=120, size=6)
    letter = read_letter("x.pdf", raw_pdf(first, words(BODY * 2, top=740) + words([begin], top=120, size=6)))
    found = [one.text for one in letter.passages if one.kind is PassageKind.FOOTNOTE]
    whole = f"Zie het plan van de brug {end} {begin}"
    assert (whole in found) == (end[-1] != "." and begin[0].islower())
    assert len(found) == 1


@pytest.mark.parametrize("slope", [(0.9976, 0.0698, -0.0698, 0.9976), (0.9925, -0.1219, 0.1219, 0.9925)])
def test_a_stamp_that_stands_askew_is_whole_and_dates_its_letter(slope):
    """None of its figures is the mark of a note, and no line of the text is torn by it."""
    stamp = words(["VERZONDEN 1 2 MRT. 2031"], left=0, top=0, size=9, matrix=(*slope, 380, 600))
    letter = read_letter("x.pdf", raw_pdf(words(BODY, left=80, top=620, size=9) + " " + stamp))
    assert kinds(letter, "VERZONDEN 1 2 MRT. 2031") == {PassageKind.MASTHEAD}
    assert [one.text for one in letter.passages if one.kind is PassageKind.PARAGRAPH] == [WHOLE]
    assert str(letter.date) == "2031-03-12"


def test_a_numbered_cell_at_the_top_of_a_page_numbers_no_page():
    """Running text stands beside it; a number with nothing but short heads beside it is that of a page."""
    rows = [(f"Actie {one}", f"Het bestuur stelt deel {one} van de visie op de dijk vast", "mei") for one in (3, 4, 5)]
    printed = [
        words([text], left=left, top=775 - 16 * at, size=9)
        for at, row in enumerate(rows)
        for left, text in zip((60, 160, 480), row, strict=True)
    ]
    letter = read_letter("x.pdf", raw_pdf(words(BODY, top=600, size=9), " ".join(printed)))
    assert {kind for row in rows for kind in kinds(letter, row[0])} == {PassageKind.TABLE_CELL}
    assert {one.row for one in letter.passages if "deel 3" in one.text} <= {None, "Actie 3"}


@pytest.mark.parametrize(("initial", "rest"), [("M", "et deze brief informeer ik uw raad"), ("H", "et debat is goed")])
def test_a_large_initial_is_of_its_word(initial, rest):
    lines = [rest + " over de brug en over de dijk,", "die beide worden hersteld."]
    printed = words([initial], left=80, top=736, size=30) + " " + words(lines, left=106, top=750, size=9)
    letter = read_letter("x.pdf", raw_pdf(printed + " " + words(BODY, top=600, size=9)))
    assert kinds(letter, f"{initial}{' '.join(lines)}") == {PassageKind.PARAGRAPH}


@pytest.mark.parametrize(
    "foot", ["Versie 1.2, 3 maart 2025 - {} van 3", "Programma Wonen | {} / 3", "Programma Wonen {}"]
)
def test_a_foot_in_the_type_of_the_text_that_counts_its_pages_cuts_no_sentence(foot):
    pages = [words([*BODY, "en in de"], top=110) + " " + words([foot.format(at)], top=40) for at in (1, 2, 3)]
    letter = read_letter("x.pdf", raw_pdf(*pages))
    assert all(
        foot.format(at) not in one.text for at in (1, 2, 3) for one in letter.passages if one.kind == "paragraph"
    )
