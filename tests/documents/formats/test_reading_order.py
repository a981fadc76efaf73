"""The order in which a page is read, held against the places where its words stand."""

import itertools
from pathlib import Path

import pytest

from tests.documents.pdf_printer import as_pdf
from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents.formats import pdf_worker
from tracker.documents.formats.pdf_body import type_of
from tracker.documents.formats.pdf_pages import sort_out
from tracker.documents.limits import DEFAULT

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "pdf"
LINES = ["De brug over de haven is in het voorjaar", "met de gemeenten besproken. Daarna is het"] * 4
COLUMNS = raw_pdf(words(LINES, left=57, top=700) + " " + words(LINES, left=310, top=700))


def out_of_order(data):
    """The pairs of lines that are read one after the other though the second stands above, and no column begins."""
    sheets = pdf_worker.read_pages(data, DEFAULT).sheets
    found = []
    for page in sort_out(sheets, type_of(sheets)):
        for column in page.columns:
            pairs = _in_rows(column) if column.cells else itertools.pairwise(column.lines)
            found += [(a.text, b.text) for a, b in pairs if a.turn == b.turn and b.base > a.base + a.size / 2]
        for left, right in itertools.pairwise(page.columns):
            if left.lines and right.lines and _beside(left.lines, right.lines):
                edge = min(line.left for line in right.lines)
                found += [(line.text, right.lines[0].text) for line in left.lines if line.left >= edge]
    return found


def _in_rows(table):
    """The pairs of lines that must stand under one another in a ruled table: those of a cell, and the tops of rows."""
    cells = [[line for line, _ in run] for _, run in itertools.groupby(zip(table.lines, table.cells, strict=True), _at)]
    rows = [
        list(run) for _, run in itertools.groupby(zip(table.lines, table.cells, strict=True), lambda one: one[1].row)
    ]
    tops = [max((line for line, _ in row), key=lambda line: line.base) for row in rows]
    return [*(pair for cell in cells for pair in itertools.pairwise(cell)), *itertools.pairwise(tops)]


def _at(one):
    return one[1].row, one[1].column


def _beside(left, right):
    """Whether the second run of lines begins above the foot of the first."""
    return right[0].turn == left[0].turn and right[0].base > left[-1].base


RULES = " ".join(
    [*(f"57 {at} m 457 {at} l S" for at in (720, 680, 640)), *(f"{at} 720 m {at} 640 l S" for at in (57, 257, 457))]
)
CELLS = [("Maatregel", 60, 705), ("Stand", 260, 705), ("Brug over de haven", 60, 668), ("Geopend in mei", 260, 655)]
RULED = raw_pdf(" ".join(words([text], left=left, top=top) for text, left, top in CELLS) + f" {RULES}")

PAPERS = [
    pytest.param(as_pdf, id="paper"),
    pytest.param(lambda: RULED, id="ruled"),
    pytest.param(lambda: COLUMNS, id="columns"),
]
PAPERS += [pytest.param(path.read_bytes, id=path.stem) for path in sorted(SAMPLES.glob("*.pdf"))]


@pytest.mark.parametrize("data", PAPERS)
def test_lines_are_read_downwards_and_columns_from_left_to_right(data):
    assert out_of_order(data()) == []


def test_columns_are_two_runs():
    sheets = pdf_worker.read_pages(COLUMNS, DEFAULT).sheets
    (page,) = sort_out(sheets, type_of(sheets))
    assert [[line.text for line in column.lines] for column in page.columns] == [LINES, LINES]


def test_a_ruled_table_is_a_run_of_its_own():
    sheets = pdf_worker.read_pages(RULED, DEFAULT).sheets
    (page,) = sort_out(sheets, type_of(sheets))
    assert [[(cell.row, cell.column) for cell in column.cells] for column in page.columns] == [
        [(0, 0), (0, 1), (1, 0), (1, 1)]
    ]
