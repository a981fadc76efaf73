"""Hooks beside those of other tools: both run, or the line that is missing is told; the real tools where they are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests import repositories
from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.errors import ExitCode

FIRST, SECOND, THIRD = repositories.NAMES


def tool(name: str, *words: str, at: Path) -> None:
    """Run a tool of another maker, or skip the test where it is not installed."""
    place = shutil.which(name)
    if place is None:
        pytest.skip(f"{name} is not installed here")
    subprocess.run([place, *words], cwd=at, check=True, capture_output=True)


def install(code: ExitCode = ExitCode.DONE) -> None:
    assert main(["hook", "install", "--letters", FOLDER]) == code


def status(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["hook", "status"]) == ExitCode.DONE
    return capsys.readouterr().out


def line_for(name: str, said: str) -> str:
    """The line that is to be added for a hook, from what the installation printed."""
    return next(line for line in said.splitlines() if f"tracker-hooks/{name};" in line)


def follow(path: Path, line: str, *, mine: str = "echo mine") -> None:
    """Have a hook of one's own with a line in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{mine}\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def both_tell(repo: Repo, *names: str) -> None:
    """A commit of letters is told by the other tool and by us."""
    said = repo.bring(*names)
    assert "mine" in said
    assert "12 345, nr. " in said


@pytest.mark.parametrize("where", ["global", "elsewhere", "tracked"])
def test_a_folder_of_hooks_that_is_not_ours(
    where: str, plain: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hooks = plain.top / "haken" if where == "tracked" else tmp_path / "haken"
    follow(hooks / "post-commit", "")
    before = (hooks / "post-commit").read_bytes()
    if where == "global":
        (tmp_path / "config").write_text(f'[core]\n\thooksPath = "{hooks}"\n', encoding="utf-8")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    else:
        plain.git("config", "core.hooksPath", "haken" if where == "tracked" else str(hooks))
    if where == "tracked":
        plain.git("add", ".")
        plain.git("commit", "-q", "-m", "hooks")
    install(ExitCode.USER)
    line = line_for("post-commit", capsys.readouterr().out)
    assert (hooks / "post-commit").read_bytes() == before
    assert [path.name for path in hooks.iterdir()] == ["post-commit"]
    assert "post-commit   not called yet" in status(capsys)
    follow(hooks / "post-commit", line)
    assert "post-commit   installed, called by" in status(capsys)
    both_tell(plain, FIRST)
    assert str(plain.top.parent) not in line
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    assert "tracker-hooks" in (hooks / "post-commit").read_text(encoding="utf-8")
    assert "12 345" not in plain.bring(SECOND)


def test_an_empty_path_of_hooks_is_refused(plain: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    plain.git("config", "core.hooksPath", "")
    install(ExitCode.USER)
    assert "git config --unset core.hooksPath" in capsys.readouterr().err
    assert not (plain.top / "post-commit").exists()


def test_nothing_of_one_machine_stands_in_a_script(repo: Repo) -> None:
    for path in repo.hook().parent.glob("post-*"):
        assert "python3" not in path.read_text(encoding="utf-8") or path.suffix == ".sample"
        assert "/home" not in path.read_text(encoding="utf-8")


def test_a_hook_that_is_replaced_is_told_and_mended(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    follow(repo.hook(), "")
    assert "post-commit   replaced by another's" in status(capsys)
    install()
    assert "post-commit   installed, after the hook that was there" in status(capsys)
    both_tell(repo, FIRST)


def test_husky(plain: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    (plain.top / "package.json").write_text("{}", encoding="utf-8")
    tool("husky", at=plain.top)
    follow(plain.top / ".husky" / "post-commit", "")
    install(ExitCode.USER)
    said = capsys.readouterr().out
    assert "Add to .husky/post-commit:" in said
    both_tell_first = plain.bring(FIRST)
    assert "mine" in both_tell_first
    assert "12 345" not in both_tell_first
    follow(plain.top / ".husky" / "post-commit", line_for("post-commit", said))
    both_tell(plain, SECOND)
    tool("husky", at=plain.top)
    both_tell(plain, THIRD)
    assert "post-commit   installed, called by husky" in status(capsys)


def test_lefthook(plain: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    yaml = plain.top / "lefthook.yml"
    yaml.write_text("post-commit:\n  commands:\n    own:\n      run: echo mine\n", encoding="utf-8")
    tool("lefthook", "install", at=plain.top)
    install(ExitCode.USER)
    said = capsys.readouterr().out
    assert "Add to lefthook.yml:" in said
    added = said[said.index("post-commit:\n") :].replace("post-commit:\n  commands:\n", "")
    yaml.write_text(yaml.read_text(encoding="utf-8") + added, encoding="utf-8")
    both_tell(plain, FIRST)
    assert "post-commit   installed, called by lefthook" in status(capsys)
    assert "post-merge    installed\n" in status(capsys)


@pytest.mark.parametrize("first", ["pre-commit", "tracker"])
def test_pre_commit(first: str, plain: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever was first: both run, also after pre-commit is installed once more; uninstalling leaves the other."""
    entry = "{id: own, name: own, entry: echo mine, language: system, always_run: true, verbose: true}"
    rows = f"repos:\n- repo: local\n  hooks:\n  - {entry}\ndefault_stages: [post-commit]\n"
    (plain.top / ".pre-commit-config.yaml").write_text(rows, encoding="utf-8")
    words = ("install", "--hook-type", "post-commit")
    if first == "tracker":
        install()
    tool("pre-commit", *words, at=plain.top)
    install()
    both_tell(plain, FIRST)
    tool("pre-commit", *words, at=plain.top)
    both_tell(plain, SECOND)
    assert "post-commit   installed\n" in status(capsys)
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    said = plain.bring(THIRD)
    assert "mine" in said
    assert "12 345" not in said
