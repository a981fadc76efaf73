"""Fetching from the services into a folder, over real connections."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.sources.server import PAGE, Sent, Services, papers
from tracker.cli import main
from tracker.documents.manifest import parse_manifest
from tracker.errors import ExitCode
from tracker.sources.folder_session import opened


def fetch(*words: str) -> int:
    return main(["fetch", *words])


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix != ".toml" and not path.name.startswith(".")}


def ids(numbers: Iterable[int]) -> set[str]:
    return {f"kst-27923-{number}.xml" for number in numbers}


def test_a_dossier_comes_into_a_folder(services: Services, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    services.papers = papers(3)
    assert fetch("27 923", "--into", str(folder)) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "27 923: 3 papers, 3 new" in said
    assert names(folder) == ids(range(1, 4))
    manifest = parse_manifest((folder / "letters.toml").read_text("utf-8"))
    assert [one.dossier for one in manifest.sources] == ["27923"]
    entry = manifest.letters["kst-27923-2.xml"]
    assert (entry.dossier, entry.number, entry.date) == ("27 923", "2", "2020-01-03")
    assert (entry.title, entry.dossier_title, entry.signatories) == ("Voortgang havens 2", "Havens", ("A. Minister",))
    assert entry.url == f"{services.base}/files/kst-27923-2.xml"
    assert entry.sha256 == hashlib.sha256((folder / entry.path).read_bytes()).hexdigest()
    assert main(["report", str(folder)]) == ExitCode.DONE


def test_one_round_at_a_time(
    services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    services.papers = papers(1)
    with opened(folder):
        monkeypatch.setattr("tracker.sources.manifest_file._LOCK", 0.1)
        assert fetch("27923", "--into", str(folder)) == ExitCode.INCOMPLETE, "it passes"
    assert capsys.readouterr().err.count("\n") == 1
    assert services.asked == []


@pytest.mark.parametrize("person", [True, False])
def test_progress_is_for_persons_alone(
    services: Services,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    person: bool,
) -> None:
    services.papers = papers(2)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: person)
    assert fetch("27923", "--into", str(folder)) == ExitCode.DONE
    assert ("1/2 kst-27923-1" in capsys.readouterr().err) is person


def test_a_first_round_that_is_stopped_has_stated_what_it_asks(
    services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.papers = papers(3)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tracker.sources.fetch_round.best_of", stopped)
        assert fetch("27923", "--kind", "brief", "--into", str(folder)) != ExitCode.DONE
    (source,) = parse_manifest((folder / "letters.toml").read_text("utf-8")).sources
    assert source
    assert (source.dossier, source.kind) == ("27923", "brief")
    assert names(folder) == set()
    assert fetch("--into", str(folder)) == ExitCode.DONE
    assert names(folder) == ids(range(1, 4))


def test_a_folder_keeps_all_questions_that_were_asked_there(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    had = papers(3)
    had[1].title, had[2].kind = "Bruggen", "Motie"
    services.papers = had[:1]
    first = ("27923", "--kind", "brief", "--query", "havens")
    for words in (first, first, ("27 923", "--kind", "brief", "--query", "havens 1")):
        assert fetch(*words, "--into", str(folder)) == ExitCode.DONE
        assert "[source]" not in capsys.readouterr().out
    assert "[source]" in (folder / "letters.toml").read_text("utf-8")
    assert fetch("27923", "--query", "bruggen", "--into", str(folder), "--dry-run") == ExitCode.DONE
    assert "[[source]]" not in (folder / "letters.toml").read_text("utf-8")
    assert fetch("27923", "--query", "bruggen", "--into", str(folder)) == ExitCode.DONE
    assert "27923 --kind brief --query havens, 27923 --query bruggen; later rounds" in capsys.readouterr().out
    assert fetch("27923", "--kind", "motie", "--into", str(folder)) == ExitCode.DONE
    assert (folder / "letters.toml").read_text("utf-8").count("[[source]]") == 3
    services.papers = had
    assert fetch("--into", str(folder)) == ExitCode.DONE
    assert names(folder) == ids(range(1, 4))
    assert "27 923 --kind motie: " in capsys.readouterr().out


def test_of_several_sources_one_that_fails_stops_no_other(services: Services, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "kst-27923-9.xml").write_bytes(papers(9)[-1].forms["xml"])
    folder.mkdir()
    text = f'[[source]]\nfolder = "{tmp_path / "letters"}"\n\n[[source]]\nfolder = "nowhere"\n'
    (folder / "letters.toml").write_text(text, "utf-8")
    services.papers = papers(1)
    assert fetch("27923", "--into", str(folder)) == ExitCode.DONE
    assert names(folder) == ids([1])
    services.papers = papers(2)
    assert fetch("--into", str(folder)) == ExitCode.INCOMPLETE, "one source is not there"
    assert {*ids([1, 2])} < {*names(folder)}
    assert len(names(folder)) == 3


@pytest.mark.parametrize("words", ["Kamerstuk 27923", "kst-27923", "Kamerstukken II 27 923", "dossier 27923"])
def test_a_dossier_is_understood_as_people_write_it(services: Services, folder: Path, words: str) -> None:
    services.papers = papers(1)
    assert fetch(words, "--into", str(folder)) == ExitCode.DONE
    assert 'dossier = "27923"' in (folder / "letters.toml").read_text("utf-8")


def test_a_paper_in_the_place_of_a_dossier_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch("kst-27923-460", "--into", str(folder)) == ExitCode.USER
    assert "--paper kst-27923-460" in capsys.readouterr().err


REFUSAL = {
    "page": Sent(PAGE, "text/html"),
    "refused": Sent(status=403),
    "renamed": Sent(b'{"values": []}', "application/json"),
    "busy": Sent(status=503),
}


@pytest.mark.parametrize("kind", REFUSAL)
def test_where_nobody_answers_a_round_could_not_be_asked(
    services: Services, folder: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever services answer instead; it is no fault of who has the round made, and nothing is changed."""
    services.papers = papers(1)
    assert fetch("27923", "--into", str(folder)) == ExitCode.DONE
    services.faults["/"] = lambda: REFUSAL[kind]
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for _ in range(2):
        capsys.readouterr()
        assert main(["watch", str(folder)]) == ExitCode.INCOMPLETE
        assert capsys.readouterr().out.count("note:") == 1
    known = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "untold.json"}
    assert {path: data for path, data in before.items() if path in known} == known


@pytest.mark.parametrize("line", ['folder = "nowhere"', 'git = "/nowhere"', 'feed = "BASE/feed"'])
def test_a_source_elsewhere_that_cannot_be_had_could_not_be_asked_either(
    services: Services, folder: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.mkdir()
    (folder / "letters.toml").write_text(f"[source]\n{line.replace('BASE', services.base)}\n", "utf-8")
    assert main(["watch", str(folder)]) == ExitCode.INCOMPLETE
    assert capsys.readouterr().out.count("note:") == 1


def test_a_round_that_asks_nothing_is_a_fault_of_the_user(services: Services, folder: Path) -> None:
    folder.mkdir()
    assert main(["watch", str(folder)]) == ExitCode.USER
    assert folder.is_dir(), "what was there is left"
    (folder / "letters.toml").write_text('[source]\ndossier = "27923"\nkind = "onzin"\n', "utf-8")
    assert main(["watch", str(folder)]) == ExitCode.USER
    assert services.asked == []
