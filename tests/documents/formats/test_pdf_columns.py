"""Columns of text are read one after the other; rows of a table stay rows."""

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_letter
from tracker.documents.formats.pdf_columns import in_columns
from tracker.documents.formats.pdf_lines import PdfLine

LEFT = [
    "De brug over de haven is in het voorjaar",
    "met de gemeenten besproken. Daarna is het",
    "plan aan de raad gestuurd, die er in de",
    "zomer over heeft gesproken en het met een",
    "kleine wijziging heeft aangenomen. Dat is",
    "aan de bewoners verteld door de minister van",
]
RIGHT = [
    "Financiën, die ook over de kosten sprak en",
    "daarbij aangaf dat het geld er is. De bouw",
    "begint in het najaar en duurt een jaar of",
    "twee, afhankelijk van het weer en van de",
    "beschikbaarheid van het staal dat ervoor",
    "nodig is. Daarna wordt de brug geopend.",
]
WHOLE = " ".join([*LEFT, *RIGHT])


def read(*printed):
    return [one.text for one in read_letter("x.pdf", raw_pdf(" ".join(printed))).passages]


@pytest.mark.parametrize("shift", [0, 5])
@pytest.mark.parametrize("right", [310, 340])
def test_a_sentence_runs_on_from_column_to_column(shift, right):
    assert WHOLE in read(words(LEFT, left=57, top=700), words(RIGHT, left=right, top=700 - shift))


def test_paragraphs_and_titles_within_columns():
    beside = words(RIGHT[:3], left=310, top=700), words(["Een kop", *RIGHT], left=310, top=645)
    found = read(words(LEFT, left=57, top=700), words(LEFT, left=57, top=610), *beside)
    assert found.index("Een kop") > max(at for at, text in enumerate(found) if text.startswith("De brug"))


def test_a_line_across_both_columns_parts_them():
    across = "Dit is een regel die over de gehele breedte van de bladzijde loopt, en geen kolom is."
    found = read(
        words(LEFT, left=57, top=700), words(RIGHT, left=310, top=700), words([across], left=57, top=600),
        words(LEFT, left=57, top=560), words(RIGHT, left=310, top=560),
    )  # fmt: skip
    assert [text for text in found if text in (WHOLE, across)] == [WHOLE, across, WHOLE]


def line(left, base, text="een regel die doorloopt in de volgende"):
    return PdfLine(1, left, left + 200, base, 10, text, 0)


def test_rows_of_prose_are_no_columns():
    bases = [700, 688, 676, 640, 628, 616, 580, 568, 556]
    texts = [
        "Een regel die doorloopt in de volgende",
        "regel van de cel, en die houdt dan",
        "op met een punt aan het einde.",
    ] * 3
    lines = [line(left, base, text) for base, text in zip(bases, texts, strict=True) for left in (50, 300)]
    assert in_columns(lines) == [lines]


@pytest.mark.parametrize("gap", [0, 10])
def test_columns_whose_paragraphs_break_at_one_height_are_columns(gap):
    first = [*LEFT[:5], "aan de bewoners verteld. Zij zijn er blij om."]
    left = words(first, left=57, top=700) + words(LEFT, left=57, top=628 - gap)
    right = words([*LEFT[1:], "Dat is nu zo."], left=310, top=700) + words(LEFT, left=310, top=628 - gap)
    found = read(left, right)
    assert any(f"{LEFT[-1]} {LEFT[1]}" in text for text in found)


def test_few_lines_are_no_columns():
    lines = [line(left, base) for base in (700, 688) for left in (50, 300)]
    assert in_columns(lines) == [lines]


_SHORT = ["nieuwe brug over de haven, die in het jaar", "daarna wordt gebouwd en in gebruik komt."]


def _pages(*printed):
    return [one.text for one in read_letter("x.pdf", raw_pdf(*printed)).passages]


def test_short_columns_at_the_edges_of_those_before_are_read_downwards():
    """A sentence goes on from the one to the next whatever stands level."""
    first = " ".join([words(LEFT, left=57, top=700), words(RIGHT, left=310, top=700)])
    left, right = ["De weg is klaar en is in gebruik genomen,", "zo schreef de provincie. Zij vraagt om een"], _SHORT
    last = " ".join([words(left, left=57, top=700), words(right, left=310, top=700)])
    found = _pages(first, last)
    assert WHOLE in found
    assert " ".join([*left, *right]) in found


def test_rows_of_a_table_at_those_edges_stay_rows():
    first = " ".join([words(LEFT, left=57, top=700), words(RIGHT, left=310, top=700)])
    names, days = ["De brug over de haven wordt hersteld.", "De weg naar de haven wordt verbreed."], ["mei", "juni"]
    found = _pages(first, " ".join([words(names, left=57, top=700), words(days, left=310, top=700)]))
    assert [one for one in found if one in (*names, *days)] == [names[0], "mei", names[1], "juni"]


