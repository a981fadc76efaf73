"""`tracker explain`: a sentence, or a pair."""

from __future__ import annotations

import pytest

from tracker.cli import main
from tracker.errors import ExitCode


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "sentence"),
        (["Een zin.", "--pair", "a", "b"], "sentence"),
        ([" "], "empty"),
        (["--pair", "kst-12345-7/c-0", "kst-12345-7/c-0", "--in", "."], "kst-12345-7/c-0"),
    ],
)
@pytest.mark.usefixtures("small")
def test_what_cannot_be_explained(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", *words]) == ExitCode.USER
    assert told in capsys.readouterr().err


def test_a_date_makes_a_month_of_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "In oktober informeren we u.", "--date", "2023-06-20"]) == ExitCode.DONE
    assert "2023-10-01..2023-10-31" in capsys.readouterr().out
