"""What is looked at in a check-up; tests/commands/test_doctor.py has what is told of it."""

from __future__ import annotations

from pathlib import Path

from tests import repositories
from tracker.documents import load_collection, read_collection
from tracker.hooks.checkup import look


def test_a_letter_that_cannot_be_read_is_amiss_and_nothing_else(tmp_path: Path) -> None:
    folder = repositories.write(tmp_path / "brieven")
    (folder / "scan.txt").write_bytes(bytes(range(256)) * 40)
    collection = load_collection(folder)
    found = list(look(folder, collection, read_collection(collection)))
    assert [str(row.said).partition(":")[0] for row in found if row.amiss] == ["scan.txt"]
    assert any("no git repository" in str(row.said) for row in found)
