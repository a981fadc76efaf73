"""What the tests of the terminal UI share."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import CSSLocation, Stylesheet
from textual.screen import Screen

from tests import repositories
from tests.tui.driving import unpainted
from tui.app import TrackerApp
from tui.study_loader import read_study


@pytest.fixture(autouse=True)
def unmasked(shared: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paint what is quiet alone, at once where Textual masks the change of screens.

    What is read is remembered, and shown once all is read; letters are compared in this process. Nobody looks at a
    thread long enough to rule on it.
    """
    monkeypatch.setattr(Screen, "_compositor_refresh", unpainted)
    monkeypatch.setattr(TrackerApp, "delay_update", lambda *_: None)
    monkeypatch.setattr(Stylesheet, "_parse_rules", parsed_once)
    monkeypatch.setattr("tui.study_loader.growing", lambda _: ())
    monkeypatch.setattr("tui.comparison_cache.run_isolated", lambda task, about: task(about))
    monkeypatch.setattr("tui.screens.ruling.LOOKED_AT", 3600.0)


PARSE = Stylesheet._parse_rules
PARSED: dict[object, list[RuleSet]] = {}


def parsed_once(sheet: Stylesheet, css: str, read_from: CSSLocation, *more: Any, **named: Any) -> list[RuleSet]:
    """The rules of a style sheet, parsed for the first app alone: each app of a process parses the same ones."""
    about = (tuple(sheet._variables.items()), css, read_from, more, tuple(sorted(named.items())))
    if about not in PARSED:
        PARSED[about] = PARSE(sheet, css, read_from, *more, **named)
    return PARSED[about]


KNOWN = cache(read_study)
"""The studies of folders that stay as they are, each made once."""


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the app of this test share the studies that other tests made."""
    monkeypatch.setattr("tui.study_loader.read_study", lambda scope, *_: KNOWN(scope))


@pytest.fixture
def real(known: None, seeds: Path) -> TrackerApp:
    """The app over the five letters, in English."""
    return TrackerApp(seeds, lang="en", watching=False)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A folder of three short letters that may be written to."""
    return repositories.write(tmp_path / "brieven")


@pytest.fixture
def desk(harbour: Path) -> TrackerApp:
    """The app over the three short letters, with an analyst who has a name."""
    app = TrackerApp(harbour, lang="en", watching=False)
    app.state.name = "R. Rekenaar"
    return app
