"""A text's lines with their place, and how they were made."""

from __future__ import annotations

import pytest

from tracker.documents.layout.lines import shape_of, split_lines

FULL = "De gemeente werkt aan de brug over de rivier en aan de weg erheen, zoals"


def test_lines_with_ink_know_where_they_stand() -> None:
    text = "Een\n\n\n  twee \n\fdrie\n"
    one, two, three = split_lines(text)
    assert [text[line.begin : line.end] for line in (one, two, three)] == ["Een", "twee", "drie"]
    assert [line.number for line in (one, two, three)] == [1, 4, 5]
    assert [line.blanks for line in (one, two, three)] == [0, 2, 0]
    assert (two.indent, two.trailing, one.trailing) == ("  ", True, False)
    assert [line.fed for line in (one, two, three)] == [False, False, True]


SHAPES = {
    "wrapped by hand": ([FULL, FULL, "en klaar."], True, False),
    "as one converter leaves them": ([f"{FULL} "] * 4, True, True),
    "a paragraph a line": (["De gemeente werkt aan de brug over de rivier."] * 4, False, False),
    "long lines under a long head": (
        ["Brief regering van het kabinet"] * 12 + [f"{FULL} {FULL} {FULL}."] * 2,
        False,
        False,
    ),
    "one broad row of a table": ([FULL] * 12 + [f"{FULL} {FULL} {FULL}"], True, False),
    "no long lines": (["Kort", "Korter"], False, False),
}


@pytest.mark.parametrize(("printed", "wrapped", "spaced"), SHAPES.values(), ids=SHAPES.keys())
def test_shape_of(printed: list[str], wrapped: bool, spaced: bool) -> None:
    shape = shape_of(split_lines("\n".join(printed)))
    assert (shape.wrapped, shape.spaced) == (wrapped, spaced)
    assert shape.width == (len(FULL) if wrapped else shape.width)
