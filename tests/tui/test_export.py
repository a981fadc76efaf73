"""What is taken along is data in any form of the registry: no markup, no formula, whatever a letter says."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tests.tui.driving import keys, play
from tracker.export import registry
from tracker.export.registry import EXPORTERS, ExportForm, table_forms
from tracker.views.content import SheetContent
from tui.app import TrackerApp
from tui.export import ExportTable, exported_table
from tui.screens.dialogs import Ask, Choose
from tui.screens.overview import OverviewScreen
from tui.widgets.rows import Rows

TABLE = ExportTable(
    "Wat <b>blijft</b>",
    ["Toezegging", "Citaat"],
    [["haven | kade", '=HYPERLINK("x")'], ["<script>alert(1)</script>", "\x1b[31m **vet** `x`\nregel"]],
)

WORDS = [f"woord{at}x" for at in range(80)]
LONG = ExportTable(
    "Overzicht", ["Status", "Citaat", "Plaats"], [["te laat", f"\x1b[31m{' '.join(WORDS)}", "nr. 456,\xa0p. 3"]]
)


def text(form: str) -> str:
    answer = exported_table(TABLE, form)
    assert isinstance(answer, str)
    return answer


def test_html_holds_no_markup_of_a_letter() -> None:
    page = text("html")
    assert "<script>" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_markdown_escapes_its_signs_and_keeps_a_row_a_line() -> None:
    lines = [line for line in text("md").splitlines() if line.startswith("|")]
    assert len(lines) == 2 + len(TABLE.rows)
    assert r"haven \| kade" in lines[2]
    assert r"\*\*vet\*\*" in lines[3]


def test_csv_gives_back_its_rows_without_formulas() -> None:
    rows = list(csv.reader(io.StringIO(text("csv"))))
    assert rows[0] == list(TABLE.heads)
    assert len(rows) == 1 + len(TABLE.rows)
    assert rows[1][1].startswith("'=")


@pytest.mark.parametrize("form", table_forms())
def test_no_control_code_leaves_and_nothing_is_cut(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also in a terminal of few columns that may show colours."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    answer = exported_table(LONG, form)
    told = answer if isinstance(answer, str) else answer.decode("latin-1")
    assert "\x1b" not in told
    assert all(told.count(word) == 1 for word in WORDS)


def test_a_form_that_is_added_to_the_registry_is_one_of_the_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the terminal UI names the forms."""

    def write(content: SheetContent) -> bytes:
        return content.sheets[0].tables[0].heading.encode()

    monkeypatch.setitem(sys.modules, "made_up_form", SimpleNamespace(write=write))
    monkeypatch.setattr(registry, "EXPORTERS", [*EXPORTERS, ExportForm("made-up", "tables", "made_up_form")])
    assert "made-up" in table_forms()
    assert exported_table(TABLE, "made-up") == TABLE.title.encode()


@pytest.mark.parametrize("place", ["downloads", "brieven"])
def test_what_is_seen_is_written_where_no_letter_is_read(
    desk: TrackerApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """The screens offer what the registry has; among letters no page is written that would be read as one."""
    for name in (place, "work"):
        (tmp_path / name).mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr("tui.saving_app.user_downloads_path", lambda: tmp_path / place)

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        before = {path.name for path in (tmp_path / "brieven").iterdir()}
        await keys(pilot, "e")
        shown = "\n".join(str(option.prompt) for option in app.screen.query_one(OptionList).options)
        assert all(name in shown for name in ("Markdown", "HTML", "CSV", "JSON"))
        await keys(pilot, "H", "T", "M", "L", "enter", "enter")
        assert {path.name for path in (tmp_path / "brieven").iterdir()} == before
        if place == "downloads":
            (page,) = (tmp_path / "downloads").iterdir()
            assert page.read_text(encoding="utf-8").startswith("<!doctype html>")

    play(desk, story)


def test_nothing_is_overwritten_unasked_and_what_is_saved_says_of_what(
    desk: TrackerApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder for downloads the folder one is in is offered; the place is the analyst's choice."""
    monkeypatch.setattr("tui.saving_app.user_downloads_path", lambda: tmp_path / "none")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mijn.md").write_text("oud")

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "slash", "'waalhaven'", "enter", "e", "'Markdown'", "enter")
        assert app.screen.query_one(Input).value == str(tmp_path / "brieven-overview.md")
        await keys(pilot, "ctrl+u", "'mijn.md'", "enter", "enter")
        assert (tmp_path / "mijn.md").read_text() == "oud"
        await keys(pilot, "enter", "'Replace'", "enter")
        saved = (tmp_path / "mijn.md").read_text()
        assert all(word in saved for word in ("2022-06-14", "Filter: waalhaven", "Kamerstuk 12 345, nr. 12"))
        assert "nr. 9, " in saved.replace("\xa0", " ")

    play(desk, story)


def test_what_was_late_is_late_in_every_list_and_in_what_is_taken_along(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        assert app.study is not None
        late = [entry.thread.title for entry in app.study.entries if entry.late]
        assert late
        screen = app.screen
        assert isinstance(screen, OverviewScreen)
        table = screen.seen()
        assert table is not None
        assert sorted(row[1] for row in table.rows if row[0].endswith(", late")) == sorted(late)
        await keys(pilot, "5", "slash", "' late'", "enter")
        review = app.screen.query_one(Rows)
        told = [review.draw(key) for key in review.keys if app.study.by_id[key].late]
        assert all("late" in row[1].plain for row in told)

    play(real, story)


FORBIDDEN = (
    "decisions.toml",
    "letters.toml",
    "DECISIONS.TOML",
    "nieuw.txt",
    "x/../nieuw.html",
    ".git/config",
    "link.md",
)
"""Places in the folder of letters where no table may go."""


def test_no_table_goes_where_letters_and_rulings_are_kept(
    desk: TrackerApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the analyst names: it is told why, and the question stays until a place is free or it is given up."""
    folder = tmp_path / "brieven"
    letter = min(folder.glob("*.txt"))
    monkeypatch.chdir(tmp_path)
    for name in ("decisions.toml", "letters.toml", ".git/config", ".git/HEAD", "x/is"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    (folder / ".git" / "objects").mkdir()
    (folder / "link.md").symlink_to(letter)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "e", "'Markdown'", "enter")
        for name in (letter.name, *FORBIDDEN):
            await keys(pilot, "ctrl+u", f"'brieven/{name}'", "enter")
            if isinstance(app.screen, Choose):
                await keys(pilot, "'Replace'", "enter")
            assert isinstance(app.screen, Ask), name
        await keys(pilot, "escape")
        assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before

    play(desk, story)
