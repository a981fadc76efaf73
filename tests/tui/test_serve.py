"""In a browser: the same command, for this machine alone."""

from __future__ import annotations

import datetime as dt
import shlex
from pathlib import Path

import pytest

from tracker.cli import main
from tracker.errors import ExitCode
from tui.reading import Scope
from tui.serve import HOST, command


def test_each_browser_gets_the_same_app() -> None:
    words = shlex.split(command(Scope(Path("een map"), dt.date(2024, 6, 26), rev="v1"), "nl"))
    assert words[1:4] == ["-m", "tracker", "tui"]
    assert words[4].endswith("een map")
    assert words[5:] == ["--as-of", "2024-06-26", "--rev", "v1", "--lang", "nl"]


def test_nobody_else_is_served() -> None:
    assert HOST == "127.0.0.1"


@pytest.mark.parametrize("options", [[], ["--serve"]], ids=["terminal", "browser"])
def test_without_a_folder_nothing_opens(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tui", "nergens", *options]) == ExitCode.USER
    assert "name the folder" in capsys.readouterr().err
