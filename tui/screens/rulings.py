"""Every ruling on these letters: by whom, when and why, which ones do not apply; any can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content

from tracker.decisions.ruling import Decision
from tracker.model import Thread
from tracker.text.normalize import one_space
from tui import style
from tui.screens.base import EXPORT_KEYS
from tui.screens.listing import ListScreen, RowGroup
from tui.screens.taking_back import TakingBack
from tui.view_model import Study
from tui.widgets.rows import Column


class RulingsScreen(TakingBack, ListScreen[Decision]):
    """The rulings, those that do not apply first, then the newest first."""

    NAME = "rulings"
    VIEW = "rulings"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "take_back", "take_back"),
        Binding("u", "undo", "undo"),
        *EXPORT_KEYS,
    ]

    def columns(self) -> Sequence[Column]:
        """When, who, what, on which words."""
        return [
            Column(self.labels("columns.date"), 10, needs=56),
            Column(self.labels("columns.who"), 16, needs=70),
            Column(self.labels("columns.ruling"), 22, needs=44),
            Column(self.labels("columns.quote")),
        ]

    def groups(self, study: Study, /) -> Iterable[RowGroup[Decision]]:
        """Those that do not apply, and those that do."""
        self.reasons = {row.decision: row.reason for row in study.stale}
        rows = [(f"ruling {at}", row) for at, row in enumerate(study.rulings)][::-1]
        stale = [pair for pair in rows if pair[1] in self.reasons]
        standing = [pair for pair in rows if pair[1] not in self.reasons]
        yield RowGroup(self.labels("rulings.stale", number=len(stale)), stale)
        yield RowGroup(self.labels("rulings.standing", number=len(standing)), standing)

    def cells(self, item: Decision, /) -> Sequence[Content]:
        """A ruling in a line."""
        return [
            Content(f"{item.when:%Y-%m-%d}"),
            style.words(item.who),
            style.words(self.said(item)),
            style.words(one_space(item.quotes[0].quote)),
        ]

    def full(self, item: Decision, /) -> Content:
        """The reason, all quotes, and why it does not apply where it does not."""
        lines = [style.strong(f"{item.when:%Y-%m-%d %H:%M}  {item.who}  {self.said(item)}")]
        lines += [style.words(item.why)] if item.why != item.value else []
        lines += [style.words(f"“{one_space(quote.quote)}” ({quote.letter})") for quote in item.quotes]
        reason = self.reasons.get(item)
        lines += [style.words(self.labels.told(reason), "$warning")] if reason else []
        return Content("\n").join(lines)

    def _thread(self, item: Decision) -> Thread | None:
        """The thread that a ruling is about."""
        if self.study is None:
            return None
        index, quote = self.study.index, item.quotes[0]
        rows = (row for row in index.statements.values() if row.letter == quote.letter)
        ids = [row.id for row in rows if one_space(row.quote) == one_space(quote.quote)]
        return next((index.thread_of[id_] for id_ in ids if id_ in index.thread_of), None)

    def open(self, item: Decision, /) -> None:
        """Open the thread that it is about."""
        if thread := self._thread(item):
            self.tracker.open_thread(thread.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be one to take back."""
        if action == "take_back":
            return self.item is not None and not self.tracker.ruling
        if action == "undo":
            return bool(self.tracker.rulings)
        return super().check_action(action, parameters)

    @work(group="ask")
    async def action_take_back(self) -> None:
        """Take the ruling under the cursor back, once it is confirmed."""
        item = self.item
        if item is not None:
            await self.taken_back(item)
