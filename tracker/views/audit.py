"""The audit of deadlines: page one, then what weighs most; totals, and what was examined and could not be read."""

from __future__ import annotations

from tracker.i18n.catalog import day, gettext
from tracker.ledger.deadlines import slipped
from tracker.ledger.fates import fates
from tracker.ledger.queries import Index
from tracker.report_headings import Fate
from tracker.views.blocks import AUDITED, blocks
from tracker.views.chart_data import bars, calendar, shares, trend
from tracker.views.named_cases import by_name
from tracker.views.page_one import cases, fate_counts, method, sentences, trust
from tracker.views.responsible import responsible
from tracker.views.sheet import ReportView
from tracker.views.totals import examined, total_tables

KIND = "audit"
"""What a saved one says that it is."""


def sheet(index: Index) -> ReportView:
    """The audit of a ledger as of its date."""
    ledger = index.ledger
    name, as_of = ledger.title or ledger.name or gettext("audit.unnamed"), ledger.as_of
    title = gettext("audit.title", name=name, day=day(as_of, "long")) if as_of else gettext("audit.undated", name=name)
    fated = fates(index, ledger.threads)
    heaviest = cases(index, fated)
    return ReportView(
        title=title,
        as_of=as_of,
        remarks=(*responsible(index, fated), *by_name(index, fated, heaviest), *examined(index), trust()),
        sentences=sentences(index, fated),
        figures=fate_counts(index, fated),
        shares=shares(index, fated),
        cases=heaviest,
        blocks=blocks(index, fated, AUDITED),
        tables=total_tables(index),
        trend=trend(index, (*slipped(index), *fated[Fate.EXTENDED])),
        bars=bars(index, ledger.threads),
        calendar=calendar(index, ledger.threads),
        method=method(),
        kind=KIND,
    )
