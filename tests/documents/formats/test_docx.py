"""What only a Word document has: numbers that Word makes, fields, tracked changes, endnotes and text boxes."""

import pytest

from tests.documents.docx_printer import W, packed, paragraph
from tracker.documents import read_letter
from tracker.documents.lossless import check_lossless
from tracker.model import PassageKind

PROSE = "Wij informeren uw Kamer in oktober over de voortgang van het plan voor de haven en de gemeenten. " * 2
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text, depth):
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')


def field(code, text):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + run(text) + mark("end")


def noted(kind, words):
    return f'<w:{kind}s {W}><w:{kind} w:id="2">{paragraph(run(words))}</w:{kind}></w:{kind}s>'


def read(*paragraphs, **parts):
    letter = read_letter("x.docx", packed("".join([*paragraphs, paragraph(run(PROSE))]), **parts))
    assert check_lossless(letter).whole
    return letter


PARAGRAPHS = [
    pytest.param(
        run("Zie ") + field('HYPERLINK "https://voorbeeld.nl"', "deze pagina") + run("."),
        "Zie deze pagina.",
        id="field-code",
    ),
    pytest.param(
        run("Wij sturen ")
        + "<w:ins><w:r><w:t>een brief</w:t></w:r></w:ins><w:del><w:r><w:delText>niets</w:delText></w:r></w:del>"
        + run(" in mei."),
        "Wij sturen een brief in mei.",
        id="tracked-changes",
    ),
    pytest.param("<w:sdt><w:sdtContent>" + run("In een veld.") + "</w:sdtContent></w:sdt>", "In een veld.", id="form"),
    pytest.param(run("een-") + "<w:r><w:softHyphen/><w:tab/></w:r>" + run("twee"), "een- twee", id="tab"),
]


@pytest.mark.parametrize(("runs", "text"), PARAGRAPHS)
def test_the_text_of_a_paragraph(runs, text):
    assert read(paragraph(runs)).passages[0].text == text


def test_tracked_changes_are_told():
    letter = read(paragraph(run("Wij sturen een brief") + "<w:ins><w:r><w:t>.</w:t></w:r></w:ins>"))
    assert tuple(map(str, letter.notices)) == ("tracked changes were read as accepted.",)
    assert read(paragraph(run("Wij sturen een brief."))).notices == ()


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    letter = read(paragraph(run("Wij sturen "), deleted), paragraph(run("een brief.")))
    assert letter.passages[0].text == "Wij sturen een brief."
    assert tuple(map(str, letter.notices)) == ("tracked changes were read as accepted.",)


def test_what_was_moved_is_read_where_it_stands_now():
    gone = paragraph("<w:moveFrom>" + run("Verplaatst.") + "</w:moveFrom>")
    letter = read(gone, paragraph("<w:moveTo>" + run("Verplaatst.") + "</w:moveTo>"))
    assert [passage.text for passage in letter.passages].count("Verplaatst.") == 1


def test_a_heading_that_is_only_bold():
    letter = read(paragraph(run(PROSE)), paragraph(run("Een vette kop", "<w:b/>")))
    assert [section.heading for section in letter.sections] == ["Een vette kop"]


def test_lists_get_the_numbers_that_word_makes():
    heading = paragraph(run("Een vette kop", "<w:b/>"))
    letter = read(heading, item("eerste", 0), item("deel", 1), item("deel", 1), item("tweede", 0), numbering=NUMBERING)
    marks = [passage.mark for passage in letter.passages if passage.kind is PassageKind.LIST_ITEM]
    assert marks == ["1.", "a)", "b)", "2."]


