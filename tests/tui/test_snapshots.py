"""Pictures of the screens over the hand-made ledger; each was looked at when it was taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ledgers import SMALL
from tests.tui.driving import instead, keys, play, settle
from tui.app import TrackerApp

WIDE, NARROW = (140, 36), (80, 24)

SCENES = {
    "overview wide": (WIDE, "en", []),
    "overview narrow": (NARROW, "nl", ["j"]),
    "thread": (WIDE, "en", ["enter"]),
    "thread narrow": (NARROW, "nl", ["enter", "j"]),
    "letter": (WIDE, "en", ["4", "n"]),
    "compare wide": (WIDE, "en", ["3"]),
    "compare narrow": (NARROW, "en", ["3"]),
    "deadlines with trend": (WIDE, "en", ["2", "t"]),
    "review": (WIDE, "en", ["5"]),
    "help": (WIDE, "en", ["question_mark"]),
    "light": (NARROW, "en", ["T"]),
    "contrast": (NARROW, "en", ["T", "T"]),
    "nothing fits": (NARROW, "en", ["slash", "'zeppelin'"]),
}


def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder whose name does not depend on where the tests run."""
    monkeypatch.chdir(tmp_path)
    Path("brieven").mkdir()
    return Path("brieven")


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The picture that was kept, an SVG of its own."""
    return snapshot.use_extension(SVGImageExtension)


def taken(app: TrackerApp, size: tuple[int, int], presses: Sequence[str] = ()) -> str:
    """A picture of the app after some keys, when all is painted and no cursor blinks."""
    pictures: list[str] = []

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, *presses)
        for box in app.screen.query(Input):
            box.cursor_blink = False
        await settle(pilot)
        pictures.append(app.export_screenshot())

    play(app, story, size)
    return pictures[0]


@pytest.mark.parametrize(("size", "lang", "presses"), SCENES.values(), ids=SCENES)
def test_picture(
    picture: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    size: tuple[int, int],
    lang: str,
    presses: list[str],
) -> None:
    instead(monkeypatch, SMALL)
    app = TrackerApp(folder(monkeypatch, tmp_path), lang=lang, watching=False)
    assert taken(app, size, presses) == picture


def test_picture_of_an_empty_folder(
    picture: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = TrackerApp(folder(monkeypatch, tmp_path), lang="en", watching=False)
    assert taken(app, NARROW) == picture
