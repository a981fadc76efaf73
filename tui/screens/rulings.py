"""Every ruling on these letters: by whom, when and why, which ones do not apply; any can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content

from tracker.decisions.contrary import thing_of
from tracker.decisions.ruling import Decision
from tracker.decisions.superseded import superseded
from tracker.model import Thread
from tracker.text.normalize import one_space
from tui import style
from tui.screens.base import EXPORT_KEYS
from tui.screens.listing import ListScreen, RowGroup
from tui.screens.take_back import TakingBack
from tui.view_model import Study
from tui.widgets.rows import Column


class RulingsScreen(TakingBack, ListScreen[Decision]):
    """The rulings, those that do not apply or no longer count first, each group the newest first."""

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
        """Those that do not apply, those that a later one replaced, and those that do."""
        self.reasons = {row.decision: row.reason for row in study.stale}
        applied = [row for row in study.rulings if row not in self.reasons]
        replaced = set(superseded(applied, study.threads_quoted(row.quotes[0].letter for row in applied)))
        found: dict[str, dict[str, Decision]] = {"stale": {}, "superseded": {}, "standing": {}}
        for at, row in reversed(list(enumerate(study.rulings))):
            name = "stale" if row in self.reasons else "superseded" if row in replaced else "standing"
            found[name][f"ruling {at}"] = row
        for name, rows in found.items():
            yield RowGroup(self.labels(f"rulings.{name}", number=len(rows)), rows)

    def cells(self, item: Decision, /) -> Sequence[Content]:
        """A ruling in a line."""
        return [
            Content(f"{item.when:%Y-%m-%d}"),
            style.letter_text(item.who),
            style.letter_text(self.said(item)),
            style.letter_text(one_space(item.quotes[0].quote)),
        ]

    def full(self, item: Decision, /) -> Content:
        """The reason, all quotes, and why it does not apply where it does not."""
        lines = [style.strong(f"{item.when:%Y-%m-%d %H:%M}  {item.who}  {self.said(item)}")]
        lines += [style.letter_text(item.why)] if item.why != item.value else []
        lines += [style.letter_text(f"“{one_space(quote.quote)}” ({quote.letter})") for quote in item.quotes]
        reason = self.reasons.get(item)
        lines += [style.letter_text(self.labels.told(reason), "$warning")] if reason else []
        return Content("\n").join(lines)

    def _thread(self, item: Decision) -> Thread | None:
        """The thread that a ruling is about."""
        if self.study is None:
            return None
        quote = item.quotes[0]
        id_ = self.study.threads_quoted([quote.letter]).get(thing_of(quote))
        return self.study.index.threads[id_] if id_ else None

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
