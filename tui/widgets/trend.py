"""The milestone trend: the day of each letter across, the day promised then up, one line a thread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from textual.app import RenderResult
from textual.color import Color
from textual.content import Content
from textual_plotext import PlotextPlot

from tracker.ledger.queries import Index
from tracker.model import Thread
from tui import style
from tui.labels import Labels
from tui.view_model import Study, ThreadItem

Points = tuple[tuple[dt.date, dt.date], ...]
"""For each letter its day and the day promised then."""

AROUND = 10
"""Columns that the plot needs beside its title: it leaves out one that does not fit between its axes."""
LEAST = 2
"""Letters that must name a date before there is a line to draw."""


class Trend(PlotextPlot):
    """A flat line is a promise that keeps its date; one that rises slips. The chosen thread has its own sign.

    Lines are worked out when they are drawn, and the points of a thread once: no key pays for a chart that is not seen.
    """

    def __init__(self, labels: Labels) -> None:
        super().__init__(id="trend")
        self.labels = labels
        self.chosen = ""
        self.study: Study | None = None
        self.named = self.why = ""
        """The title of the chosen thread, and why that has no line."""
        self._kept: dict[str, Thread] = {}
        self._points: dict[str, Points] = {}
        """The points of each thread that was asked for, whatever is kept of the same study."""
        self._is_drawn = False

    @property
    def lines(self) -> dict[str, Points]:
        """By thread the points of each line."""
        found = {id_: self._points_of(thread) for id_, thread in self._kept.items()}
        return {id_: points for id_, points in found.items() if len(points) >= LEAST}

    def _points_of(self, thread: Thread) -> Points:
        if thread.id not in self._points and self.study is not None:
            self._points[thread.id] = self.study.index.milestones(thread)
        return self._points.get(thread.id, ())

    def on_mount(self) -> None:
        """Take the colours of another theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw_anew())

    def show_study(self, study: Study | None, kept: Iterable[ThreadItem] = ()) -> None:
        """Take the threads with dates in several letters, of those that are kept."""
        if study is not self.study:
            self.study, self._points = study, {}
        self._kept = {entry.id: entry.thread for entry in kept}
        self._draw_anew()

    def choose(self, thread: Thread | None) -> None:
        """Bring one thread out, or say why it has no line."""
        has_line = thread is not None and thread.id in self._kept and len(self._points_of(thread)) >= LEAST
        chosen, named, why = thread.id if thread and has_line else "", "", ""
        if thread is not None and self.study is not None:
            named = style.letter_text(thread.title).plain
            why = "" if chosen else why_no_line(self.study.index, thread, self.labels)
        if (chosen, named, why) != (self.chosen, self.named, self.why):
            self.chosen, self.named, self.why = chosen, named, why
            self._draw_anew()

    def _draw_anew(self) -> None:
        self._is_drawn = False
        self.refresh()

    def render(self) -> RenderResult:
        """What is to be seen by now."""
        if not self._is_drawn:
            self._is_drawn = True
            self._draw(self.lines)
        return super().render()

    def _draw(self, lines: Mapping[str, Points]) -> None:
        plot, chosen = self.plt, lines.get(self.chosen, ())
        plot.clear_figure()
        plot.title(self._title(len(lines), self.size.width - AROUND))
        plot.xlabel(self.labels("trend.across"))
        plot.ylabel(self.labels("trend.up"))
        self._axes([point for line in lines.values() for point in line])
        for id_, points in lines.items():
            if id_ != self.chosen:
                self._line(points, "dot", "faint")
        if chosen:
            self._line(chosen, "braille", "accent")
            plot.scatter(*_numbers(chosen), marker="●", color=self._colour("accent"))

    def _title(self, lines: int, room: int) -> str:
        """What is drawn, in so many columns; why there is no line is told before the title of the thread is."""
        if not self.named:
            told = self.labels("trend.title", number=lines)
        elif self.why and len(self.named) + len(self.why) + 2 > room:
            told = self.why
        else:
            told = f"{self.named}: {self.why}" if self.why else self.named
        return Content(told).truncate(max(room, 1), ellipsis=True).plain

    def _line(self, points: Points, marker: str, colour: str) -> None:
        self.plt.plot(*_numbers(points), marker=marker, color=self._colour(colour))

    def _colour(self, name: str) -> tuple[int, int, int]:
        """A colour of the theme, as the plot takes it."""
        return Color.parse(self.app.theme_variables[name]).rgb

    def _axes(self, points: Sequence[tuple[dt.date, dt.date]]) -> None:
        """The days of the letters across, the years up."""
        written = sorted({day for day, _ in points})
        if points:
            years = range(min(day for _, day in points).year, max(day for _, day in points).year + 2)
            self.plt.xticks([_number(day) for day in written], [day.isoformat() for day in written])
            self.plt.yticks([_number(dt.date(year, 1, 1)) for year in years], [str(year) for year in years])


def why_no_line(index: Index, thread: Thread, labels: Labels) -> str:
    """Why a thread has no line: no letter dates it, one alone does, or it moved without two letters that date it."""
    dated = len(index.milestones(thread))
    if dated >= LEAST:
        return ""
    if not thread.slips:
        return labels("trend.none" if dated else "trend.undated")
    slip = thread.slips[-1]
    if slip.new_end is None:
        return labels("trend.open", old=slip.old_end or "–")
    return labels("trend.same", old=slip.old_end or "–", new=slip.new_end)


def _numbers(points: Points) -> tuple[list[float], list[float]]:
    """The points as the two rows that a plot takes."""
    return [_number(written) for written, _ in points], [_number(promised) for _, promised in points]


def _number(day: dt.date) -> float:
    """A day as a number that a plot can place."""
    return float(day.toordinal())
