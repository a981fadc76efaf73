"""`tracker tui`: which screens are opened over what."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tracker.cli import main
from tui import app, serve
from tui.study_loader import Scope


@pytest.mark.parametrize(("words", "place"), [([], "here"), (["--serve"], "browser")])
def test_the_scope_goes_to_the_screens(words: list[str], place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, Scope, str | None]] = []
    monkeypatch.setattr(app, "run_app", lambda scope, lang: asked.append(("here", scope, lang)) or 0)
    monkeypatch.setattr(serve, "serve_app", lambda scope, lang: asked.append(("browser", scope, lang)) or 0)
    assert main(["tui", "brieven", "--as-of", "2024-05-01", "--strict", "--lang", "nl", *words]) == 0
    assert asked == [(place, Scope(Path("brieven"), dt.date(2024, 5, 1), None, True), "nl")]
