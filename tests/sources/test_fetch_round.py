"""What becomes of each paper in a round: a decision on what is known of it, before and after it is asked for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec.structs import replace

from tests.sources.answers import client
from tests.sources.server import official
from tracker.sources.client import Client
from tracker.sources.fetch_round import Fetched, FetchOutcome, fetch_papers
from tracker.sources.folder_session import opened
from tracker.sources.papers import Dossier, ListedPaper, PaperForm

XML = PaperForm("xml", "https://x.nl/xml")
PAPER = ListedPaper("kst-27923-1", Dossier(27923), "1", forms=(XML,), stamps=(("s", "1"),))
NOW = dt.datetime(2024, 3, 2, tzinfo=dt.UTC)


def one(folder: Path, asked: Client, paper: ListedPaper, *, dry: bool = False) -> Fetched:
    with opened(folder) as holdings:
        (row,) = fetch_papers(asked, holdings, [paper], dry=dry, now=lambda: NOW)
    return row


def outcome(folder: Path, asked: Client, paper: ListedPaper, *, dry: bool = False) -> FetchOutcome:
    return one(folder, asked, paper, dry=dry).outcome


def holding(folder: Path) -> Path:
    folder.mkdir()
    (folder / "letters.toml").write_text('[source]\ndossier = "27923"\n', encoding="utf-8")
    return folder


def test_a_paper_comes_once_and_is_the_same_afterwards(folder: Path) -> None:
    holding(folder)
    known = client(xml=official(1))
    assert outcome(folder, known, PAPER, dry=True) is FetchOutcome.WANTED
    assert outcome(folder, known, PAPER) is FetchOutcome.NEW
    assert outcome(folder, known, PAPER) is FetchOutcome.SAME
    assert outcome(folder, known, replace(PAPER, stamps=(("s", "2"),))) is FetchOutcome.SAME
    changed = client(xml=official(1, text="In mei 2026 sturen we het."))
    assert outcome(folder, changed, replace(PAPER, stamps=(("s", "3"),))) is FetchOutcome.CHANGED


def test_what_a_person_changed_is_left_alone(folder: Path) -> None:
    holding(folder)
    path = folder / one(folder, client(xml=official(1)), PAPER).path
    path.write_bytes(path.read_bytes() + b"\n<!-- mine -->")
    row = one(folder, client(xml=official(1)), replace(PAPER, stamps=(("s", "2"),)))
    assert row.outcome is FetchOutcome.YOURS
    assert [said.id for said in row.told] == ["source.you-changed"]


def test_what_letters_toml_lost_of_a_paper_is_said_again(folder: Path) -> None:
    """Git took it back, with what was remembered; a file of another name, content or round stays yours."""
    holding(folder)
    known = client(xml=official(1))
    path = folder / one(folder, known, PAPER).path
    whole = (folder / "letters.toml").read_text("utf-8")
    (folder / "letters.toml").write_text('[source]\ndossier = "27923"\n', encoding="utf-8")
    assert outcome(folder, known, PAPER, dry=True) is FetchOutcome.YOURS
    assert outcome(folder, client(xml=official(1, text="In mei sturen we het.")), PAPER) is FetchOutcome.YOURS
    assert outcome(folder, client(), PAPER) is FetchOutcome.YOURS
    row = one(folder, known, PAPER)
    assert (row.outcome, [said.id for said in row.told]) == (FetchOutcome.SAME, ["source.said-again"])
    assert (folder / "letters.toml").read_text("utf-8").split() == whole.split()
    yours = '[source]\ndossier = "27923"\n[[letter]]\npath = "kst-27923-1.xml"\ntitle = "Van mij"\n'
    (folder / "letters.toml").write_text(yours, encoding="utf-8")
    assert outcome(folder, known, PAPER) is FetchOutcome.YOURS
    assert (folder / "letters.toml").read_text("utf-8") == yours, "what you say of it stands alone"
    (folder / "letters.toml").unlink()
    path.rename(folder / "eigen kst-27923-1.xml")
    assert outcome(folder, known, PAPER) is FetchOutcome.YOURS


def test_what_cannot_be_had_is_told_with_why(folder: Path) -> None:
    holding(folder)
    assert outcome(folder, client(), replace(PAPER, forms=())) is FetchOutcome.AWAITED
    old = one(folder, client(), replace(PAPER, forms=(), unread="application/msword"))
    assert (old.outcome, [said.id for said in old.told]) == (FetchOutcome.AWAITED, ["source.unread-type"])
    assert outcome(folder, client(), replace(PAPER, gone=True)) is FetchOutcome.WITHDRAWN
    failed = one(folder, client(), PAPER)
    assert failed.outcome is FetchOutcome.FAILED
    assert failed.standing == "s=1 source.missing"


def test_a_link_in_the_place_of_a_paper_is_no_paper(folder: Path, tmp_path: Path) -> None:
    """Nothing reads it as a letter, and nothing is written where it leads."""
    holding(folder)
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (folder / "kst-27923-1.xml").symlink_to(tmp_path / "elsewhere")
    row = one(folder, client(xml=official(1)), PAPER)
    assert (row.outcome, [said.id for said in row.told]) == (FetchOutcome.FAILED, ["source.odd-file"])
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"
