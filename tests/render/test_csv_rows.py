"""Sheets as CSV: all entries under one head."""

from __future__ import annotations

import csv
import io

from tests.ledgers import SMALL
from tracker.ledger.queries import Index
from tracker.render.csv_rows import write
from tracker.render.table_rows import heads
from tracker.views import audit
from tracker.views.content import SheetContent


def test_several_sheets_stand_under_one_head() -> None:
    sheet = audit.sheet(Index(SMALL))
    one, two = (list(csv.reader(io.StringIO(write(SheetContent((sheet,) * number))))) for number in (1, 2))
    assert one[0] == [head for head, _ in heads()]
    assert two == [*one, *one[1:]]
