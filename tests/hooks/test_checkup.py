"""What is looked at in a check-up; tests/commands/test_doctor.py has what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests import repositories
from tests.commands.test_doctor import POINTER
from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.documents import load_collection
from tracker.errors import CollectionError, ExitCode
from tracker.extraction.learned.weights import weights_of
from tracker.hooks import checkup
from tracker.hooks.checkup import look

pytestmark = pytest.mark.slow


def amiss(folder: Path) -> list[str]:
    return [str(row.said).partition(":")[0] for row in look(folder, partial(load_collection, folder)) if row.amiss]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repositories.write(tmp_path / "brieven")


def test_a_letter_that_cannot_be_read_is_amiss_and_nothing_else(folder: Path) -> None:
    (folder / "scan.txt").write_bytes(bytes(range(256)) * 40)
    assert amiss(folder) == ["scan.txt"]
    found = look(folder, partial(load_collection, folder))
    assert any("no git repository" in str(row.said) for row in found)


def test_letters_that_are_all_elsewhere_are_each_told(folder: Path) -> None:
    for path in folder.glob("*.*"):
        path.write_text(POINTER, encoding="utf-8")
    names = sorted(path.name for path in folder.glob("*.txt"))
    (folder / "letters.toml").unlink(missing_ok=True)
    assert amiss(folder) == names


@pytest.mark.parametrize("name", ["letters.toml", "decisions.toml", "learned.toml", "register.json"])
@pytest.mark.parametrize(
    ("content", "remedy"),
    [(POINTER.encode(), "git lfs pull"), (b"<<<<<<< een\n", ""), (b"\xff\xfe", "UTF-8")],
    ids=["elsewhere", "torn", "no text"],
)
def test_a_broken_file_beside_the_letters_keeps_nothing_else_from_being_looked_at(
    folder: Path, name: str, content: bytes, remedy: str
) -> None:
    (folder / name).write_bytes(content)
    found = list(look(folder, partial(load_collection, folder)))
    (told,) = (str(row.said) for row in found if row.amiss)
    assert name in told
    assert remedy in told
    assert any("language" in str(row.said) for row in found)


def test_weights_that_cannot_be_read_are_amiss(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> None:
        with weights_of("kinds.npz"):
            (folder / "kinds.npz").read_bytes()

    monkeypatch.setattr(checkup, "load_kinds", lost)
    assert [said.partition(" of the tracker")[0] for said in amiss(folder)] == ["the file kinds.npz"]


def test_a_letter_that_is_stated_and_not_there(folder: Path) -> None:
    with (folder / "letters.toml").open("a", encoding="utf-8") as manifest:
        manifest.write('\n[[letter]]\npath = "zoek.txt"\n')
    found = look(folder, partial(load_collection, folder))
    (told,) = (str(row.said) for row in found if row.amiss)
    assert "zoek.txt" in told
    assert "take its table out" in told


def unset(name: str) -> Callable[[Repo], object]:
    return lambda repo: repo.git("config", "--local", "--unset-all", name)


def section_gone(repo: Repo) -> None:
    repo.git("config", "--local", "--remove-section", "tracker")


def another_driver(repo: Repo) -> None:
    repo.git("config", "--local", "merge.tracker-rulings.driver", "true")


def no_attributes(repo: Repo) -> None:
    (repo.top / ".git" / "info" / "attributes").unlink()


@pytest.mark.parametrize(
    ("lose", "told", "remedy"),
    [
        pytest.param(unset("merge.tracker-rulings.driver"), "rulings of two branches", "hook install", id="no driver"),
        pytest.param(another_driver, "rulings of two branches", "hook install", id="another driver"),
        pytest.param(no_attributes, "rulings of two branches", "hook install", id="no attributes"),
        pytest.param(unset("tracker.letters"), "post-commit, post-merge", "hook uninstall", id="no letters"),
        pytest.param(section_gone, "post-commit, post-merge", "hook uninstall", id="no section"),
    ],
)
def test_what_git_forgot_is_amiss(repo: Repo, lose: Callable[[Repo], object], told: str, remedy: str) -> None:
    repo.have(repositories.NAMES[0])
    assert main(["hook", "catch-up"]) == ExitCode.DONE
    assert amiss(repo.letters) == []
    lose(repo)
    found = [str(row.said) for row in look(repo.letters, partial(load_collection, repo.letters)) if row.amiss]
    assert any(told in said and remedy in said for said in found)
    assert main(["hook", "install", "--letters", FOLDER]) == ExitCode.DONE
    assert amiss(repo.letters) == []


def without_head(git: Path) -> None:
    git.mkdir()
    (git / "config").touch()


def to_nowhere(git: Path) -> None:
    git.write_text("gitdir: /nergens/.git\n", encoding="utf-8")


def linked_to_nowhere(git: Path) -> None:
    git.symlink_to("/nergens")


@pytest.mark.parametrize("inside", [False, True], ids=["alone", "in a repository"])
@pytest.mark.parametrize("make", [without_head, to_nowhere, linked_to_nowhere])
def test_a_repository_that_git_cannot_open_is_amiss(
    tmp_path: Path, make: Callable[[Path], None], *, inside: bool
) -> None:
    if inside:
        Repo(tmp_path / "buiten").begin()
    folder = repositories.write(tmp_path / "buiten" / "brieven")
    make(folder / ".git")
    found = list(look(folder, partial(load_collection, folder)))
    (told,) = (str(row.said) for row in found if row.amiss)
    assert told.startswith(f"git cannot open {folder / '.git'} (")
    assert "fresh clone" in told


def test_where_no_letters_are_nothing_is_looked_at(tmp_path: Path) -> None:
    with pytest.raises(CollectionError):
        list(look(tmp_path / "nergens", partial(load_collection, tmp_path / "nergens")))


@pytest.mark.parametrize("word", ["install", "uninstall"])
def test_a_hook_that_another_tool_moved_aside_is_told_and_removed(repo: Repo, word: str) -> None:
    """As lefthook leaves them: ours beside its own, and after it is uninstalled alone."""
    repo.have(repositories.NAMES[0])
    aside, of_another = repo.hook("post-commit.old"), repo.hook("pre-commit.old")
    repo.hook().rename(aside)
    of_another.write_text("#!/bin/sh\n", encoding="utf-8")
    assert "post-commit.old among the hooks is of the tracker" in " ".join(
        str(row.said) for row in look(repo.letters, partial(load_collection, repo.letters)) if row.amiss
    )
    letters = ["--letters", FOLDER] if word == "install" else []
    assert main(["hook", word, *letters]) == ExitCode.DONE
    assert not aside.exists()
    assert of_another.exists()
    assert repo.hook().exists() == (word == "install")


def test_what_was_there_before_comes_back_where_another_tool_took_ours_away(plain: Repo) -> None:
    plain.hook().write_text("#!/bin/sh\necho mine\n", encoding="utf-8")
    assert main(["hook", "install", "--letters", FOLDER]) == ExitCode.DONE
    plain.hook().unlink()
    assert main(["hook", "uninstall"]) == ExitCode.DONE
    assert "mine" in plain.hook().read_text(encoding="utf-8")


def not_called(repo: Repo) -> None:
    repo.hook().write_text("call_lefthook run post-commit\n", encoding="utf-8")
    main(["hook", "install"])


def of_another(repo: Repo) -> None:
    repo.hook().write_text("#!/bin/sh\n", encoding="utf-8")


def of_another_version(repo: Repo) -> None:
    with repo.hook().open("a", encoding="utf-8") as hook:
        hook.write("# a line more\n")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(not_called, "not called yet by lefthook", id="not called"),
        pytest.param(of_another, "replaced by another's", id="replaced"),
        pytest.param(of_another_version, "installed by another version", id="of another version"),
        pytest.param(lambda repo: repo.hook().unlink(), "gone", id="gone"),
        pytest.param(lambda repo: repo.hook().chmod(0o644), "may not be executed", id="not executable"),
    ],
)
def test_a_hook_out_of_force_is_told_with_one_remedy(
    change: Callable[[Repo], None], told: str, repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    repositories.write(repo.letters)
    change(repo)
    capsys.readouterr()
    assert main(["hook", "status"]) == ExitCode.DONE
    status = capsys.readouterr().out.splitlines()[0]
    (doctor,) = (
        str(row.said)
        for row in look(repo.letters, partial(load_collection, repo.letters))
        if "post-commit" in str(row.said)
    )
    for said in (status, doctor):
        assert told in said
        assert said.count("'tracker hook install'") == 1


@pytest.mark.parametrize("in_the_way", ["cache", "cache/progress-letter-tracker/read.sqlite/x"])
def test_where_nothing_can_be_remembered_is_told(
    in_the_way: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / in_the_way
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    monkeypatch.delenv("TRACKER_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (told,) = (str(row.said) for row in look(folder, partial(load_collection, folder)) if row.amiss)
    assert "cannot be remembered" in told
    assert "read.sqlite" in told
    monkeypatch.setenv("TRACKER_NO_CACHE", "1")
    assert amiss(folder) == []
