"""Reports are written once, and what a person made of one is never lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import repositories
from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.errors import CollectionError, ExitCode
from tracker.hooks.report_store import write_report

FIRST = repositories.NAMES[0]
REPORT = "2020-03-02-kst-12345-7.md"


def test_what_somebody_edited_stays(tmp_path: Path) -> None:
    path = write_report(tmp_path, "reports", "a.md", "one\n")
    assert write_report(tmp_path, "reports", "a.md", "two\n") == path
    assert path.read_text(encoding="utf-8").startswith("two\n")
    edited = path.read_text(encoding="utf-8") + "mijn opmerking\n"
    path.write_text(edited, encoding="utf-8")
    beside = write_report(tmp_path, "reports", "a.md", "two\n")
    assert (beside.name, write_report(tmp_path, "reports", "a.md", "three\n")) == ("a-2.md", beside)
    assert path.read_text(encoding="utf-8") == edited


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "repo", tmp_path / "outside"
    outside.mkdir()
    (inside / "reports").mkdir(parents=True)
    (outside / "a.md").write_text("van een ander", encoding="utf-8")
    (inside / "reports" / "a.md").symlink_to(outside / "a.md")
    assert write_report(inside, "reports", "a.md", "one\n").name == "a-2.md"
    (inside / "link").symlink_to(outside, target_is_directory=True)
    with pytest.raises(CollectionError, match="leads out"):
        write_report(inside, "link", "b.md", "one\n")
    assert [path.name for path in outside.iterdir()] == ["a.md"]


def test_a_page_in_dutch_beside_a_report_that_a_person_made(plain: Repo) -> None:
    assert main(["hook", "install", "--letters", FOLDER, "--html", "--lang", "nl"]) == ExitCode.DONE
    beside = REPORT.replace(".md", "-2.md")
    edited = plain.top / "reports" / REPORT
    edited.parent.mkdir()
    edited.write_text("van mij", encoding="utf-8")
    said = plain.bring(FIRST)
    assert f"het hele verslag: reports/{beside}" in said
    assert edited.read_text(encoding="utf-8") == "van mij"
    assert "12 345, nr. 7 van 2 maart 2020: Havens" in said
    assert plain.reports() == {REPORT, beside, REPORT.replace(".md", ".html")}
    page = (plain.top / "reports" / REPORT).with_suffix(".html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Waalhaven" in page
    assert 'href="../mijn%20briev%C3%ABn/2020-03-02_kst-12345-7.txt' in page


def test_hooks_that_run_at_once_write_one_report(repo: Repo) -> None:
    repo.have(FIRST)
    command = [sys.executable, "-P", "-m", "tracker", "hook", "run", "post-commit"]
    running = [subprocess.Popen(command, cwd=repo.top, text=True, stdout=subprocess.PIPE) for _ in range(2)]
    assert any(REPORT in said for said in [process.communicate()[0] for process in running])
    assert repo.reports() == {REPORT}
    assert not (repo.top / ".git" / "tracker-hook.log").exists()
