"""One round for cron: a new letter leads to a commit, to the hook and to its report."""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path

import pytest

from tests.sources.files import PDF, pdf
from tests.sources.server import PAGE, Paper, Sent, Services, official, promise
from tests.throwaway_repo import Repo
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.sources.fetch_state import note_untold

pytestmark = pytest.mark.slow

FIRST, THEN = dt.date(2024, 3, 1), dt.date(2025, 9, 1)


def test_a_new_letter_leads_to_commit_hook_and_report(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(__file__).parents[2]
    repo = Repo(tmp_path / "clone")
    repo.begin()
    repo.letters.mkdir()
    monkeypatch.chdir(repo.top)
    monkeypatch.setenv("PYTHONPATH", str(root))
    services.papers = [Paper(1, "Voortgang", FIRST, forms={"xml": official(1, FIRST)})]
    assert main(["fetch", "27923", "--into", str(repo.letters)]) == ExitCode.DONE
    assert main(["watch", str(repo.letters)]) == ExitCode.GATE, "nothing came in this round"
    assert "kst-27923-1.xml" in repo.git("ls-files", "-z"), "what is here is committed all the same"
    assert main(["hook", "install", "--letters", str(repo.letters)]) == ExitCode.DONE
    late = official(2, THEN, "Het rapport 1 over de havens sturen we niet in juni 2025 maar in december 2026.")
    services.papers.append(Paper(2, "Uitstel", THEN, forms={"xml": late}, changed="2025-09-02T00:00:00Z"))
    capsys.readouterr()
    assert (
        main(["watch", str(repo.letters), "--author", "Tracker <t@example.org>", "--message", "New"]) == ExitCode.DONE
    )
    assert "nr. 2" in capsys.readouterr().out
    assert repo.git("log", "-1", "--format=%an: %s") == "Tracker: New\n"
    assert any("kst-27923-2" in name for name in repo.reports())
    assert repo.git("status", "--porcelain", "--untracked-files=no") == ""
    assert main(["watch", str(repo.letters)]) == ExitCode.GATE


def test_who_is_no_author_is_told_also_when_nothing_is_new(clone: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", str(clone.letters), "--author", "foo"]) == ExitCode.USER
    assert 'write it as "Name <mail>"' in " ".join(capsys.readouterr().err.split())


Capture = pytest.CaptureFixture[str]


@pytest.fixture
def clone(services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository with a letter and the register, both committed."""
    repo = Repo(tmp_path / "clone")
    repo.begin()
    repo.letters.mkdir()
    monkeypatch.chdir(repo.top)
    services.papers = [Paper(1, "Voortgang", FIRST, forms={"xml": official(1, FIRST)})]
    assert main(["fetch", "27923", "--register", "--into", str(repo.letters)]) == ExitCode.DONE
    assert main(["watch", str(repo.letters)]) == ExitCode.GATE
    return repo


def more(services: Services, *numbers: int) -> None:
    for number in numbers:
        day = FIRST.replace(year=2024 + number)
        forms = {"xml": official(number, day)}
        services.papers.append(Paper(number, "Meer", day, forms=forms, changed=f"2029-01-0{number}T00:00:00Z"))


def test_the_subject_counts_the_letters_of_the_commit(services: Services, clone: Repo) -> None:
    """Also where a round was killed after it committed, so that nobody was told of them yet."""
    more(services, 2)
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    note_untold(clone.letters, "kst-27923-2.xml")
    more(services, 3)
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert clone.git("log", "-1", "--format=%s") == "1 letter from the official sources\n"


def test_a_register_that_is_a_link_is_told_and_what_came_is_kept(
    services: Services, clone: Repo, tmp_path: Path, capsys: Capture
) -> None:
    register = clone.letters / "register.json"
    register.rename(tmp_path / "elsewhere.json")
    register.symlink_to(tmp_path / "elsewhere.json")
    before = (tmp_path / "elsewhere.json").read_bytes()
    more(services, 2)
    capsys.readouterr()
    assert main(["watch", str(clone.letters)]) == ExitCode.USER
    assert "register.json cannot be used: it is a link" in capsys.readouterr().err
    assert (tmp_path / "elsewhere.json").read_bytes() == before
    assert "kst-27923-2.xml" in clone.git("ls-files", "-z")


def test_what_came_is_kept_and_told_though_the_register_fails(services: Services, clone: Repo, capsys: Capture) -> None:
    more(services, 2)
    services.faults["/Toezegging"] = lambda: Sent(PAGE)
    capsys.readouterr()
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "nr. 2" in said
    assert "answers with something else" in said
    assert "kst-27923-2.xml" in clone.git("ls-files", "-z")


def test_what_came_before_a_service_wants_rest_is_kept_and_told(
    services: Services, clone: Repo, capsys: Capture
) -> None:
    more(services, 2, 3)
    services.faults["kst-27923-3.xml"] = lambda: Sent(status=429, heads={"Retry-After": "3600"})
    capsys.readouterr()
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert "nr. 2" in capsys.readouterr().out
    assert "kst-27923-2.xml" in clone.git("ls-files", "-z")


def test_what_a_stopped_round_brought_the_next_one_tells(
    services: Services, clone: Repo, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    more(services, 2)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tracker.git.keep.commit_only", stopped)
        assert main(["watch", str(clone.letters)]) not in {ExitCode.DONE, ExitCode.GATE}
    capsys.readouterr()
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert "nr. 2" in capsys.readouterr().out
    assert main(["watch", str(clone.letters)]) == ExitCode.GATE


def test_what_could_not_be_printed_is_told_by_the_next(
    services: Services, clone: Repo, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    more(services, 2)

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr("tracker.cli._write", full)
        assert main(["watch", str(clone.letters)]) != ExitCode.DONE
    capsys.readouterr()
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert "nr. 2" in capsys.readouterr().out


def test_what_is_to_be_said_of_a_paper_is_said_once(services: Services, clone: Repo, capsys: Capture) -> None:
    more(services, 2)
    other = pdf("27 923 Havens", "Nr. 9 BRIEF VAN DE MINISTER", "Aan de Voorzitter van de Tweede Kamer", "Nat.")
    services.papers[1].forms = {"xml": PAGE, "pdf": other}
    for code in (ExitCode.DONE, ExitCode.GATE, ExitCode.GATE):
        capsys.readouterr()
        assert main(["watch", str(clone.letters)]) == code
        said = capsys.readouterr().out
        assert ("reads like another paper (kst-27923-9)" in said) is (code == ExitCode.DONE)
        assert ("says to be xml and is HTML" in said) is (code == ExitCode.DONE)


def test_a_promise_that_changed_in_the_register_is_told(services: Services, clone: Repo, capsys: Capture) -> None:
    services.promises = [promise("TZ202402-158", "Een rapport.", "Openstaand")]
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    told = capsys.readouterr().out
    assert "1 promise in the register is new, changed or gone" in told
    assert "  TZ202402-158: " in told
    services.promises = [promise("TZ202402-158", "Een rapport.", "Voldaan")]
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert "  TZ202402-158: Openstaand → Voldaan\n" in capsys.readouterr().out
    services.promises = [promise("TZ202402-158", "Een rapport.", "Openstaand")]
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert "register.json" in clone.git("show", "--name-only", "--format=")
    assert main(["watch", str(clone.letters)]) == ExitCode.GATE


def test_a_better_form_leaves_nothing_uncommitted(services: Services, clone: Repo) -> None:
    more(services, 2)
    xml = services.papers[1].forms
    services.papers[1].forms = {"pdf": PDF}
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    services.papers[1].forms = xml
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert clone.git("status", "--porcelain", "--untracked-files=no") == ""
    assert "kst-27923-2.pdf" not in clone.git("ls-files", "-z")


def test_something_that_came_is_told_by_the_exit_code_though_a_paper_fails_lastingly(
    services: Services, clone: Repo, capsys: Capture
) -> None:
    more(services, 2, 3)
    services.faults["kst-27923-2.xml"] = lambda: Sent(PAGE)
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    for _ in range(2):
        capsys.readouterr()
        assert main(["watch", str(clone.letters)]) == ExitCode.GATE, "nothing came, and what fails was told before"
        assert "note: kst-27923-2 could not be had, as was told before" in capsys.readouterr().out
    more(services, 4)
    capsys.readouterr()
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert "note:" in capsys.readouterr().out
    services.papers[1].changed = "2029-02-01T00:00:00Z"
    assert main(["watch", str(clone.letters)]) == ExitCode.INCOMPLETE, "it changed, and cannot be had still"
    services.faults["/sru"] = services.faults["/odata/Document?"] = lambda: Sent(PAGE)
    for _ in range(2):
        assert main(["watch", str(clone.letters)]) not in {ExitCode.DONE, ExitCode.GATE}, "nobody could be asked"


def test_the_commit_holds_what_rounds_wrote_and_no_edits_of_yours(
    services: Services, clone: Repo, capsys: Capture
) -> None:
    letter, manifest = clone.letters / "kst-27923-1.xml", clone.letters / "letters.toml"
    letter.write_bytes(letter.read_bytes() + b"<!-- mine -->")
    manifest.write_text(manifest.read_text("utf-8") + "\n# mine\n", "utf-8")
    for number in (2, 3):
        more(services, number)
        capsys.readouterr()
        assert main(["watch", str(clone.letters)]) == ExitCode.DONE
        said = capsys.readouterr().out
        assert "letters.toml has changes of yours" in said
        assert "kst-27923-1.xml has changes of yours" in said
        assert "mine" not in clone.git("show", "--format=")
        assert f"kst-27923-{number}.xml" in clone.git("show", "--name-only", "--format=")
    clone.git("commit", "-q", "-a", "-m", "mine")
    more(services, 4)
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert "letters.toml" in clone.git("show", "--name-only", "--format=")


def test_what_a_hook_mends_is_committed_as_it_mends_it(services: Services, clone: Repo) -> None:
    """As fixers of pre-commit do: they refuse the first commit. What the source corrects later comes."""
    fixer = "#!/bin/sh\nfor name in $(git diff --cached --name-only --diff-filter=d); do\n"
    fixer += 'if [ -n "$(tail -c 1 "$name")" ]; then echo >> "$name"; failed=1; fi\ndone\nexit ${failed:-0}\n'
    hook = clone.top / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(fixer, "utf-8")
    hook.chmod(0o755)
    more(services, 2)
    paper = services.papers[-1]
    for month, text in enumerate(("In mei 2027 volgt een kaart.", "In mei 2028 volgt een kaart."), 1):
        paper.forms = {"xml": official(2, FIRST.replace(year=2026), text).rstrip()}
        paper.changed = f"2026-0{month}-01T00:00:00Z"
        assert main(["watch", str(clone.letters)]) == ExitCode.DONE
        name = clone.letters / "kst-27923-2.xml"
        assert clone.git("show", f"HEAD:./{name.relative_to(clone.top)}") == name.read_text("utf-8")
        assert text in name.read_text("utf-8")
        assert clone.git("status", "--porcelain", "--untracked-files=no") == ""
        assert main(["watch", str(clone.letters)]) == ExitCode.GATE


def test_a_commit_that_fails_leaves_nothing_staged(services: Services, clone: Repo) -> None:
    more(services, 2)
    hook = clone.top / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    assert main(["watch", str(clone.letters)]) == ExitCode.USER
    assert clone.git("diff", "--cached", "--name-only") == ""
    hook.unlink()
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert clone.git("status", "--porcelain", "--untracked-files=no") == ""


def test_a_clone_for_each_round_knows_what_failed_before(services: Services, clone: Repo, tmp_path: Path) -> None:
    more(services, 2, 3)
    services.faults["kst-27923-2.xml"] = lambda: Sent(PAGE)
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert clone.git("status", "--porcelain") == "", "all that the next round asks is committed"
    clone.git("clone", "-q", str(clone.top), str(tmp_path / "runner"))
    letters = tmp_path / "runner" / clone.letters.relative_to(clone.top)
    assert main(["watch", str(letters)]) == ExitCode.GATE, "nothing came, and what fails was told before"
    assert Repo(tmp_path / "runner").git("status", "--porcelain") == ""


def test_a_commit_says_that_no_letter_came(services: Services, clone: Repo) -> None:
    services.promises = [promise("TZ202402-158", "Een rapport.", "Voldaan")]
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    assert clone.git("log", "-1", "--format=%s") == "What is known of the official sources\n"


def test_offline_nothing_came_and_nobody_could_be_asked(services: Services, clone: Repo, capsys: Capture) -> None:
    services.faults["/"] = lambda: Sent(b"", status=503)
    capsys.readouterr()
    assert main(["watch", str(clone.letters)]) == ExitCode.INCOMPLETE
    (line,) = capsys.readouterr().out.splitlines()
    assert "is busy or out of order" in line, "said once of papers and promises"
    assert clone.git("status", "--porcelain", "--untracked-files=no") == ""


def test_a_paper_that_was_taken_back_is_told(services: Services, clone: Repo, capsys: Capture) -> None:
    services.papers[0].gone, services.papers[0].forms = True, {}
    services.papers[0].changed = "2030-01-01T00:00:00Z"
    capsys.readouterr()
    assert main(["watch", str(clone.letters)]) == ExitCode.GATE
    assert "kst-27923-1 was taken back where it came from" in capsys.readouterr().out
    assert (clone.letters / "kst-27923-1.xml").is_file()
    services.faults["/odata/"] = lambda: Sent(PAGE)
    main(["watch", str(clone.letters)])
    del services.faults["/odata/"]
    clone.git("clone", "-q", str(clone.top), str(clone.top.parent / "runner"))
    capsys.readouterr()
    for letters in (clone.letters, clone.top.parent / "runner" / clone.letters.name):
        assert main(["watch", str(letters)]) == ExitCode.GATE
        assert "taken back" not in capsys.readouterr().out, "it is told once, in a clone of a later round too"
    services.papers[0].changed = "2031-01-01T00:00:00Z"
    assert main(["watch", str(clone.letters)]) == ExitCode.GATE
    assert "taken back" in capsys.readouterr().out, "its record is another"


def test_what_git_is_to_ignore_does_not_stop_the_commit(services: Services, clone: Repo, capsys: Capture) -> None:
    clone.git("rm", "-rq", "--cached", f"{clone.letters.name}/.fetched")
    (clone.top / ".gitignore").write_text(".fetched\n*.pdf\n", "utf-8")
    clone.git("add", ".gitignore")
    clone.git("commit", "-q", "-m", "x")
    more(services, 2, 3)
    services.papers[2].forms = {"pdf": PDF}
    capsys.readouterr()
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "note: kst-27923-3.pdf is not committed, for git is told to ignore it" in said
    assert ".fetched" not in said
    assert "kst-27923-2.xml" in clone.git("show", "--name-only", "--format=")
    assert clone.git("status", "--porcelain") == ""
    assert main(["watch", str(clone.letters)]) == ExitCode.GATE


def test_what_a_feed_leaves_out_and_a_register_lacks_is_told_once(
    services: Services, clone: Repo, capsys: Capture
) -> None:
    manifest = clone.letters / "letters.toml"
    text = manifest.read_text("utf-8").replace("[source]", "[[source]]", 1)
    manifest.write_text(text + f'\n[[source]]\nfeed = "{services.base}/feed"\n', "utf-8")
    clone.git("commit", "-q", "-a", "-m", "x")
    services.extra["/feed"] = Sent(b"<rss><channel><item><title>A</title><link>/page</link></item></channel></rss>")
    services.promises = [promise("TZ202402-158", "Een rapport.", "Openstaand")]
    del services.promises[0]["Ministerie"]
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "left out of the feed: 1 " in said
    assert "does not tell Ministerie of promises" in said
    assert main(["watch", str(clone.letters)]) == ExitCode.GATE
    assert "note:" not in capsys.readouterr().out
    assert clone.git("status", "--porcelain", "--untracked-files=no") == ""


def test_a_promise_that_the_register_does_not_say_any_more_is_told_once(
    services: Services, clone: Repo, capsys: Capture
) -> None:
    services.promises = [promise(f"TZ202402-{number}", "Een rapport.", "Openstaand") for number in (158, 159)]
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    services.promises.pop()
    capsys.readouterr()
    assert main(["watch", str(clone.letters)]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "1 promise in the register is new, changed or gone" in said
    assert "does not say TZ202402-159 any more" in said
    before = clone.git("log", "--format=%H")
    assert main(["watch", str(clone.letters)]) == ExitCode.GATE
    assert clone.git("log", "--format=%H") == before, "nothing more is known"


def test_a_register_of_lists_alone_is_asked_of_nobody(tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    listed = tmp_path / "lijst.csv"
    listed.write_text("Nummer;Toezegging;Status\nTA2022-000123;Het college stuurt een notitie.;Open\n", "utf-8")
    assert main(["fetch", "--register-list", str(listed), "--into", str(folder)]) == ExitCode.DONE
    (folder / "letters.toml").write_text('[source]\nfolder = ".."\n', "utf-8")
    capsys.readouterr()
    main(["watch", str(folder)])
    said = capsys.readouterr()
    assert "the register is asked by dossier" not in said.out + said.err
