"""The app: its views have keys of their own, and where it cannot open it says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding

from tests.tui.pseudo_terminal import terminal
from tracker.errors import CollectionError, ExitCode, TrackerError
from tui import app
from tui.app import TrackerApp, run_app
from tui.labels import LANGUAGES, Labels
from tui.study_loader import Scope
from tui.widgets.masthead import VIEWS


def test_each_view_has_a_key_and_a_screen_in_their_order() -> None:
    keys = {row.action: row.key for row in TrackerApp.BINDINGS if isinstance(row, Binding)}
    assert [keys[f"go('{view}')"] for view in VIEWS] == list("1234567890")
    assert set(TrackerApp.MODES) == set(VIEWS)
    assert TrackerApp.DEFAULT_MODE in VIEWS
    for view, made in TrackerApp.MODES.items():
        screen = made() if callable(made) else None
        assert screen is not None
        assert view == (getattr(screen, "VIEW", "") or view)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_key_of_the_app_has_words(language: str) -> None:
    labels = Labels(language)
    shown = [row for row in TrackerApp.BINDINGS if isinstance(row, Binding) and row.show]
    assert [row.description for row in shown if not labels.has(f"keys.{row.description}")] == []
    assert [view for view in VIEWS if not labels.has(f"views.{view}")] == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="none"):
        run_app(Scope(tmp_path / "none"))


def test_a_terminal_that_draws_no_screens_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "draws_screens", lambda: False)
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    with pytest.raises(TrackerError) as caught:
        run_app(Scope(tmp_path))
    assert caught.value.message.id == "tui.no-terminal"


def test_what_the_app_gives_is_the_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "draws_screens", lambda: True)
    monkeypatch.setattr(TrackerApp, "run", lambda self: setattr(self, "_return_code", 4))
    assert run_app(Scope(tmp_path)) == 4


def test_the_whole_screen_is_there_again_after_a_stop(harbour: Path) -> None:
    with terminal("tui", str(harbour), "--lang", "en") as shell:
        shell.until("1 Overview", "as of 2022-06-14", "Waalhaven", "q quit")
        shell.press("\x1a")
        shell.wait_until_stopped()
        shell.go_on()
        shell.until("1 Overview", "as of 2022-06-14", "Waalhaven", "q quit")


@pytest.mark.parametrize(
    ("environment", "why"),
    [
        ({"TERM": "dumb"}, "its cursor cannot be moved"),
        ({"LC_ALL": "C"}, "it does not write UTF-8"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "it does not write UTF-8"),
    ],
    ids=["no cursor", "no signs", "no signs in Python either"],
)
def test_a_terminal_that_draws_no_screens_gets_the_report(harbour: Path, environment: dict[str, str], why: str) -> None:
    with terminal("tui", str(harbour), "--lang", "en", "--as-of", "2021-12-31", **environment) as shell:
        told = " ".join(shell.until(why, "Waalhaven", "Actieplan voor de loodsen").split())
        assert "needs a terminal" not in told
        assert shell.ended() == 0


@pytest.mark.parametrize(
    ("options", "why"),
    [(["--rev", "nosuch"], "no git repository"), (["--strict"], "empty.txt")],
    ids=["revision", "strict"],
)
def test_what_can_never_be_shown_ends_with_a_sentence(harbour: Path, options: list[str], why: str) -> None:
    (harbour / "empty.txt").touch()
    with terminal("tui", str(harbour), "--lang", "en", *options) as shell:
        assert "Overview" not in shell.until(why)
        assert shell.ended() == ExitCode.USER
