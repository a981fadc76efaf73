"""`tracker init`: a manifest to complete, never over one that is there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests import repositories
from tracker.cli import main
from tracker.errors import ExitCode


def test_each_letter_has_its_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = repositories.write(tmp_path / "brieven")
    assert main(["init", str(folder)]) == ExitCode.DONE
    known = tomllib.loads((folder / "letters.toml").read_text(encoding="utf-8"))
    assert [row["path"] for row in known["letter"]] == list(repositories.NAMES)


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = repositories.write(tmp_path / "brieven")
    (folder / "letters.toml").write_text("# van mij\n", encoding="utf-8")
    assert main(["init", str(folder)]) != ExitCode.DONE
    assert (folder / "letters.toml").read_text(encoding="utf-8") == "# van mij\n"
