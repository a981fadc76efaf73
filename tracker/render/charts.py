"""The charts of a sheet as SVG for a page: matplotlib draws, nothing in them is computed here.

Lines and words take their colours from the page, so that they read in light, in dark and in print; words are text and
not shapes. The same sheet gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import warnings
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from tracker.i18n.catalog import day, gettext
from tracker.model import Status
from tracker.render.svg_embed import inlined
from tracker.text.escape import plain
from tracker.views.labels import word
from tracker.views.sheet import Bar, ReportView, ViewLine

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 8.0
"""Inches; the page scales it."""

MOST = 12
"""Lines in the trend; with more of them none can be followed."""

LETTERS = 24
"""Bars at most, those of the newest letters."""

LABEL = 36
"""Characters of a letter's name beside its bar."""

INK, FAINT, GRID, PAPER = "#010101", "#020202", "#030303", "#fefefe"
LINES = ("#040401", "#040402", "#040403", "#040404", "#040405", "#040406")
FILLS = {status: f"#0505{at:02x}" for at, status in enumerate(Status, start=1)}
"""Stand-ins for the colours of the page."""

VARIABLES = {
    "'DejaVu Sans'": "--font",
    INK: "--ink",
    FAINT: "--faint",
    GRID: "--line",
    PAPER: "--paper",
    **{colour: f"--line-{at}" for at, colour in enumerate(LINES, start=1)},
    **{colour: f"--{status}" for status, colour in FILLS.items()},
}
"""Which variable of the page takes the place of a font or colour; no drawing has these colours by itself."""

_SETTINGS = {
    "svg.hashsalt": "tracker",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.parse_math": False,
    "text.color": INK,
    "axes.edgecolor": GRID,
    "axes.labelcolor": FAINT,
    "xtick.color": FAINT,
    "ytick.color": FAINT,
}


class Chart(Struct, frozen=True):
    """A chart with its heading, how to read it, and the names of its numbered lines with their threads."""

    key: str
    svg: Markup
    heading: str
    means: str
    names: tuple[tuple[str, str], ...] = ()


def charts(sheet: ReportView, at: str = "") -> tuple[Chart, ...]:
    """The charts that the sheet has something to draw for; `at` begins the ids of those of one of several sheets."""
    milestones = (_milestones(sheet.trend[:MOST], at),) if sheet.trend else ()
    return (*milestones, _statuses(sheet.bars[-LETTERS:], at)) if sheet.bars else milestones


def _milestones(lines: tuple[ViewLine, ...], at: str) -> Chart:
    heading = gettext("chart.trend")
    means = gettext("chart.trend.means")
    svg = _drawn(f"{at}trend", partial(_trend, lines), heading, [means, *map(_told, lines)])
    return Chart("trend", svg, heading, means, tuple((line.title, line.thread) for line in lines))


def _statuses(bars: tuple[Bar, ...], at: str) -> Chart:
    heading = gettext("chart.statuses")
    means = gettext("chart.statuses.means")
    svg = _drawn(f"{at}bars", partial(_bars, bars), heading, [means, *map(_counted, bars)])
    return Chart("statuses", svg, heading, means)


def _told(line: ViewLine) -> str:
    """A line of the trend in words, for who cannot see it."""
    points = ", ".join(f"{day(said)}: {day(promised)}" for said, promised in line.points)
    return f"{line.title}: {points}."


def _counted(bar: Bar) -> str:
    return f"{bar.letter}: {', '.join(f'{number} {word(status)}' for status, number in bar.numbers)}."


def _drawn(key: str, draw: Callable[[], Figure], title: str, told: list[str]) -> Markup:
    """What `draw` draws, as an element of a page; nobody's own settings of matplotlib change it."""
    os.environ.pop("MPLBACKEND", None)  # how somebody shows figures has no say here, and may stop the import
    import matplotlib as mpl

    out = io.BytesIO()
    with mpl.rc_context(), warnings.catch_warnings():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)  # type: ignore[arg-type]
        # A sign that matplotlib's own font lacks is drawn by the reader's.
        warnings.filterwarnings("ignore", "Glyph .* missing from font")
        draw().savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return inlined(out.getvalue(), key, plain(title), plain(" ".join(told)), VARIABLES)


