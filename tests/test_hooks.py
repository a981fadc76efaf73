"""The hooks in real repositories: what arrives is told, what was there is kept, and nothing stops git."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import havens
from tracker.cli import main
from tracker.errors import ExitCode

FIRST, SECOND, THIRD = havens.NAMES
MINE = b'#!/bin/sh\necho mine "$@"\nexit 3\n'
OLD, NEW, NEWEST = (
    "reports/2020-03-02-kst-12345-7.md",
    "reports/2021-09-01-kst-12345-9.md",
    "reports/2022-06-14-kst-12345-12.md",
)


class Repo:
    """A throwaway repository whose letters lie in a folder with a space and an accent."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.letters = top / "mijn brievën"

    def git(self, *words: str) -> str:
        """Run git, which must go well, and give everything it and the hooks say."""
        done = subprocess.run(
            ["git", *words], cwd=self.top, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        return done.stdout

    def bring(self, name: str) -> str:
        """Commit a letter, and give what the commit says."""
        havens.write(self.letters, name)
        self.git("add", str(self.letters))
        return self.git("commit", "-m", "a letter")

    def have(self, name: str) -> None:
        """Commit a letter that no hook hears of."""
        havens.write(self.letters, name)
        self.git("add", str(self.letters))
        self.git("-c", "core.hooksPath=/dev/null", "commit", "-m", "a letter")

    def reports(self) -> set[str]:
        return {path.relative_to(self.top).as_posix() for path in self.top.glob("reports/*")}


@pytest.fixture
def bare(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository without hooks of ours, as the current folder; what was read is remembered for all tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "read"))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
    monkeypatch.delenv("TRACKER_NO_CACHE")
    repo = Repo(tmp_path / "een répo")
    repo.top.mkdir()
    repo.git("init", "-q", "-b", "main")
    monkeypatch.chdir(repo.top)
    return repo


@pytest.fixture
def repo(bare: Repo, capsys: pytest.CaptureFixture[str]) -> Repo:
    """A repository with the hooks installed."""
    assert main(["hook", "install", "--letters", "mijn brievën"]) == ExitCode.DONE
    capsys.readouterr()
    return bare


def test_letters_by_commit_tell_the_story(repo: Repo) -> None:
    first = repo.bring(FIRST)
    assert "12 345, nr. 7 of 2020-03-02" in first
    assert "4 promised" in first
    assert OLD in first
    second = repo.bring(SECOND)
    assert "not mentioned  " in second
    assert "Veerverbindingen" in second
    assert second.count("\n") <= 13
    assert repo.reports() == {OLD, NEW}
    text = (repo.top / NEW).read_text(encoding="utf-8")
    assert text.startswith("# 12 345, nr. 9 of 2021-09-01: Havens\n")
    assert "## Postponed (1)" in text
    assert "schuift door naar eind 2023" in text
    assert repo.git("status", "--porcelain") == "?? reports/\n"


def test_letters_by_merge(repo: Repo) -> None:
    repo.have(FIRST)
    repo.git("branch", "old")
    repo.git("checkout", "-q", "-b", "side")
    repo.have(SECOND)
    repo.git("checkout", "-q", "main")
    repo.git("commit", "-q", "--allow-empty", "-m", "meanwhile")
    assert "12 345, nr. 9" in repo.git("merge", "--no-edit", "side")
    repo.git("checkout", "-q", "old")
    assert "12 345, nr. 9" in repo.git("merge", "--ff-only", "side")
    assert repo.reports() == {NEW}


def test_letters_by_rebase(repo: Repo) -> None:
    repo.have(FIRST)
    repo.git("checkout", "-q", "-b", "work")
    repo.git("commit", "-q", "--allow-empty", "-m", "one")
    (repo.top / "note.md").write_text("x", encoding="utf-8")
    repo.git("add", "note.md")
    repo.git("commit", "-q", "-m", "two")
    repo.git("checkout", "-q", "main")
    repo.have(SECOND)
    repo.git("checkout", "-q", "work")
    assert repo.git("rebase", "main").count("12 345, nr. 9 of") == 1
    assert repo.reports() == {NEW}


