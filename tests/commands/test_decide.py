"""What an analyst rules on the command line holds for every face; what no longer stands is told and not applied."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from tests import repositories
from tracker.cli import main
from tracker.commands.source import CollectionSource
from tracker.decisions.file import read_rulings
from tracker.decisions.ruling import Ruling
from tracker.decisions.toml_text import read_decisions
from tracker.errors import ExitCode
from tracker.ledger.lookup import find_statement
from tracker.ledger.queries import Index
from tracker.model import Kind, Status, Thread

pytestmark = pytest.mark.usefixtures("shared")

DELAY = "schuift door"
REPORT = "uiterlijk eind 2020"
FERRIES = "informeren veerverbindingen"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return repositories.write(tmp_path / "brieven")


def decide(letters: Path, *words: str, by: str = "R. Rekenaar") -> None:
    assert main(["decide", *words, "--why", "nagevraagd", "--by", by, "--in", str(letters)]) == ExitCode.DONE


def refused(capsys: pytest.CaptureFixture[str], letters: Path, *words: str) -> str:
    """The sentence with which a ruling is refused; nothing was written."""
    assert main(["decide", *words, "--why", "nagevraagd", "--in", str(letters)]) == ExitCode.USER
    assert not (letters / "decisions.toml").exists()
    return capsys.readouterr().err


def thread(letters: Path, words: str) -> Thread:
    """The thread that a statement with these words is in."""
    index = Index(CollectionSource(letters).ledger)
    return index.thread_of[find_statement(index, words).id]


def test_one_promise_has_one_course(letters: Path) -> None:
    decide(letters, "same", DELAY, REPORT)
    found = thread(letters, REPORT)
    assert found == thread(letters, DELAY)
    assert found.status is Status.POSTPONED
    assert [slip.days for slip in found.slips] == [1095]
    assert found.ruled_by == "R. Rekenaar"


def test_threads_merge_and_split(letters: Path) -> None:
    first = thread(letters, "in oktober 2020").id
    other = thread(letters, "actieplan").id
    decide(letters, "merge", first, other)
    assert thread(letters, "in oktober 2020").id == thread(letters, "actieplan").id
    decide(letters, "split", "actieplan")
    assert thread(letters, "in oktober 2020").id != thread(letters, "actieplan").id
    decide(letters, "same", "in oktober 2020", "actieplan")
    decide(letters, "different", "in oktober 2020", "actieplan")
    assert thread(letters, "in oktober 2020").id != thread(letters, "actieplan").id


def test_status_title_and_note(letters: Path) -> None:
    id_ = thread(letters, FERRIES).id
    decide(letters, "status", id_, "delivered")
    decide(letters, "title", id_, "de veren")
    decide(letters, "note", id_, "mondeling gemeld")
    found = thread(letters, FERRIES)
    assert (found.id, found.status, found.title, found.note) == (id_, Status.DELIVERED, "de veren", "mondeling gemeld")


def test_deadlines_and_commitments(letters: Path) -> None:
    decide(letters, "deadline", "actieplan", "--end", "2022-09-30", "--words", "na de zomer")
    decide(letters, "no-promise", "kademuren")
    decide(letters, "promise", "2021", "omdat het slib vervuild was.", "--kind", "target", "--end", "2023-12-31")
    rows = {row.quote: row for row in CollectionSource(letters).ledger.commitments}
    plan = next(row for quote, row in rows.items() if "actieplan" in quote)
    assert plan.deadline
    assert (plan.deadline.text, str(plan.deadline.end)) == ("na de zomer", "2022-09-30")
    assert not [quote for quote in rows if "kademuren" in quote]
    assert rows["omdat het slib vervuild was."].kind is Kind.TARGET


def test_what_a_commitment_promises(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(letters, "kind", "actieplan", "target")
    assert "holds a ruling of R. Rekenaar: kind “target”" in capsys.readouterr().out
    (plan,) = (row for row in CollectionSource(letters).ledger.commitments if "actieplan" in row.quote)
    assert plan.kind is Kind.TARGET
    assert thread(letters, "actieplan").ruled_by == "R. Rekenaar"


def test_older_names_of_rulings_still_work(letters: Path) -> None:
    decide(letters, "reject", "kademuren")
    decide(letters, "missed", "2021", "omdat het slib vervuild was.", "--kind", "target")
    assert [row.ruling for row in read_rulings(letters / "decisions.toml")] == [Ruling.REJECTED, Ruling.MISSED]


def test_the_faces_mark_what_a_person_decided(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(letters, "same", DELAY, REPORT)
    assert "holds a ruling of R. Rekenaar: same" in capsys.readouterr().out
    for command in (["report", str(letters)], ["audit", str(letters)], ["thread", DELAY, "--in", str(letters)]):
        assert main(command) == ExitCode.DONE
        assert "R. Rekenaar ruled on it" in " ".join(capsys.readouterr().out.split())


def test_a_stale_ruling_is_told_kept_and_not_applied(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(letters, "status", thread(letters, FERRIES).id, "delivered")
    kept = (letters / "decisions.toml").read_bytes()
    file = letters / repositories.NAMES[0]
    file.write_text(file.read_text(encoding="utf-8").replace("In juni 2020", "In juli 2020"), encoding="utf-8")
    assert thread(letters, FERRIES).ruled_by is None
    capsys.readouterr()
    assert main(["report", str(letters)]) == ExitCode.DONE
    told = " ".join(capsys.readouterr().out.split())
    assert "a ruling of R. Rekenaar (status" in told
    assert "is not applied: the quote no longer stands in kst-12345-7" in told
    assert (letters / "decisions.toml").read_bytes() == kept
    for command in (["show", "2020"], ["thread", "walstroom"], ["diff", "2020", "2021"]):
        assert main([*command, "--in", str(letters)]) == ExitCode.DONE
        assert "is not applied: the quote no longer stands" in " ".join(capsys.readouterr().out.split()), command
    for verb in ("topics", "audit"):
        assert main([verb, str(letters)]) == ExitCode.DONE
        assert "is not applied: the quote no longer stands" in " ".join(capsys.readouterr().out.split()), verb


def test_a_ruling_on_a_later_letter_says_nothing_of_before(letters: Path) -> None:
    decide(letters, "no-promise", "kademuren")
    before = CollectionSource(letters, dt.date(2021, 12, 31)).ledger
    assert not before.notices


def test_the_ruler_is_who_git_signs_as(letters: Path) -> None:
    subprocess.run(["git", "init", "-q", str(letters)], check=True)
    assert main(["decide", "no-promise", "kademuren", "--why", "x", "--in", str(letters)]) == ExitCode.DONE
    (decision,) = read_decisions((letters / "decisions.toml").read_text(encoding="utf-8"))
    assert (decision.ruling, decision.who, decision.why) == (Ruling.REJECTED, "An Analyst", "x")


def test_nobody_cannot_rule(letters: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NAME", "EMAIL"):
        monkeypatch.delenv(f"GIT_AUTHOR_{name}")
    assert "--by" in refused(capsys, letters, "no-promise", "kademuren")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["no-promise", "vliegdekschip"], "no statement holds", id="no such statement"),
        pytest.param(["no-promise", "de"], "may mean", id="several statements"),
        pytest.param(["status", "vliegdekschip", "dropped"], "no thread", id="no such thread"),
        pytest.param(["status", "van", "dropped"], "may mean", id="several threads"),
        pytest.param(["no-promise", "is in november 2020"], "promises nothing", id="a report"),
        pytest.param(["same", "kademuren"], "at least 2 quotes", id="one of two"),
        pytest.param(["promise", "2021", "nooit gezegd", "--kind", "fund"], "no longer stands", id="no such quote"),
        pytest.param(["promise", "1848", "nooit gezegd", "--kind", "fund"], "no letter", id="no such letter"),
        pytest.param(["deadline", "kademuren", "--start", "2022-01-01"], "has no end", id="no end"),
    ],
)
def test_what_cannot_be_ruled(words: list[str], told: str, letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told in refused(capsys, letters, *words)


def test_a_ruling_is_taken_back(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = thread(letters, FERRIES)
    decide(letters, "status", before.id, "dropped")
    decide(letters, "status", before.id, "delivered")
    decide(letters, "no-promise", "kademuren")
    capsys.readouterr()
    command = ["decide", "withdraw", "status", "VEERVERBINDINGEN", "--in", str(letters)]
    assert main(command) == ExitCode.DONE
    assert "no longer holds a ruling of R. Rekenaar: status “delivered”" in capsys.readouterr().out
    assert thread(letters, FERRIES).status is Status.DROPPED
    assert main(command) == ExitCode.DONE
    assert thread(letters, FERRIES) == before
    assert [row.ruling for row in read_rulings(letters / "decisions.toml")] == [Ruling.REJECTED]


def test_a_stale_ruling_can_be_taken_back(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(letters, "no-promise", "kademuren")
    (letters / repositories.NAMES[2]).unlink()
    capsys.readouterr()
    assert main(["decide", "withdraw", "rejected", "kademuren", "--in", str(letters)]) == ExitCode.DONE
    assert read_rulings(letters / "decisions.toml") == ()


def test_what_was_not_ruled_cannot_be_taken_back(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "rulings called note: none." in withdrawn_in_vain(letters, capsys, "note", "kademuren")
    decide(letters, "no-promise", "kademuren")
    assert "rulings called rejected: “In het najaar" in withdrawn_in_vain(letters, capsys, "rejected", "sluizen")


def withdrawn_in_vain(letters: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(["decide", "withdraw", *words, "--in", str(letters)]) == ExitCode.USER
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("ruling", "words", "rest"),
    [
        pytest.param("status", "the id of the thread", ["dropped"], id="a verdict"),
        pytest.param("note", "the id of the thread", ["navragen"], id="a remark"),
        pytest.param("title", "the id of the thread", ["Veren"], id="a title"),
        pytest.param("kind", "the id of the statement", ["deliver"], id="a kind"),
        pytest.param("no-promise", "the id of the statement", [], id="no promise, so that the id is gone"),
        pytest.param("status", FERRIES, ["dropped"], id="words apart"),
        pytest.param("rejected", "veerverbindingen", [], id="the ruling as decisions.toml names it"),
    ],
)
def test_a_ruling_is_taken_back_by_what_it_was_given_with(
    ruling: str, words: str, rest: list[str], letters: Path
) -> None:
    statement = find_statement(Index(CollectionSource(letters).ledger), FERRIES).id
    said = {"the id of the thread": thread(letters, FERRIES).id, "the id of the statement": statement}.get(words, words)
    decide(letters, "no-promise" if ruling == "rejected" else ruling, said, *rest)
    decide(letters, "note", "loodsen", "een ander")
    assert main(["decide", "withdraw", ruling, said, "--in", str(letters)]) == ExitCode.DONE
    assert [row.value for row in read_rulings(letters / "decisions.toml")] == ["een ander"]


def test_an_id_that_no_ruling_is_on_takes_none_back(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(letters, "note", "loodsen", "een ander")
    other = thread(letters, FERRIES).id
    assert main(["decide", "withdraw", "note", other, "--in", str(letters)]) == ExitCode.USER
    assert "loodsen" in capsys.readouterr().err
    assert len(read_rulings(letters / "decisions.toml")) == 1
