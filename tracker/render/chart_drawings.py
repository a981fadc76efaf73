"""The charts of a sheet as figures of matplotlib: every point stands on the day or the number that it tells of.

Narrow, so that they can be read on a telephone; what is told by a colour is told by a pattern, a mark or a figure too.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tracker.i18n.catalog import day as written
from tracker.i18n.catalog import gettext, month, ngettext
from tracker.model import Status
from tracker.report_headings import KeptShare
from tracker.text.escape import plain
from tracker.text.excerpt import clipped, clipped_apart
from tracker.views.chart_rows import Bar, Figure, Month, Share, ViewLine
from tracker.views.labels import word
from tracker.views.text_style import GLUE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Drawing

WIDTH = 3.6
"""Inches; the page scales it. On the narrowest screens its letters are then not much smaller than those around it."""

LABEL = 22
"""Characters of a letter's name beside its bar."""

TITLE = 44
"""Characters of a line of what stands above a promise's row, at most two lines."""

TICKS = 4
"""Days named below the rows at most."""

INK, FAINT, GRID, PAPER = "#010101", "#020202", "#030303", "#fefefe"
OLD, NEW = "#040401", "#040402"
FILLS = {status: f"#0505{at:02x}" for at, status in enumerate(Status, start=1)}
"""Stand-ins for the colours of the page."""

_SHARES = {
    KeptShare.KEPT: Status.DELIVERED,
    KeptShare.LATE: Status.POSTPONED,
    KeptShare.PARTLY: Status.EXTENDED,
    KeptShare.OPEN: Status.UNCLEAR,
    KeptShare.NOT_KEPT: Status.LAPSED,
}
"""Whose colour each part of the share of kept promises has."""

_KEPT = (KeptShare.KEPT, KeptShare.LATE)

NARROW = 10
"""Points between two dotted lines that each have their name."""

AWAY = 26
"""Points that the arrow of a promise without a new day is long."""

_ARROW: dict[str, Any] = {"arrowstyle": "<-", "color": FAINT, "linestyle": (0, (2, 2)), "shrinkA": 0, "shrinkB": 4}

_BOX: dict[str, Any] = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
"""What lies behind words on a drawn ground."""

PATTERNS = ("", "///", "...", "\\\\\\", "xxx", "+++", "---", "ooo", "|||", "//..")
"""A pattern for each status, in their order: bars are told apart without colour."""


def slips(lines: Sequence[ViewLine]) -> Drawing:
    """A row for each promise: the days promised, old to new, under its title; letters are dotted lines across."""
    letters = {said: name for line in lines for (said, _), name in zip(line.points, line.letters, strict=False)}
    figure, axes = _blank((1.5 if letters else 0.7) + 0.62 * len(lines))
    for day in sorted({said for line in lines for said, _ in line.points}):
        axes.axvline(day, color=FAINT, linestyle=":", linewidth=1, zorder=1)  # type: ignore[arg-type]
    for at, line in enumerate(lines):
        days = [promised for _, promised in line.points]
        old, new = (days, []) if line.adrift else (days[:-1], days[-1:])
        axes.plot(days, [at] * len(days), color=FAINT, linewidth=1.4)  # type: ignore[arg-type]
        axes.plot(old, [at] * len(old), "o", color=OLD, markersize=6, markerfacecolor=PAPER)  # type: ignore[arg-type]
        axes.plot(new, [at] * len(new), "D" if line.extension else "o", color=NEW, markersize=6)  # type: ignore[arg-type]
        if line.adrift and days:
            axes.annotate("", (days[-1], at), (AWAY, 0), textcoords="offset points", arrowprops=_ARROW, zorder=1.5)
        place: dict[str, Any] = {"xytext": (0, 7), "xycoords": ("axes fraction", "data"), "textcoords": "offset points"}
        # The dotted lines pass behind the words, and the words behind the dots.
        axes.annotate(_above(line, days), (0, at), **place, zorder=1.5, bbox=_BOX)
    if any(line.adrift for line in lines):
        left, right = axes.get_xlim()
        axes.set_xlim(left, right + (right - left) * AWAY / 72 / WIDTH)
    axes.set_ylim(len(lines) - 0.6, -0.95)
    axes.set_yticks([])
    look: dict[str, Any] = {"rotation": 90, "fontsize": 7, "color": FAINT, "ha": "center", "va": "bottom"}
    top: dict[str, Any] = {"xycoords": ("data", "axes fraction"), "xytext": (0, 3), "textcoords": "offset points"}
    marks = list(_apart(letters, axes))
    for (across, _), name in zip(marks, clipped_apart([plain(name) for _, name in marks], LABEL), strict=True):
        axes.annotate(name, (across, 1), **top, **look)
    named = _quarters([day for line in lines for point in line.points for day in point])
    months = [month(day) for day in named]
    told = months if len(set(months)) == len(months) else [plain(written(day)) for day in named]
    axes.set_xticks(named, told)  # type: ignore[arg-type]
    return figure


def _apart(letters: Mapping[dt.date, str], axes: Axes) -> list[tuple[float, str]]:
    """The names of the dotted lines from left to right; lines too near for two names share one, between them."""
    from matplotlib.dates import date2num

    left, right = axes.get_xlim()
    room = (right - left) * NARROW / 72 / WIDTH
    groups: list[list[tuple[float, str]]] = []
    for day, name in sorted((float(date2num(day)), name) for day, name in letters.items()):  # type: ignore[no-untyped-call]
        if groups and day - groups[-1][-1][0] < room:
            groups[-1].append((day, name))
        else:
            groups.append([(day, name)])
    return [(sum(day for day, _ in row) / len(row), ", ".join(name for _, name in row)) for row in groups]


