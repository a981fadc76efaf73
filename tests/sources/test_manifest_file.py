"""letters.toml in a folder: read whole, written by one hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.errors import CollectionError
from tracker.sources.manifest_file import alone, read_beside, write_manifest


def test_what_another_hand_wrote_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "letters.toml"
    assert read_beside(path) == ""
    write_manifest(tmp_path, "", "# one\n")
    with pytest.raises(CollectionError) as caught:
        write_manifest(tmp_path, "", "# two\n")
    assert caught.value.message.id == "source.manifest-changed"
    write_manifest(tmp_path, "# one\n", "# two\n")
    assert read_beside(path) == "# two\n"


def test_what_is_no_text_of_its_own_is_told(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xfd")
    (tmp_path / "link").symlink_to(tmp_path / "bytes")
    (tmp_path / "folder").mkdir()
    for name, told in (
        ("bytes", "collection.not-utf8"),
        ("link", "source.odd-folder"),
        ("folder", "source.odd-folder"),
    ):
        with pytest.raises(CollectionError) as caught:
            read_beside(tmp_path / name)
        assert caught.value.message.id == told


def test_one_hand_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.sources.manifest_file._LOCK", 0.05)
    with alone(tmp_path), pytest.raises(CollectionError) as caught, alone(tmp_path):
        pass
    assert caught.value.message.id == "source.under-way"
