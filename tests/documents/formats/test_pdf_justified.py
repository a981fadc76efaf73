"""Justified lines of few words are one line; what stands beside one another for another reason is not."""

import pytest

from tests.processor import is_linear
from tracker.documents.formats.pdf_justified import join_justified
from tracker.documents.formats.pdf_lines import Mark, PdfLine


def line(text, left, right, base, size=9.0, marks=()):
    return PdfLine(1, left, right, base, size, text, 0.0, marks)


ABOVE = line("te informeren over de stand van", 100, 250, 411)
PIECES = [line("de vergunningverlening.", 100, 180, 400), line("Deze2", 225, 250, 400, marks=(Mark(4, 1),))]
BELOW = line("toezegging doe ik gestand.", 100, 250, 389)


@pytest.mark.parametrize("whole", [[ABOVE], [BELOW], [ABOVE, BELOW]])
def test_pieces_that_fill_the_width_of_the_next_line_are_one(whole):
    (found,) = [one for one in join_justified([*PIECES, *whole]) if one.base == 400]
    assert (found.text, found.left, found.right) == ("de vergunningverlening. Deze2", 100, 250)
    assert [found.text[mark.offset :][: mark.length] for mark in found.marks] == ["2"]


@pytest.mark.parametrize(
    "whole",
    [
        [],
        [line("Een kortere regel", 100, 230, 411)],
        [line("Een regel ver erboven", 100, 250, 430)],
        [line("Een regel in kleinere letters", 100, 250, 411, size=7.0)],
        [line("Datum", 100, 180, 411), line("3 mei", 225, 250, 411)],
    ],
)
def test_pieces_that_do_not_are_two(whole):
    assert len([one for one in join_justified([*PIECES, *whole]) if one.base == 400]) == 2


def test_many_lines_take_time_by_their_number():
    def page(size):
        lines = [line("woord", 100 + at % 2 * 60, 150 + at % 2 * 60, 10_000 - at // 2 * 12) for at in range(size)]
        return lambda: join_justified(lines)

    assert is_linear(page, 2000)
