"""A folder and the rulings beside its letters are found without any of it being read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tracker.errors import CollectionError
from tracker.open_collection import open_collection, rulings_of

RULING = """[[decision]]
ruling = "note"
value = "x"
who = "A"
when = 2024-01-01T00:00:00Z
why = "y"
quotes = [{ letter = "2024-01-01", quote = "Dit", hash = "00000000" }]
"""


def test_letters_and_rulings_are_found(tmp_path: Path) -> None:
    (tmp_path / "2024-01-01_brief.txt").write_text("Geachte voorzitter,\n", "utf-8")
    assert rulings_of(open_collection(tmp_path)) == ()
    (tmp_path / "decisions.toml").write_text(RULING, "utf-8")
    collection = open_collection(tmp_path)
    assert [file.path for file in collection.files] == ["2024-01-01_brief.txt"]
    assert [row.value for row in rulings_of(collection)] == ["x"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CollectionError):
        open_collection(tmp_path / "none")


@pytest.mark.parametrize("module", ["tracker.open_collection", "tui.app"])
def test_what_reads_letters_is_not_loaded_for_what_is_remembered(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"tracker.extraction", "tracker.linking", "tracker.pipeline", "http.client"} & set(told.stdout.split())
    assert module in told.stdout.split()


def test_what_links_letters_is_not_loaded_for_a_ruling_on_a_verdict() -> None:
    """That takes 6 MB more of a terminal over a thousand letters, which another process judges."""
    code = "import sys; from tui.reading_app import RULED_WITH; list(map(__import__, RULED_WITH)); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "tracker.status.counted_deadlines" in told
    assert not {"tracker.linking.linked_series", "tracker.alignment", "tracker.pipeline", "rapidfuzz"} & set(told)