def test_a_rename_is_no_news_and_a_reprint_is(repo: Repo) -> None:
    repo.have(FIRST)
    repo.git("mv", f"mijn brievën/{FIRST}", "mijn brievën/haven.txt")
    renamed = repo.git("commit", "-m", "renamed")
    assert "is now called mijn brievën/haven.txt" in renamed
    assert "promised" not in renamed
    letter = repo.letters / "haven.txt"
    letter.write_text(letter.read_text(encoding="utf-8").replace("eind 2020", "eind 2021"), encoding="utf-8")
    repo.git("commit", "-a", "-m", "herdruk")
    text = (repo.top / OLD).read_text(encoding="utf-8")
    assert "a new version of haven.txt" in text
    assert r"\[-2020-\]{+2021+}" in text
    assert repo.reports() == {OLD}


def test_what_somebody_edited_stays(repo: Repo) -> None:
    repo.bring(FIRST)
    edited = (repo.top / OLD).read_text(encoding="utf-8") + "mijn opmerking\n"
    (repo.top / OLD).write_text(edited, encoding="utf-8")
    repo.git("commit", "--amend", "-q", "-m", "again")
    assert (repo.top / OLD).read_text(encoding="utf-8") == edited
    assert repo.reports() == {OLD, OLD.replace(".md", "-2.md")}


def test_hooks_that_run_at_once_write_one_report(repo: Repo) -> None:
    repo.have(FIRST)
    command = [sys.executable, "-P", "-m", "tracker", "hook", "run", "post-commit"]
    running = [subprocess.Popen(command, cwd=repo.top, text=True, stdout=subprocess.PIPE) for _ in range(3)]
    assert all(OLD in process.communicate()[0] for process in running)
    assert repo.reports() == {OLD}
    assert not (repo.top / ".git" / "tracker-hook.log").exists()


def test_nothing_to_tell_is_quick_and_silent(repo: Repo) -> None:
    repo.have(FIRST)

    def seconds() -> float:
        start = time.perf_counter()
        assert "12 345" not in repo.git("commit", "--allow-empty", "-m", "nothing")
        return time.perf_counter() - start

    assert any(seconds() < 0.5 for _ in range(5))


