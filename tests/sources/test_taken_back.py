"""A day or a title that a source gave and takes back: letters.toml does not go on saying it, and that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.files import PDF, pdf
from tests.sources.server import PAGE, Paper, Sent, Services
from tests.sources.test_other_bodies import LETTER, source
from tracker.cli import main
from tracker.documents.manifest import ManifestEntry, parse_manifest
from tracker.errors import ExitCode

Capture = pytest.CaptureFixture[str]
DATED = pdf("Aan de Voorzitter", "Den Haag, 4 februari 2021", "Binnen drie maanden sturen we het plan.")
GIVEN = "<pubDate>Fri, 01 Mar 2024 10:00:00 +0100</pubDate>"
LATER = "<pubDate>Mon, 04 Mar 2024 10:00:00 +0100</pubDate>"


def watched(folder: Path, code: ExitCode, capsys: Capture) -> tuple[ManifestEntry, str]:
    """What letters.toml says of the one letter after a round, and what the round said."""
    capsys.readouterr()
    assert main(["watch", str(folder)]) == code
    (entry,) = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters.values()
    return entry, capsys.readouterr().out


def feed(services: Services, told: str, data: bytes = PDF) -> None:
    item = f"<item><title>Voortgang</title><link>/a.pdf</link>{told}</item>"
    services.extra |= {"/feed": Sent(f"<rss><channel>{item}</channel></rss>".encode()), "/a.pdf": Sent(data)}


@pytest.mark.parametrize(
    ("first", "then", "day", "said"),
    [
        ("<updated>2024-03-01T10:00:00Z</updated>", "<updated>2024-04-01T10:00:00Z</updated>", "2024-03-01", ""),
        (GIVEN, GIVEN + "<description>Nieuw</description>", "2024-03-01", ""),
        (GIVEN, LATER, "2024-03-04", "what its source corrected: date 2024-03-04"),
        (GIVEN, "", None, "what its source took back: date 2024-03-01"),
        ("", GIVEN, "2024-03-01", "what its source corrected: date 2024-03-01"),
    ],
    ids=["changed-again", "as-it-was", "corrected", "absent", "given-later"],
)
def test_the_day_of_an_item_is_what_its_feed_says_by_now(
    services: Services, folder: Path, first: str, then: str, day: str | None, said: str, capsys: Capture
) -> None:
    """But for the day on which it was changed last, of which the first stands; what is told is told once."""
    source(folder, f'feed = "{services.base}/feed"')
    feed(services, first)
    watched(folder, ExitCode.DONE, capsys)
    feed(services, then)
    entry, told = watched(folder, ExitCode.DONE if said else ExitCode.GATE, capsys)
    assert entry.date == day
    assert said in told
    assert watched(folder, ExitCode.GATE, capsys) == (entry, "")


@pytest.mark.parametrize("then", ["", LATER])
def test_a_day_that_a_file_prints_or_a_person_states_is_not_taken_back(
    services: Services, folder: Path, then: str, capsys: Capture
) -> None:
    source(folder, f'feed = "{services.base}/feed"')
    feed(services, GIVEN, DATED)
    assert watched(folder, ExitCode.DONE, capsys)[0].date is None
    feed(services, then, DATED)
    assert watched(folder, ExitCode.GATE, capsys)[0].date is None
    manifest = folder / "letters.toml"
    manifest.write_text(manifest.read_text("utf-8").replace("[[letter]]\n", '[[letter]]\ndate = "2020"\n'), "utf-8")
    feed(services, GIVEN, DATED)
    assert watched(folder, ExitCode.GATE, capsys)[0].date == "2020"


def test_what_a_folder_takes_back_is_said_no_more(folder: Path, capsys: Capture) -> None:
    bron = folder.with_name("bron")
    bron.mkdir()
    (bron / "x.txt").write_text(LETTER, "utf-8")
    (bron / "letters.toml").write_text('[[letter]]\npath = "x.txt"\ndate = "2024-03?"\ntitle = "Havens"\n', "utf-8")
    source(folder, 'folder = "../bron"')
    assert watched(folder, ExitCode.DONE, capsys)[0].date == "2024-03?"
    (bron / "letters.toml").write_text('[[letter]]\npath = "x.txt"\n', "utf-8")
    entry, said = watched(folder, ExitCode.DONE, capsys)
    assert (entry.date, entry.title) == (None, None)
    assert "took back: date 2024-03?, title Havens" in said
    assert watched(folder, ExitCode.GATE, capsys) == (entry, "")


@pytest.mark.parametrize("silent", ["", "/sru", "/odata/Document?"])
def test_what_a_service_says_no_more_is_taken_back_where_both_answer(
    services: Services, folder: Path, silent: str, capsys: Capture
) -> None:
    """One that does not answer takes nothing back."""
    paper = Paper(1, forms={"pdf": PDF})
    services.papers = [paper]
    assert main(["fetch", "27923", "--into", str(folder)]) == ExitCode.DONE
    paper.title, paper.changed = "", "2025-01-01T00:00:00Z"
    services.papers.append(Paper(2, forms={"pdf": pdf("In mei 2026 volgt een kaart.")}))
    if silent:
        services.faults[silent] = lambda: Sent(PAGE)
    capsys.readouterr()
    main(["fetch", "--into", str(folder)])
    entry = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters["kst-27923-1.pdf"]
    assert entry.title == ("Voortgang havens" if silent else None)
    assert ("took back: title Voortgang havens" in capsys.readouterr().out) is not bool(silent)
