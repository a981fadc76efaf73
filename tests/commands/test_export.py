"""`tracker export`: the ledger, or what stands in it."""

from __future__ import annotations

import json

import pytest

from tests.ledgers import SMALL
from tracker.cli import main
from tracker.errors import ExitCode

pytestmark = pytest.mark.usefixtures("small")


def test_json_is_what_it_writes_unless_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "."]) == ExitCode.DONE
    data = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in data["threads"]] == [row.id for row in SMALL.threads]


@pytest.mark.parametrize(("form", "begin"), [("json", "{"), ("sqlite", "CREATE TABLE")])
def test_a_schema_holds_no_letter(form: str, begin: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", ".", "--format", form, "--schema"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert begin in out
    assert "kst-12345" not in out
