"""The gate before a push says no to what the push brings, and to nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repositories
from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.git.repository import commit_of, home_of, known_to

pytestmark = pytest.mark.slow

FIRST, SECOND, THIRD = repositories.NAMES


@pytest.fixture
def gated(plain: Repo, tmp_path: Path) -> Repo:
    """A repository with a remote that has the first letter, and a gate against promises that are not heard of again."""
    team = Repo(tmp_path / "team.git")
    team.begin("--bare")
    plain.git("remote", "add", "origin", str(team.top))
    plain.have(FIRST)
    plain.git("push", "-q", "origin", "main")
    assert main(["hook", "install", "--letters", FOLDER, "--fail-on", "lapsed,dropped"]) == ExitCode.DONE
    return plain


def test_a_push_is_stopped_for_what_it_brings(gated: Repo) -> None:
    gated.have(SECOND)
    said = gated.git("push", "-q", "origin", "main", code=1)
    assert said.startswith(
        f"tracker: this push brings 1 not mentioned since; read tracker audit '{gated.letters}' --rev "
    )
    gated.git("push", "-q", "--no-verify", "origin", "main")
    gated.git("commit", "-q", "--allow-empty", "-m", "nothing")
    gated.git("push", "-q", "origin", "main", "HEAD:refs/heads/new", "HEAD:refs/tags/v1")
    gated.git("push", "-q", "origin", ":refs/heads/new")


def test_a_new_branch_is_held_against_what_the_remote_has(gated: Repo) -> None:
    gated.have(SECOND)
    home = home_of(gated.top)
    before = commit_of(home, "HEAD~1")
    assert known_to(home, "origin", "HEAD") == before
    assert known_to(home, "origin", "HEAD~1") == before
    assert known_to(home, "/an/address/that/is/no/remote", "HEAD") is None


@pytest.mark.parametrize("allowed", [False, True])
def test_a_push_that_cannot_be_checked_is_stopped_unless_allowed(gated: Repo, allowed: bool) -> None:
    if allowed:
        words = ["hook", "install", "--letters", FOLDER, "--fail-on", "lapsed", "--allow-unchecked"]
        assert main(words) == ExitCode.DONE
    gated.have(SECOND)
    (gated.letters / "decisions.toml").write_text("no toml at all", encoding="utf-8")
    gated.git("add", ".")
    gated.git("commit", "-q", "-m", "faulty rulings")
    said = gated.git("push", "-q", "origin", "main", code=0 if allowed else 1)
    assert "this push was not checked (decisions.toml" in said
    assert ("--allow-unchecked" in said) is not allowed


def test_a_push_that_takes_the_letters_out_of_the_folder_that_is_watched_is_stopped(
    gated: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    gated.git("mv", FOLDER, "elders")
    gated.git("commit", "-q", "-m", "another folder")
    said = gated.git("push", "-q", "origin", "main", code=1)
    assert f"this push was not checked (no letters are left in {FOLDER}" in said
    assert main(["doctor", "elders"]) == ExitCode.GATE
    assert f"the hooks watch {FOLDER}, which is not there" in capsys.readouterr().out
    assert main(["hook", "install", "--letters", "elders", "--fail-on", "lapsed,dropped"]) == ExitCode.DONE
    gated.git("push", "-q", "origin", "main")


def test_a_push_of_a_letter_that_cannot_be_read_is_stopped_once(gated: Repo) -> None:
    (gated.letters / "scan.txt").write_bytes(bytes(range(256)) * 40)
    gated.git("add", ".")
    gated.git("commit", "-q", "-m", "a scan")
    assert "scan.txt" in gated.git("push", "-q", "origin", "main", code=1)
    gated.git("push", "-q", "--no-verify", "origin", "main")
    gated.git("commit", "-q", "--allow-empty", "-m", "nothing")
    gated.git("push", "-q", "origin", "main")


def test_a_tracker_that_is_gone_stops_a_push_unless_allowed(
    gated: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gated.have(SECOND)
    (tmp_path / "tracker").mkdir()
    (tmp_path / "tracker" / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert "'tracker hook install' mends this" in gated.git("push", "-q", "origin", "main", code=1)
    gated.git("config", "tracker.allow-unchecked", "true")
    gated.git("push", "-q", "origin", "main")


def test_the_no_of_an_existing_hook_stands(gated: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    hook = gated.hook("pre-push")
    hook.write_text('#!/bin/sh\nread -r line\necho "mine $1: $line"\nexit 7\n', encoding="utf-8")
    hook.chmod(0o755)
    assert main(["hook", "install", "--letters", FOLDER, "--fail-on", "lapsed"]) == ExitCode.DONE
    gated.git("commit", "-q", "--allow-empty", "-m", "nothing")
    assert "mine origin: refs/heads/main" in gated.git("push", "-q", "origin", "main", code=1)
    hook.with_name("pre-push.before-tracker").chmod(0o644)
    gated.git("push", "-q", "origin", "main")


def test_a_bare_repository_has_no_gate(tmp_path: Path, plain: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    team = Repo(tmp_path / "team.git")
    team.begin("--bare")
    monkeypatch.chdir(team.top)
    assert main(["hook", "install", "--fail-on", "lapsed"]) == ExitCode.USER
