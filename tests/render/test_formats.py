"""The faces of a sheet: every one says the same, and in none is a letter's text anything but text."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledgers import HOSTILE_THREAD, NEW, SMALL
from tests.written import written
from tracker.ledger.queries import Index
from tracker.model import Edit, EditKind, Status
from tracker.render.table_rows import FORMULA, defused
from tracker.text.escape import HARMFUL
from tracker.views import audit, new_letter, overview
from tracker.views.sheet import ReportView, ThreadEntry, ViewBlock, ViewNote, edit_note

EVIL = "<script>alert(1)</script> [a](javascript:1) *x* `y` | =1+1 \x1b[31m \u202e"
INDEX = Index(SMALL)


def sheet_of(text: str) -> ReportView:
    """A sheet with a text in every place."""
    entry = ThreadEntry(
        title=text, facts=(text,), thread="t-1", status=Status.PROMISED, notes=(ViewNote("was", text, text),)
    )
    return ReportView(text, None, (text,), (ViewBlock("slipped", "Slipped", (entry,)),))


class Page(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("form", ["text", "md", "html", "csv", "json"])
@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(audit.sheet(INDEX), id="audit"),
        pytest.param(new_letter.sheet(INDEX, NEW), id="news"),
        pytest.param(overview.sheet(INDEX, SMALL.threads), id="report"),
    ],
)
def test_every_face_tells_every_thread(form: str, sheet: ReportView) -> None:
    text = written([sheet], form)
    assert all(row.thread in text for block in sheet.blocks for row in block.entries)
    assert "schuift door naar eind 2023" in " ".join(text.split())
    assert form == "json" or not [line for line in text.splitlines() if HARMFUL.search(line)]


def test_a_page_is_self_contained_and_its_text_is_text() -> None:
    page = Page(written([sheet_of(EVIL)], "html"))
    assert "script" not in page.tags
    assert set(page.links) == {"#slipped"}
    assert page.text.count("<script>alert(1)</script>") == 7


@given(st.text(min_size=1))
def test_no_text_adds_an_element_to_a_page(text: str) -> None:
    assert Page(written([sheet_of(text)], "html")).tags == Page(written([sheet_of("x")], "html")).tags


def test_markdown_is_text() -> None:
    text = written([sheet_of(EVIL)], "md")
    assert "<script" not in text
    assert r"\[a\](javascript:1) \*x\* \`y\` \|" in text
    assert not re.search(r"(?<!\\)[`*\[\]]", text)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n-2"])
def test_formulas_are_defused(text: str) -> None:
    assert defused(text).startswith("'")


@given(st.text())
def test_no_cell_begins_with_a_formula(text: str) -> None:
    rows = list(csv.reader(io.StringIO(written([sheet_of(text)], "csv"))))
    assert len(rows) == 2
    assert not [cell for cell in rows[1] if cell.lstrip().startswith(FORMULA)]


def test_json_can_be_read_back() -> None:
    sheet = json.loads(written([audit.sheet(INDEX)], "json"))["sheets"][0]
    slip = next(block for block in sheet["blocks"] if block["key"] == "slipped")["entries"][0]
    assert (slip["first_due"], slip["due"], slip["days"], slip["moves"]) == ("2021-12-31", "2023-12-31", 730, 1)
    assert slip["notes"][0]["ref"] == "kst-12345-7/c-0"


def test_a_hostile_letter_is_harmless_in_every_face() -> None:
    sheet = overview.sheet(INDEX, (HOSTILE_THREAD,))
    for form in ("text", "md", "html", "csv"):
        assert "\x1b" not in written([sheet], form)


def test_changed_words_are_marked_as_such_in_a_page() -> None:
    edits = (Edit(EditKind.EQUAL, "uiterlijk "), Edit(EditKind.DELETE, "<b>2021</b>"), Edit(EditKind.INSERT, "2023"))
    entry = ThreadEntry(title="x", notes=(edit_note(edits),))
    sheets = [ReportView("x", None, (), (ViewBlock("changed", "Changed", (entry,)),))]
    assert "uiterlijk <del>&lt;b&gt;2021&lt;/b&gt;</del><ins>2023</ins>" in written(sheets, "html")
    assert "uiterlijk [-<b>2021</b>-]{+2023+}" in written(sheets, "text")
