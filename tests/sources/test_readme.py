"""What the README says of fetching is so: its three commands, its step of a workflow, its unit."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.sources.server import Services, papers
from tracker.cli import main, tracker
from tracker.errors import ExitCode

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
UNITS = re.findall(r"```ini\n(.*?)```", README, re.DOTALL)
STEPS = re.findall(r"- run: \|\n((?: {10}.*\n)+)", README)


def test_three_commands_lead_from_an_empty_folder_to_an_audit(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    services.papers = papers(3)
    block = re.search(r"From an empty folder.*?```\n(.*?)```", README, re.DOTALL)
    assert block
    lines = block[1].splitlines()
    assert len(lines) == 3
    for line in lines:
        assert list(tmp_path.iterdir()) == [] or "dry-run" not in line
        assert main(shlex.split(line)[1:]) == ExitCode.DONE
    assert "Kamerstuk 27 923, nr. 3" in capsys.readouterr().out


def test_the_step_of_a_workflow_commits_and_pushes(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a machine where git knows nobody, and in one step."""
    for name in [name for name in os.environ if name.startswith(("GIT_AUTHOR", "GIT_COMMITTER"))]:
        monkeypatch.delenv(name)
    shim = tmp_path / "bin" / "tracker"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m tracker "$@"\n', "utf-8")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(shim.parent), prepend=os.pathsep)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    work = tmp_path / "work"
    services.papers = papers(1)
    git(tmp_path, "init", "-q", "--bare", "remote")
    git(tmp_path, "clone", "-q", "remote", "work")
    assert main(["fetch", "27923", "--into", str(work / "brieven")]) == ExitCode.DONE
    subprocess.run([shim, "hook", "install", "--letters", "brieven"], cwd=work, check=True, capture_output=True)
    (step,) = STEPS
    for _ in range(2):  # the second time nothing comes, which is no fault
        subprocess.run(["bash", "-e", "-c", step], cwd=work, check=True, capture_output=True)
    assert git(tmp_path / "remote", "log", "--format=%an <%ae> %cn") == 2 * "Tracker <tracker@example.org> Tracker\n"
    names = git(tmp_path / "remote", "ls-tree", "-r", "--name-only", "HEAD")
    assert "brieven/kst-27923-1.xml" in names
    assert "reports/" in names, "what the hook reports outlives the machine"


def test_the_unit_starts_a_command_that_there_is() -> None:
    service, timer = (configparser.ConfigParser() for _ in UNITS)
    service.read_string(UNITS[0])
    timer.read_string(UNITS[1])
    assert timer["Timer"]["OnCalendar"] == "hourly"
    program, verb, *_ = service["Service"]["ExecStart"].split()
    assert program.endswith("/tracker")
    assert verb in tracker.list_commands(click.Context(tracker))
    assert service["Service"]["SuccessExitStatus"] == str(int(ExitCode.GATE))


def git(place: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=place, check=True, capture_output=True, text=True).stdout
