"""What is brought into the work tree is committed, and nothing else."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.throwaway_repo import Repo
from tracker.errors import ExitCode, HistoryError
from tracker.git.keep import cloned, commit_only, ignored, in_work_tree


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "clone")
    made.begin()
    made.letters.mkdir()
    return made


def test_files_are_committed_alone(repo: Repo) -> None:
    (repo.letters / "a[1].xml").write_text("a", "utf-8")
    (repo.letters / "a1.xml").write_text("mine", "utf-8")
    (repo.top / "other").write_text("b", "utf-8")
    repo.git("add", "other")
    made = commit_only(repo.letters, ["a[1].xml"], lambda _: "A letter", "T <t@example.org>")
    assert repo.git("show", "--format=%an %s", "--name-only", made).split("\n")[0] == "T A letter"
    assert "a1.xml" not in repo.git("ls-files")
    assert repo.git("diff", "--cached", "--name-only") == "other\n"
    assert commit_only(repo.letters, ["a[1].xml"], lambda _: "Again") == ""


def test_a_commit_is_called_after_what_it_holds(repo: Repo) -> None:
    """Not after files that are as they were, nor after those that are gone."""
    for name in ("a.xml", "b.xml"):
        (repo.letters / name).write_text(name, "utf-8")
    commit_only(repo.letters, ["a.xml", "b.xml"], " ".join)
    (repo.letters / "é.xml").write_text("new", "utf-8")
    (repo.letters / "b.xml").unlink()
    commit_only(repo.letters, ["a.xml", "b.xml", "é.xml"], " ".join)
    assert repo.git("log", "--format=%s", "-2").splitlines() == ["é.xml", "a.xml b.xml"]


def test_a_hook_that_says_no_is_told(repo: Repo) -> None:
    repo.hook("pre-commit").write_text("#!/bin/sh\necho no such day >&2; exit 1\n", "utf-8")
    repo.hook("pre-commit").chmod(0o755)
    (repo.letters / "a.xml").write_text("a", "utf-8")
    with pytest.raises(HistoryError, match="no such day"):
        commit_only(repo.letters, ["a.xml"], lambda _: "A letter")


def test_what_git_is_to_ignore_is_known(repo: Repo) -> None:
    """But for what it keeps all the same."""
    for name in ("a.xml", "b.xml", "c.txt"):
        (repo.letters / name).write_text("a", "utf-8")
    assert ignored(repo.letters, ["a.xml"]) == frozenset()
    commit_only(repo.letters, ["a.xml"], lambda _: "A letter")
    (repo.top / ".gitignore").write_text("*.xml\n", "utf-8")
    assert ignored(repo.letters, ["a.xml", "b.xml", "c.txt"]) == {"b.xml"}
    assert commit_only(repo.letters, [], lambda _: "Nothing") == ""


def test_a_folder_outside_is_none(tmp_path: Path, repo: Repo) -> None:
    assert in_work_tree(repo.letters)
    assert not in_work_tree(tmp_path)


def test_a_folder_that_git_does_not_trust_is_told(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(HistoryError, match="dubious ownership"):
        in_work_tree(repo.letters)


def test_a_repository_that_git_cannot_read_is_told(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repo.top / ".git" / "HEAD").write_text("x", "utf-8")
    with pytest.raises(HistoryError):
        in_work_tree(repo.letters)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(HistoryError):
        in_work_tree(repo.letters)
    assert not in_work_tree(tmp_path)


@pytest.mark.parametrize("listens", [True, False])
def test_a_remote_that_does_not_answer_holds_nobody(tmp_path: Path, listens: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"https://127.0.0.1:{silent.getsockname()[1]}/x.git"
        if not listens:
            silent.close()
        with pytest.raises(HistoryError, match="run the same command again") as caught:
            cloned(address, tmp_path, 0.3)
    assert caught.value.code is ExitCode.INCOMPLETE


def test_a_remote_that_is_not_on_this_machine_is_mended(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="mend it") as caught:
        cloned(str(tmp_path / "none"), tmp_path, 5)
    assert caught.value.code is ExitCode.USER


def test_what_you_stage_stays_and_what_git_has_is_kept_though_it_is_ignored_by_now(repo: Repo) -> None:
    (repo.letters / "sub").mkdir()
    for name in ("a.xml", "b.xml", "sub/c.xml"):
        (repo.letters / name).write_text("a", "utf-8")
    commit_only(repo.letters, ["a.xml", "b.xml", "sub/c.xml"], lambda _: "Letters")
    repo.git("rm", "-q", "--cached", str(repo.letters / "a.xml"))
    (repo.top / ".gitignore").write_text("sub/\n", "utf-8")
    (repo.letters / "sub/c.xml").write_text("b", "utf-8")
    assert commit_only(repo.letters, ["a.xml", "b.xml", "sub/c.xml"], " ".join)
    assert repo.git("log", "-1", "--format=%s") == "sub/c.xml\n"
    assert repo.git("diff", "--cached", "--name-status").startswith("D\t")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("MERGE_HEAD", "merge"),
        ("rebase-merge", "rebase"),
        ("CHERRY_PICK_HEAD", "cherry-pick"),
        ("BISECT_LOG", "bisect"),
    ],
)
def test_nothing_is_committed_into_work_that_is_half_done(repo: Repo, name: str, what: str) -> None:
    (repo.letters / "a.xml").write_text("a", "utf-8")
    half_done = repo.top / ".git" / name
    half_done.mkdir()
    with pytest.raises(HistoryError, match=f"while a {what} is under way in its repository; finish that"):
        commit_only(repo.letters, ["a.xml"], lambda _: "A letter")
    assert repo.git("diff", "--cached", "--name-only") == ""
    half_done.rmdir()
    assert commit_only(repo.letters, ["a.xml"], lambda _: "A letter")


def test_a_merge_with_conflicts_is_told_as_such(repo: Repo) -> None:
    """There git itself may fall over."""
    for branch in ("main", "other"):
        repo.git("checkout", "-q", "-B", branch)
        (repo.top / "a").write_text(branch, "utf-8")
        repo.git("add", "a")
        repo.git("commit", "-q", "-m", branch)
        if branch == "main":
            repo.git("branch", "begin")
    repo.git("checkout", "-q", "-B", "third", "begin")
    (repo.top / "a").write_text("third", "utf-8")
    repo.git("commit", "-q", "-a", "-m", "third")
    repo.git("merge", "other", code=1)
    (repo.letters / "a.xml").write_text("a", "utf-8")
    with pytest.raises(HistoryError, match="a merge is under way"):
        commit_only(repo.letters, ["a.xml"], lambda _: "A letter")
    assert "UU a" in repo.git("status", "--porcelain")
