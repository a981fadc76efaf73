"""The hooks work wherever git does: what a renamed letter makes them say shows that they found their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repositories
from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.errors import ExitCode

pytestmark = pytest.mark.slow

FIRST, SECOND, _ = repositories.NAMES
RENAMED = f"{FOLDER}/{FIRST} is now called {FOLDER}/haven.txt"


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


def install(folder: str = FOLDER) -> None:
    assert main(["hook", "install", "--letters", folder]) == ExitCode.DONE


def rename(repo: Repo, *words: str) -> str:
    """Commit a letter under another name, and give what the commit says."""
    repo.git("mv", f"{FOLDER}/{FIRST}", f"{FOLDER}/haven.txt")
    return repo.git(*words, "commit", "-m", "renamed")


def test_hooks_in_a_folder_of_their_own(plain: Repo) -> None:
    plain.git("config", "core.hooksPath", "mijn haken")
    install()
    assert (plain.top / "mijn haken" / "post-commit").is_file()
    plain.have(FIRST)
    assert RENAMED in rename(plain)


def test_a_worktree_has_its_own_reports(repo: Repo) -> None:
    repo.have(FIRST)
    repo.git("worktree", "add", "-q", "../naast", "-b", "naast")
    beside = Repo(repo.top.parent / "naast")
    assert "12 345, nr. 9" in beside.bring(SECOND)
    assert beside.reports() == {"2021-09-01-kst-12345-9.md"}
    assert repo.reports() == set()


def test_a_submodule(plain: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain.have(FIRST)
    around = Repo(tmp_path / "eromheen")
    around.begin()
    around.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(plain.top), "déél")
    part = Repo(around.top / "déél")
    monkeypatch.chdir(part.top)
    install()
    assert (around.top / ".git" / "modules" / "déél" / "hooks" / "post-commit").is_file()
    assert RENAMED in rename(part)


def test_what_the_environment_tells_git(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"DIR": repo.top / ".git", "WORK_TREE": repo.top, "INDEX_FILE": tmp_path / "index"}.items():
        monkeypatch.setenv(f"GIT_{name}", str(value))
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", "'core.quotepath=true'")
    monkeypatch.chdir(tmp_path)
    assert main(["hook", "status"]) == ExitCode.DONE
    repo.have(FIRST)
    assert RENAMED in rename(repo)


def test_a_git_folder_elsewhere(tmp_path: Path, plain: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = Repo(tmp_path / "los")
    apart.begin("--separate-git-dir", str(tmp_path / "ergens anders.git"))
    monkeypatch.chdir(apart.top)
    install()
    apart.have(FIRST)
    assert RENAMED in rename(apart)


def test_the_whole_repository_is_a_collection_too(plain: Repo) -> None:
    install(".")
    plain.have(FIRST)
    assert RENAMED in rename(plain)


def test_a_subfolder_is_as_good_a_place_to_commit(repo: Repo) -> None:
    repo.have(FIRST)
    (repo.letters / "inhoud").mkdir()
    assert RENAMED in rename(repo, "-C", f"{FOLDER}/inhoud")
