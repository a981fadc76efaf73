"""What is looked at in a check-up; tests/commands/test_doctor.py has what is told of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests import repositories
from tests.commands.test_doctor import POINTER
from tracker.documents import load_collection
from tracker.errors import CollectionError
from tracker.hooks.checkup import look


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
    assert "language" in str(found[-3].said)


def test_where_no_letters_are_nothing_is_looked_at(tmp_path: Path) -> None:
    with pytest.raises(CollectionError):
        list(look(tmp_path / "nergens", partial(load_collection, tmp_path / "nergens")))
