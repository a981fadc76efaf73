"""A paper that comes before it has its number, or stands in two dossiers, is one paper all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.sources.answers import client
from tests.sources.files import PDF, pdf
from tests.sources.server import Paper, Sent, Services, official
from tests.sources.test_resuming import go, killed
from tracker.cli import main
from tracker.documents.manifest import parse_manifest
from tracker.errors import ExitCode
from tracker.sources.fetch_round import FetchOutcome
from tracker.sources.fetch_round import fetch_papers as fetched
from tracker.sources.folder_session import opened
from tracker.sources.papers import Dossier, ListedPaper, PaperForm

LATER = "2025-03-02T10:00:00Z"


def fetch(folder: Path, *words: str) -> int:
    return main(["fetch", *(words or ("27923",)), "--into", str(folder)])


def letters(folder: Path) -> dict[str, str | None]:
    """The files of papers, each with the id that letters.toml gives it."""
    known = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters
    files = {path.name for path in folder.iterdir() if path.suffix in {".xml", ".pdf"}}
    assert files == known.keys()
    return {name: entry.paper for name, entry in known.items()}


@pytest.fixture
def paper(services: Services, folder: Path) -> Paper:
    """A paper that was fetched before it had its number."""
    one = Paper(7, file=("application/pdf", PDF), numbered=False)
    services.papers = [one]
    assert fetch(folder) == ExitCode.DONE
    assert letters(folder) == {"2024D00007.pdf": "2024D00007"}
    return one


def numbered(paper: Paper, **forms: bytes) -> None:
    paper.numbered, paper.changed, paper.forms = True, LATER, forms


def test_the_number_renames_it(paper: Paper, folder: Path) -> None:
    numbered(paper)
    for _ in range(2):
        assert fetch(folder) == ExitCode.DONE
        assert letters(folder) == {"kst-27923-7.pdf": "kst-27923-7"}
    entry = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters["kst-27923-7.pdf"]
    assert (entry.dossier, entry.number) == ("27 923", "7")


def test_a_better_form_comes_with_the_number(paper: Paper, folder: Path, services: Services) -> None:
    numbered(paper, xml=official(7))
    assert fetch(folder) == ExitCode.DONE
    assert letters(folder) == {"kst-27923-7.xml": "kst-27923-7"}
    services.asked.clear()
    assert fetch(folder) == ExitCode.DONE
    assert services.files() == []


@pytest.mark.parametrize("changed", [False, True])
def test_one_that_was_published_before_the_register_numbers_it_is_one_then(
    paper: Paper, services: Services, folder: Path, changed: bool
) -> None:
    """What a person changed of the first stays."""
    known = services._register
    services.faults["/odata/Document?"] = lambda: Sent(
        known(services.asked[-1]).data.replace(b'"Volgnummer": 7', b'"Volgnummer": null')
    )
    numbered(paper, xml=official(7))
    assert fetch(folder) == ExitCode.DONE
    assert letters(folder) == {"2024D00007.pdf": "2024D00007", "kst-27923-7.xml": "kst-27923-7"}
    del services.faults["/odata/Document?"]
    if changed:
        (folder / "2024D00007.pdf").write_bytes(pdf("Mijn afschrift."))
    for _ in range(2):
        assert fetch(folder) == ExitCode.DONE
        assert ("2024D00007.pdf" in letters(folder)) is changed
        assert "kst-27923-7.xml" in letters(folder)


def test_a_number_that_the_register_empties_is_kept(paper: Paper, folder: Path) -> None:
    numbered(paper)
    assert fetch(folder) == ExitCode.DONE
    paper.numbered, paper.changed = False, "2026-03-02T10:00:00Z"
    for _ in range(2):
        assert fetch(folder) == ExitCode.DONE
        assert letters(folder) == {"kst-27923-7.pdf": "kst-27923-7"}


def test_what_a_person_changed_stays_and_comes_no_second_time(
    paper: Paper, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "2024D00007.pdf").write_bytes(pdf("Mijn afschrift."))
    numbered(paper, xml=official(7))
    for _ in range(2):
        assert fetch(folder) == ExitCode.DONE
        assert letters(folder) == {"2024D00007.pdf": "2024D00007"}
        assert "was changed here and stays" in capsys.readouterr().out


def test_wherever_it_is_killed_it_is_one_paper(
    services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Paper(7, file=("application/pdf", PDF))
    services.papers = [one]
    for after in range(2, 60, 4):
        one.numbered, one.forms, one.changed = False, {}, "2024-03-02T10:00:00Z"
        place = folder / str(after)
        go(place)
        numbered(one, xml=official(7))
        came_to_it = killed(place, monkeypatch, after)
        go(place)
        assert letters(place) == {"kst-27923-7.xml": "kst-27923-7"}
        if not came_to_it:
            return
    pytest.fail("it has more steps than that")


def test_a_number_that_was_wrong_is_mended(services: Services, folder: Path) -> None:
    one = Paper(7, file=("application/pdf", PDF))
    services.papers = [one]
    assert fetch(folder) == ExitCode.DONE
    services.papers = [Paper(8, file=("application/pdf", PDF), changed=LATER, record=one.guid)]
    assert fetch(folder) == ExitCode.DONE
    assert letters(folder) == {"kst-27923-8.pdf": "kst-27923-8"}


def test_a_paper_of_two_dossiers_is_fetched_once(folder: Path) -> None:
    """Though the register does not say in which of them it has its number."""
    forms = (PaperForm("pdf", "https://x.nl/pdf"),)
    one = ListedPaper("kst-27923-1", Dossier(27923), "1", forms=forms, record="r", stamps=(("s", "1"),))
    other = replace(one, id="kst-31289-1", dossier=Dossier(31289), others=(Dossier(27923),))
    for papers in ((one, other), (other,)):
        with opened(folder) as holdings:
            rows = list(fetched(client(pdf=PDF), holdings, papers))
        assert letters(folder) == {"kst-27923-1.pdf": "kst-27923-1"}
        assert rows[-1].outcome is FetchOutcome.SAME
