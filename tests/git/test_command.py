"""Git is run as it is, in the folder that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.git.command import GitError, git, said


def test_the_folder_alone_says_which_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        git(tmp_path / name, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "two" / ".git"))
    words = ("rev-parse", "--absolute-git-dir")
    assert said(tmp_path / "one", *words) == str(tmp_path / "two" / ".git")
    assert said(tmp_path / "one", *words, alone=True) == str(tmp_path / "one" / ".git")


@pytest.mark.parametrize("word", ["no-such-verb", "a\0b"])
def test_a_no_is_an_error_with_what_git_said(tmp_path: Path, word: str) -> None:
    with pytest.raises(GitError, match=r"not a git command|null byte"):
        git(tmp_path, word)


def test_where_git_says_nothing_a_sentence_tells_what_may_be() -> None:
    assert GitError("").told.id == "git.silent"
    assert GitError("fatal: no").told.id == "git.says"
