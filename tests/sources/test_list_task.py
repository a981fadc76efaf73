"""Lists of promises kept beside letters, as of their days."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from tracker.cli import main
from tracker.errors import CollectionError, ExitCode
from tracker.sources.list_task import keep_list
from tracker.sources.register import Register, read_register

ROW = "TA2022-000123;Het college stuurt een notitie over parkeren.;Open\n"
HEAD = "Nummer;Toezegging;Status\n"
OLD, NEW = dt.date(2023, 1, 1), dt.date(2024, 1, 1)


def listed(folder: Path, text: str, name: str = "lijst.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    os.utime(path, (0, dt.datetime(2025, 6, 1, tzinfo=dt.UTC).timestamp()))
    return path


def kept(folder: Path) -> Register:
    return read_register((folder / "letters" / "register.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "above", "day"),
    [
        ("lijst.csv", "", dt.date(2025, 6, 1)),
        ("lijst 2024-03-01.csv", "", dt.date(2024, 3, 1)),
        ("lijst.csv", "Openstaande toezeggingen per medio april 2020\n", dt.date(2020, 4, 20)),
        ("lijst.csv", "Stand per 1 maart 2024\n", dt.date(2024, 3, 1)),
        ("lijst.csv", "Planning tot 1 maart 2031\n", dt.date(2025, 6, 1)),
    ],
)
def test_a_list_is_of_the_day_that_it_says_or_of_its_file(tmp_path: Path, name: str, above: str, day: dt.date) -> None:
    came = keep_list(tmp_path / "letters", listed(tmp_path, above + HEAD + ROW, name), None, dry=False)
    assert (came.number, came.day) == (1, day)
    (row,) = kept(tmp_path).promises
    assert (row.number, row.list, row.as_of) == ("TA2022-000123", name, day)


def test_a_later_list_of_the_same_file_takes_its_place(tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    keep_list(letters, listed(tmp_path, HEAD + ROW + "TA2022-000124;Het hek komt.;Open\n"), OLD, dry=False)
    keep_list(letters, listed(tmp_path, HEAD + ROW.replace("Open", "Afgehandeld")), NEW, dry=False)
    first, second = kept(tmp_path).promises
    assert (first.met, first.twins, first.gone) == (True, (), None)
    assert second.gone == NEW, "what it has no more stays as it was said last"


def test_an_older_list_does_not_undo_a_newer_one(tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    keep_list(letters, listed(tmp_path, HEAD + ROW.replace("Open", "Afgehandeld")), NEW, dry=False)
    keep_list(letters, listed(tmp_path, HEAD + ROW, "oud.csv"), OLD, dry=False)
    (row,) = kept(tmp_path).promises
    assert row.met
    assert not row.twins


def test_what_two_lists_say_in_other_words_stands_beside(tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    keep_list(letters, listed(tmp_path, HEAD + ROW), OLD, dry=False)
    keep_list(letters, listed(tmp_path, HEAD + "TA2022-000123;Het hek komt.;Open\n", "ander.csv"), NEW, dry=False)
    (row,) = kept(tmp_path).promises
    assert [twin.text for twin in row.twins] == ["Het college stuurt een notitie over parkeren."]


def test_what_is_no_list_changes_nothing(tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    keep_list(letters, listed(tmp_path, HEAD + ROW), OLD, dry=False)
    before = kept(tmp_path)
    for path in (listed(tmp_path, "Geachte raad,\n", "brief.txt"), tmp_path / "none.csv", tmp_path):
        with pytest.raises(CollectionError, match="not read as a list of promises"):
            keep_list(letters, path, None, dry=False)
    keep_list(letters, listed(tmp_path, HEAD + "T-1234;Het hek komt.;Open\n"), NEW, dry=True)
    assert kept(tmp_path) == before


def test_a_list_among_the_letters_that_would_be_read_as_one_is_refused(tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    (letters / "sub").mkdir(parents=True)
    with pytest.raises(CollectionError, match="would be read as a letter"):
        keep_list(letters, listed(letters / "sub", HEAD + ROW, "lijst.txt"), OLD, dry=False)
    assert keep_list(letters, listed(letters, HEAD + ROW), OLD, dry=False).number == 1, "no letter ends in .csv"


def test_the_command_says_what_a_list_has(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = listed(tmp_path, HEAD + ROW + "TA2022-000125;Motie over hekken;Aangenomen\n")
    command = ["fetch", "--register-list", str(path), "--into", str(tmp_path / "letters"), "--as-of", "2024-03-01"]
    assert main(command) == ExitCode.DONE
    assert capsys.readouterr().out == (
        "lijst.csv: 1 promise as of 2024-03-01\n1 row of it is of another kind, or says nothing\n"
    )
