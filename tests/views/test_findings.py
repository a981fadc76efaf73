"""An audit as a check: what it says no to, what it knows already, and how a forge reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from jsonschema import Draft4Validator

from tests.ledgers import SMALL
from tracker import pipeline
from tracker.cli import main, tracker
from tracker.documents import ReadResult, read
from tracker.errors import ExitCode
from tracker.ledger.rejudging import Judged
from tracker.model import Collection
from tracker.statuses import GATES

Run = Callable[..., tuple[int, str, str]]
Log = Callable[..., dict[str, Any]]
OFFICIAL = Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.5.json"


@pytest.fixture
def audit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run an audit of the small ledger, and give its exit code and what it says on both streams."""
    monkeypatch.setattr(read, "read_collection", lambda _: ReadResult(SMALL.letters, SMALL.refused, ()))
    monkeypatch.setattr(pipeline, "open_collection", lambda folder, rev: Collection("havens", ()))
    monkeypatch.setattr(pipeline, "judge_read", lambda *_, **__: Judged(SMALL))

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["audit", ".", *words])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def sarif(audit: Run, official: Draft4Validator) -> Log:
    """The one run of an audit in SARIF, valid under the official schema."""

    def run(*words: str) -> dict[str, Any]:
        log = json.loads(audit("--format", "sarif", *words)[1])
        official.validate(log)
        return dict(log["runs"][0])

    return run


@pytest.fixture(scope="module")
def official() -> Draft4Validator:
    """What checks a log against the schema of the format."""
    return Draft4Validator(json.loads(OFFICIAL.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        pytest.param("dropped", None, id="none of these"),
        pytest.param("slipped", "1 postponed", id="one kind"),
        pytest.param("lapsed,slipped,dropped", "1 postponed, 1 not mentioned since", id="several kinds"),
        pytest.param("late", "1 late", id="late"),
    ],
)
def test_the_gate_says_no_and_prints_the_audit_all_the_same(kinds: str, told: str | None, audit: Run) -> None:
    code, out, err = audit("--fail-on", kinds, "--allow-unchecked")
    assert code == (ExitCode.GATE if told else ExitCode.DONE)
    assert err == (
        f"tracker: the audit says no: {told}; read it, or take it as known with --baseline.\n" if told else ""
    )
    assert out == audit()[1]


def test_a_gate_that_cannot_tell_does_not_say_yes(audit: Run) -> None:
    code, out, err = audit("--fail-on", "dropped")
    assert code == ExitCode.INCOMPLETE
    assert out == audit("--allow-unchecked")[1]
    assert err.startswith(f"tracker: not everything could be checked: {SMALL.refused[0].path}; ")
    assert audit("--fail-on", "slipped")[0] == ExitCode.GATE


def test_what_the_baseline_knows_is_no_ground(audit: Run, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    known = audit("--format", "json")[1]
    file.write_text(known, encoding="utf-8")
    words = ("--fail-on", "slipped,lapsed", "--allow-unchecked", "--baseline", str(file))
    assert audit(*words)[0] == ExitCode.DONE
    file.write_text(known.replace('"moves": 1', '"moves": 0'), encoding="utf-8")
    code, _, err = audit("--fail-on", "slipped,lapsed", "--baseline", str(file))
    assert code == ExitCode.GATE
    assert "1 postponed;" in err


@pytest.mark.parametrize("text", ["", "{}", '{"schema": "ledger/1"}', '{"sheets": []}'])
def test_a_baseline_that_is_none(text: str, audit: Run, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text(text, encoding="utf-8")
    code, out, err = audit("--fail-on", "slipped", "--baseline", str(file))
    assert (code, out) == (ExitCode.USER, "")
    assert "--format json" in err


def test_an_unknown_kind_is_refused(audit: Run) -> None:
    code, out, err = audit("--fail-on", "slipped,shifted")
    assert (code, out) == (ExitCode.USER, "")
    assert "'shifted' is no kind of finding" in err


def test_sarif_points_at_both_quotes(sarif: Log) -> None:
    run = sarif()
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert tuple(rules) == GATES
    assert all(rules[row["ruleIndex"]] == row["ruleId"] for row in run["results"])
    slip = next(row for row in run["results"] if row["ruleId"] == "slipped")
    (now,), (was,) = slip["locations"], slip["relatedLocations"]
    assert now["physicalLocation"]["artifactLocation"]["uri"] == "kst-12345-9.txt"
    assert was["physicalLocation"]["region"]["startLine"] == 1
    assert was["message"]["text"] == "De haven is eind 2021 verdiept."
    assert "baselineState" not in slip


def test_sarif_tells_what_is_new_and_what_is_gone(audit: Run, sarif: Log, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    known = json.loads(audit("--format", "json")[1])
    late = next(block for block in known["sheets"][0]["blocks"] if block["key"] == "late")
    slipped = next(block for block in known["sheets"][0]["blocks"] if block["key"] == "slipped")
    late["entries"][0] |= {"status": "dropped", "late": False}
    slipped["entries"][0]["moves"] += 1
    file.write_text(json.dumps(known), encoding="utf-8")
    states = {row["ruleId"]: row["baselineState"] for row in sarif("--baseline", str(file))["results"]}
    assert states == {"slipped": "updated", "late": "new", "lapsed": "unchanged", "dropped": "absent"}


def test_what_is_no_sarif_is_told_apart(official: Draft4Validator) -> None:
    """The schema does say no: to a state that there is not, and to a result that says nothing."""
    run = {"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": "x"}, "baselineState": "old"}]}
    assert not official.is_valid({"version": "2.1.0", "runs": [run]})
    assert not official.is_valid({"version": "2.1.0", "runs": [{**run, "results": [{"ruleId": "x"}]}]})


def test_the_hook_for_pre_commit_is_a_command_that_is_understood() -> None:
    """Entry and args as a team gets them when it names neither."""
    text = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = re.search(r"^  entry: tracker (\w+)$", text, re.MULTILINE)
    args = re.search(r"^  args: \[(.+)\]$", text, re.MULTILINE)
    assert entry
    assert args
    words = [word.strip().strip('"') for word in args[1].split(", ")]
    command = tracker.get_command(click.Context(tracker), entry[1])
    assert command
    command.make_context(entry[1], words)
