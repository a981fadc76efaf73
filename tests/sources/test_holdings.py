"""The folder of letters: what is written there, and what is never touched."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.sources.files import PDF
from tests.sources.server import PAGE, Sent, Services, official, papers
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.sources import holdings


def fetch(folder: Path) -> int:
    return main(["fetch", "27923", "--into", str(folder)])


@pytest.fixture(autouse=True)
def two(services: Services) -> None:
    services.papers = papers(2)


def test_a_path_through_a_link_removes_nothing_elsewhere(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "elsewhere" / "mine.pdf"
    kept.parent.mkdir()
    kept.write_bytes(b"x")
    folder.mkdir()
    (folder / "sub").symlink_to(kept.parent)
    facts = '[[letter]]\npath = "sub/mine.pdf"\npaper = "kst-27923-1"\nsha256 = "00"\n'
    (folder / "letters.toml").write_text(facts, "utf-8")
    assert fetch(folder) == ExitCode.DONE
    assert kept.exists()


@pytest.mark.parametrize("name", ["decisions.toml", "mine.txt"])
def test_a_path_that_is_no_fetched_paper_removes_nothing(folder: Path, name: str) -> None:
    folder.mkdir()
    (folder / name).write_text("# mine\n", "utf-8")
    facts = f'[[letter]]\npath = "{name}"\npaper = "kst-27923-1"\nsha256 = "00"\n'
    (folder / "letters.toml").write_text(facts, "utf-8")
    fetch(folder)
    assert (folder / name).read_text("utf-8") == "# mine\n"


def test_what_a_service_could_not_tell_then_it_tells_later(services: Services, folder: Path) -> None:
    services.faults["/odata/"] = lambda: Sent(PAGE)
    assert fetch(folder) == ExitCode.INCOMPLETE
    text = (folder / "letters.toml").read_text("utf-8").replace("Voortgang havens 1", "Mine")
    (folder / "letters.toml").write_text(text, "utf-8")
    services.faults.clear()
    assert fetch(folder) == ExitCode.DONE
    text = (folder / "letters.toml").read_text("utf-8")
    assert text.count('signatories = ["A. Minister"]') == 2
    assert 'title = "Mine"' in text, "what a person stated stands"


def test_an_odd_file_in_the_place_of_a_letter_or_of_the_facts_is_told(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services.papers = papers(1)
    folder.mkdir()
    os.mkfifo(folder / "kst-27923-1.xml")
    assert main(["fetch", "27923", "--into", str(folder)]) == ExitCode.INCOMPLETE
    assert "kst-27923-1.xml is no ordinary file" in capsys.readouterr().out
    (folder / "letters.toml").unlink()
    os.mkfifo(folder / "letters.toml")
    assert main(["fetch", "27923", "--into", str(folder)]) == ExitCode.USER
    assert "letters.toml is a link, or no ordinary file" in capsys.readouterr().err


def test_a_file_that_you_put_where_a_write_failed_is_yours(
    services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fetch(folder) == ExitCode.DONE
    services.papers = papers(3)
    place = folder / "kst-27923-3.xml"

    def full(path: Path, data: bytes | str, **more: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(holdings, "write_over", full)
        assert fetch(folder) == ExitCode.USER
    place.write_bytes(official(3, text="Mijn aantekening."))
    assert fetch(folder) == ExitCode.DONE
    assert b"Mijn aantekening" in place.read_bytes()


def test_what_you_had_yourself_comes_when_you_have_it_no_more(services: Services, folder: Path) -> None:
    """Though the services have nothing new."""
    folder.mkdir()
    mine = folder / "kst-27923-1.pdf"
    mine.write_bytes(PDF)
    for _ in range(2):
        assert fetch(folder) == ExitCode.DONE
        assert not (folder / "kst-27923-1.xml").exists()
    mine.unlink()
    assert fetch(folder) == ExitCode.DONE
    assert (folder / "kst-27923-1.xml").exists()
    services.asked.clear()
    assert fetch(folder) == ExitCode.DONE
    assert not any("gt" not in asked and "Document" in asked for asked in services.asked), "it is not asked in full"


def test_other_ends_of_lines_are_no_change_of_yours(services: Services, folder: Path) -> None:
    """Git may check a text out with them."""
    assert fetch(folder) == ExitCode.DONE
    path = folder / "kst-27923-1.xml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    services.papers[0].forms = {"xml": official(1, text="In mei 2026 volgt het rapport.")}
    services.papers[0].changed = "2025-01-01T00:00:00Z"
    assert fetch(folder) == ExitCode.DONE
    assert b"mei 2026" in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").replace(b"rapport", b"plan"))
    services.papers[0].changed = "2026-01-01T00:00:00Z"
    fetch(folder)
    assert b"plan" in path.read_bytes(), "a word is one"
