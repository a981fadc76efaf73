"""The charts of a sheet as SVG for a page: matplotlib draws, nothing in them is computed here.

Lines and words take their colours from the page, so that they read in light, in dark and in print; words are text and
not shapes. The same sheet gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from tracker.model import Status
from tracker.reports.inline import inlined
from tracker.reports.safe import plain
from tracker.reports.sheet import Bar, Line, Sheet
from tracker.reports.terms import word
from tracker.reports.tongue import day, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 8.0
"""Inches; the page scales it."""

MOST = 12
"""Lines in the trend; with more of them none can be followed."""

INK, FAINT, GRID, PAPER = "#010101", "#020202", "#030303", "#fefefe"
LINES = ("#040401", "#040402", "#040403", "#040404", "#040405", "#040406")
FILLS = {status: f"#0505{at:02x}" for at, status in enumerate(Status, start=1)}
"""Stand-ins for the page's colours: what no figure has by itself, each replaced by a variable of the page."""

COLOURS = {
    INK: "--ink",
    FAINT: "--faint",
    GRID: "--line",
    PAPER: "--paper",
    **{colour: f"--line-{at}" for at, colour in enumerate(LINES, start=1)},
    **{colour: f"--{status}" for status, colour in FILLS.items()},
}

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

    svg: Markup
    heading: str
    means: str
    names: tuple[tuple[str, str], ...] = ()


def charts(sheet: Sheet, page: int = 1) -> tuple[Chart, ...]:
    """The charts that the sheet has something to draw for; `page` keeps those of several sheets apart."""
    return tuple(_charts(sheet, page))


def _charts(sheet: Sheet, page: int) -> Iterator[Chart]:
    if sheet.trend:
        lines = sheet.trend[:MOST]
        heading, means = (
            say("Milestone trend"),
            say(
                "Across: when a letter was written. Up: the day that it promised. A line that rises is a deadline that "
                "moved away; on the dotted line a promise would be kept on the day of the letter."
            ),
        )
        drawn = _drawn(f"trend{page}", lambda: _trend(lines), heading, " ".join([means, *map(_told, lines)]))
        yield Chart(drawn, heading, means, tuple((line.title, line.thread) for line in lines))
    if sheet.bars:
        heading, means = (
            say("Status by letter"),
            say("The promises that each letter was the first to make, by what has become of them since."),
        )
        yield Chart(
            _drawn(f"bars{page}", lambda: _bars(sheet.bars), heading, " ".join([means, *map(_counted, sheet.bars)])),
            heading,
            means,
        )


def _told(line: Line) -> str:
    """A line of the trend in words, for who cannot see it."""
    points = ", ".join(f"{day(said)}: {day(promised)}" for said, promised in line.points)
    return f"{line.title}: {points}."


def _counted(bar: Bar) -> str:
    return f"{bar.letter}: {', '.join(f'{number} {word(status)}' for status, number in bar.numbers)}."


def _drawn(key: str, draw: Callable[[], Figure], title: str, means: str) -> Markup:
    """What `draw` draws, as an element of a page."""
    import matplotlib as mpl

    out = io.BytesIO()
    with mpl.rc_context(_SETTINGS):  # type: ignore[arg-type]
        draw().savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return inlined(out.getvalue(), key, plain(title), plain(means), COLOURS)


def _trend(lines: tuple[Line, ...]) -> Figure:
    """Report days across, promised days up, and the dotted line on which both are one."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, 4.4), layout="constrained")
    axes = figure.add_subplot()
    days = [value for line in lines for point in line.points for value in point]
    margin = max((max(days) - min(days)) / 20, dt.timedelta(days=30))
    first, last = min(days) - margin, max(days) + margin
    axes.plot([first, last], [first, last], linestyle=":", linewidth=1, color=FAINT)  # type: ignore[arg-type]
    for at, line in enumerate(lines):
        across, up = zip(*line.points, strict=True)
        axes.plot(across, up, marker="o", markersize=4.5, linewidth=1.6, color=LINES[at % len(LINES)])
    for at, place in enumerate(_apart([line.points[-1][1] for line in lines], (last - first) / 24)):
        said, promised = lines[at].points[-1]
        axes.annotate(str(at + 1), (said, promised), (said + margin / 3, place), va="center", color=INK, weight="bold")
    axes.set_xlim(first, max(line.points[-1][0] for line in lines) + 2 * margin)  # type: ignore[arg-type]
    axes.set_ylim(first, last)  # type: ignore[arg-type]
    axes.set_xlabel(say("day of the letter"))
    axes.set_ylabel(say("promised day"))
    _calm(axes)
    return figure


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
    axes.set_yticks(range(len(bars)), [plain(bar.letter) for bar in bars])
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
