"""What services correct in what they said of a paper reaches letters.toml, and no word of a person is lost."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from tests.sources.files import pdf
from tests.sources.server import PAGE, Paper, Sent, Services, official
from tracker.cli import main
from tracker.documents.manifest import ManifestEntry, parse_manifest
from tracker.errors import ExitCode

MARCH, APRIL = dt.date(2024, 3, 1), dt.date(2024, 4, 1)


def fetch(folder: Path, code: ExitCode = ExitCode.DONE) -> None:
    assert main(["fetch", "27923", "--into", str(folder)]) == code


def facts(folder: Path) -> ManifestEntry:
    (entry,) = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters.values()
    return entry


def state(folder: Path, before: str, after: str) -> None:
    path = folder / "letters.toml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


@pytest.fixture
def paper(services: Services, folder: Path) -> Paper:
    """A paper that was fetched."""
    one = Paper(1, day=MARCH, forms={"xml": official(1, MARCH)})
    services.papers = [one]
    fetch(folder)
    return one


def correct(paper: Paper, title: str, day: dt.date, changed: str) -> None:
    paper.title, paper.day, paper.changed = title, day, changed


def test_no_word_of_a_person_is_corrected(paper: Paper, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state(folder, "Voortgang havens", "Mine")
    correct(paper, "Sluizen", APRIL, "2024-05-01T10:00:00Z")
    capsys.readouterr()
    fetch(folder)
    assert (facts(folder).title, facts(folder).date) == ("Mine", "2024-04-01")
    assert "by now (title Sluizen)" in capsys.readouterr().out
    correct(paper, "Sluizen", APRIL, "2024-06-01T10:00:00Z")
    fetch(folder)
    assert "Sluizen" not in capsys.readouterr().out, "it was told"


def test_facts_of_a_file_that_a_person_changed_are_corrected(
    paper: Paper, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All but those that a person changed too; the file stays."""
    path = folder / "kst-27923-1.xml"
    path.write_bytes(path.read_bytes() + b"<!-- mine -->")
    state(folder, "Voortgang havens", "Mine")
    correct(paper, "Sluizen", APRIL, "2024-05-01T10:00:00Z")
    capsys.readouterr()
    fetch(folder)
    assert (facts(folder).title, facts(folder).date) == ("Mine", "2024-04-01")
    said = capsys.readouterr().out
    assert "was changed here and stays as it is" in said
    assert "what its source corrected: date 2024-04-01" in said
    assert path.read_bytes().endswith(b"<!-- mine -->")
    fetch(folder)
    assert "corrected" not in capsys.readouterr().out


def test_the_publications_alone_do_not_overrule_the_register(paper: Paper, services: Services, folder: Path) -> None:
    services.faults["/odata/"] = lambda: Sent(PAGE)
    correct(paper, "As it is published", MARCH, "2024-05-01T10:00:00Z")
    fetch(folder, ExitCode.INCOMPLETE)
    assert facts(folder).title == "Voortgang havens"


@pytest.mark.parametrize("other_text", [False, True])
def test_what_services_correct_comes(
    paper: Paper, folder: Path, other_text: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    for title, day, moment in (("Sluizen", APRIL, "2024-05-01T10:00:00Z"), ("Kades", MARCH, "2024-06-01T10:00:00Z")):
        correct(paper, title, day, moment)
        if other_text:
            paper.forms = {"xml": official(1, day, f"In mei 2026 sturen we het plan voor de {title}.")}
        capsys.readouterr()
        assert main(["watch", str(folder)]) == ExitCode.DONE
        assert f"title {title}" in capsys.readouterr().out
        assert (facts(folder).title, facts(folder).date) == (title, day.isoformat())


def test_where_nobody_remembers_who_wrote_a_fact_it_stays_and_is_told(
    paper: Paper, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(folder / ".fetched")
    correct(paper, "Sluizen", MARCH, "2024-05-01T10:00:00Z")
    fetch(folder)
    assert facts(folder).title == "Voortgang havens"
    assert "(title Sluizen)" in capsys.readouterr().out


@pytest.mark.parametrize("at_once", [False, True])
def test_a_number_that_was_given_to_another_paper(
    services: Services, folder: Path, at_once: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    def record(text: str, title: str, day: dt.date, name: str, changed: str) -> Paper:
        lines = ("27 923", "Nr. 8", "Aan de Voorzitter", text)
        return Paper(8, title, day, file=("application/pdf", pdf(*lines)), record=name, changed=changed)

    old = record("In juni 2025 sturen we plan A over de havens.", "Havens", MARCH, "aaaa", "2024-03-02T10:00:00Z")
    new = record("In juli 2025 sturen we plan B over de sluizen.", "Sluizen", APRIL, "bbbb", "2024-06-02T10:00:00Z")
    services.papers = [old]
    fetch(folder)
    old.gone, old.changed = True, "2024-05-02T10:00:00Z"
    if not at_once:
        fetch(folder)
        assert facts(folder).title == "Havens", "taken back, and nothing in its place"
    services.papers = [old, new]
    capsys.readouterr()
    assert main(["watch", str(folder)]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "its number was given to another paper" in said
    assert "date 2024-04-01, title Sluizen" in said
    entry = facts(folder)
    assert (entry.title, entry.date, entry.number) == ("Sluizen", "2024-04-01", "8")
    assert "bbbb" in (entry.url or "")
    assert main(["watch", str(folder)]) == ExitCode.GATE
