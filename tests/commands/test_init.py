"""`tracker init`: a manifest to complete, never over one that is there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests import repositories
from tracker.cli import main
from tracker.decisions.toml_text import read_decisions
from tracker.errors import ExitCode


def test_each_letter_has_its_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = repositories.write(tmp_path / "brieven")
    assert main(["init", str(folder)]) == ExitCode.DONE
    known = tomllib.loads((folder / "letters.toml").read_text(encoding="utf-8"))
    assert [row["path"] for row in known["letter"]] == list(repositories.NAMES)
    assert read_decisions((folder / "decisions.toml").read_text(encoding="utf-8")) == ()
    assert main(["report", str(folder)]) == ExitCode.DONE


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = repositories.write(tmp_path / "brieven")
    for name, code in (("decisions.toml", ExitCode.DONE), ("letters.toml", ExitCode.USER)):
        (folder / name).write_text("# van mij\n", encoding="utf-8")
        assert main(["init", str(folder)]) == code
        assert (folder / name).read_text(encoding="utf-8") == "# van mij\n"
