"""Where answers may be written: over no letter, ruling or file of git, and not where they would be read as a letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.errors import CollectionError
from tracker.export.file import save
from tracker.render import html_page, rappel_docx
from tracker.views.content import SheetContent
from tracker.views.rappel import RappelContent

LETTER = "Den Haag, 12 maart 2024\n\nGeachte voorzitter,\n\nIn mei stuur ik u het plan.\n"
ANSWERS = {
    "report.txt": [b"answer", b"another"],
    "report.html": [html_page.write(SheetContent(())).encode(), b"<!doctype html><title>another</title>"],
    "rappel.docx": [rappel_docx.write(RappelContent((), None)), b"another"],
}
"""What is written in turn to a file of each name."""


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder of letters in a work tree, beside another one and a bare repository."""
    folder = tmp_path / "brieven"
    places = (
        "2024",
        ".hidden",
        "../other/in",
        "../ruled/in",
        "../plain/in",
        "../papers",
        "../bare/objects",
        "../copy/.GIT",
    )
    for place in places:
        (folder / place).mkdir(parents=True)
    marks = (tmp_path / "other" / "letters.toml", tmp_path / "ruled" / "decisions.toml")
    for file in (folder / "one.txt", folder / "decisions.toml", *marks, tmp_path / "papers" / "requirements.txt"):
        file.write_text("kept", encoding="utf-8")
    (tmp_path / "plain" / "brief.txt").write_text(LETTER, encoding="utf-8")
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
        ("brieven/one.txt", "did not write"),
        ("brieven/2024/new.html", "among letters"),
        ("brieven/../brieven/new.PDF", "among letters"),
        ("other/in/new.txt", "among letters"),
        ("link.md", "did not write"),
        ("plain/brief.txt", "did not write"),
        ("papers/requirements.txt", "did not write"),
        ("plain/new.html", "among letters"),
        ("plain/in/new.html", "among letters"),
        ("ruled/in/new.docx", "among letters"),
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


@pytest.mark.parametrize(
    "place",
    [
        *("report.html", "brieven/audit.csv", "brieven/.hidden/page.html", "plain/audit.csv", "plain/.in/page.html"),
        *("papers/report.html", "plain/in/deep/report.html"),
    ],
)
def test_any_other_place_is_written(letters: Path, place: str) -> None:
    (letters.parent / place).parent.mkdir(parents=True, exist_ok=True)
    save(letters.parent / place, "answer", letters)
    assert (letters.parent / place).read_text(encoding="utf-8") == "answer"


def test_letters_above_what_is_read_are_no_reason_against_the_folder_between(letters: Path) -> None:
    (letters.parent / "brief.txt").write_text(LETTER, encoding="utf-8")
    (letters.parent / "between" / "brieven").mkdir(parents=True)
    save(letters.parent / "between" / "report.html", "answer", letters.parent / "between" / "brieven")
    with pytest.raises(CollectionError, match="among letters"):
        save(letters.parent / "report.html", "answer", letters)


def test_what_was_written_before_is_written_over(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_NO_CACHE")
    for name, answers in ANSWERS.items():
        for answer in answers:
            save(letters.parent / name, answer, letters)
        assert (letters.parent / name).read_bytes() == answers[-1]
    (letters.parent / "report.txt").write_text("edited", encoding="utf-8")
    with pytest.raises(CollectionError, match="did not write"):
        save(letters.parent / "report.txt", "answer", letters)


def test_a_page_and_a_document_say_themselves_who_made_them(letters: Path) -> None:
    for name in ("report.html", "rappel.docx"):
        for answer in ANSWERS[name]:
            save(letters.parent / name, answer, letters)
        assert (letters.parent / name).read_bytes() == ANSWERS[name][-1]