BESIDE = [
    "De minister van Wonen stuurt de Kamer",
    "daarover in het najaar een brief, met de",
    "uitkomsten van het overleg met alle",
    "gemeenten. De provincie Noord-Brabant",
    "en het waterschap sturen voor 1 oktober",
]
BELOW = [
    "2027 de plannen voor de dijken, de bruggen en de wegen langs de lange haven naar de raad van de gemeente,",
    "en zij doen dat samen met de bewoners.",
]
BOX = [
    "In deze kader staat wat de",
    "raad in het voorjaar van dit",
    "jaar over de lange haven en",
    "de brug heeft gezegd.",
]


@pytest.mark.parametrize("shift", [4, 8])
def test_a_sentence_around_a_box_is_whole(shift):
    found = read(
        words(BESIDE, left=57, top=700), words(BOX, left=330, top=700 - shift, size=9), words(BELOW, left=57, top=640),
    )  # fmt: skip
    assert " ".join([*BESIDE, *BELOW]) in found
    assert " ".join(BOX) in found


@pytest.mark.parametrize(("left", "right"), [(57, 400), (57, 330)])
def test_a_narrow_column_is_full_sooner_than_the_page(left, right):
    """What stands below its first line goes on with that, though it begins with a number or a name."""
    wide = [f"{text} in de wijk" for text in LEFT]
    first = [
        "In het plan van de dienst Noord en",
        "Zuid, dat de gemeente uiterlijk",
        "2 juli heeft, staat dat de raad er",
    ]
    last = ["De bouw begint voor het jaar", "2027 met de brug over de haven,", "die dan al lang in gebruik is en",
            "een jaar of twee dicht gaat."]  # fmt: skip
    narrow = [*first, "in het najaar over spreekt.", "", *last]
    found = read(words(wide, left=left, top=700), words(wide, left=left, top=616), words(narrow, left=right, top=700))
    assert any(" ".join(narrow[:4]) in text for text in found)
    assert " ".join(last) in found


def test_a_title_below_columns_stands_above_the_text_that_it_titles():
    whole = "Dit is een regel die over de gehele breedte van de bladzijde loopt, en hij gaat nog even door."
    found = read(
        words(LEFT, left=57, top=700), words(RIGHT, left=310, top=700), words(["Tot slot"], left=57, top=600),
        words([whole, "Dit is de tweede regel."], left=57, top=580),
    )  # fmt: skip
    assert found == [WHOLE, "Tot slot", f"{whole} Dit is de tweede regel."]


def test_a_short_column_beside_a_tall_one_is_read_after_it():
    right = [
        "De minister van Wonen legt de Kamer per",
        "1 januari een voorstel voor de brug en de",
        "weg voor, met de kosten.",
    ]
    found = read(
        words([*LEFT, *LEFT[1:5], "aan de bewoners verteld."], left=57, top=700), words(right, left=310, top=700)
    )
    assert " ".join(right) in found[1:]


def test_cells_of_one_row_are_no_short_columns():
    cells = ["Een regel die doorloopt in de volgende", "regel van de cel, en die houdt dan", "op met een punt."]
    lines = [line(left, 700 - 12 * at, text) for at, text in enumerate(cells) for left in (50, 300)]
    assert in_columns(lines) == [lines]


@pytest.mark.parametrize("gap", [12, 30])
def test_what_closes_a_letter_below_columns_is_in_no_sentence_that_runs_over_them(gap):
    close = ["Met vriendelijke groet,", "J. de Boer, wethouder"]
    found = read(
        words([*LEFT[:-1], "aan de bewoners verteld door het college"], left=57, top=700),
        words(["van de stad, dat ook over de kosten sprak", *RIGHT[1:]], left=310, top=700),
        words(close, left=57, top=700 - 5 * 12 - gap),
    )
    assert any("verteld door het college van de stad, dat ook" in text for text in found)
    assert not any("groet" in text and "verteld" in text for text in found)
    assert "Met vriendelijke groet," in found


def test_the_second_paragraph_of_the_taller_column_is_no_text_below_both():
    left = ["De haven is klaar.", "", *LEFT[:-1], "aan de bewoners van de stad verteld."]
    right = ["De sluis is later klaar, want", "het waterschap wacht er op staal", "van de provincie."]
    found = read(words(left, left=57, top=700), words([*RIGHT[:-2], *right], left=310, top=700))
    assert any(text.endswith("bewoners van de stad verteld.") and text.startswith("De brug") for text in found)
