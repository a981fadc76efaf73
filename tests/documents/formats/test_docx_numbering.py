"""The marks of lists, counted as Word counts them."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml

from tracker.documents.formats.docx_numbering import Numbering, formatted

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"), ("bullet", "\uf0b7"), ("none", "")]


def numbering() -> Numbering:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{3 if at == 2 else 1}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(LEVELS)
    )
    lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in (1, 2))
    root = f'<w:numbering {SPACE}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}</w:numbering>'
    return Numbering(parse_xml(root))


def test_a_level_counts_on_and_those_below_begin_anew() -> None:
    word = numbering()
    marks = [word.next("1", depth) for depth in (0, 1, 1, 0, 1)]
    assert marks == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_each_list_counts_by_itself_from_its_own_start() -> None:
    word = numbering()
    assert [word.next("1", 0), word.next("2", 0), word.next("1", 0)] == ["1.", "1.", "2."]
    assert [word.next("1", 2), word.next("1", 2)] == ["c)", "d)"]


def test_bullets_and_what_has_no_mark() -> None:
    word = numbering()
    assert [word.next("1", 3), word.next("1", 4), word.next("9", 0), Numbering(None).next("1", 0)] == ["•", "", "", ""]


NUMBERS = [
    (4, "decimal", "4"),
    (27, "lowerLetter", "a"),
    (2, "upperLetter", "B"),
    (49, "lowerRoman", "xlix"),
    (9, "upperRoman", "IX"),
]


@pytest.mark.parametrize(("count", "form", "mark"), NUMBERS)
def test_formatted(count: int, form: str, mark: str) -> None:
    assert formatted(count, form) == mark