def test_footnotes_and_endnotes_hang_on_their_marks():
    marked = "<w:r><w:{}Reference w:id='2'/></w:r>"
    letter = read(
        paragraph(run("Een noot") + marked.format("footnote") + run(" en nog een") + marked.format("endnote")),
        footnotes=noted("footnote", "De voetnoot."),
        endnotes=noted("endnote", "De eindnoot."),
    )
    assert letter.passages[0].text == "Een noot en nog een"
    assert [(note.offset, note.mark) for note in letter.passages[0].notes] == [(8, "1"), (19, "2")]
    notes = {passage.mark: passage.text for passage in letter.passages if passage.kind is PassageKind.FOOTNOTE}
    assert notes == {"1": "De voetnoot.", "2": "De eindnoot."}


def test_a_text_box_is_a_paragraph_of_its_own():
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('In het kader.'))}</w:txbxContent></w:pict></w:r>"
    texts = [passage.text for passage in read(paragraph(box + run("Naast het kader."))).passages]
    assert texts[:2] == ["Naast het kader.", "In het kader."]


@pytest.mark.parametrize("properties", ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="true"/>'])
def test_struck_words_are_furniture_and_told(properties):
    letter = read(paragraph(run("De tunnel komt ") + run("in mei ", properties) + run("in juni.")))
    assert "De tunnel komt in juni." in [one.text for one in letter.passages]
    assert [one.text for one in letter.passages if one.kind is PassageKind.FURNITURE] == ["in mei"]
    assert "struck" in str(letter.notices[-1])


def test_hidden_words_are_left_out_and_told():
    letter = read(paragraph(run("De tunnel komt ") + run("in mei ", "<w:vanish/>") + run("in juni.")))
    assert "mei" not in letter.text
    assert "hidden" in str(letter.notices[-1])


@pytest.mark.parametrize("properties", ['<w:strike w:val="0"/>', '<w:vanish w:val="false"/>'])
def test_words_that_are_not_struck_stay(properties):
    letter = read(paragraph(run("De tunnel komt ") + run("in juni.", properties)))
    assert "De tunnel komt in juni." in [one.text for one in letter.passages]
    assert not letter.notices


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("before", "figure", "after", "text", "marks"),
    [
        ("Wij openen de brug", "1", ".", "Wij openen de brug.", ["1"]),
        ("De brug is open.", "12", " De weg ook.", "De brug is open. De weg ook.", ["12"]),
        ("Het plein van 12 m", "2", " is klaar.", "Het plein van 12 m2 is klaar.", []),
        ("Het zijn er 10", "3", " in mei.", "Het zijn er 103 in mei.", []),
        ("De 2", "e", " brug is open.", "De 2e brug is open.", []),
    ],
)
def test_a_raised_figure_that_somebody_typed_is_the_mark_of_a_note(before, figure, after, text, marks):
    first = read(paragraph(run(before) + run(figure, RAISED) + run(after))).passages[0]
    assert (first.text, [note.mark for note in first.notes]) == (text, marks)


def test_a_row_that_was_deleted_is_no_row():
    def row(text, properties=""):
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{paragraph(run(text))}</w:tc></w:tr>"

    gone = '<w:del w:id="1" w:author="x" w:date="2031-01-01T00:00:00Z"/>'
    letter = read(f"<w:tbl>{row('De brug komt in mei.')}{row('De sluis komt in juni.', gone)}</w:tbl>")
    assert "De brug komt in mei." in [one.text for one in letter.passages]
    assert not any("sluis" in one.text for one in letter.passages)
    assert [notice.id for notice in letter.notices] == ["notice.tracked-changes"]


def test_a_paragraph_that_begins_with_such_a_mark_is_its_note():
    marked = paragraph(run("Wij openen de brug") + run("1", RAISED) + run("."))
    note, other = (paragraph(run(figure, RAISED) + run(" Wij sturen in mei het plan.")) for figure in "12")
    found = [(one.kind, one.mark, one.text) for one in read(marked, note, other).passages[1:3]]
    assert found[0] == (PassageKind.FOOTNOTE, "1", "Wij sturen in mei het plan.")
    assert found[1][0] is PassageKind.PARAGRAPH
