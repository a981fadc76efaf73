"""Where answers may be written: over no letter, ruling or file of git, and not where they would be read as a letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.errors import CollectionError
from tracker.export.file import save


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder of letters in a work tree, beside another one and a bare repository."""
    folder = tmp_path / "brieven"
    for place in ("brieven/2024", "brieven/.hidden", "other/in", "bare/objects", "copy/.GIT"):
        (tmp_path / place).mkdir(parents=True)
    for file in (folder / "one.txt", folder / "decisions.toml", tmp_path / "other" / "letters.toml"):
        file.write_text("kept", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("kept", encoding="utf-8")
    (tmp_path / "bare" / "HEAD").write_text("kept", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("brieven/one.txt")
    (tmp_path / "loop").symlink_to("loop")
    return folder


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("brieven/decisions.toml", "kept beside letters"),
        ("brieven/letters.toml", "kept beside letters"),
        ("brieven/learned.toml", "kept beside letters"),
        ("brieven/register.json", "kept beside letters"),
        ("brieven/Decisions.TOML", "kept beside letters"),
        ("letters.toml", "kept beside letters"),
        ("brieven/one.txt", "among letters"),
        ("brieven/2024/new.html", "among letters"),
        ("brieven/../brieven/new.PDF", "among letters"),
        ("other/in/new.txt", "among letters"),
        ("link.md", "among letters"),
        (".git/config", "git keeps its own"),
        (".git/hooks/post-commit", "git keeps its own"),
        ("tree/.git", "git keeps its own"),
        (".gitattributes", "git keeps its own"),
        ("copy/.GIT/config", "git keeps its own"),
        ("bare/HEAD", "git keeps its own"),
        ("nowhere/report.md", "cannot be written"),
        ("brieven", "cannot be written"),
        ("loop", "cannot be written"),
        ("n" * 300 + ".md", "cannot be written"),
    ],
)
def test_a_place_that_would_cost_something_is_refused(letters: Path, place: str, why: str) -> None:
    before = {path: path.read_bytes() for path in letters.parent.rglob("*") if path.is_file()}
    with pytest.raises(CollectionError, match=why):
        save(letters.parent / place, "answer", letters)
    assert {path: path.read_bytes() for path in letters.parent.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("place", ["report.html", "brieven/audit.csv", "brieven/.hidden/page.html"])
def test_any_other_place_is_written(letters: Path, place: str) -> None:
    save(letters.parent / place, "answer", letters)
    assert (letters.parent / place).read_text(encoding="utf-8") == "answer"
