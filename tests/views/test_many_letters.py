"""Many letters at once: a line each."""

from __future__ import annotations

from pathlib import Path

from tests import repositories
from tracker.ledger.queries import Index
from tracker.pipeline import build_ledger, open_collection
from tracker.views.many_letters import sheet


def test_a_line_a_letter_with_what_it_does(tmp_path: Path) -> None:
    ledger = build_ledger(open_collection(repositories.write(tmp_path / "brieven")))
    report = sheet(Index(ledger), ledger.letters[1:])
    assert report.title == "2 letters arrived"
    rows = report.block("letters")
    assert [row.title.partition(",")[0] for row in rows] == ["12 345", "12 345"]
    assert "1 postponed" in rows[0].facts[0]
    assert "1 dropped" in rows[1].facts[0]
    assert "1 postponed" in report.sentences[0]
