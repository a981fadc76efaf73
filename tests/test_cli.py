"""The command line over a small ledger: what each command prints, and where it prints it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ledgers import SMALL
from tests.processor import worked
from tracker import __version__, pipeline
from tracker.cli import main
from tracker.documents import ReadResult, read
from tracker.errors import ExitCode
from tracker.ledger.rejudging import Judged
from tracker.model import Collection
from tracker.text.escape import HARMFUL

ROOT = Path(__file__).parent.parent


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every collection be the small one."""
    monkeypatch.setattr(read, "read_collection", lambda _: ReadResult(SMALL.letters, SMALL.refused, ()))
    monkeypatch.setattr(pipeline, "open_collection", lambda folder, rev: Collection("havens", ()))
    monkeypatch.setattr(pipeline, "judge_read", lambda *_, **__: Judged(SMALL))


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The standard output of a command that goes well and says nothing else."""
    assert main(words) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


@pytest.mark.usefixtures("small")
class TestFaces:
    """Each command's whole job, on a ledger small enough to know."""

    def test_report_groups_the_threads(self, capsys: pytest.CaptureFixture[str]) -> None:
        out = run(capsys, "report", ".")
        heads = ["Overdue, not mentioned since (1)", "Postponed (1)", "Delivered late (1)", "Due later (2)"]
        places = [out.index(head) for head in heads]
        assert places == sorted(places)
        assert "eind 2021 [2021-12-31] → eind 2023 [2023-12-31] · 730 days later" in out
        assert "not mentioned in any later letter of this collection (1 searched)" in out
        assert "not read: scan.pdf: it has no text layer" in out

    @pytest.mark.parametrize(
        ("options", "titles"),
        [
            pytest.param(["--status", "lapsed"], {"informeren over de veren"}, id="status"),
            pytest.param(
                ["--status", "lapsed", "--status", "delivered"], {"informeren over de veren", "sluisplan"}, id="two"
            ),
            pytest.param(["--letter", "kst-12345-9"], {"verdieping van de haven", "sluisplan", "proef"}, id="letter"),
            pytest.param(["--since-letter", "2021"], {"verdieping van de haven", "sluisplan", "proef"}, id="since"),
        ],
    )
    def test_report_narrows(self, options: list[str], titles: set[str], capsys: pytest.CaptureFixture[str]) -> None:
        out = run(capsys, "report", ".", *options)
        every = {"verdieping van de haven", "sluisplan", "informeren over de veren", "proef"}
        assert {title for title in every if f"  {title}  " in out} == titles

    def test_audit_tells_the_slip_and_the_silence(self, capsys: pytest.CaptureFixture[str]) -> None:
        out = run(capsys, "audit", ".")
        assert "eind 2023 [2023-12-31] · 730 days later (postponed 1 time)" in out
        assert "reason: “omdat het slib vervuild was”" in out
        assert "(searched:\n    nr. 9 (2021))" in out

    def test_thread_by_words_names_the_others(self, capsys: pytest.CaptureFixture[str]) -> None:
        out = run(capsys, "thread", "de", "haven")
        assert out.startswith("verdieping van de haven\n")
        assert "    schuift door naar\n" in out
        assert "shared-words 0.92" in out

    def test_show_links_statements_to_threads(self, capsys: pytest.CaptureFixture[str]) -> None:
        out = run(capsys, "show", "kst-12345-9")
        assert "t-aaaa0002 delivered" in out
        assert "Havens en sluizen" in out

    def test_export_is_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert json.loads(run(capsys, "export", ".", "--format", "json"))["schema"] == "ledger/1"
        assert "$defs" in json.loads(run(capsys, "export", "--schema"))

    def test_in_a_pipe_the_bare_command_reports(self, capsys: pytest.CaptureFixture[str]) -> None:
        bare = run(capsys)
        assert bare == run(capsys, "report")

    @pytest.mark.parametrize("command", ["report .", "audit .", "show 2020", "thread t-aaaa0004", "diff 2020 2021"])
    @pytest.mark.parametrize("columns", ["40", "80", "140"])
    def test_no_face_passes_a_control_code_on_or_outgrows_its_width(
        self, command: str, columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        lines = run(capsys, *command.split()).splitlines()
        assert not [line for line in lines if HARMFUL.search(line)]
        assert not [line for line in lines if len(line) > int(columns)]

    def test_colour_only_where_it_is_wanted(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert "\x1b[" not in run(capsys, "report", ".")
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[33m" in run(capsys, "report", ".")


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Commands:" in run(capsys, "--help")
    assert run(capsys, "--version").strip() == f"tracker, version {__version__}"


def test_help_is_instant() -> None:
    command = [sys.executable, "-m", "tracker", "--help"]

    def seconds() -> float:
        begin = worked()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        return worked() - begin

    assert any(seconds() < 0.2 for _ in range(10))
