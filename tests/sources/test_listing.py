"""What services list: pages that lead on, papers that come and go, ids of every style."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.sources.files import PDF
from tests.sources.server import Paper, Sent, Services, named, official, papers
from tracker.cli import main
from tracker.errors import ExitCode

Capture = pytest.CaptureFixture[str]

GONE_FIELDS = ("Soort", "DocumentNummer", "Titel", "Onderwerp", "Datum", "Volgnummer", "ContentType")


def fetch(folder: Path, *words: str) -> int:
    return main(["fetch", *(words or ("27923",)), "--into", str(folder)])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*") if path.suffix in {".xml", ".pdf"})


def test_a_page_that_leads_to_itself_is_no_whole_answer(services: Services, folder: Path) -> None:
    services.papers = papers(2)

    def same() -> Sent:
        page = json.loads(services._register(services.asked[-1]).data)
        page["@odata.nextLink"] = services.base + services.asked[-1].replace(" ", "%20")
        return Sent(json.dumps(page).encode())

    services.faults["/odata/"] = same
    assert fetch(folder) == ExitCode.INCOMPLETE


def test_an_empty_page_in_between_loses_nothing(services: Services, folder: Path) -> None:
    services.papers = [Paper(number, file=("application/pdf", PDF)) for number in (1, 2)]

    def page() -> Sent | None:
        path = services.asked[-1]
        more = f"{services.base}{path.replace(' ', '%20')}&$skiptoken=1"
        return None if "skiptoken" in path else Sent(json.dumps({"value": [], "@odata.nextLink": more}).encode())

    services.faults["/odata/Document?"] = page
    assert fetch(folder) == ExitCode.DONE
    assert len(names(folder)) == 2


def test_papers_that_move_to_a_page_that_was_read_already_come_in_the_next_round(
    services: Services, folder: Path, capsys: Capture
) -> None:
    """The first of the second page takes the place of one that is taken back between the two."""
    services.page = 2
    services.papers = [Paper(number, file=("application/pdf", PDF)) for number in (1, 2, 3, 4)]

    def taken() -> Sent | None:
        if "$skip" in services.asked[-1]:
            services.papers = services.papers[-3:]
        return None

    services.faults["/odata/Document?"] = taken
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert "sent 3 of 4 records" in capsys.readouterr().out
    services.faults.clear()
    assert fetch(folder) == ExitCode.DONE
    assert {"kst-27923-2.pdf", "kst-27923-3.pdf", "kst-27923-4.pdf"} <= set(names(folder))


@pytest.mark.parametrize("place", ["https://evil.example/x", "http://["])
def test_a_page_elsewhere_is_not_asked(services: Services, folder: Path, capsys: Capture, place: str) -> None:
    services.papers = papers(1)
    page = json.dumps({"value": [], "@odata.nextLink": place}).encode()
    services.faults["/odata/Document?"] = lambda: Sent(page)
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert place.rpartition("/x")[0].removeprefix("https://") in capsys.readouterr().out


def test_a_record_that_was_emptied_is_withdrawn(services: Services, folder: Path, capsys: Capture) -> None:
    """What is taken back keeps its id alone, so that no question about its dossier finds it."""
    services.papers = papers(2)
    assert fetch(folder) == ExitCode.DONE
    gone = services.papers.pop()
    empty = dict.fromkeys(GONE_FIELDS) | {"Id": gone.guid, "ApiGewijzigdOp": "2030-01-01T00:00:00Z", "Verwijderd": True}
    services.faults["Verwijderd eq true"] = lambda: Sent(json.dumps({"value": [empty]}).encode())
    capsys.readouterr()
    assert fetch(folder) == ExitCode.DONE
    assert "withdrawn  kst-27923-2" in capsys.readouterr().out
    assert len(names(folder)) == 2


def test_what_is_not_published_yet_comes_when_it_is(services: Services, folder: Path, capsys: Capture) -> None:
    services.papers = [Paper(1, forms={"xml": official(1)}), Paper(2, changed="2020-01-01T00:00:00Z")]
    assert fetch(folder) == ExitCode.DONE
    assert "awaited" in capsys.readouterr().out
    services.papers[1].forms = {"xml": official(2)}
    assert fetch(folder) == ExitCode.DONE
    assert len(names(folder)) == 2


@pytest.mark.parametrize("stamp", ["9999-12-31T23:59:59Z", "gisteren"])
def test_a_stamp_that_is_no_moment_of_the_past_hides_nothing(services: Services, folder: Path, stamp: str) -> None:
    """What is known to the register alone, and changed after that, comes all the same."""
    services.papers = [Paper(1, file=("application/pdf", PDF), changed=stamp)]
    assert fetch(folder) == ExitCode.DONE
    services.papers.append(Paper(2, file=("application/pdf", PDF), changed="2025-01-01T00:00:00Z"))
    assert fetch(folder) == ExitCode.DONE
    assert len(names(folder)) == 2


def test_a_file_that_was_lost_comes_again(services: Services, folder: Path) -> None:
    """Though only the register has it, and says nothing of it any more."""
    services.papers = [
        Paper(1, file=("application/pdf", PDF), changed="2020-01-01T00:00:00Z"),
        Paper(2, file=("application/pdf", PDF)),
    ]
    assert fetch(folder) == ExitCode.DONE
    (folder / "kst-27923-1.pdf").unlink()
    assert fetch(folder) == ExitCode.DONE
    assert len(names(folder)) == 2


@pytest.mark.parametrize(
    ("id_", "asked"),
    [
        ("nds-tk-2024D00007", ["DocumentNummer eq '2024D00007'", 'dt.identifier=="nds-tk-2024D00007"']),
        ("2024D00007", ["DocumentNummer eq '2024D00007'"]),
        ("2024Z00007", ["Zaak/any(z: z/Nummer eq '2024Z00007')"]),
        ("kst-1268678", ['dt.identifier=="kst-1268678"']),
        ("KST38462", ['dt.identifier=="KST38462"']),
        ("blg-123456", ['dt.identifier=="blg-123456"']),
        ("kst-27923-2-n1", ['dt.identifier=="kst-27923-2-n1"']),
        ("ah-tk-20232024-2313", ["Aanhangselnummer eq '232402313'", 'dt.identifier=="ah-tk-20232024-2313"']),
        ("kst-27923-A", ['w.ondernummer=="A"']),
    ],
)
def test_a_paper_is_asked_for_by_an_id_of_any_style(
    services: Services, folder: Path, id_: str, asked: list[str]
) -> None:
    fetch(folder, "--paper", id_)
    assert all(any(words in path for path in services.asked) for words in asked)
    assert len(services.asked) == len(asked) + (id_ in {"2024D00007", "2024Z00007"})


def test_a_paper_without_a_dossier_has_a_name_of_its_own(services: Services, folder: Path) -> None:
    paper = Paper(7, file=("application/pdf", PDF))
    services.papers = [paper]
    record = json.loads(services._register("/odata/Document?$filter=x").data)["value"][0]
    lone = record | {"Volgnummer": -1, "Kamerstukdossier": []}
    services.faults["/odata/Document?"] = lambda: Sent(json.dumps({"value": [lone]}).encode())
    services.faults["/sru"] = lambda: Sent(services._publications("/sru?startRecord=9&maximumRecords=1&query=x").data)
    for _ in range(2):
        assert fetch(folder, "--paper", "nds-tk-2024D00007") == ExitCode.DONE
        assert names(folder) == ["2024D00007.pdf"]
    assert 'paper = "2024D00007"' in (folder / "letters.toml").read_text("utf-8")
    assert main(["audit", str(folder)]) in {ExitCode.DONE, ExitCode.USER}


def test_of_several_papers_one_that_nobody_knows_stops_no_other(services: Services, folder: Path) -> None:
    services.papers = papers(1)
    assert fetch(folder, "--paper", "kst-27923-99", "--paper", "kst-27923-1") == ExitCode.INCOMPLETE
    assert names(folder) == ["kst-27923-1.xml"]


@pytest.mark.parametrize("repeat", [False, True], ids=["empty", "repeated"])
def test_a_short_list_of_publications_is_told_and_made_up_for_later(
    services: Services, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, repeat: bool
) -> None:
    """Though the register does not know the others."""
    services.papers, services.page = papers(7), 3
    monkeypatch.setenv("TRACKER_SOURCES", str(named(services, tmp_path)))
    services.faults["/odata/"] = lambda: Sent(b'{"value": []}')

    def later() -> Sent | None:
        path = services.asked[-1]
        if "startRecord=1&" in path:
            return None
        whole = services._publications(re.sub(r"startRecord=\d+", "startRecord=1", path)).data
        return Sent(whole if repeat else re.sub(rb"<sru:record>.*</sru:record>", b"", whole))

    services.faults["/sru"] = later
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert "SRU overheid.nl sent 3 of 7 records" in capsys.readouterr().out
    assert len(names(folder)) == 3
    del services.faults["/sru"]
    assert fetch(folder) == ExitCode.DONE
    assert len(names(folder)) == 7


def test_addresses_that_are_called_otherwise_are_told(services: Services, folder: Path, capsys: Capture) -> None:
    services.papers = papers(2)
    known = services._publication
    services._publication = lambda one: known(one).replace("itemUrl", "fileUrl")  # type: ignore[method-assign]
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert "another form than this version knows (itemUrl)" in capsys.readouterr().out


def test_what_nobody_says_the_kind_of_is_left_out_and_told(services: Services, folder: Path, capsys: Capture) -> None:
    services.papers = papers(3)
    known = services._publication
    services._publication = lambda one: known(one).replace(  # type: ignore[method-assign]
        "subrubriek", "subrubriek" if one.number == 1 else "soort"
    )
    services.faults["/odata/"] = lambda: Sent(b'{"value": []}')
    for _ in range(2):
        assert fetch(folder, "27923", "--kind", "voortgang") == ExitCode.DONE
        assert "of what kind they are: kst-27923-2, kst-27923-3" in capsys.readouterr().out
        assert names(folder) == ["kst-27923-1.xml"]
    services.faults.clear()
    assert fetch(folder) == ExitCode.DONE
    assert len(names(folder)) == 3, "the register says it"


def test_new_words_of_a_kind_reach_papers_that_were_judged_before(
    services: Services, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.papers = papers(2)
    services.papers[1].title = "Havenvisie"
    for paper in services.papers:
        paper.file, paper.forms = ("application/pdf", PDF), {}
    assert fetch(folder, "27923", "--kind", "voortgang") == ExitCode.DONE
    assert names(folder) == ["kst-27923-1.pdf"]
    path = named(services, tmp_path)
    monkeypatch.setenv("TRACKER_SOURCES", str(path))
    path.write_text(
        path.read_text("utf-8").replace('words = ["voortgang"', 'words = ["havenvisie", "voortgang"'), "utf-8"
    )
    for _ in range(2):
        assert fetch(folder, "27923", "--kind", "voortgang") == ExitCode.DONE
        assert names(folder) == ["kst-27923-1.pdf", "kst-27923-2.pdf"]


def test_signatories_that_are_called_otherwise_are_told_and_filled_in_later(
    services: Services, folder: Path, capsys: Capture
) -> None:
    services.papers = papers(1)

    def renamed() -> Sent:
        return Sent(services._register(services.asked[-1]).data.replace(b"DocumentActor", b"Actoren"))

    services.faults["/odata/Document?"] = renamed
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert "another form" in capsys.readouterr().out
    del services.faults["/odata/Document?"]
    assert fetch(folder) == ExitCode.DONE
    assert "A. Minister" in (folder / "letters.toml").read_text("utf-8")


def test_what_only_the_register_has_counts_in_a_round_that_it_says_nothing_of_it(
    services: Services, folder: Path, capsys: Capture
) -> None:
    services.papers = [
        Paper(1, file=("application/pdf", PDF), changed="2020-01-01T00:00:00Z"),
        Paper(2, forms={"xml": official(2)}),
    ]
    for counts in ("2 new", "2 as it was"):
        capsys.readouterr()
        assert fetch(folder) == ExitCode.DONE
        assert f"27 923: 2 papers, {counts}" in capsys.readouterr().out
    assert "ApiGewijzigdOp gt 2024" in "".join(services.asked)
