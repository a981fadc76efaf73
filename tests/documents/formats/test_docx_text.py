"""What a paragraph of Word holds: its words, its notes, its stress, and what is struck or hidden."""

from __future__ import annotations

from docx.oxml import parse_xml

from tracker.documents.formats.docx_text import WordText, chosen
from tracker.documents.layout.builder import NoteRef

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CHOICES = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def read(runs: str, *, bold: bool = False, italic: bool = False) -> WordText:
    return WordText(parse_xml(f"<w:p {SPACE} {CHOICES}>{runs}</w:p>"), bold=bold, italic=italic)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_words_and_notes_in_order() -> None:
    found = read(run("De brug") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + run(" komt."))
    assert found.pieces == ["De brug", NoteRef("1"), " komt."]
    assert found.notes == [("footnote", "7")]


def test_a_formula_is_text() -> None:
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    part = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    fraction = f"<m:f>{part.format('num', '1')}{part.format('den', '2')}</m:f>"
    found = read(run("Een brug van ") + f"<m:oMath {space}><m:r><m:t>12 m</m:t></m:r>{fraction}</m:oMath>" + run("."))
    assert "".join(map(str, found.pieces)) == "Een brug van 12 m1/2."


def test_stress_is_the_share_that_is_bold_or_half_of_what_is_italic() -> None:
    assert read(run("brug", "<w:b/>") + run("weg.")).emphasis == 0.5
    assert read(run("brug", "<w:i/>")).emphasis == 0.5
    assert read(run("brug"), bold=True).emphasis == 1.0
    assert read("").emphasis == 0.0


def test_what_is_struck_or_hidden_is_no_text() -> None:
    found = read(run("oud", "<w:strike/>") + run("geheim", "<w:vanish/>") + run("nieuw"))
    assert (found.pieces, found.struck, found.hidden) == (["nieuw"], ["oud"], True)


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    found = read(f"<w:ins>{run('nieuw')}</w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del>")
    assert (found.pieces, found.changed) == (["nieuw"], True)
    assert not read(run("brug")).changed


def test_the_code_of_a_field_is_no_text() -> None:
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/>{text}</w:r>'
        for kind, text in (("begin", "<w:t>PAGE</w:t>"), ("separate", "<w:t>3</w:t>"), ("end", "<w:t>.</w:t>"))
    )
    assert read(field).pieces == ["3", "."]


def test_of_alternatives_one_is_read() -> None:
    either = f"<mc:Choice>{run('een')}</mc:Choice><mc:Fallback>{run('twee')}</mc:Fallback>"
    both = f"<mc:AlternateContent>{either}</mc:AlternateContent>"
    assert read(both).pieces == ["een"]
    plain = parse_xml(f"<w:p {SPACE}/>")
    assert chosen(plain) is plain
