"""The one door to the tracker: a folder as of a day, some of its letters, and files that cannot be read."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.tui.conftest import KNOWN
from tracker.commands.source import CollectionSource
from tracker.decisions.ruling import quote_hash
from tracker.errors import CollectionError
from tui.study_loader import Scope, check, growing, letters_of, read_study, who_signs

LETTER = "Den Haag, 10 januari {year}\n\nIn oktober {year} sturen wij u het havenplan.\n"
RULED = """[[decision]]
ruling = "title"
value = "Havenplan"
who = "A. Nalyst"
when = 2024-01-01T00:00:00Z
why = "zo heet het"
quotes = [{{ letter = "{letter}", quote = "{quote}", hash = "{hash}" }}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for year in (2023, 2024):
        (tmp_path / f"{year}-01-10.txt").write_text(LETTER.format(year=year), encoding="utf-8")
    return tmp_path


def never(*_: object) -> object:
    raise AssertionError


def test_a_study_is_of_all_letters_as_of_a_day_or_of_some(folder: Path) -> None:
    assert len(read_study(Scope(folder)).ledger.letters) == 2
    then = read_study(Scope(folder, as_of=dt.date(2023, 6, 1))).ledger
    assert [row.id for row in then.letters] == ["2023-01-10"]
    assert [row.id for row in letters_of(folder, {"2024-01-10.txt"})] == ["2024-01-10"]
    some = read_study(Scope(folder, only=("2024-01-10",))).ledger
    assert [row.id for row in some.letters] == ["2024-01-10"]


def test_a_file_that_cannot_be_read_refuses_all_where_that_is_asked(folder: Path) -> None:
    (folder / "leeg.txt").touch()
    assert len(read_study(Scope(folder)).ledger.refused) == 1
    for read in (read_study, check):
        with pytest.raises(CollectionError, match=r"leeg\.txt"):
            read(Scope(folder, strict=True))


def test_a_ruling_that_does_not_apply_is_told(folder: Path) -> None:
    row = 'letter = "2023-01-10", quote = "Dit staat er niet", hash = "00000000"'
    (folder / "decisions.toml").write_text(
        '[[decision]]\nruling = "note"\nvalue = "x"\nwho = "A"\nwhen = 2024-01-01T00:00:00Z\nwhy = "y"\n'
        f"quotes = [{{ {row} }}]\n",
        encoding="utf-8",
    )
    study = read_study(Scope(folder))
    assert (len(study.rulings), len(study.stale)) == (1, 1)


def test_git_knows_nobody_outside_of_a_repository(folder: Path) -> None:
    assert who_signs(folder) in {"", "An Analyst"}


@pytest.mark.parametrize("name", ["in another process", "here"])
def test_what_is_read_so_far_is_as_of_its_last_letter(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is remembered whole is not read by parts, and what must be whole is not shown in parts.

    Nothing is judged in the process of the screens, be the letters few.
    """
    if name == "here":
        monkeypatch.setattr("tui.study_loader.run_isolated", lambda task, scope: task(scope))
    else:
        monkeypatch.setattr("tracker.pipeline.judge_letters", never)
        monkeypatch.setattr("tracker.pipeline.judge_collection", never)
    for year in range(2001, 2007):
        text = LETTER.format(year=year).replace("havenplan", f"sluisplan {name}")
        (tmp_path / f"{2100 - year}.txt").write_text(text, encoding="utf-8")
    found = list(growing(Scope(tmp_path)))
    told = [(len(row.ledger.letters), str(row.ledger.as_of), row.number) for row in found]
    assert told == [(1, "2006-01-10", 6), (1, "2001-01-10", 6), (4, "2004-01-10", 6)]
    assert found[0].entries == ()
    assert list(growing(Scope(tmp_path, strict=True))) == []
    assert len(list(growing(Scope(tmp_path, as_of=dt.date(2003, 12, 31))))) == 2
    assert len(read_study(Scope(tmp_path)).ledger.letters) == 6
    assert list(growing(Scope(tmp_path))) == []


FIRST_LETTER = """
import os, sys
from pathlib import Path
from tui.study_loader import Scope, growing

def told(name):
    return int(Path("/proc/self/status").read_text().split(name)[1].split()[0]) / 1024

if __name__ == "__main__":
    before = told("VmRSS:")
    letter = next(growing(Scope(Path(sys.argv[1]))))
    print(told("VmHWM:") - before, told("VmRSS:") - before, len(letter.ledger.letters), flush=True)
    os._exit(0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in /proc")
def test_the_first_letter_leaves_no_list_of_words_in_the_process_of_the_screens(tmp_path: Path, seeds: Path) -> None:
    """Nor does the second process that reads one cut them up, for which it would take 180 MB."""
    names = ("2016-11-29_kst-27923-231.txt", "2023-06-20_kst-27923-456.txt")
    places = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CACHE", "STATE", "CONFIG")}
    environment = {**os.environ, **places, "PYTHONPATH": str(seeds.parent)}
    environment.pop("TRACKER_NO_CACHE", None)
    for name in names:
        folder = tmp_path / name[:4]
        folder.mkdir()
        for at in range(2):
            (folder / f"{at}.txt").write_text(f"{(seeds / name).read_text('utf-8')}\n", "utf-8")
        command = [sys.executable, "-c", FIRST_LETTER, str(folder)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        most, held, letters = map(float, done.stdout.split())
        assert letters == 1
        assert most < 100
        assert held < 45


def test_many_letters_are_judged_by_another_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once: it is remembered then."""
    asked: list[Scope] = []

    def here(task: Callable[[Scope], Iterator[object]], scope: Scope) -> Iterator[object]:
        asked.append(scope)
        yield from task(scope)

    monkeypatch.setattr("tui.study_loader.MANY", 2)
    monkeypatch.setattr("tui.study_loader.run_isolated", here)
    (folder / "2023-01-10.txt").write_text(LETTER.format(year=2023).replace("havenplan", "bruggenplan"), "utf-8")
    for _ in range(2):
        assert len(read_study(Scope(folder)).ledger.letters) == 2
    assert asked == [Scope(folder)]


@pytest.mark.parametrize("ruled", [False, True], ids=["as read", "under a ruling"])
def test_what_one_face_judged_the_other_shows_at_once(folder: Path, ruled: bool) -> None:
    """Neither links anything anew, nor shows the letters by parts."""
    if ruled:
        first = CollectionSource(folder).ledger.commitments[0]
        (folder / "decisions.toml").write_text(
            RULED.format(letter=first.letter, quote=first.quote, hash=quote_hash(first.quote)), "utf-8"
        )
    told = CollectionSource(folder).ledger
    with patch("tracker.incremental_ledger.IncrementalLedger.under", side_effect=AssertionError):
        assert list(growing(Scope(folder))) == []
        assert [row.id for row in read_study(Scope(folder)).ledger.threads] == [row.id for row in told.threads]
    shown = read_study(Scope(folder, as_of=dt.date(2024, 1, 10)))
    with patch("tracker.incremental_ledger.IncrementalLedger.under", side_effect=AssertionError):
        assert CollectionSource(folder, dt.date(2024, 1, 10)).ledger.threads
    assert len(shown.rulings) == ruled


def test_what_no_screen_shows_is_not_held(seeds: Path) -> None:
    """Links, with the parts of which their scores are made, are half of a ledger; their evidence is shown."""
    threads = KNOWN(Scope(seeds)).ledger.threads
    assert not any(thread.links for thread in threads)
    assert any(row.refs for thread in threads for row in thread.evidence)
