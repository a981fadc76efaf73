"""Which files a round wrote, and which a person changed since."""

from __future__ import annotations

from pathlib import Path

from tests.sources.server import Services, papers
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.sources.fetched_files import own_files, settled


def test_what_a_person_changed_is_theirs(services: Services, folder: Path) -> None:
    services.papers = papers(2)
    assert main(["fetch", "27923", "--into", str(folder)]) == ExitCode.DONE
    ours, yours = own_files(folder)
    assert {"kst-27923-1.xml", "kst-27923-2.xml", "letters.toml", ".fetched/state.json"} <= {*ours}
    assert yours == []
    for name in ("kst-27923-1.xml", "letters.toml"):
        path = folder / name
        path.write_bytes(path.read_bytes() + b"\n")
    (folder / "kst-27923-3.xml").write_bytes(b"mine")
    ours, yours = own_files(folder)
    assert sorted(yours) == ["kst-27923-1.xml", "letters.toml"]
    assert "kst-27923-3.xml" not in ours
    settled(folder)
    assert "letters.toml" in own_files(folder)[0], "git has it so"
