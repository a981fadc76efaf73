"""`tracker diff`: two letters in the order given."""

from __future__ import annotations

import pytest

from tracker.cli import main
from tracker.errors import ExitCode

pytestmark = pytest.mark.usefixtures("small")


@pytest.mark.parametrize(("words", "head"), [(["7", "9"], "2020-03-02 →"), (["9", "7"], "2021-09-01 →")])
def test_the_first_letter_is_the_older_side(words: list[str], head: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *(f"kst-12345-{number}" for number in words), "--in", "."]) == ExitCode.DONE
    assert head in capsys.readouterr().out.splitlines()[0]


def test_an_outline_is_shorter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2020", "2021", "--in", "."]) == ExitCode.DONE
    whole = capsys.readouterr().out
    assert main(["diff", "2020", "2021", "--outline", "--in", "."]) == ExitCode.DONE
    outline = capsys.readouterr().out
    assert "Havens en sluizen" in outline
    assert len(outline.splitlines()) < len(whole.splitlines())
