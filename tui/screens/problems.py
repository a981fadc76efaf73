"""What was not read and not applied: each file and ruling with the reason and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tracker.i18n.catalog import speaking
from tracker.views.warnings import Trouble, TroubleKind, troubles
from tui import style
from tui.screens.base import EXPORT_KEYS
from tui.screens.listing import ListScreen, RowGroup
from tui.view_model import Study
from tui.widgets.rows import Column


class ProblemsScreen(ListScreen[Trouble]):
    """Files that were refused, rulings that do not apply, and what else a reader should know of the letters."""

    NAME = "troubles"
    VIEW = "troubles"

    BINDINGS: ClassVar[list[BindingType]] = [*EXPORT_KEYS]

    def columns(self) -> Sequence[Column]:
        """What it is about, and why."""
        return [Column(self.labels("columns.what")), Column(self.labels("columns.why"), needs=70)]

    def groups(self, study: Study, /) -> Iterable[RowGroup[Trouble]]:
        """A group a kind."""
        with speaking(self.labels.language):
            found = troubles(study.index, study.stale)
        for kind in TroubleKind:
            rows = {f"{kind} {at}": row for at, row in enumerate(found) if row.kind is kind}
            yield RowGroup(self.labels(f"troubles.{kind}", number=len(rows)), rows)

    def about(self, study: Study, /) -> Content:  # noqa: ARG002 - it is of before
        """Why what is shown is not what the files say."""
        return style.letter_text(self._outdated(), "$warning")

    def nothing(self) -> str:
        """The same where all was read and applied before."""
        return self._outdated() or super().nothing()

    def _outdated(self) -> str:
        why = self.tracker.outdated
        return self.labels("troubles.outdated", why=why) if why else ""

    def cells(self, item: Trouble, /) -> Sequence[Content]:
        """What, why."""
        return [style.letter_text(item.what), style.letter_text(item.why)]

    def full(self, item: Trouble, /) -> Content:
        """What, why and what to do."""
        lines = [style.strong(item.what), style.letter_text(item.why)] if item.why else [style.letter_text(item.what)]
        return Content("\n").join([*lines, style.faint(self.labels(f"remedy.{item.kind}"))])

    def open(self, item: Trouble, /) -> None:
        """A ruling is taken back on the page of rulings."""
        if item.decision is not None:
            self.tracker.go("rulings")
