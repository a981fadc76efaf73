"""A ruling that is not applied any more and a file that cannot be read are told by every face, in every form."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests import repositories
from tracker.cli import main
from tracker.decisions.file import record
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.errors import ExitCode

pytestmark = pytest.mark.usefixtures("shared")

WHEN = dt.datetime(2024, 7, 1, tzinfo=dt.UTC)
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
        ["read"],
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


@pytest.fixture(scope="module")
def torn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters, and a file beside them that is none."""
    folder = repositories.write(tmp_path_factory.mktemp("stuk") / "brieven")
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    return folder


@pytest.mark.parametrize(
    "said",
    [
        *(f"report . --format {form}" for form in ("text", "md", "html", "csv", "digest")),
        *(f"audit . --format {form}" for form in ("text", "md", "html", "csv", "json", "sarif")),
        "topics .",
        "topics . --format json",
        "show 2020",
        "diff 2020 2021",
        "thread veerverbindingen",
        "rappel .",
        "export .",
        "read .",
        "doctor .",
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    said: str, torn: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(torn)
    main(said.split())
    assert "kapot.pdf" in "".join(capsys.readouterr())


@pytest.mark.parametrize("verb", ["report", "audit", "read", "doctor", "topics", "export", "rappel"])
def test_contrary_rulings_of_two_branches_are_told(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = repositories.write(tmp_path / "brieven")
    main(["export", str(folder)])
    promise = json.loads(capsys.readouterr().out)["commitments"][0]
    for who, status in (("Anna", "dropped"), ("Bert", "delivered")):
        decision = Decision(
            ruling=Ruling.STATUS,
            who=who,
            when=WHEN,
            why="w",
            quotes=(anchor(promise["letter"], promise["quote"]),),
            value=status,
        )
        record(folder / "decisions.toml", decision)
    capsys.readouterr()
    main([verb, str(folder)])
    told = " ".join("".join(capsys.readouterr()).split())
    assert "contrary" in told
    assert "Anna" in told
