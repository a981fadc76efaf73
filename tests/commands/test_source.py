"""A folder as the command line names it: judged once, and remembered as a whole."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from tracker.commands.source import CollectionSource

pytestmark = pytest.mark.usefixtures("remembering")


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    text = "Geachte voorzitter,\n\nIn het najaar van 2024 sturen wij u het havenplan Noord.\n"
    (tmp_path / "2024-03-01_brief.txt").write_text(text)
    return tmp_path


def test_a_ledger_is_judged_once(letters: Path) -> None:
    first = CollectionSource(letters).ledger
    assert len(first.commitments) == 1
    with patch("tracker.pipeline.judge_read", side_effect=AssertionError):
        assert CollectionSource(letters).ledger == first


def test_what_is_refused_is_asked_for_again(letters: Path) -> None:
    (letters / "leeg.txt").write_text("")
    assert CollectionSource(letters).ledger.refused
    with (
        patch("tracker.pipeline.judge_read", side_effect=AssertionError),
        pytest.raises(AssertionError),
    ):
        assert CollectionSource(letters).ledger
