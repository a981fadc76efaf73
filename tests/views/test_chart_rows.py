"""The rows of charts."""

from __future__ import annotations

from tracker.report_headings import KeptShare
from tracker.views.chart_rows import Figure, Share


def test_a_share_is_of_all_its_promises() -> None:
    assert Share("x", tuple(Figure(kind, at) for at, kind in enumerate(KeptShare))).number == sum(range(len(KeptShare)))
