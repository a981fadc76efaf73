"""The drawings: every point stands on the day or the number that it tells of."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from matplotlib.dates import date2num
from msgspec.structs import replace

from tracker.model import Status
from tracker.render.chart_drawings import (
    LABEL,
    TICKS,
    TITLE,
    draw_calendar,
    draw_kept,
    draw_shares,
    draw_statuses,
    kept_counts,
    slips,
)
from tracker.report_headings import KeptShare
from tracker.views.chart_rows import Bar, Figure, Month, Share, ViewLine
from tracker.views.text_style import GLUE

LINE = ViewLine(
    "t-1", "brug", ((dt.date(2020, 1, 1), dt.date(2021, 1, 1)), (dt.date(2021, 2, 1), dt.date(2024, 6, 30)))
)


def test_each_promise_has_a_row_with_its_days() -> None:
    (axes,) = slips([LINE, LINE]).axes
    lines = [
        line.get_ydata() for line in axes.get_lines() if len(line.get_xdata()) == 2 and line.get_linestyle() == "-"
    ]
    assert [list(row) for row in lines] == [[0, 0], [1, 1]]
    assert len(axes.get_xticks()) <= TICKS
    assert "brug, 1276 days later" in [text.get_text().replace(GLUE, " ") for text in axes.texts]


def test_the_dotted_lines_are_named_and_two_that_are_near_share_a_name() -> None:
    names = ("nr. 1 (2020)", "nr. 2 (2021)")
    (axes,) = slips([replace(LINE, letters=names)]).axes
    days = [float(date2num(said)) for said, _ in LINE.points]
    assert [(text.get_text(), text.xy[0]) for text in axes.texts if text.get_text() in names] == [
        *zip(names, days, strict=True)
    ]
    near = ((dt.date(2020, 1, 1), dt.date(2021, 1, 1)), (dt.date(2020, 1, 9), dt.date(2030, 6, 30)))
    (axes,) = slips([replace(LINE, points=near, letters=names)]).axes
    (both,) = [text for text in axes.texts if text.get_text().startswith("nr. 1")]
    assert both.get_text() == "nr. 1 (2020), nr. 2 (…"
    assert date2num(dt.date(2020, 1, 1)) < both.xy[0] < date2num(dt.date(2020, 1, 9))


@pytest.mark.parametrize(
    ("points", "adrift", "told"),
    [
        (LINE.points[:1], True, "no new date"),
        (LINE.points, True, "no new date"),
        ((), True, "no new date"),
        (LINE.points[:1], False, "earlier day unknown"),
    ],
)
def test_a_promise_whose_days_are_not_all_known_has_a_row(
    points: tuple[tuple[dt.date, dt.date], ...], adrift: bool, told: str
) -> None:
    figure = slips([ViewLine("t-1", "brug", points, adrift=adrift)])
    (axes,) = figure.axes
    assert [text.get_text().replace(GLUE, " ") for text in axes.texts if text.get_text()] == [f"brug, {told}"]
    dots = [line for line in axes.get_lines() if line.get_marker() == "o" and len(line.get_xdata())]
    full = [line for line in dots if line.get_markerfacecolor() == line.get_color()]
    assert [len(line.get_xdata()) for line in dots if line not in full] == ([len(points)] if adrift and points else [])
    assert [list(line.get_xdata()) for line in full] == ([] if adrift else [[points[-1][1]]])
    arrows = [text for text in axes.texts if text.arrow_patch is not None]
    figure.draw_without_rendering()
    assert all(arrow.get_window_extent().x1 <= axes.get_window_extent().x1 for arrow in arrows)
    assert [arrow.xy[0] for arrow in arrows] == ([points[-1][1]] if adrift and points else [])


def test_days_of_one_month_are_told_apart() -> None:
    one = ViewLine("t", "x", ((dt.date(2020, 1, 4), dt.date(2020, 1, 9)), (dt.date(2020, 1, 6), dt.date(2020, 1, 30))))
    (axes,) = slips([one]).axes
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2020-01-04", "2020-01-30"]


def test_a_span_without_a_quarter_is_named_by_its_ends() -> None:
    short = ViewLine("t", "x", ((dt.date(2020, 1, 1), dt.date(2020, 2, 2)), (dt.date(2020, 1, 2), dt.date(2020, 3, 3))))
    assert len(slips([short]).axes[0].get_xticks()) == 2


def test_days_below_the_rows_stand_apart_where_the_letters_are_older_than_what_they_promise() -> None:
    late = ((dt.date(2023, 6, 20), dt.date(2024, 12, 31)), (dt.date(2024, 6, 26), dt.date(2025, 12, 31)))
    for points in (late, LINE.points):
        figure = slips([ViewLine("t-1", "brug", points)])
        figure.draw_without_rendering()
        places = [label.get_window_extent() for label in figure.axes[0].get_xticklabels()]
        assert len(places) > 1
        assert all(left.x1 + 5 < right.x0 for left, right in pairwise(places))


def test_a_bar_is_as_long_as_its_number() -> None:
    (axes,) = draw_calendar(
        [Month(dt.date(2024, at, 1), f"2024-0{at}", number) for at, number in ((1, 3), (2, 1))]
    ).axes
    assert [bar.get_width() for bar in axes.patches] == [3, 1]
    assert [text.get_text().replace(GLUE, " ") for text in axes.texts] == ["3", "1"]
    (axes,) = draw_shares([Figure("kept", 2)]).axes
    assert [bar.get_width() for bar in axes.patches] == [2]


def test_statuses_stand_side_by_side_each_with_a_pattern() -> None:
    (axes,) = draw_statuses([Bar("a" * 40, ((Status.PROMISED, 4), (Status.LAPSED, 1)))]).axes
    first, second = axes.patches
    assert (first.get_x() + first.get_width(), second.get_width()) == (second.get_x(), 1)
    assert first.get_hatch() != second.get_hatch()
    (label,) = axes.get_yticklabels()
    assert (len(label.get_text()), label.get_text()[-1]) == (LABEL, "…")


@pytest.mark.parametrize("number", [0, 1])
def test_a_status_that_no_letter_has_is_not_drawn(number: int) -> None:
    figure = draw_statuses([Bar("a", ((Status.PROMISED, 4), (Status.LAPSED, number)))])
    assert len(figure.legends[0].get_texts()) == 1 + number


@pytest.mark.parametrize(
    "title",
    [
        "verdieping van de haven " * 9,
        "Afspraken flexibiliseringsovereenkomsten lerarenopleidingen hogeronderwijs",
        "a" * 200,
    ],
)
def test_a_long_title_stands_on_two_lines_with_the_days_whole(title: str) -> None:
    points = ((dt.date(2020, 1, 1), dt.date(2020, 6, 1)), (dt.date(2021, 1, 1), dt.date(2021, 6, 1)))
    (axes,) = slips([ViewLine("t-1", title, points)]).axes
    lines = axes.texts[0].get_text().split("\n")
    assert len(lines) == 2
    assert lines[-1].endswith("365 days later".replace(" ", GLUE))
    assert max(map(len, lines)) <= TITLE


ROWS = [
    Share("all letters", tuple(map(Figure, KeptShare, (2, 1, 0, 3, 4)))),
    Share("nr. 1 (2020)", tuple(map(Figure, KeptShare, (0, 0, 0, 1, 1)))),
]


def test_the_share_of_the_kept_is_drawn_of_a_hundred_with_its_figures() -> None:
    figure = draw_kept(ROWS)
    (axes,) = figure.axes
    drawn = [[patch.get_width() for patch in axes.patches if round(patch.get_y() + 0.31) == at] for at in (0, 1)]
    assert drawn == [[20, 10, 30, 40], [0, 0, 50, 50]]
    assert [text.get_text() for text in axes.texts] == ["3 of 10 (30%)", "0 of 2 (0%)"]
    assert len({patch.get_hatch() for patch in axes.patches}) == 4
    assert len(figure.legends[0].get_texts()) == 4


def test_what_was_kept_late_was_kept() -> None:
    assert kept_counts(ROWS[0]).startswith("3 of 10")
