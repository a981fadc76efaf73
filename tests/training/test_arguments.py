"""What the commands that learn from series are given."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.training.test_series import TEXT
from tracker.training.arguments import given_to, parser_of, series_of, tell_progress


@pytest.mark.parametrize(("words", "told"), [(["papers"], "in pairs"), ([], "no series")])
def test_without_whole_series_nothing_is_learned(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        given_to(parser_of("pairs", ""), words)
    assert told in capsys.readouterr().err


def test_every_series_tells_whether_it_was_made(tmp_path: Path) -> None:
    (tmp_path / "maas.series").write_text(TEXT, encoding="utf-8")
    given = given_to(parser_of("pairs", ""), ["--made", str(tmp_path)])
    assert [(row.name, is_made) for row, is_made in series_of(given)] == [("maas", True)]


@pytest.mark.parametrize(("terminal", "told"), [(True, "fitted\n"), (False, "")])
def test_only_who_waits_at_a_terminal_hears_how_far_it_is(
    terminal: bool, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    tell_progress("fitted")
    assert capsys.readouterr().err == told
