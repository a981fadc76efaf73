"""Which files may be letters, and which paper one is named after."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tracker.sources.letter_files import files_in, is_same, names_paper


def test_hidden_files_and_others_are_no_letters(tmp_path: Path) -> None:
    for name in ("a.xml", ".b.xml", "c.toml", ".fetched/d.xml", "e/f.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", "utf-8")
    assert sorted(path.name for path in files_in(tmp_path)) == ["a.xml", "f.pdf"]


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("kst-27923-1.xml", True),
        ("2020_kst-27923-1.txt", True),
        ("kst-27923-12.xml", False),
        ("kst-27923-1-n1.xml", False),
        ("xkst-27923-1.xml", False),
    ],
)
def test_a_file_is_named_after_one_paper(name: str, named: bool) -> None:
    assert names_paper(name, "kst-27923-1") is named


def test_a_link_is_never_what_was_written(tmp_path: Path) -> None:
    path, link = tmp_path / "a.xml", tmp_path / "b.xml"
    path.write_bytes(b"x")
    link.symlink_to(path)
    digest = hashlib.sha256(b"x").hexdigest()
    assert is_same(path, digest)
    assert not is_same(link, digest)
    assert not is_same(path, "00")
    assert not is_same(tmp_path / "none.xml", digest)
