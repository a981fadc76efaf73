"""The digest: twenty lines at most, in which no chat program finds markup."""

from __future__ import annotations

import re

import pytest

from tests.ledgers import NEW, SMALL
from tests.render.test_formats import EVIL, sheet_of
from tracker.ledger.queries import Index
from tracker.render.digest import LINES, write
from tracker.views import audit, new_letter
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView

INDEX = Index(SMALL)


@pytest.mark.parametrize("sheet", [audit.sheet(INDEX), new_letter.sheet(INDEX, NEW)], ids=["audit", "news"])
def test_it_tells_how_it_is_going_and_what_weighs_most(sheet: ReportView) -> None:
    text = write(SheetContent((sheet,)))
    assert text.splitlines()[: 1 + len(sheet.sentences)] == [sheet.title, *sheet.sentences]
    assert "verdieping van de haven (t-aaaa0001)" in text


def test_many_sheets_share_the_lines() -> None:
    text = write(SheetContent((new_letter.sheet(INDEX, NEW),) * 8))
    assert len(text.splitlines()) == LINES
    assert text.splitlines()[-1].startswith("… and ")


def test_nothing_in_it_is_markup() -> None:
    assert not re.search(r"[*_~`<>&|#\x1b\u202e]", write(SheetContent((sheet_of(EVIL),))))