def test_an_existing_hook_runs_first_and_comes_back(bare: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    hook = bare.top / ".git" / "hooks" / "post-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes(MINE)
    hook.chmod(0o750)
    for _ in range(2):
        assert main(["hook", "install", "--letters", "mijn brievën"]) == ExitCode.DONE
        assert "post-commit   installed, after the hook that was there" in capsys.readouterr().out
    said = bare.bring(FIRST)
    assert said.index("mine") < said.index("12 345, nr. 7")
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    assert hook.read_bytes() == MINE
    assert hook.stat().st_mode & 0o777 == 0o750
    assert {path.name for path in hook.parent.iterdir() if path.suffix != ".sample"} == {"post-commit"}
    assert bare.git("config", "--local", "--list").count("tracker.") == 0
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    assert "no hook of the tracker" in capsys.readouterr().out


def test_two_hooks_of_others_are_not_guessed_at(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    hooks = repo.top / ".git" / "hooks"
    for name in ("post-commit", "post-commit.before-tracker"):
        (hooks / name).write_bytes(MINE)
    assert main(["hook", "install", "--letters", "mijn brievën"]) == ExitCode.USER
    assert "remove one of them" in capsys.readouterr().err
    assert (hooks / "post-commit").read_bytes() == MINE


def test_hooks_in_a_folder_of_their_own(bare: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    bare.git("config", "core.hooksPath", "mijn haken")
    assert main(["hook", "install", "--letters", "mijn brievën"]) == ExitCode.DONE
    assert (bare.top / "mijn haken" / "post-commit").is_file()
    assert "12 345, nr. 7" in bare.bring(FIRST)


def test_a_worktree_and_a_set_git_dir(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.have(FIRST)
    repo.git("worktree", "add", "-q", "../naast", "-b", "naast")
    beside = Repo(repo.top.parent / "naast")
    assert "12 345, nr. 9" in beside.bring(SECOND)
    assert beside.reports() == {NEW}
    assert repo.reports() == set()
    monkeypatch.setenv("GIT_DIR", str(repo.top / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(repo.top))
    assert "12 345, nr. 12" in repo.bring(THIRD)


def test_a_subfolder_is_as_good_a_place_to_commit(repo: Repo) -> None:
    havens.write(repo.letters, FIRST)
    repo.git("add", ".")
    assert "12 345, nr. 7" in repo.git("-C", "mijn brievën", "commit", "-m", "from within")
    assert repo.reports() == {OLD}


@pytest.mark.parametrize("fault", ["rulings", "folder", "link"])
def test_trouble_goes_to_a_log_and_stops_nothing(fault: str, repo: Repo, tmp_path: Path) -> None:
    if fault == "rulings":
        repo.letters.mkdir()
        (repo.letters / "decisions.toml").write_text("no toml at all", encoding="utf-8")
    elif fault == "folder":
        (repo.top / "reports").write_text("a file where the folder should be", encoding="utf-8")
    else:
        (repo.top / "reports").symlink_to(tmp_path, target_is_directory=True)
    said = repo.bring(FIRST)
    log = repo.top / ".git" / "tracker-hook.log"
    assert str(log) in said
    assert "Traceback" not in said
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert repo.git("log", "--format=%s").strip() == "a letter"
    assert not list(tmp_path.glob("*.md"))


def test_an_unreadable_letter_is_named(repo: Repo) -> None:
    repo.have(FIRST)
    (repo.letters / "scan.txt").write_bytes(bytes(range(256)) * 40)
    repo.git("add", ".")
    assert "scan.txt cannot be read" in repo.git("commit", "-m", "a scan")


def test_a_python_that_is_gone_stops_nothing(repo: Repo) -> None:
    hook = repo.top / ".git" / "hooks" / "post-commit"
    script = hook.read_text(encoding="utf-8")
    hook.write_text(script.replace(Path(sys.executable).as_posix(), "/nowhere/python"), encoding="utf-8")
    assert "'tracker hook install' mends this" in repo.bring(FIRST)
    assert main(["hook", "install", "--letters", "mijn brievën"]) == ExitCode.DONE
    assert hook.read_text(encoding="utf-8") == script


def test_a_push_to_a_bare_repository(bare: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    team = tmp_path / "team.git"
    bare.git("init", "-q", "--bare", "-b", "main", str(team))
    monkeypatch.chdir(team)
    assert main(["hook", "install", "--letters", "mijn brievën"]) == ExitCode.DONE
    bare.have(FIRST)
    bare.have(SECOND)
    assert "12 345, nr. 9" in bare.git("push", str(team), "main")
    assert {path.name for path in (team / "reports").iterdir()} == {Path(OLD).name, Path(NEW).name}
    assert bare.git("push", str(team), "main:refs/heads/side").count("12 345") == 0


def test_report_since_a_revision(bare: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    bare.have(FIRST)
    bare.have(SECOND)
    assert main(["report", "mijn brievën", "--since", "HEAD~1"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "12 345, nr. 9 of 2021-09-01" in out
    assert "nr. 7 of" not in out
    assert main(["report", "mijn brievën", "--since", "HEAD~1", "--until", "HEAD~1"]) == ExitCode.DONE
    assert "no letter came or changed" in capsys.readouterr().out
    assert main(["report", "mijn brievën", "--since", "no-such-rev"]) == ExitCode.USER
    assert main(["report", "mijn brievën", "--since", "HEAD~1", "--rev", "HEAD"]) == ExitCode.USER


def test_outside_a_repository_there_are_no_hooks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("install", "status", "uninstall"):
        assert main(["hook", command]) == ExitCode.USER
        assert "no git repository" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--letters", "--report-dir"])
def test_folders_outside_the_repository_are_refused(
    option: str, bare: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["hook", "install", option, ".."]) == ExitCode.USER
    assert option in capsys.readouterr().err
    assert not (bare.top / ".git" / "hooks" / "post-commit").exists()
