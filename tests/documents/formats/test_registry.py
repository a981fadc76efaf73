"""Every format is one row and one module; names, messages and trust follow the registry."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tracker.documents import load_collection, read_collection, read_letter
from tracker.documents.collection import named_like_letter
from tracker.documents.formats import plain, registry
from tracker.documents.formats.detect import detect_format
from tracker.documents.formats.registry import (
    READERS,
    REFUSED,
    InputFormat,
    RefusedFormat,
    fetched_formats,
    reader,
    refused_suffixes,
    suffixes,
    trust_in,
)
from tracker.documents.layout.blocks import LinearText
from tracker.documents.limits import Limits
from tracker.errors import CollectionError, LetterError
from tracker.sources import odata, sru

ROOT = Path(__file__).parents[3]
LETTER = b"LETTER! In oktober 2020 informeren we u over de veren."


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that nobody has: plain text behind a word."""

    def read(data: bytes, limits: Limits) -> LinearText:
        return plain.read(data.removeprefix(b"LETTER! "), limits)

    monkeypatch.setitem(sys.modules, "made_up_reader", SimpleNamespace(read=read))
    row = InputFormat(
        "made up", "made_up_reader", (".letter",), lambda sample: sample.head.startswith(b"LETTER!"), trust=5
    )
    for name in ("tracker.documents.formats.registry", "tracker.documents.formats.detect"):
        monkeypatch.setattr(f"{name}.READERS", [*READERS, row])
    monkeypatch.setattr("tracker.documents.collection.READERS", registry.READERS)


@pytest.mark.usefixtures("made_up")
def test_a_new_format_is_one_row(tmp_path: Path) -> None:
    (tmp_path / "a.letter").write_bytes(LETTER)
    letter = read_collection(load_collection(tmp_path)).letters[0]
    assert letter.text.startswith("In oktober")


@pytest.mark.usefixtures("made_up")
def test_a_new_format_has_its_place_among_files_of_one_paper(tmp_path: Path) -> None:
    (tmp_path / "a.letter").write_bytes(LETTER)
    (tmp_path / "a.txt").write_bytes(LETTER.removeprefix(b"LETTER! "))
    assert [letter.path for letter in read_collection(load_collection(tmp_path)).letters] == ["a.letter"]


@pytest.mark.usefixtures("made_up")
def test_a_folder_without_letters_names_the_formats(tmp_path: Path) -> None:
    usual = ", ".join(row.suffixes[0] for row in registry.READERS)
    assert usual.endswith(", .letter")
    with pytest.raises(CollectionError, match=re.escape(f"({usual})")):
        load_collection(tmp_path)


@pytest.mark.parametrize("row", READERS, ids=lambda row: row.name)
def test_every_module_keeps_the_protocol(row: InputFormat) -> None:
    assert list(inspect.signature(reader(row).read).parameters) == ["data", "limits"]
    assert row.suffixes
    assert all(re.fullmatch(r"\.[a-z]+", suffix) for suffix in row.suffixes)


def test_every_suffix_has_one_meaning() -> None:
    assert len(suffixes()) == sum(len(row.suffixes) for row in READERS)
    assert not suffixes() & refused_suffixes(pictures=True)
    assert refused_suffixes(pictures=True) - refused_suffixes(pictures=False) == set(REFUSED[-1].suffixes)


def test_what_was_refused_is_read_once_it_has_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module and a row are all: what tells people that they cannot have it asks the registry first."""
    rich = InputFormat("rich text", "rich_text", (".rtf",), lambda sample: sample.head.startswith(b"{\\rtf"))
    assert ".rtf" in refused_suffixes(pictures=False)
    with pytest.raises(LetterError):
        detect_format(b"{\\rtf1 tekst}")
    monkeypatch.setattr("tracker.documents.formats.detect.READERS", [*READERS, rich])
    assert detect_format(b"{\\rtf1 tekst}") is rich


def test_a_format_that_is_refused_is_one_row(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is told of a folder by the name of its files, and of its bytes with the remedy."""
    row = RefusedFormat("format.rtf", lambda sample: sample.head.startswith(b"WPC!"), (".wpd",), "wpd2docx FILE")
    for name in ("tracker.documents.formats.registry", "tracker.documents.formats.detect"):
        monkeypatch.setattr(f"{name}.REFUSED", [row, *REFUSED])
    (tmp_path / "a.wpd").write_bytes(b"WPC! een brief")
    (tmp_path / "b.txt").write_bytes(LETTER)
    (refused,) = read_collection(load_collection(tmp_path)).refused
    assert refused.path == "a.wpd"
    assert "wpd2docx FILE" in str(refused.reason)


def test_what_is_fetched_follows_the_registry() -> None:
    """The forms that services offer, what they call them, and whether a file came whole."""
    assert sru.FORMS == tuple(row.form for row in fetched_formats()) == ("xml", "docx", "odt", "pdf", "html")
    assert set(odata.TYPES.values()) == {"pdf", "docx", "odt"}
    assert not [row.name for row in fetched_formats() if row.is_whole(b"half")]


def test_pictures_are_letters_only_where_scans_are_looked_for() -> None:
    assert named_like_letter("A.PDF", scanned=False)
    assert named_like_letter("a.png")
    assert not named_like_letter("a.png", scanned=False)
    assert not named_like_letter("a.md")


def test_pre_commit_lists_no_formats() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert not {suffix for suffix in suffixes() if suffix.removeprefix(".") in re.findall(r"\w+", hooks)}


def test_no_two_formats_are_trusted_alike() -> None:
    """Which file of a paper is read never hangs on the names of the files."""
    assert len({row.trust for row in READERS}) == len(READERS)
    assert [trust_in(name) for name in ("a.XML", "a.htm", "a.txt", "a.md")] == [5, 4, 0, -1]


def test_a_reader_is_loaded_when_its_format_is_met() -> None:
    code = "import sys; from tracker.documents import read_letter; read_letter('a', b'Een brief.'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert not set(done.stdout.split()) & {"docx", "lxml", "pypdfium2"}


def test_the_name_of_a_file_proves_nothing() -> None:
    assert read_letter("a.pdf", b"<html><p>Een brief.</p></html>").text.strip() == "Een brief."
