"""A folder of papers is opened for one round, and what an earlier one left half done is ours."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tracker.documents.manifest import MANIFEST, parse_manifest
from tracker.errors import CollectionError
from tracker.sources.fetch_state import KEPT, Memory, read_memory, write_memory
from tracker.sources.folder_session import opened

ENTRY = '[[letter]]\npath = "a.xml"\npaper = "kst-1-1"\nsha256 = "00"\n'


@pytest.mark.parametrize(
    ("told", "held", "here"),
    [("", b"new", False), (ENTRY, b"new", True), ("", b"mine", True), (ENTRY, b"mine", True)],
    ids=["new", "changed", "mine", "mine-changed"],
)
def test_what_is_half_told_is_tidied_up_and_what_is_yours_stays(
    tmp_path: Path, told: str, held: bytes, here: bool
) -> None:
    (tmp_path / KEPT).mkdir()
    (tmp_path / MANIFEST).write_text(told, "utf-8")
    (tmp_path / "a.xml").write_bytes(held)
    digest = hashlib.sha256(b"new").hexdigest()
    write_memory(tmp_path, Memory(writing="a.xml", written=digest))
    with opened(tmp_path) as holdings:
        assert (tmp_path / "a.xml").exists() is here
        assert bool(holdings.own("kst-1-1")) is False
    known = parse_manifest((tmp_path / MANIFEST).read_text("utf-8")).letters
    assert [row.sha256 == digest for row in known.values()] == ([held == b"new"] if told else [])
    assert read_memory(tmp_path).writing == ""


def test_one_round_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.sources.manifest_file._LOCK", 0.05)
    with opened(tmp_path), pytest.raises(CollectionError, match="another round is under way"), opened(tmp_path):
        pass


def test_a_file_where_memory_is_kept_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_bytes(b"mine")
    with pytest.raises(CollectionError, match=rf"{KEPT} is a link, or no ordinary"), opened(tmp_path):
        pass
    assert (tmp_path / KEPT).read_bytes() == b"mine"
