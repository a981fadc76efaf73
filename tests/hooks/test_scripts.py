"""Hooks come and go, and leave everything else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repositories
from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.hooks.scripts import ALL, script

pytestmark = pytest.mark.slow

FIRST = repositories.NAMES[0]
MINE = b'#!/bin/sh\r\n# met een regel van Windows\necho mine "$@"\nexit 3\n'
BASHISMS = ("[[", "]]", "function ", "<<<", "<(", "==", "echo -e", "$'", "&>", "|&", "{1..")


def install(*words: str) -> None:
    assert main(["hook", "install", "--letters", FOLDER, *words]) == ExitCode.DONE


def files(repo: Repo) -> dict[str, bytes]:
    """Everything in the folder of hooks but git's own samples."""
    return {path.name: path.read_bytes() for path in repo.hook().parent.iterdir() if path.suffix != ".sample"}


@pytest.mark.parametrize("name", ALL)
def test_a_script_is_understood_everywhere(name: str) -> None:
    text = script(name)
    assert text.startswith("#!/bin/sh\n")
    assert not [sign for sign in (*BASHISMS, "\r", "\t") if sign in text]
    assert f" hook run {name} " in text


def test_what_is_written_has_no_windows_line_ends(repo: Repo) -> None:
    assert all(b"\r" not in data for data in files(repo).values())
    assert set(files(repo)) == {"post-commit", "post-merge", "post-rewrite"}


def test_an_existing_hook_runs_first_and_comes_back(plain: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    hook = plain.hook()
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes(b'#!/bin/sh\necho mine "$@"\nexit 3\n')
    hook.chmod(0o750)
    before = files(plain)
    for _ in range(2):
        install()
        assert "post-commit   installed, after the hook that was there" in capsys.readouterr().out
    said = plain.bring(FIRST)
    assert said.index("mine") < said.index("12 345, nr. 7")
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    assert files(plain) == before
    assert hook.stat().st_mode & 0o777 == 0o750
    assert plain.git("config", "--local", "--list").count("tracker.") == 0
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    assert "no hook of the tracker" in capsys.readouterr().out


def test_a_hook_that_is_not_executable_stays_so(plain: Repo) -> None:
    hook = plain.hook()
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes(MINE)
    hook.chmod(0o640)
    install()
    assert "mine" not in plain.git("commit", "-q", "--allow-empty", "-m", "x")
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    assert (hook.read_bytes(), hook.stat().st_mode & 0o777) == (MINE, 0o640)


def test_other_options_hold_from_then_on(plain: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    install()
    first = files(plain)
    install("--html", "--fail-on", "slipped,dropped", "--report-dir", "verslagen")
    assert set(files(plain)) == {*first, "pre-push"}
    capsys.readouterr()
    assert main(["hook", "status"]) == ExitCode.DONE
    told = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines() if "fails" not in line)
    assert told["reports"] == "verslagen, as md and html"
    assert told["pre-push"] == "installed"
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    install()
    assert files(plain) == first
    assert "absent" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["post-commit", "pre-push"])
def test_what_another_tool_took_away_comes_back_as_it_was_asked_for(
    name: str, plain: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--html", "--lang", "nl", "--fail-on", "dropped,late", "--allow-unchecked", "--report-dir", "verslagen")
    install(*asked)
    settings = plain.git("config", "--local", "--get-regexp", "^tracker")
    plain.hook(name).write_bytes(MINE)
    capsys.readouterr()
    assert main(["hook", "status"]) == ExitCode.DONE
    assert f"{name:<13} replaced by another's" in capsys.readouterr().out
    assert main(["hook", "install"]) == ExitCode.DONE
    assert f"{name:<13} installed, after the hook that was there" in capsys.readouterr().out
    assert plain.git("config", "--local", "--get-regexp", "^tracker") == settings
    install("--fail-on", "slipped")
    told = plain.git("config", "--local", "--get-regexp", "^tracker")
    assert "tracker.fail-on slipped\n" in told
    assert "tracker.reports verslagen\n" in told
    assert "tracker.also html\n" in told


def test_two_hooks_of_others_are_not_guessed_at(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("post-commit", "post-commit.before-tracker"):
        repo.hook(name).write_bytes(MINE + name.encode())
    assert main(["hook", "install", "--letters", FOLDER]) == ExitCode.USER
    assert "remove one of them" in capsys.readouterr().err
    assert repo.hook().read_bytes() == MINE + b"post-commit"


def test_a_python_that_is_gone_stops_nothing(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.git("config", "tracker.python", "/nowhere/python")
    assert "'tracker hook install' mends this" in repo.bring(FIRST)
    assert main(["hook", "status"]) == ExitCode.DONE
    assert "post-commit   installed by another version" in capsys.readouterr().out
    install()
    assert "post-commit   installed\n" in capsys.readouterr().out


def test_nothing_to_tell_is_silent_and_waits_for_no_python(repo: Repo) -> None:
    repo.bring(FIRST)
    lines = repo.hook().read_text(encoding="utf-8").splitlines()
    lines[1:1] = ["echo the hook runs"]
    repo.hook().write_text("\n".join(lines) + "\n", encoding="utf-8")
    repo.git("config", "tracker.python", "/nowhere/python")
    said = repo.git("commit", "--allow-empty", "-m", "nothing")
    assert "the hook runs" in said
    assert "tracker" not in said


def test_outside_a_repository_there_are_no_hooks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("install", "status", "uninstall"):
        assert main(["hook", command]) == ExitCode.USER
        assert "no git repository" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["--letters", ".."], "--letters", id="letters outside"),
        pytest.param(["--report-dir", ".."], "--report-dir", id="reports outside"),
        pytest.param(["--letters", ".", "--html"], "read as a letter", id="pages among the letters"),
        pytest.param(["--fail-on", "shifted"], "no kind of finding", id="an unknown kind"),
    ],
)
def test_what_cannot_be_had(words: list[str], told: str, plain: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hook", "install", *words]) == ExitCode.USER
    assert told in capsys.readouterr().err
    assert not plain.hook().exists()


def test_a_hook_that_may_not_be_executed_is_told_and_mended(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.hook().chmod(0o644)
    assert main(["hook", "status"]) == ExitCode.DONE
    assert "may not be executed" in capsys.readouterr().out
    install()
    assert main(["hook", "status"]) == ExitCode.DONE
    assert "may not be executed" not in capsys.readouterr().out
    assert "12 345, nr. 7" in repo.bring(FIRST)