def _trend(lines: tuple[ViewLine, ...]) -> Figure:
    """Report days across, promised days up, and the dotted line on which both are one."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, 4.4), layout="constrained")
    axes = figure.add_subplot()
    days = [value for line in lines for point in line.points for value in point]
    margin = max((max(days) - min(days)) / 20, dt.timedelta(days=30))
    first, last = min(days) - margin, max(days) + margin
    axes.plot([first, last], [first, last], linestyle=":", linewidth=1, color=FAINT)  # type: ignore[arg-type]
    aside = _aside(lines, margin / 3)
    for at, line in enumerate(lines):
        across, up = zip(*line.points, strict=True)
        shown = [said - aside[at] for said in across]
        axes.plot(shown, up, marker="o", markersize=4.5, linewidth=1.6, color=LINES[at % len(LINES)])
    for at, place in enumerate(_apart([line.points[-1][1] for line in lines], (last - first) / 24)):
        side, gap = ("right", -margin / 3) if aside[at] else ("left", margin / 3)
        said = lines[at].points[-1][0] - aside[at] + gap
        axes.text(said, place, str(at + 1), ha=side, va="center", weight="bold")  # type: ignore[arg-type]
    axes.set_xlim(first, max(line.points[-1][0] for line in lines) + 2 * margin)  # type: ignore[arg-type]
    axes.set_ylim(first, last)  # type: ignore[arg-type]
    axes.set_xlabel(gettext("chart.letter-day"))
    axes.set_ylabel(gettext("chart.promised-day"))
    _calm(axes)
    return figure


def _aside(lines: tuple[ViewLine, ...], step: dt.timedelta) -> list[dt.timedelta]:
    """How far a line is drawn to the left: one that a single letter tells whole would cover others of that letter."""
    seen: Counter[dt.date] = Counter()
    found = []
    for line in lines:
        first, last = line.points[0][0], line.points[-1][0]
        found.append(seen[first] * step if first == last else dt.timedelta())
        seen[first] += first == last
    return found


def _apart(days: list[dt.date], least: dt.timedelta) -> list[dt.date]:
    """The places of labels beside days: as near as can be with this much between each two."""
    placed: dict[int, dt.date] = {}
    before = dt.date.min
    for at in sorted(range(len(days)), key=lambda at: days[at]):
        before = placed[at] = max(days[at], before + least) if placed else days[at]
    return [placed[at] for at in range(len(days))]


def _bars(bars: tuple[Bar, ...]) -> Figure:
    """A bar for each letter, oldest on top, its statuses side by side with their numbers in them."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, 0.9 + 0.42 * len(bars)), layout="constrained")
    axes = figure.add_subplot()
    most = max(sum(number for _, number in bar.numbers) for bar in bars)
    left = [0] * len(bars)
    for status in Status:
        wide = [dict(bar.numbers).get(status, 0) for bar in bars]
        if not any(wide):
            continue
        axes.barh(range(len(bars)), wide, left=left, height=0.62, color=FILLS[status], label=word(status))
        for at, (number, start) in enumerate(zip(wide, left, strict=True)):
            if number * 40 >= most:
                axes.text(start + number / 2, at, str(number), ha="center", va="center", color=PAPER, fontsize=8)
        left = [start + number for start, number in zip(left, wide, strict=True)]
    axes.set_yticks(range(len(bars)), [plain(bar.letter)[:LABEL] for bar in bars])
    axes.invert_yaxis()
    _calm(axes)
    axes.grid(visible=False)
    axes.set_xticks([])
    figure.legend(loc="outside upper left", ncols=7, frameon=False, handlelength=1, handleheight=1)
    return figure


def _calm(axes: Axes) -> None:
    """No frame, a faint grid, no tick marks."""
    for side in axes.spines.values():
        side.set_visible(False)
    axes.grid(color=GRID, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
