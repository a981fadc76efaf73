"""Of which threads letters say that several are met, and not which."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repositories import masthead
from tracker.commands.source import CollectionSource
from tracker.ledger.met_together import met_together


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Beide moties zijn afgedaan.", 0),
        ("Beide toezeggingen zijn niet afgedaan.", 0),
        ("De toezeggingen TZ202301-001 en TZ202301-002 zijn besproken. Beide toezeggingen zijn afgedaan.", 0),
        ("Alle toezeggingen zijn afgedaan, behalve TZ202301-001.", 1),
        ("De toezeggingen uit de brief van 3 mei 2023 zijn afgedaan.", 0),
        ("De toezeggingen uit mijn brief van 1 maart 2023 zijn afgedaan.", 1),
        ("Beide toezeggingen zijn afgedaan.", 1),
    ],
)
def test_what_is_said_of_several_may_be_of_what_was_promised_before(tmp_path: Path, said: str, number: int) -> None:
    promised = "In juni 2023 sturen wij uw Kamer het rapport over de havens.\n"
    (tmp_path / "1.txt").write_text(masthead("1", "1 maart 2023") + promised, "utf-8")
    (tmp_path / "2.txt").write_text(masthead("2", "10 september 2023") + said + "\n", "utf-8")
    index = CollectionSource(tmp_path).index
    first = next(row for row in index.ledger.commitments if "havens" in row.quote)
    assert len(met_together(index) & {index.thread_of[first.id].id}) == number