def _above(line: ViewLine, days: Sequence[dt.date]) -> str:
    """What stands above a row: the title and how much later, cut in the title where it is long."""
    later = _later(line, days).replace(" ", GLUE)
    # Lines end at words, and so seldom at the full width: the title is cut until the whole stands on two.
    cut = (textwrap.wrap(f"{clipped(plain(line.title), room)}, {later}", TITLE) for room in range(2 * TITLE, 0, -1))
    return "\n".join(next(lines for lines in cut if len(lines) <= 2))


def _later(line: ViewLine, days: Sequence[dt.date]) -> str:
    if line.adrift:
        return gettext("thread.no-new-date")
    return ngettext("count.days-later", (days[-1] - days[0]).days) if days[1:] else gettext("chart.no-earlier-date")


def _quarters(days: Sequence[dt.date]) -> list[dt.date]:
    """Some first days of quarters between the first and the last day; else those two, none where no day is known."""
    if not days:
        return []
    years = range(min(days).year, max(days).year + 1)
    starts = [dt.date(year, number, 1) for year in years for number in (1, 4, 7, 10)]
    inside = [start for start in starts if min(days) <= start <= max(days)]
    return inside[:: -(-len(inside) // TICKS)] if inside[1:] else sorted({min(days), max(days)})


def draw_statuses(bars: Sequence[Bar]) -> Drawing:
    """A bar for each letter, oldest on top: its statuses side by side, each with its pattern and its figure."""
    figure, axes = _blank(1.3 + 0.4 * len(bars))
    left = [0] * len(bars)
    most = max(sum(number for _, number in bar.numbers) for bar in bars)
    for status, pattern in zip(Status, PATTERNS, strict=False):
        wide = [dict(bar.numbers).get(status, 0) for bar in bars]
        if not any(wide):
            continue
        look: dict[str, Any] = {"color": FILLS[status], "hatch": pattern, "edgecolor": PAPER, "linewidth": 0}
        axes.barh(range(len(bars)), wide, left=left, height=0.62, label=f"{word(status)} {sum(wide)}", **look)
        for at, (number, start) in enumerate(zip(wide, left, strict=True)):
            if number * 10 >= most:
                axes.text(start + number / 2, at, str(number), ha="center", va="center", fontsize=8, bbox=_BOX)
        left = [start + number for start, number in zip(left, wide, strict=True)]
    _name_rows(axes, [bar.letter for bar in bars])
    figure.legend(loc="outside upper left", ncols=2, frameon=False, handlelength=1.4, handleheight=1.1)
    return figure


def draw_calendar(months: Sequence[Month]) -> Drawing:
    """A bar for each month in which promises fall due, with their number."""
    figure, axes = _blank(0.5 + 0.28 * len(months))
    numbers = [month.number for month in months]
    axes.barh(range(len(months)), numbers, height=0.62, color=FILLS[Status.PROMISED])
    for at, number in enumerate(numbers):
        axes.annotate(str(number), (number, at), (3, 0), textcoords="offset points", va="center")
    _name_rows(axes, [month.name for month in months])
    return figure


def draw_shares(figures: Sequence[Figure]) -> Drawing:
    """A bar for each fate of the dated promises, with its number."""
    figure, axes = _blank(0.4 + 0.28 * len(figures))
    numbers = [row.number for row in figures]
    axes.barh(range(len(figures)), numbers, height=0.62, color=FAINT)
    for at, number in enumerate(numbers):
        axes.annotate(str(number), (number, at), (3, 0), textcoords="offset points", va="center")
    _name_rows(axes, [gettext(f"chart.fate.{row.key}") for row in figures])
    return figure


def draw_kept(rows: Sequence[Share]) -> Drawing:
    """A bar of 100 % for each row: what became of its promises, those kept first, with their share in figures."""
    figure, axes = _blank(1.5 + 0.34 * len(rows))
    left = [0.0] * len(rows)
    for key, pattern in zip(KeptShare, PATTERNS, strict=False):
        numbers = [next(part.number for part in row.numbers if part.key == key) for row in rows]
        wide = [100 * number / row.number for number, row in zip(numbers, rows, strict=True)]
        if any(wide):
            look: dict[str, Any] = {"color": FILLS[_SHARES[key]], "hatch": pattern, "edgecolor": PAPER, "linewidth": 0}
            label = gettext(f"chart.share.{key}")
            axes.barh(range(len(rows)), wide, left=left, height=0.62, label=label, **look)
        left = [start + width for start, width in zip(left, wide, strict=True)]
    for at, row in enumerate(rows):
        axes.annotate(kept_counts(row), (100, at), (4, 0), textcoords="offset points", va="center", fontsize=8)
    axes.set_xlim(0, 100)
    _name_rows(axes, [row.letter for row in rows])
    figure.legend(loc="outside upper left", ncols=1, frameon=False, handlelength=1.4, handleheight=1.1)
    return figure


def kept_counts(row: Share) -> str:
    """How many promises of a row were kept, late or not, of how many."""
    found = sum(part.number for part in row.numbers if part.key in _KEPT)
    return gettext("chart.kept.of", kept=found, every=row.number, share=f"{found / row.number:.0%}")


def _blank(height: float) -> tuple[Drawing, Axes]:
    """A figure with one drawing area: no frame, no tick marks."""
    from matplotlib.figure import Figure as Drawn

    figure = Drawn(figsize=(WIDTH, height), layout="constrained")
    axes = figure.add_subplot()
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    axes.margins(x=0.08)
    return figure, axes


def _name_rows(axes: Axes, names: Sequence[str]) -> None:
    """Rows with their names, the first on top, and no numbers below: they stand at the bars."""
    axes.set_yticks(range(len(names)), clipped_apart([*map(plain, names)], LABEL))
    axes.invert_yaxis()
    axes.set_xticks([])
