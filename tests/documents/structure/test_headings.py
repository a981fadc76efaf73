"""Headings of printed papers: what is told by type, by place and by count, and what only looks like a heading."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.documents.docx_printer import packed, paragraph
from tracker.documents import read_letter
from tracker.documents.layout.blocks import Block, LinearText
from tracker.documents.structure.outline import arrange
from tracker.model import PassageKind

_TEXT = "De gemeente werkt aan de brug over de rivier en aan de weg erheen, zoals eerder aan de raad is gemeld in juni."


class Line(NamedTuple):
    """A printed block: its words, how bold, the blank lines before it, how many lines it runs over."""

    words: str
    bold: float = 0.0
    gap: int = 1
    lines: int = 1
    kind: PassageKind | None = None


def headings(*lines: Line) -> list[str]:
    """The headings of a paper printed so."""
    text, blocks, begin = "", [], 0
    for line in lines:
        text += line.words + "\n"
        span = (begin, begin + len(line.words))
        blocks.append(
            Block((span,), line.kind, page=1, gap=line.gap, lines=line.lines, emphasis=line.bold, structured=True)
        )
        begin = len(text)
    return [t.text for t in arrange(LinearText(text, tuple(blocks))).running if t.block.kind is PassageKind.HEADING]


def body(gap: int = 0) -> Line:
    return Line(_TEXT, gap=gap, lines=2)


@pytest.mark.parametrize(
    "words",
    [
        "Advies: ontraden",
        "Eindadvies: overnemen.",
        "Gemeente Veldhoven",
        "Datum",
        "Ons kenmerk",
        "en dat is de reden",
        "(nadeel hogere lasten € 15.000)",
        "Vragen:",
        "De leden van de ABC-fractie vragen wat dit kost",
    ],
)
def test_bold_that_is_no_heading(words: str) -> None:
    """Advice, labels of letterheads, torn lines, remarks and what parties ask are no titles though they are bold."""
    assert headings(body(1), Line(words, bold=1.0), body()) == []


def test_a_passage_in_italics_is_no_heading() -> None:
    """Whole sentences in italics are a quotation."""
    passage = Line("Elke wijk krijgt een plein. Daar kan worden gespeeld.", bold=0.5, lines=2)
    assert headings(body(1), passage, body()) == []


def test_bold_lines_above_one_another_are_headings_each() -> None:
    """A title above the title of its first part needs no larger type than that."""
    lines = [Line("Wat willen we bereiken?", bold=1.0), Line("Onze visie", bold=1.0)]
    assert headings(*lines, body()) == ["Wat willen we bereiken?", "Onze visie"]


@pytest.mark.parametrize(
    ("above", "below"),
    [("Argumenten", "1.1 Het plan wijst de weg"), ("3. Uitleg", "3.1 Planning"), ("I ALGEMEEN", "1. Inleiding")],
)
def test_a_title_right_above_the_first_of_a_count_is_a_heading(above: str, below: str) -> None:
    """Papers whose paragraphs stand close set such titles no further apart."""
    lines = [Line(words, bold=1.0, gap=0) for words in (above, below)]
    assert headings(body(1), *lines, body()) == [above, below]


@pytest.mark.parametrize(("above", "below"), [("Het plan van de gemeente", "2.4 Planning"), ("3.1 De weg", "1. Brug")])
def test_a_line_above_a_later_number_or_a_higher_count_is_no_title(above: str, below: str) -> None:
    lines = [Line(words, bold=1.0, gap=0) for words in (above, below)]
    assert above not in headings(body(1), *lines, body())


def test_heads_of_columns_are_no_headings() -> None:
    """Bold words right below one another are the heads of a table."""
    heads = [Line(words, bold=1.0, gap=0) for words in ("Rekening", "Begroting", "Verschil")]
    assert headings(Line("Baten en lasten", bold=1.0), *heads, Line("12.036", gap=0), Line("13.968", gap=0))[1:] == []


def test_a_remark_in_brackets_belongs_to_the_title_above_it() -> None:
    """What a bold line costs stands in brackets below it, in ordinary type."""
    lines = [Line("Onderhoud van de brug", bold=1.0), Line("(hogere lasten € 15.000)", gap=0)]
    assert headings(body(1), *lines, body()) == ["Onderhoud van de brug (hogere lasten € 15.000)"]


def test_a_short_line_set_off_above_a_paragraph_is_a_heading() -> None:
    """Titles of the lowest level may stand in ordinary type."""
    assert headings(body(1), Line("Een groene wijk"), body()) == ["Een groene wijk"]
    assert headings(body(1), Line("Een groene wijk"), body(gap=1)) == []
    assert headings(body(1), Line("een groene wijk"), body()) == []


def test_points_counted_through_the_paper_are_headings() -> None:
    """Points with an advice and a text below each are sections; items of a list are not."""
    asked = [f"{count}. Het college te vragen om in wijk {count} een plein aan te leggen." for count in (1, 2, 3)]
    points = [line for words in asked for line in (Line(words), Line("Advies: overnemen", bold=1.0), body())]
    assert headings(body(1), *points) == asked
    assert headings(body(1), *[Line(words, gap=0) for words in asked], body(1)) == []


def test_parties_are_quoted_until_the_government_answers() -> None:
    """In a written consultation only the answers are the author's."""
    said = Line(_TEXT.replace("De gemeente", "De minister"), gap=0, lines=2)
    lines = [Line("I Vragen en opmerkingen uit de fracties", bold=1.0), body()]
    lines += [Line("II Reactie van de minister van Financiën", bold=1.0), said]
    text = "\n".join(line.words for line in lines) + "\n"
    begins = [text.index(line.words) for line in lines]
    blocks = [
        Block(
            ((at, at + len(line.words)),), page=1, gap=line.gap, lines=line.lines, emphasis=line.bold, structured=True
        )
        for at, line in zip(begins, lines, strict=True)
    ]
    kinds = [this.block.kind for this in arrange(LinearText(text, tuple(blocks))).running]
    heading, quote, paragraph = PassageKind.HEADING, PassageKind.QUOTE, PassageKind.PARAGRAPH
    assert kinds == [heading, quote, heading, paragraph]


