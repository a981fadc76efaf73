"""The milestone trend: the day of each letter across, the day promised then up, one line a thread."""

from __future__ import annotations

import datetime as dt

from textual_plotext import PlotextPlot

from tracker.model import Thread
from tui.labels import Labels
from tui.study import Study

LEAST = 2
"""Letters that must name a date before there is a line to draw."""


class Trend(PlotextPlot):
    """A flat line is a promise that keeps its date; one that rises slips. The chosen thread has its own sign."""

    def __init__(self, labels: Labels) -> None:
        super().__init__(id="trend")
        self.labels = labels
        self.lines: dict[str, list[tuple[dt.date, dt.date]]] = {}
        self.titles: dict[str, str] = {}
        self.chosen = ""

    def show_study(self, study: Study | None) -> None:
        """Take the threads with dates in several letters."""
        found = {thread.id: study.milestones(thread) for thread in study.ledger.threads} if study else {}
        self.lines = {id_: points for id_, points in found.items() if len(points) >= LEAST}
        self._draw()

    def choose(self, thread: Thread | None) -> None:
        """Bring one thread out."""
        chosen = thread.id if thread and thread.id in self.lines else ""
        if chosen != self.chosen:
            self.chosen = chosen
            self._draw()

    def _draw(self) -> None:
        plot = self.plt
        plot.clear_data()
        plot.clear_figure()
        plot.date_form("Y-m-d")
        plot.title(self.labels("trend.title", number=len(self.lines)))
        plot.xlabel(self.labels("trend.across"))
        plot.ylabel(self.labels("trend.up"))
        self._axis()
        for id_, points in self.lines.items():
            if id_ != self.chosen:
                self._line(points, marker="dot")
        if self.chosen:
            self._line(self.lines[self.chosen], marker="braille")
            self._line(self.lines[self.chosen], marker="●", only_points=True)
        self.refresh()

    def _line(self, points: list[tuple[dt.date, dt.date]], *, marker: str, only_points: bool = False) -> None:
        across = [_number(written) for written, _ in points]
        up = [_number(promised) for _, promised in points]
        (self.plt.scatter if only_points else self.plt.plot)(across, up, marker=marker)

    def _axis(self) -> None:
        """Years on both axes."""
        days = [day for points in self.lines.values() for point in points for day in point]
        if days:
            years = range(min(days).year, max(days).year + 2)
            ticks = [_number(dt.date(year, 1, 1)) for year in years]
            self.plt.xticks(ticks, [str(year) for year in years])
            self.plt.yticks(ticks, [str(year) for year in years])


def _number(day: dt.date) -> float:
    """A day as a number that a plot can place."""
    return float(day.toordinal())
