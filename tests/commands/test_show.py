"""`tracker show`: a letter, or the proof."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repositories
from tracker.cli import main
from tracker.errors import ExitCode


@pytest.mark.usefixtures("small")
def test_the_letter_asked_for_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "2021", "--in", "."]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "Voortgang 2021" in out
    assert "Voortgang 2020" not in out


def test_the_proof_counts_words_and_quotes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = repositories.write(tmp_path / "brieven", repositories.NAMES[0])
    assert main(["show", "2020", "--check", "--in", str(folder)]) == ExitCode.DONE
    assert "4 quotes" in capsys.readouterr().out
