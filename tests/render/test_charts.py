"""The charts: drawn from the sheet alone, part of the page, read without sight, and the same each time."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tests.ledgers import NEW, OLD, SMALL
from tests.render.test_formats import EVIL
from tests.written import written
from tracker.i18n.catalog import speaking
from tracker.ledger.fates import fates, was_dated
from tracker.ledger.queries import Index
from tracker.model import Status
from tracker.render import jinja
from tracker.render.chart_drawings import draw_calendar, draw_kept, draw_shares, draw_statuses, slips
from tracker.render.charts import MOST, VARIABLES, Chart, charts
from tracker.report_headings import FATES
from tracker.views import audit
from tracker.views.chart_rows import Bar, ViewLine
from tracker.views.sheet import ReportView
from tracker.views.text_style import GLUE

ROOT = Path(__file__).parents[2]
CSS = jinja.template("html").render(sheets=(), base="", charts=charts, language="en")
SVG = "{http://www.w3.org/2000/svg}"
LINE = ViewLine(
    "t-1", "brug", ((dt.date(2020, 1, 1), dt.date(2021, 1, 1)), (dt.date(2021, 2, 1), dt.date(2022, 6, 30)))
)
BAR = Bar("nr. 7 (2020)", ((Status.PROMISED, 4), (Status.LAPSED, 1)))


def sheet(trend: tuple[ViewLine, ...] = (), bars: tuple[Bar, ...] = ()) -> ReportView:
    return ReportView("x", None, (), (), trend=trend, bars=bars)


drawn_once = cache(charts)
"""That it is the same each time has a test of its own."""


def root(chart: Chart) -> etree._Element:
    return etree.fromstring(str(chart.svg))


def test_nothing_to_draw_is_not_drawn() -> None:
    assert charts(sheet()) == ()


@pytest.mark.parametrize("drawn", [sheet((LINE,)), sheet(bars=(BAR,))], ids=["trend", "bars"])
class TestDrawing:
    """What holds of every chart."""

    def test_it_is_the_same_each_time(self, drawn: ReportView) -> None:
        assert charts(drawn) == charts(drawn)

    def test_it_is_named_and_told_in_words(self, drawn: ReportView) -> None:
        svg = root(drawn_once(drawn)[0])
        names = [svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")]
        assert svg.get("role") == "img"
        assert svg.get("aria-labelledby") == " ".join(node.get("id", "") for node in names if node is not None)

    def test_its_colours_are_those_of_the_page(self, drawn: ReportView) -> None:
        text = str(drawn_once(drawn)[0].svg)
        assert not re.search(r"#[0-9a-f]{6}\b", text)
        assert set(re.findall(r"var\((--[a-z0-9-]+)\)", text)) <= set(VARIABLES.values())

    def test_it_brings_no_style_date_or_address(self, drawn: ReportView) -> None:
        svg = root(drawn_once(drawn)[0])
        assert not [node for node in svg.iter() if node.tag in {f"{SVG}style", f"{SVG}metadata", f"{SVG}script"}]
        assert "http" not in str(drawn_once(drawn)[0].svg).replace("http://www.w3.org/2000/svg", "")

    def test_ids_are_its_own(self, drawn: ReportView) -> None:
        first, second = (root(drawn_once(drawn, page)[0]) for page in ("a-", "b-"))
        ids = [{node.get("id") for node in svg.iter() if node.get("id")} for svg in (first, second)]
        assert ids[0].isdisjoint(ids[1])
        assert {name.partition("-")[0] for name in ids[0]} <= {"a"}


@pytest.mark.slow
def test_another_process_with_settings_of_its_own_draws_the_same(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("font.size: 30\naxes.grid: True\n", encoding="utf-8")
    code = "from tests.render.test_charts import *; print(charts(sheet((LINE,), (BAR,))))"
    own = {"PYTHONHASHSEED": "4711", "MPLBACKEND": "nonsense", "MATPLOTLIBRC": str(tmp_path)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=os.environ | own, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == f"{charts(sheet((LINE,), (BAR,)))}\n"


def test_every_colour_is_given_in_light_dark_and_print() -> None:
    for name in set(VARIABLES.values()) - {"--font"}:
        assert CSS.count(f"{name}:") == 3, name


def test_lines_are_named_beside_the_chart() -> None:
    (chart,) = charts(sheet((LINE,) * (MOST + 3)))
    assert chart.names == (("brug", "t-1"),) * MOST
    assert chart.means.endswith(f"Of the {MOST + 3} promises the {MOST} that moved most are drawn.")
    (whole,) = charts(sheet((LINE,) * MOST))
    assert "drawn" not in whole.means


def test_a_promise_without_a_new_day_is_told_to_have_none() -> None:
    (chart,) = charts(sheet((ViewLine("t-1", "brug", LINE.points[:1], adrift=True),)))
    assert "brug: 2020-01-01: 2021-01-01, no new date." in str(chart.svg)


@pytest.mark.parametrize("text", [EVIL, "$x^2$", "$\\frac{", "a" * 500, "日本 👩 \uffff\ud800"])
def test_a_text_of_a_letter_is_text(text: str) -> None:
    drawn = charts(sheet((ViewLine("t-1", text, LINE.points),), (Bar(text, BAR.numbers),)))
    page = written([sheet((ViewLine("t-1", text, LINE.points),), (Bar(text, BAR.numbers),))], "html")
    assert all(root(chart).find(f".//{SVG}script") is None for chart in drawn)
    assert "<script" not in page
    assert "\x1b" not in page


def test_days_are_told_in_the_language_spoken() -> None:
    with speaking("nl"):
        text = str(charts(sheet((LINE,)))[0].svg)
    assert "brug: 1 jan 2020: 1 jan 2021, 1 feb 2021: 30 jun 2022." in text


def test_an_audit_draws_what_slipped() -> None:
    drawn = audit.sheet(Index(SMALL))
    assert [(line.thread, len(line.points)) for line in drawn.trend] == [("t-aaaa0001", 2)]
    assert [sum(number for _, number in bar.numbers) for bar in drawn.bars] == [4, 1]
    assert written([drawn], "html").count("<svg") == len(charts(drawn)) == 5
    assert all("<svg" not in written([drawn], form) for form in ("text", "md", "csv", "json"))


class TestPoints:
    """What is drawn is what the ledger holds, each point on its day."""

    def test_slips(self) -> None:
        index = Index(SMALL)
        lines = audit.sheet(index).trend
        (axes,) = slips(lines).axes
        drawn = [tuple(row.get_xdata()) for row in axes.lines]
        for line in lines:
            (slip,) = index.threads[line.thread].slips
            assert (slip.old_end,) in drawn
            assert (slip.new_end,) in drawn
            assert line.points == ((OLD.anchor, slip.old_end), (NEW.anchor, slip.new_end))
        days = {day for row in axes.lines if row.get_linestyle() == ":" for day in row.get_xdata()}
        assert days == {OLD.anchor, NEW.anchor}
        assert "730 days later" in axes.texts[0].get_text().replace(GLUE, " ")

    def test_statuses_have_their_width_and_patterns_of_their_own(self) -> None:
        sheet = audit.sheet(Index(SMALL))
        (axes,) = draw_statuses(sheet.bars).axes
        wide = [round(patch.get_width()) for patch in axes.patches]
        assert sum(wide) == len(SMALL.threads)
        looks = {(patch.get_facecolor(), patch.get_hatch()) for patch in axes.patches if patch.get_width()}
        assert len({hatch for _, hatch in looks}) == len(looks)

    def test_the_share_of_the_kept(self) -> None:
        index = Index(SMALL)
        rows = audit.sheet(index).shares
        (axes,) = draw_kept(rows).axes
        fated = fates(index, SMALL.threads)
        judged = [row for kind, some in fated.items() if FATES[kind].share for row in some if was_dated(index, row)]
        done = [row for row in judged if row.status is Status.DELIVERED and not row.partly]
        assert [text.get_text() for text in axes.texts] == [f"{len(done)} of {len(judged)} (33%)"]
        assert sum(patch.get_width() for patch in axes.patches) == pytest.approx(100 * len(rows))
        (chart,) = (row for row in charts(audit.sheet(index)) if row.key == "kept")
        assert f"{len(done)} of {len(judged)} (33%); delivered late 1, postponed, withdrawn or" in str(chart.svg)

    def test_the_calendar_and_the_shares(self) -> None:
        index = Index(SMALL)
        sheet = audit.sheet(index)
        dues = [day for day in map(index.due, SMALL.threads) if day and SMALL.as_of and day >= SMALL.as_of]
        assert sum(month.number for month in sheet.calendar) == len(dues)
        (axes,) = draw_calendar(sheet.calendar).axes
        assert [patch.get_width() for patch in axes.patches] == [month.number for month in sheet.calendar]
        (axes,) = draw_shares(sheet.figures).axes
        assert [patch.get_width() for patch in axes.patches] == [row.number for row in sheet.figures]
