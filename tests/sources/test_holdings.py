"""The folder of letters: what is written there, and what is never touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.sources.server import PAGE, Sent, Services, papers
from tracker.cli import main
from tracker.errors import ExitCode


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
