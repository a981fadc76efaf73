"""The reports of the letters that came between two revisions."""

from __future__ import annotations

from tests import repositories
from tests.throwaway_repo import FOLDER, Repo
from tracker.hooks.arrivals import Arrived, reports_between

FIRST, SECOND, THIRD = repositories.NAMES


def between(repo: Repo, since: str | None, until: str = "HEAD") -> Arrived:
    return reports_between(repo.top, since, until, FOLDER)


def told(arrived: Arrived) -> list[str]:
    return [letter.path for letter, _ in arrived.reports]


def test_each_letter_that_came_has_its_report_oldest_first(plain: Repo) -> None:
    plain.have(SECOND)
    plain.have(FIRST)
    assert told(between(plain, None)) == [FIRST, SECOND]
    assert told(between(plain, "HEAD~1")) == [FIRST]
    assert between(plain, "HEAD") == Arrived((), ())


def test_a_letter_is_told_as_of_its_own_day(plain: Repo) -> None:
    plain.have(FIRST, SECOND, THIRD)
    (_, first), *_ = between(plain, None).reports
    assert "Merwehaven" not in str(first)


def test_a_rename_and_a_file_that_is_not_read_are_sentences(plain: Repo) -> None:
    plain.have(FIRST)
    plain.git("mv", f"{FOLDER}/{FIRST}", f"{FOLDER}/haven.txt")
    plain.git("commit", "-qm", "renamed")
    renamed = between(plain, "HEAD~1")
    assert renamed.reports == ()
    assert "haven.txt" in renamed.sentences[0]
    (plain.letters / "leeg.txt").touch()
    plain.git("add", ".")
    plain.git("commit", "-qm", "nothing")
    (sentence,) = between(plain, "HEAD~1").sentences
    assert "leeg.txt" in sentence


def test_a_new_version_says_first_what_it_says_otherwise(plain: Repo) -> None:
    plain.have(FIRST)
    text = (plain.letters / FIRST).read_text(encoding="utf-8")
    (plain.letters / FIRST).write_text(text.replace("eind 2020", "eind 2021"), encoding="utf-8")
    plain.git("commit", "-qam", "herdruk")
    ((_, report),) = between(plain, "HEAD~1").reports
    assert FIRST in str(report.remarks[0])
    assert "2021" in str(report.blocks[0])
