"""What git brings in its several ways is told once, with the letters before it in mind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import repositories
from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.errors import ExitCode

pytestmark = pytest.mark.slow

FIRST, SECOND, THIRD = repositories.NAMES
OLD, NEW = "2020-03-02-kst-12345-7.md", "2021-09-01-kst-12345-9.md"


def test_letters_by_commit_tell_the_story(repo: Repo) -> None:
    first = repo.bring(FIRST)
    assert "12 345, nr. 7 of 2020-03-02" in first
    assert "4 promised" in first
    assert f"reports/{OLD}" in first
    second = repo.bring(SECOND)
    assert "not mentioned  " in second
    assert "veerverbindingen" in second
    assert second.count("\n") <= 13
    assert repo.reports() == {OLD, NEW}
    text = (repo.top / "reports" / NEW).read_text(encoding="utf-8")
    assert text.startswith("# 12 345, nr. 9 of 2021-09-01: Havens\n")
    assert "## Postponed (1)" in text
    assert "schuift door naar eind 2023" in text
    assert repo.git("status", "--porcelain") == "?? reports/\n"


def test_what_is_no_letter_is_no_news(repo: Repo) -> None:
    repo.bring(FIRST)
    (repo.top / "note.txt").write_text("x", encoding="utf-8")
    repo.git("add", "note.txt")
    assert "\n" not in repo.git("commit", "-q", "-m", "a note")
    repo.git("rm", "-q", "-r", FOLDER)
    said = repo.git("commit", "-m", "no letters")
    assert f"{FOLDER}/{FIRST} was removed" in said
    assert "12 345" not in said
    assert repo.reports() == {OLD}


def test_letters_by_merge(repo: Repo) -> None:
    repo.bring(FIRST)
    repo.git("checkout", "-q", "-b", "side")
    repo.have(SECOND)
    repo.git("checkout", "-q", "main")
    repo.git("commit", "-q", "--allow-empty", "-m", "meanwhile")
    assert "12 345, nr. 9" in repo.git("merge", "--no-edit", "side")
    assert repo.reports() == {OLD, NEW}


def test_letters_by_rebase(repo: Repo) -> None:
    repo.bring(FIRST)
    repo.git("checkout", "-q", "-b", "work")
    repo.git("commit", "-q", "--allow-empty", "-m", "one")
    (repo.top / "note.md").write_text("x", encoding="utf-8")
    repo.git("add", "note.md")
    repo.git("commit", "-q", "-m", "two")
    repo.git("checkout", "-q", "main")
    repo.have(SECOND)
    repo.git("checkout", "-q", "work")
    assert repo.git("rebase", "main").count("12 345, nr. 9 of") == 1
    assert repo.reports() == {OLD, NEW}


def test_letters_by_push_to_a_bare_repository(plain: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    team = Repo(tmp_path / "team.git")
    team.begin("--bare")
    monkeypatch.chdir(team.top)
    assert main(["hook", "install", "--letters", FOLDER]) == ExitCode.DONE
    plain.have(FIRST)
    plain.have(SECOND)
    assert "12 345, nr. 9" in plain.git("push", str(team.top), "main")
    assert team.reports() == {OLD, NEW}
    assert "12 345" not in plain.git("push", str(team.top), "main:refs/heads/side")


def test_letters_by_pull(repo: Repo, tmp_path: Path) -> None:
    repo.have(FIRST)
    other = Repo(tmp_path / "elders")
    repo.git("clone", "-q", str(repo.top), str(other.top))
    other.have(SECOND)
    assert "12 345, nr. 9" in repo.git("pull", "-q", str(other.top), "main")


def test_a_rename_is_no_news_and_a_reprint_is(repo: Repo) -> None:
    repo.bring(FIRST)
    repo.git("mv", f"{FOLDER}/{FIRST}", f"{FOLDER}/haven.txt")
    renamed = repo.git("commit", "-m", "renamed")
    assert f"is now called {FOLDER}/haven.txt" in renamed
    assert "promised" not in renamed
    letter = repo.letters / "haven.txt"
    letter.write_text(letter.read_text(encoding="utf-8").replace("eind 2020", "eind 2021"), encoding="utf-8")
    repo.git("commit", "-a", "-m", "herdruk")
    text = (repo.top / "reports" / OLD).read_text(encoding="utf-8")
    assert "a new version of haven.txt" in text
    assert r"\[-2020-\]{+2021+}" in text
    assert repo.reports() == {OLD}


def test_a_reprint_in_another_file_is_the_same_paper(repo: Repo) -> None:
    repo.have(FIRST)
    page = repositories.text(FIRST).replace("eind 2020", "eind 2021").replace("\n\n", "</p>\n<p>")
    repo.git("rm", "-q", f"{FOLDER}/{FIRST}")
    repo.letters.mkdir()
    (repo.letters / "herdruk.html").write_text(f"<html><body><p>{page}</p></body></html>", encoding="utf-8")
    repo.git("add", ".")
    repo.git("commit", "-m", "herdruk")
    text = (repo.top / "reports" / OLD).read_text(encoding="utf-8")
    assert f"a new version of {FIRST}".replace("_", r"\_") in text
    assert r"\[-2020-\]{+2021+}" in text


ASIDE = {
    "a name that is no UTF-8": (b"br\xff.txt", "br�.txt cannot be read: its name is no UTF-8"),
    "the same paper": (b"kopie.txt", "holds the same paper as"),
    "another paper of one name": (b"elders/brief.txt", "which says something else"),
}


@pytest.mark.parametrize(("name", "told"), ASIDE.values(), ids=ASIDE)
def test_what_has_no_report_is_told(name: bytes, told: str, repo: Repo) -> None:
    repo.have(FIRST)
    (repo.letters / "brief.txt").write_text("Wij sturen uw Kamer in mei 2021 de kaart van de kades.", encoding="utf-8")
    repo.git("add", ".")
    repo.git("commit", "-q", "-m", "brief")
    path = repo.letters / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    text = (
        repositories.text(FIRST) + "\n"
        if name == b"kopie.txt"
        else "De sluizen gaan in juni 2022 open voor de schepen."
    )
    path.write_text(text, encoding="utf-8")
    repo.git("add", ".")
    said = " ".join(repo.git("commit", "-m", "aside").split())
    assert told in said
    assert "tracker-hook.log" not in said


def test_report_since_a_revision(plain: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    plain.have(FIRST)
    plain.have(SECOND)
    assert main(["report", FOLDER, "--since", "HEAD~1"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "12 345, nr. 9 of 2021-09-01" in out
    assert "nr. 7 of" not in out
    assert main(["report", FOLDER, "--since", "HEAD~1", "--until", "HEAD~1"]) == ExitCode.DONE
    assert "no letter came or changed" in capsys.readouterr().out
    assert main(["report", FOLDER, "--since", "no-such-rev"]) == ExitCode.USER
    assert main(["report", FOLDER, "--since", "HEAD~1", "--rev", "HEAD"]) == ExitCode.USER


def many(repo: Repo, number: int, *, stem: str = "") -> str:
    """Commit so many letters of one promise each, and give what the commit says."""
    repo.letters.mkdir(parents=True, exist_ok=True)
    for at in range(number):
        text = f"Den Haag, {at + 1} maart 2020\n\nIn {2021 + at} leveren wij de kade van dorp {at} op.\n"
        (repo.letters / f"{stem}{at:02}.txt").write_text(text, encoding="utf-8")
    repo.git("add", ".")
    return repo.git("commit", "-q", "-m", "many")


def test_more_than_ten_letters_have_one_report_from_one_judgement(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    said = many(repo, 12)
    assert said.startswith("12 letters arrived\n")
    assert said.count("\n") <= 20
    (name,) = repo.reports()
    text = (repo.top / "reports" / name).read_text(encoding="utf-8")
    assert text.count("1 promised") == 12
    assert main(["report", FOLDER, "--since", "HEAD~0"]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["hook", "catch-up"]) == ExitCode.DONE
    assert capsys.readouterr().out == "no report is missing\n"


def test_letters_at_once_are_told_in_twenty_lines(repo: Repo) -> None:
    assert many(repo, 10).count("\n") <= 20
    assert len(repo.reports()) == 10
    repo.git("rm", "-q", "-r", FOLDER)
    assert repo.git("commit", "-q", "-m", "gone").count("\n") <= 20


def test_long_names_that_begin_alike_have_a_report_each(repo: Repo) -> None:
    many(repo, 2, stem="een heel lange naam " * 7)
    assert len(repo.reports()) == 2


def test_a_letter_whose_only_promise_is_of_an_older_thread(repo: Repo) -> None:
    repo.bring(repositories.NAMES[0])
    again = repositories.masthead("8", "3 mei 2020") + "De proef met walstroom voor binnenvaartschepen start in 2024.\n"
    (repo.letters / "2020-05-03_kst-12345-8.txt").write_text(again, encoding="utf-8")
    repo.git("add", FOLDER)
    said = repo.git("commit", "-m", "again")
    assert "it covers 1 promise" in said
    assert "no promises" not in said
