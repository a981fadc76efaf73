"""`tracker thread`: by id or by words."""

from __future__ import annotations

import pytest

from tests.ledgers import DELIVERED, POSTPONED
from tracker.cli import main
from tracker.errors import ExitCode

pytestmark = pytest.mark.usefixtures("small")


@pytest.mark.parametrize("words", [[DELIVERED.id], [DELIVERED.title]])
def test_a_thread_is_followed(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["thread", *words, "--in", "."]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "is opgeleverd" in out
    assert POSTPONED.id not in out


def test_words_of_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["thread", "luchtballon", "--in", "."]) != ExitCode.DONE
    assert "luchtballon" in capsys.readouterr().err
