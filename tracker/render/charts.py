"""The charts of a sheet as SVG for a page: matplotlib draws, nothing in them is computed here.

Lines and words take their colours from the page, so that they read in light, in dark and in print; words are text and
not shapes. The same sheet gives the same bytes.
"""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from tracker.i18n.catalog import day, gettext
from tracker.render.chart_drawings import (
    FAINT,
    FILLS,
    GRID,
    INK,
    NEW,
    OLD,
    PAPER,
    draw_calendar,
    draw_kept,
    draw_shares,
    draw_statuses,
    kept_counts,
    slips,
)
from tracker.render.svg_embed import inlined
from tracker.text.escape import plain
from tracker.views.chart_rows import Bar, Share, ViewLine
from tracker.views.labels import word
from tracker.views.sheet import ReportView

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

MOST = 12
"""Rows of slips, and of extensions, at most: those that moved most."""

VARIABLES = {
    "'DejaVu Sans'": "--font",
    INK: "--ink",
    FAINT: "--faint",
    GRID: "--line",
    PAPER: "--paper",
    OLD: "--line-1",
    NEW: "--line-2",
    **{colour: f"--{status}" for status, colour in FILLS.items()},
}
"""Which variable of the page takes the place of a font or colour; no drawing has these colours by itself."""

_SETTINGS = {
    "svg.hashsalt": "tracker",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "hatch.linewidth": 0.6,
    "text.parse_math": False,
    "text.color": INK,
    "axes.edgecolor": GRID,
    "axes.labelcolor": FAINT,
    "xtick.color": FAINT,
    "ytick.color": INK,
}


class Chart(Struct, frozen=True):
    """A chart with its heading, how to read it, and the promises of its rows with their threads."""

    key: str
    svg: Markup
    heading: str
    means: str
    names: tuple[tuple[str, str], ...] = ()


def charts(sheet: ReportView, at: str = "") -> tuple[Chart, ...]:
    """The charts that the sheet has something to draw for; `at` begins the ids of those of one of several sheets."""
    moved, longer = ([line for line in sheet.trend if line.extension is kind] for kind in (False, True))
    bars, fates = sheet.bars, [row for row in sheet.figures if row.number]
    due = [f"{month.name}: {month.number}." for month in sheet.calendar]
    rows = [f"{gettext(f'chart.fate.{row.key}')}: {row.number}." for row in fates]
    wanted: tuple[tuple[str, bool, Callable[[], Drawing], list[str], Sequence[ViewLine]], ...] = (
        ("shares", bool(fates), partial(draw_shares, fates), rows, ()),
        ("kept", bool(sheet.shares), partial(draw_kept, sheet.shares), [*map(_share_in_words, sheet.shares)], ()),
        ("trend", bool(moved), partial(slips, moved[:MOST]), [*map(_row_in_words, moved[:MOST])], moved),
        ("extended", bool(longer), partial(slips, longer[:MOST]), [*map(_row_in_words, longer[:MOST])], longer),
        ("statuses", bool(bars), partial(draw_statuses, bars), [*map(_counted, bars)], ()),
        ("calendar", bool(sheet.calendar), partial(draw_calendar, sheet.calendar), due, ()),
    )
    return tuple(_chart(f"{at}", key, draw, told, lines) for key, some, draw, told, lines in wanted if some)


def _chart(at: str, key: str, draw: Callable[[], Drawing], told: list[str], lines: Sequence[ViewLine]) -> Chart:
    heading, means = gettext(f"chart.{key}"), gettext(f"chart.{key}.means")
    if len(lines) > MOST:
        means = f"{means} {gettext('chart.cut', number=len(lines), most=MOST)}"
    svg = _drawn(f"{at}{key}", draw, heading, [means, *told])
    return Chart(key, svg, heading, means, tuple((line.title, line.thread) for line in lines[:MOST]))


def _row_in_words(line: ViewLine) -> str:
    """A row of slips in words, for who cannot see it."""
    points = [f"{day(said)}: {day(promised)}" for said, promised in line.points]
    return f"{line.title}: {', '.join([*points, *([gettext('thread.no-new-date')] if line.adrift else [])])}."


def _counted(bar: Bar) -> str:
    return f"{bar.letter}: {', '.join(f'{number} {word(status)}' for status, number in bar.numbers)}."


def _share_in_words(row: Share) -> str:
    told = [f"{gettext(f'chart.share.{part.key}')} {part.number}" for part in row.numbers if part.number]
    return f"{row.letter}: {kept_counts(row)}; {', '.join(told)}."


def _drawn(key: str, draw: Callable[[], Drawing], title: str, told: list[str]) -> Markup:
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
