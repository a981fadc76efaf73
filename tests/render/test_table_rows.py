"""Sheets as rows of cells: a row an entry, as many cells as heads, and no cell that a spreadsheet computes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ledgers import SMALL
from tracker.documents import read_collection
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.model import Lateness, Ledger, Status
from tracker.pipeline import open_collection
from tracker.render.table_rows import FORMULA, defused, heads, rows
from tracker.views import audit, overview
from tracker.views.sheet import ReportView, ThreadEntry, ViewBlock, ViewNote
from tracker.views.text_style import GLUE

NOTES = (ViewNote("was", "oud", "1"), ViewNote("why", "slib", ""), ViewNote("now", "a", "2"), ViewNote("", "b", "3"))
ENTRY = ThreadEntry(title="brug", thread="t-1", status=Status.POSTPONED, notes=NOTES, lateness=Lateness.LATE)


def cells(entry: ThreadEntry) -> dict[str, object]:
    with speaking("en"):
        sheet = ReportView("Audit", None, (), (ViewBlock("slipped", "Slipped", (entry,)),))
        (row,) = rows([sheet])
        return dict(zip((head for head, _ in heads()), row, strict=True))


def test_each_entry_has_a_cell_for_each_head() -> None:
    sheet = audit.sheet(Index(SMALL))
    found = list(rows([sheet]))
    assert len(found) == sum(len(block.entries) for block in sheet.blocks)
    assert {len(row) for row in found} == {len(heads())}


def test_of_several_old_quotes_the_first_stands_there_of_new_ones_the_last() -> None:
    row = cells(ENTRY)
    assert {"oud", "b", "slib", "brug", "Slipped", "Audit"} <= {value for value in row.values() if value}
    assert "a" not in row.values()


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("face", [audit.sheet, lambda of: overview.sheet(of, of.ledger.threads, soft=True)])
def test_the_line_of_a_row_is_that_of_a_quote_in_it(
    face: Callable[[Index], ReportView], judged: Callable[..., Ledger], seeds: Path
) -> None:
    of = Index(judged(read_collection(open_collection(seeds)), seeds.name))
    with speaking("en"):
        names = [head for head, _ in heads()]
        found = [dict(zip(names, row, strict=True)) for row in rows([face(of)])]
    promised = [row for row in found if row["line"] is not None]
    assert len(promised) > 50
    for row in promised:
        cited = [str(row[name]) for name in ("earlier quote in", "latest quote in")]
        assert any(place.endswith(f"line {row['line']}".replace(" ", GLUE)) for place in cited), row


@pytest.mark.parametrize(("lateness", "told"), [(Lateness.LATE, "yes"), (Lateness.ON_TIME, "no"), (None, "")])
def test_what_depends_on_the_reading_is_left_open(lateness: Lateness | None, told: str) -> None:
    from msgspec.structs import replace

    with speaking("en"):
        assert cells(replace(ENTRY, lateness=lateness))["late"] == told


@pytest.mark.parametrize("sign", FORMULA)
def test_no_cell_is_a_formula(sign: str) -> None:
    assert defused(f" {sign}1+1") == f"' {sign}1+1"
    assert defused(f"a{sign}1") == f"a{sign}1"
