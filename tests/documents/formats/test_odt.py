"""OpenDocument texts: numbers, boxes, changes, struck and hidden words, notes, headers, properties, damage."""

from __future__ import annotations

import pytest

from tests.documents.hostile_files import zipped
from tests.documents.odt_printer import packed
from tests.processor import is_linear
from tracker.documents import read_letter
from tracker.errors import LetterError
from tracker.i18n.message import Message
from tracker.model import Letter, PassageKind

_LISTS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<style:style style:name="Weg"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="Onzichtbaar"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Vet"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Kop" style:parent-style-name="Vet"/>'
)
_PROSE = "Met deze brief informeren wij de raad over de brug, zoals in de vergadering is gevraagd."


def _read(body: str, **others: str) -> Letter:
    return read_letter("x.odt", packed(body, _LISTS, **others))


def _texts(letter: Letter, *kinds: PassageKind) -> list[str]:
    return [f"{one.mark or ''} {one.text}".strip() for one in letter.passages if not kinds or one.kind in kinds]


def _item(words: str, inner: str = "") -> str:
    return f"<text:list-item><text:p>{words}</text:p>{inner}</text:list-item>"


def test_items_are_numbered_as_their_lists_say() -> None:
    """Figures, letters one level down, and a list that goes on behind a paragraph."""
    inner = f"<text:list>{_item('de kade')}{_item('de sluis')}</text:list>"
    first = f'<text:list text:style-name="L1">{_item("de brug", inner)}</text:list>'
    more = f'<text:list text:style-name="L1" text:continue-numbering="true">{_item("de weg")}</text:list>'
    letter = _read(f"{first}<text:p>{_PROSE}</text:p>{more}")
    assert _texts(letter, PassageKind.LIST_ITEM) == ["1. de brug", "a) de kade", "b) de sluis", "2. de weg"]


def test_a_box_stands_behind_the_paragraph_that_it_hangs_in() -> None:
    """The sentence goes on around it."""
    box = "<draw:frame><draw:text-box><text:p>In het kader.</text:p></draw:text-box></draw:frame>"
    assert _texts(_read(f"<text:p>Wij openen {box}de brug.</text:p>")) == ["Wij openen de brug.", "In het kader."]


def test_what_was_deleted_struck_or_hidden_is_no_text() -> None:
    """Changes are read as accepted; what is struck stands aside; all of it is told."""
    deleted = "<text:tracked-changes><text:p>Wij slopen de brug.</text:p></text:tracked-changes>"
    struck = '<text:span text:style-name="Weg">dit jaar</text:span>'
    hidden = '<text:span text:style-name="Onzichtbaar"> nooit</text:span>'
    letter = _read(f"{deleted}<text:p>Wij openen {struck}{hidden} de brug.</text:p>")
    assert _texts(letter, PassageKind.PARAGRAPH) == ["Wij openen de brug."]
    assert _texts(letter, PassageKind.FURNITURE) == ["dit jaar"]
    assert {one.id for one in letter.notices if isinstance(one, Message)} == {"notice.tracked-changes", "notice.struck"}


def test_a_bold_line_is_a_heading_where_no_style_says_so() -> None:
    """Type tells, through the styles that a style rests on."""
    letter = _read(f'<text:p text:style-name="Kop">De brug</text:p><text:p>{_PROSE}</text:p>')
    assert [one.heading for one in letter.sections] == ["De brug"]


def test_headers_spaces_and_properties() -> None:
    """What stands on each page is no text; a space may be an element; the last change is the last resort for a date."""
    pages = "<style:header><text:p>Gemeente Brugge aan Zee</text:p></style:header>"
    body = "<text:p>Wij<text:s/>openen<text:tab/>de brug.</text:p>"
    letter = _read(body, pages=pages, meta="<dc:date>2031-03-04T10:00:00</dc:date>")
    assert _texts(letter, PassageKind.FURNITURE) == ["Gemeente Brugge aan Zee"]
    assert "Wij openen de brug." in _texts(letter)
    assert str(letter.date) == "2031-03-04"


def test_a_table_without_heads_lays_the_page_out() -> None:
    """Its cells are read as text: the date of a letter may stand in one."""
    cells = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in ("Datum", "3 maart 2031"))
    letter = _read(f"<table:table><table:table-row>{cells}</table:table-row></table:table><text:p>{_PROSE}</text:p>")
    assert str(letter.date) == "2031-03-03"


@pytest.mark.parametrize(
    "parts", [{}, {"content.xml": "<a/>"}, {"content.xml": "<a>"}, {"META-INF/manifest.xml": "<encryption-data/>"}]
)
def test_damage_is_refused_with_a_reason(parts: dict[str, str]) -> None:
    """No body, no markup, or a password."""
    with pytest.raises(LetterError):
        read_letter("x.odt", zipped(mimetype="application/vnd.oasis.opendocument.text", **parts))


def test_a_long_table_takes_no_longer_than_its_rows() -> None:
    def work(rows: int) -> None:
        cell = "<table:table-cell><text:p>plan</text:p></table:table-cell>"
        _read(f"<table:table>{f'<table:table-row>{cell * 2}</table:table-row>' * rows}</table:table>")

    assert is_linear(work, 150)


@pytest.mark.parametrize(
    ("position", "text"), [("super 58%", "Wij openen de brug."), ("sub 58%", "Wij openen de brug1.")]
)
def test_a_raised_figure_that_somebody_typed_is_the_mark_of_a_note(position: str, text: str) -> None:
    style = f'<style:style style:name="Hoog"><style:text-properties style:text-position="{position}"/></style:style>'
    body = (
        f'<text:p>Wij openen de brug<text:span text:style-name="Hoog">1</text:span>.</text:p><text:p>{_PROSE}</text:p>'
    )
    assert read_letter("x.odt", packed(body, style)).passages[0].text == text
