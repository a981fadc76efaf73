"""An earlier edition beside an audit."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.views.audit import sheet
from tracker.views.editions import beside_earlier
from tracker.views.sheet import ReportView

PAGE = sheet(Index(SMALL))
FULL = next(block for block in PAGE.blocks if block.entries)


def since(page: ReportView) -> dict[str, str]:
    return {block.key: block.since for block in page.blocks if block.since}


def test_the_same_edition_tells_of_nothing() -> None:
    assert since(beside_earlier(PAGE, PAGE)) == {}
    unlike = replace(PAGE, blocks=(), tables=())
    assert beside_earlier(PAGE, unlike) == PAGE


def test_what_came_and_went_is_told_block_by_block() -> None:
    other = replace(FULL.entries[0], thread="t-gone")
    before = replace(PAGE, blocks=tuple(replace(b, entries=(other,)) if b == FULL else b for b in PAGE.blocks))
    with speaking("nl"):
        told = since(beside_earlier(PAGE, before))
    assert told == {FULL.key: f"sinds de vorige editie: {len(FULL.entries)} erbij, 1 afgedaan"}


def test_who_answers_has_the_figures_of_the_earlier_edition_beside_the_present_ones() -> None:
    page = beside_earlier(PAGE, PAGE)
    tables = {table.key: table for table in page.tables}
    for key in ("offices", "signatories"):
        for row in tables[key].rows:
            figures = zip(tables[key].heads[2:], row[2:-1], strict=False)
            assert row[-1] == " · ".join(f"{figure} {head}" for head, figure in figures if figure)
    assert tables["kinds"] in PAGE.tables
    nobody = replace(PAGE, tables=tuple(replace(table, rows=()) for table in PAGE.tables))
    assert {
        row[-1] for table in beside_earlier(PAGE, nobody).tables if table.key == "offices" for row in table.rows
    } == {"–"}
