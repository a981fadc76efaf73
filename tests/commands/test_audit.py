"""`tracker audit`: the sheet, its forms and its gate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ledgers import POSTPONED
from tracker.cli import main
from tracker.errors import ExitCode

pytestmark = pytest.mark.usefixtures("small")


def test_it_lists_what_slipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "."]) == ExitCode.DONE
    assert POSTPONED.id in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], ExitCode.DONE),
        (["--fail-on", "slipped"], ExitCode.GATE),
        (["--fail-on", "dropped"], ExitCode.INCOMPLETE),
        (["--fail-on", "dropped", "--allow-unchecked"], ExitCode.DONE),
    ],
)
def test_the_gate(words: list[str], code: ExitCode, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", ".", *words]) == code


def test_what_an_earlier_audit_knew_is_let_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = tmp_path / "known.json"
    assert main(["audit", ".", "--format", "json", "--output", str(known)]) == ExitCode.DONE
    words = ["audit", ".", "--fail-on", "slipped", "--allow-unchecked", "--baseline", str(known)]
    assert main(words) == ExitCode.DONE
    page = json.loads(known.read_text(encoding="utf-8"))
    for block in page["sheets"][0]["blocks"]:
        block["entries"] = [row for row in block["entries"] if row["thread"] != POSTPONED.id]
    known.write_text(json.dumps(page), encoding="utf-8")
    assert main(words) == ExitCode.GATE
