"""Letters that Git LFS keeps elsewhere."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tracker.documents import load_collection
from tracker.documents.lfs import behind, git_of, is_pointer
from tracker.errors import CollectionError, LetterError

WORDS = b"In mei 2022 sturen wij u een plan.\n"
OID = sha256(WORDS).hexdigest()
PLACE = f"lfs/objects/{OID[:2]}/{OID[2:4]}/{OID}"


def pointer(oid: str = OID, size: int = len(WORDS)) -> bytes:
    """What stands in the place of a file."""
    return f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {size}\n".encode()


def keep(git: Path, data: bytes = WORDS) -> None:
    """Have a git directory keep something in the place of the words."""
    (git / PLACE).parent.mkdir(parents=True)
    (git / PLACE).write_bytes(data)


@pytest.mark.parametrize(
    "data", [b"In mei", b"", b"version https://git-lfs.github.com/spec/v1\noid sha256:../../x\nsize 1\n"]
)
def test_what_is_no_pointer_stays(data: bytes, tmp_path: Path) -> None:
    keep(tmp_path)
    assert behind(data, tmp_path, 99) == data


def test_content_is_taken_from_where_it_is_kept(tmp_path: Path) -> None:
    assert is_pointer(pointer())
    assert behind(pointer(), tmp_path, 99) == behind(pointer(), None, 99) == pointer()
    keep(tmp_path)
    assert behind(pointer(), tmp_path, 99) == WORDS


@pytest.mark.parametrize("kept", [WORDS.replace(b"2022", b"2023"), WORDS + b"\n", b""])
def test_other_content_is_refused(kept: bytes, tmp_path: Path) -> None:
    keep(tmp_path, kept)
    with pytest.raises(LetterError, match="git lfs fsck"):
        behind(pointer(), tmp_path, 99)


def test_another_size_and_a_large_one_are_refused(tmp_path: Path) -> None:
    keep(tmp_path)
    with pytest.raises(LetterError, match="git lfs fsck"):
        behind(pointer(size=5), tmp_path, 99)
    with pytest.raises(LetterError, match="too large"):
        behind(pointer(size=100), tmp_path, 99)


def test_the_git_directory_is_found_as_the_files_say(tmp_path: Path) -> None:
    common, own, tree = tmp_path / "main" / ".git", tmp_path / "main" / ".git" / "worktrees" / "t", tmp_path / "tree"
    own.mkdir(parents=True)
    (tree / "brieven").mkdir(parents=True)
    (tree / ".git").write_text(f"gitdir: {own}\n", encoding="utf-8")
    found = git_of(tree / "brieven")
    assert found is not None
    assert found == own
    (own / "commondir").write_text("../..\n", encoding="utf-8")
    found = git_of(tree / "brieven")
    assert found is not None
    assert found.resolve() == common
    (tree / ".git").write_bytes(b"gitdir: \xff\xfe")
    assert git_of(tree) is None


def test_a_folder_is_read_as_git_would_fill_it(tmp_path: Path) -> None:
    folder = tmp_path / "brieven"
    folder.mkdir()
    keep(tmp_path / ".git")
    (folder / "a.txt").write_bytes(pointer())
    (folder / "b.txt").write_bytes(pointer("0" * 64))
    assert [file.data for file in load_collection(folder).files] == [WORDS, pointer("0" * 64)]
    (tmp_path / ".git" / PLACE).write_bytes(WORDS.lower())
    collection = load_collection(folder)
    assert [row.path for row in collection.refused] == ["a.txt"]
    (folder / "letters.toml").write_bytes(pointer())
    with pytest.raises(CollectionError, match="git lfs fsck"):
        load_collection(folder)
