"""Many letters at once: a line each."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests import repositories
from tracker.ledger.queries import Index
from tracker.model import StepKind
from tracker.pipeline import build_ledger, open_collection
from tracker.views.many_letters import news_figures, sheet


def test_a_line_a_letter_with_what_it_does(tmp_path: Path) -> None:
    ledger = build_ledger(open_collection(repositories.write(tmp_path / "brieven")))
    report = sheet(Index(ledger), ledger.letters[1:])
    assert report.title == "2 letters arrived"
    rows = report.block("letters")
    assert [row.title.partition(",")[0] for row in rows] == ["12 345", "12 345"]
    assert "1 postponed" in rows[0].facts[0]
    assert "1 withdrawn" in rows[1].facts[0]
    assert "1 postponed" in report.sentences[0]


def test_a_letter_that_only_repeats_is_not_said_to_promise_nothing() -> None:
    assert news_figures(Counter()) == "no promises"
    assert news_figures(Counter({StepKind.REPEATED: 1})) == "it covers 1 promise"
    assert news_figures(Counter({StepKind.POSTPONED: 1, StepKind.PROGRESS: 2})) == "1 postponed · it covers 3 promises"
