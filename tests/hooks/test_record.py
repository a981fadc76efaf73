"""What a hook missed is made up for, and what was told is not told again."""

from __future__ import annotations

import pytest

from tests import repositories
from tests.throwaway_repo import FOLDER, Repo
from tracker.cli import main
from tracker.errors import ExitCode

pytestmark = pytest.mark.slow

FIRST, SECOND, THIRD = repositories.NAMES
REPORTS = ["2020-03-02-kst-12345-7.md", "2021-09-01-kst-12345-9.md", "2022-06-14-kst-12345-12.md"]


def catch_up(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["hook", "catch-up"]) == ExitCode.DONE
    return capsys.readouterr().out


def test_what_no_hook_heard_of_the_next_one_tells(repo: Repo) -> None:
    repo.have(FIRST)
    assert repo.bring(SECOND).count("12 345, nr. ") == 2
    assert repo.reports() == set(REPORTS[:2])


def test_patches_that_are_applied(repo: Repo) -> None:
    """`git am` runs no hook of ours; the next commit does, though it brings no letter."""
    repo.git("commit", "-q", "--allow-empty", "-m", "begin")
    repo.git("checkout", "-q", "-b", "side")
    repo.have(FIRST)
    repo.git("format-patch", "-1", "-o", "..")
    repo.git("checkout", "-q", "main")
    patch = next(repo.top.parent.glob("*.patch"))
    repo.git("am", "-q", str(patch))
    assert repo.reports() == set()
    assert "12 345, nr. 7" in repo.git("commit", "-q", "--allow-empty", "-m", "nothing")
    assert repo.reports() == {REPORTS[0]}


def test_a_rebase_that_only_goes_forward(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.git("commit", "-q", "--allow-empty", "-m", "begin")
    repo.git("checkout", "-q", "-b", "side")
    repo.have(FIRST)
    repo.git("checkout", "-q", "main")
    repo.git("rebase", "-q", "side")
    assert main(["hook", "status"]) == ExitCode.DONE
    assert "missing       1 report; 'tracker hook catch-up' writes it" in capsys.readouterr().out
    assert main(["doctor", FOLDER]) == ExitCode.GATE
    assert "catch-up" in capsys.readouterr().out
    assert "12 345, nr. 7" in catch_up(capsys)
    assert catch_up(capsys) == "no report is missing\n"
    assert main(["doctor", FOLDER]) == ExitCode.DONE


def test_a_letter_that_went_where_no_hook_heard_of_it(repo: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    repo.have(FIRST, SECOND)
    catch_up(capsys)
    repo.git("rm", "-q", f"{FOLDER}/{FIRST}")
    repo.git("-c", "core.hooksPath=/nonexistent", "commit", "-qm", "weg")
    assert f"{FOLDER}/{FIRST} was removed" in catch_up(capsys)
    assert catch_up(capsys) == "no report is missing\n"


def test_a_clone_has_what_is_missing_written(plain: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    """Letters from before the hooks are no news of the next commit; only when asked for they are reported on."""
    plain.have(FIRST, SECOND)
    assert main(["hook", "install", "--letters", FOLDER]) == ExitCode.DONE
    said = plain.bring(THIRD)
    assert "nr. 12" in said
    assert "nr. 9" not in said
    (plain.top / "reports" / REPORTS[2]).unlink()
    (plain.top / "reports" / REPORTS[1]).write_text("van een ander", encoding="utf-8")
    capsys.readouterr()
    assert catch_up(capsys).count("12 345, nr. ") == 2
    assert plain.reports() == set(REPORTS)


def test_what_was_told_is_not_told_again(repo: Repo) -> None:
    """A branch without a letter and back; and a letter that is again what it was."""
    repo.git("commit", "-q", "--allow-empty", "-m", "begin")
    repo.git("branch", "side")
    repo.bring(FIRST)
    repo.git("checkout", "-q", "side")
    assert "12 345" not in repo.git("commit", "-q", "--allow-empty", "-m", "nothing")
    repo.git("checkout", "-q", "main")
    assert repo.git("commit", "-q", "--allow-empty", "-m", "nothing") == ""
    letter = repo.letters / FIRST
    text = letter.read_text(encoding="utf-8")
    letter.write_text(text.replace("eind 2020", "eind 2021"), encoding="utf-8")
    repo.git("commit", "-qam", "herdruk")
    letter.write_text(text, encoding="utf-8")
    assert "12 345, nr. 7" in repo.git("commit", "-qam", "terug")
    assert "eind 2021" not in (repo.top / "reports" / REPORTS[0]).read_text(encoding="utf-8").split("##")[-1]


def test_without_hooks_there_is_nothing_to_catch_up_with(plain: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hook", "catch-up"]) == ExitCode.USER
    assert "tracker hook install" in capsys.readouterr().err