def item(words: str, bold: float = 0.0) -> Line:
    return Line(words, bold, kind=PassageKind.LIST_ITEM)


def test_a_bold_item_above_a_paragraph_is_a_heading() -> None:
    """Papers set bullets before the titles of short parts."""
    assert headings(body(1), item("Bruggen", 1.0), body(), item("Wegen", 1.0), body()) == ["Bruggen", "Wegen"]


@pytest.mark.parametrize(
    "lines",
    [
        (item("Bruggen"), body()),
        (item("Bruggen", 1.0), item("Wegen", 1.0)),
        (item("Bruggen,", 1.0), body()),
        (item("en bruggen", 1.0), body()),
        (item("Bruggen", 1.0), Line("De weg.", gap=0)),
        (item("Bruggen", 0.5), body()),
    ],
    ids=["plain", "items", "goes-on", "begins-small", "short-line", "italic"],
)
def test_items_that_title_nothing(lines: tuple[Line, ...]) -> None:
    """An item is no heading unless it is bold and stands above running text."""
    assert headings(body(1), *lines) == []


def test_a_numbered_bold_line_right_above_a_bold_title_is_one_too() -> None:
    """A result and the first of its parts."""
    assert headings(body(1), Line("1.6 Beleid herzien", 1.0), Line("Bruggen", 1.0, gap=0), body()) == [
        "1.6 Beleid herzien",
        "Bruggen",
    ]


@pytest.mark.parametrize(("words", "found"), [("80 jaar brug", 1), ("80 jaar brug.", 0), ("80 jaar brug en", 0)])
def test_a_title_may_begin_with_a_figure(words: str, found: int) -> None:
    """The year of a feast, and no list."""
    assert len(headings(body(1), Line("Titel", 1.0), body(), Line(words), body())) == found + 1


def test_a_plain_line_right_below_a_bold_title_may_title_the_paragraph() -> None:
    """It stands alone on its line above text that begins a sentence."""
    assert headings(body(1), Line("Brug", 1.0), Line("Onderhoud en beheer", gap=0), body()) == [
        "Brug",
        "Onderhoud en beheer",
    ]


@pytest.mark.parametrize(
    ("above", "title", "found"),
    [
        ("Wij gaan verder.", "De brug", ["De stand van zaken", "De brug"]),
        ("Wij gaan verder.", "3. De brug", ["De stand van zaken", "3. De brug"]),
        ("Wij gaan verder met", "De brug", ["De brug"]),
    ],
)
def test_a_bold_line_above_a_bold_heading_in_word(above: str, title: str, found: list[str]) -> None:
    """Below text that ends two bold paragraphs are two headings; in the middle of a sentence the first is none."""
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
    plain = "<w:r><w:t>{}</w:t></w:r>"
    text = "De bouw van de brug over de rivier is in het voorjaar begonnen en ligt op schema."
    runs = [plain.format(above), bold.format("De stand van zaken"), bold.format(title), plain.format(text)]
    letter = read_letter("x.docx", packed("".join(map(paragraph, runs))))
    assert [section.heading for section in letter.sections] == found


@pytest.mark.parametrize("code", ["2031Z12345", "2031D54321"])
def test_the_code_of_questions_is_no_heading(code: str) -> None:
    """What the House calls questions by stands above them, and titles nothing."""
    assert headings(Line(code, bold=1.0), Line(_TEXT, lines=2)) == []
    letter = read_letter("x.txt", f"{code}\n\n{_TEXT}\n".encode())
    assert not letter.sections


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("Q1 2031: publicatie programma", False),
        ("Maart 2031: vaststelling van de visie", False),
        ("Planning: het programma", True),
        ("2031: het jaar van de brug", True),
    ],
)
def test_what_is_planned_for_a_time_is_no_heading(line: str, heads: bool) -> None:
    letter = read_letter("x.txt", f"{_TEXT}\n\n{line}\n\n{_TEXT}\n".encode())
    assert (line in [section.heading for section in letter.sections]) == heads
