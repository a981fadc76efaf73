"""A ruling that is not applied any more is told by every face, whatever it is written as."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repositories
from tracker.cli import main
from tracker.errors import ExitCode

RULING = """[[decision]]
ruling = "rejected"
who = "A"
when = 2024-07-01T12:00:00Z
why = "w"
quotes = [{letter = "2020-03-02_kst-12345-7", quote = "Dit staat er niet meer.", hash = "00000000"}]
"""


@pytest.fixture(scope="module")
def brieven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters, and a ruling on what none of them says."""
    folder = repositories.write(tmp_path_factory.mktemp("oud") / "brieven")
    (folder / "decisions.toml").write_text(RULING, encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", ["text", "md", "html", "csv", "json", "sarif"])
def test_an_audit_tells(form: str, brieven: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(brieven), "--format", form]) == ExitCode.DONE
    assert "is not applied" in " ".join("".join(capsys.readouterr()).split())


@pytest.mark.parametrize(
    "words",
    [
        ["report"],
        ["report", "--format", "csv"],
        ["report", "--format", "digest"],
        ["rappel"],
        ["topics"],
        ["export"],
        ["doctor"],
    ],
    ids=" ".join,
)
def test_each_command_tells(words: list[str], brieven: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([words[0], str(brieven), *words[1:]])
    told = " ".join("".join(capsys.readouterr()).split())
    assert "Dit staat er niet meer." in told


def test_in_a_file_as_on_the_screen(brieven: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["rappel", "--format", "docx"], ["audit", "--format", "csv"]):
        file = tmp_path / "answer"
        assert main([words[0], str(brieven), *words[1:], "--output", str(file)]) == ExitCode.DONE
        assert "is not applied" in capsys.readouterr().err
