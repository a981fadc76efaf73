"""Fetching from the register: what it says, what it does not say any more, and of which dossiers it is asked."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.sources.files import PDF
from tests.sources.server import Paper, Sent, Services, papers, promise
from tracker.cli import main
from tracker.errors import ExitCode

Capture = pytest.CaptureFixture[str]
ONE, TWO = (promise(f"TZ202402-{number}", f"Rapport {number}.", "Openstaand") for number in (158, 159))
OTHER = promise("TZ202402-300", "Iets anders.", "Openstaand")


def go(folder: Path, *words: str) -> int:
    return main(["fetch", *words, "--register", "--into", str(folder)])


def kept(folder: Path) -> dict[str, bool]:
    """The numbers that are kept, each with whether the register says it still."""
    rows = json.loads((folder / "register.json").read_text("utf-8"))["promises"]
    return {row["number"]: "gone" not in row for row in rows}


def two_dossiers(services: Services, folder: Path) -> list[dict[str, object]]:
    """A folder of two dossiers; what the register has of the second."""
    services.papers, services.promises = papers(1), [ONE, TWO]
    others: list[dict[str, object]] = [OTHER]
    folder.mkdir()
    (folder / "letters.toml").write_text('[[source]]\ndossier = "27923"\n\n[[source]]\ndossier = "36600"\n', "utf-8")

    def second() -> Sent | None:
        return (
            Sent(json.dumps({"value": others}).encode()) if "Nummer eq 36600" in unquote(services.asked[-1]) else None
        )

    services.faults["/Toezegging"] = second
    return others


def test_an_empty_register_takes_no_promise_away(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services.papers = papers(1)
    services.promises = [promise("TZ202402-158", "Een rapport.", "Openstaand")]
    assert main(["fetch", "--paper", "kst-27923-1", "--register", "--into", str(folder)]) == ExitCode.DONE
    assert "the register has 1 promise" in capsys.readouterr().out
    before = (folder / "register.json").read_bytes()
    services.promises = []
    assert main(["fetch", "27923", "--register", "--into", str(folder)]) == ExitCode.INCOMPLETE
    assert "no promise at all of 27 923" in capsys.readouterr().out
    assert (folder / "register.json").read_bytes() == before


def test_one_that_is_not_said_any_more_stays_and_is_told_once(
    services: Services, folder: Path, capsys: Capture
) -> None:
    services.papers, services.promises = papers(1), [ONE, TWO]
    assert go(folder, "27923") == ExitCode.DONE
    services.promises = [ONE]
    capsys.readouterr()
    assert go(folder) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "the register does not say TZ202402-159 any more" in said
    assert "the register has 1 promise" in said
    assert kept(folder) == {"TZ202402-158": True, "TZ202402-159": False}
    assert go(folder) == ExitCode.DONE
    assert "any more" not in capsys.readouterr().out
    assert main(["audit", str(folder)]) == ExitCode.DONE
    gone = capsys.readouterr().out.upper().partition("NOT IN THE REGISTER ANY MORE (1)")[2]
    assert "TZ202402-159" in gone
    services.promises = [ONE, TWO]
    assert go(folder) == ExitCode.DONE
    assert kept(folder) == {"TZ202402-158": True, "TZ202402-159": True}


def test_one_that_is_taken_back_goes_and_is_told(services: Services, folder: Path, capsys: Capture) -> None:
    services.papers, services.promises = papers(1), [ONE, TWO]
    assert go(folder, "27923") == ExitCode.DONE
    services.promises = [ONE, TWO | {"Verwijderd": True}]
    assert go(folder) == ExitCode.DONE
    assert "the register took back TZ202402-159." in capsys.readouterr().out
    assert kept(folder) == {"TZ202402-158": True}


@pytest.mark.parametrize("first", [True, False])
def test_an_empty_answer_on_one_of_two_dossiers_takes_nothing_away(
    services: Services, folder: Path, first: bool, capsys: Capture
) -> None:
    others = two_dossiers(services, folder)
    go(folder)
    before = (folder / "register.json").read_bytes()
    (services.promises if first else others).clear()
    capsys.readouterr()
    for _ in range(2):
        assert go(folder) == ExitCode.INCOMPLETE
        assert f"no promise at all of {'27 923' if first else '36 600'}" in capsys.readouterr().out
        assert (folder / "register.json").read_bytes() == before


def test_what_is_not_asked_for_stays_as_it_is(services: Services, folder: Path, capsys: Capture) -> None:
    """Of another dossier, whose source was taken out; and one that vanishes beside it is told."""
    two_dossiers(services, folder)
    go(folder)
    (folder / "letters.toml").write_text('[source]\ndossier = "27923"\n', "utf-8")
    services.promises = [ONE]
    capsys.readouterr()
    assert go(folder) == ExitCode.DONE
    assert "does not say TZ202402-159 any more" in capsys.readouterr().out
    assert kept(folder) == {"TZ202402-158": True, "TZ202402-159": False, "TZ202402-300": True}


def test_a_feed_has_no_register_and_that_is_said(services: Services, folder: Path, capsys: Capture) -> None:
    """Where promises were fetched for a paper once, its dossier is asked for later."""
    services.papers, services.promises = [Paper(1, file=("application/pdf", PDF))], [ONE]
    folder.mkdir()
    (folder / "letters.toml").write_text(f'[source]\nfeed = "{services.base}/feed"\n', "utf-8")
    services.extra["/feed"] = Sent(b"<rss><channel/></rss>")
    assert go(folder) == ExitCode.INCOMPLETE
    said = capsys.readouterr().out
    assert "no source in" in said
    assert "names one; name a dossier" in said
    assert go(folder, "--paper", "kst-27923-1") == ExitCode.DONE
    assert go(folder) == ExitCode.DONE
    assert kept(folder) == {"TZ202402-158": True}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([ONE | {"Status": "Zoekgeraakt"}], "not known (Zoekgeraakt: TZ202402-158)"),
        ([ONE, ONE | {"Id": "2", "Tekst": "Een plan."}], "two promises under one number (TZ202402-158)"),
    ],
)
def test_what_is_odd_in_the_register_is_told_when_it_comes_and_in_each_audit(
    services: Services, folder: Path, capsys: Capture, rows: list[dict[str, object]], said: str
) -> None:
    services.papers, services.promises = papers(1), rows
    assert go(folder, "27923") == ExitCode.DONE
    assert said in capsys.readouterr().out
    assert go(folder) == ExitCode.DONE
    assert said not in capsys.readouterr().out
    assert main(["audit", str(folder)]) == ExitCode.DONE
    assert said in " ".join(capsys.readouterr().out.split())
