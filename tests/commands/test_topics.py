"""`tracker topics`: in each form of a sheet."""

from __future__ import annotations

import json

import pytest

from tracker.cli import main
from tracker.errors import ExitCode

pytestmark = pytest.mark.usefixtures("small")


def test_it_is_a_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", ".", "--format", "json"]) == ExitCode.DONE
    (sheet,) = json.loads(capsys.readouterr().out)["sheets"]
    assert main(["topics", ".", "--format", "md"]) == ExitCode.DONE
    assert capsys.readouterr().out.startswith(f"# {sheet['title']}")


def test_a_ledger_is_no_form_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", ".", "--format", "sqlite"]) == ExitCode.USER
