"""What is saved goes where a person says, over nothing unasked; what cannot be written is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.export import ExportTable
from tui.labels import Labels
from tui.saving_app import SavingApp
from tui.state import State


class Saving(SavingApp):
    """An app as it saves: what it says is written down."""

    def __init__(self, folder: Path) -> None:
        self.state = State()
        self.labels = Labels("en")
        self.told: list[str] = []
        self.copied = ""
        self.place = folder

    @property
    def folder(self) -> Path:  # type: ignore[override]
        return self.place

    def notify(self, message: str, **_: object) -> None:  # type: ignore[override]
        self.told.append(message)

    def copy_to_clipboard(self, text: str) -> None:
        self.copied = text


@pytest.fixture
def saving(tmp_path: Path) -> Saving:
    (tmp_path / "brieven").mkdir()
    return Saving(tmp_path / "brieven")


def test_what_is_saved_is_told_and_its_folder_kept(saving: Saving, tmp_path: Path) -> None:
    place = tmp_path / "uit" / "a.md"
    assert saving._save(place, "x")
    assert place.read_text() == "x"
    assert saving.state.saved_in == str(place.parent)
    assert str(place) in saving.told[0]
    assert saving._usual_folder("a.md") == place.parent


@pytest.mark.parametrize("name", ["brieven/letters.toml", "brieven/decisions.toml", "."])
def test_what_is_kept_is_not_lost(saving: Saving, tmp_path: Path, name: str) -> None:
    assert not saving._save(tmp_path / name, "x")
    assert len(saving.told) == 1
    assert saving.state.saved_in == State().saved_in


def test_where_a_file_stands_in_the_way_that_is_told_in_words(saving: Saving, tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert not saving._save(tmp_path / "a" / "b.md", "x")
    assert str(tmp_path) in saving.told[0]
    assert "Errno" not in saving.told[0]


def test_the_folder_one_is_in_is_usual_where_there_are_no_downloads(
    saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.saving_app.user_downloads_path", lambda: tmp_path / "none")
    monkeypatch.chdir(tmp_path)
    assert saving._usual_folder("a.txt") == tmp_path


@pytest.mark.parametrize(("name", "goes"), [("a.txt", "mine"), ("a.html", "mine"), ("a.csv", "brieven")])
def test_no_place_is_proposed_that_would_be_refused(
    saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, goes: str
) -> None:
    """Among letters a text would be read as one."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "brieven" / "letters.toml").touch()
    monkeypatch.setattr("tui.saving_app.user_downloads_path", lambda: tmp_path / "none")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "mine")
    monkeypatch.chdir(tmp_path / "brieven")
    assert saving._usual_folder(name) == tmp_path / goes
    assert saving._save(saving._usual_folder(name) / name, "x")


@pytest.mark.parametrize(
    ("form", "name", "begins"),
    [
        ("text", "a.csv", "naam"),
        ("csv", "a.txt", "Promises"),
        ("text", "a.txt", "Promises"),
        ("text", "a", "Promises"),
        ("text", "a.note", "Promises"),
        ("json", "a.MD", "# Promises"),
    ],
)
def test_the_name_of_the_file_says_its_form(saving: Saving, form: str, name: str, begins: str) -> None:
    table = ExportTable("Promises", ["naam"], [["een"]], "promises")
    assert str(saving._written(table, form, Path(name))).startswith(begins)


def test_in_tmux_what_is_copied_is_in_a_file_too(
    saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.saving_app.user_state_path", lambda _: tmp_path)
    saving.copy("quote", "copied")
    assert (saving.copied, saving.told) == ("quote", ["copied"])
    monkeypatch.setenv("TMUX", "1")
    saving.copy("quote", "copied")
    assert (tmp_path / "tui" / "copied.txt").read_text() == "quote"
    assert "copied.txt" in saving.told[1]
