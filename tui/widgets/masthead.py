"""The head of a screen: the views with the key of each, and what is read."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from tui.host import StudyHost
from tui.labels import Labels
from tui.style import letter_text
from tui.view_model import Study

VIEWS = ("overview", "deadlines", "compare", "letters", "review", "news", "counts", "rulings", "troubles", "search")
"""The views in the order of their keys 1 to 9 and 0."""
FIRST = 5
"""So many views are named before the others are."""


class MastheadBar(Widget):
    """One line: the views, the one that is seen in bold, and on the right the collection.

    Where it is narrow the names of views go first, then the name of the collection: the day as of which verdicts are
    given, what was not read, and that something is being read are always there.
    """

    def __init__(self, labels: Labels, view: str) -> None:
        super().__init__()
        self.labels = labels
        self.view = view
        self.study: Study | None = None
        self.working = False
        self.rev = ""
        self.counted = ""
        self.is_outdated = False
        self.known = 0
        """How many letters there are, where some are left out."""

    def show(self, host: StudyHost) -> None:
        """Tell of another study, or of work on it."""
        self.study, self.working, self.rev = host.study, host.working, host.scope.rev or ""
        self.known = len(host.known_letters) if host.scope.only else 0
        self.counted, self.is_outdated = host.counted, bool(host.outdated)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the view that was clicked."""
        if isinstance(view := event.style.meta.get("view"), str):
            self.screen.call_later(self.app.run_action, f"go('{view}')")

    def render(self) -> Content:
        """As much as fits, what must be told before what may."""
        room, forms = self.size.width - 1, [self._needed(), self._needed(brief=True)]
        fitting = (
            (views, needed)
            for views in self._ways()
            for needed in forms
            if views.cell_length + needed.cell_length + 3 <= room
        )
        views, needed = next(fitting, (Content(""), forms[-1]))
        told = self._collection(needed, room - views.cell_length - 3)
        gap = max(room - views.cell_length - told.cell_length, 1)
        return Content.assemble(views, " " * gap, told)

    def _ways(self) -> Iterable[Content]:
        """The views, in full and ever shorter."""
        known = [name for name in VIEWS if name in self.app.MODES]
        for keep, shown in ((known, known), (known[:FIRST], known), (known[:FIRST], known[:FIRST]), ((), known)):
            parts = [
                self._view(name, full=name in keep or name == self.view)
                for name in known
                if name in shown or name == self.view
            ]
            yield Content(" ").join(parts)
        yield self._view(self.view, full=True) if self.view in known else Content("")

    def _view(self, name: str, *, full: bool) -> Content:
        number = (VIEWS.index(name) + 1) % 10
        style = "bold $foreground underline" if name == self.view else "$faint"
        word = (self.labels(f"views.{name}"), style) if full else ""
        part = Content.assemble((f" {number}{' ' if full else ''}", "bold $accent"), word)
        return part.stylize(Style.from_meta({"view": name}))

    def _needed(self, *, brief: bool = False) -> Content:
        """The sign of work, how much was not read or applied, the revision, the day."""
        work = " ".join(part for part in (self.labels("app.working"), self.counted) if part)
        parts = [Content.styled(work, "bold $warning")] if self.working else []
        parts += [Content.styled(self.labels("app.outdated"), "bold $warning")] if self.is_outdated else []
        if self.study is not None:
            read, number = len(self.study.ledger.letters), self.study.number or self.known
            told = self.labels.count("app.partial", number, read=read)
            parts += [Content.styled(told, "bold $warning")] if number > read or self.study.number else []
            troubles = self.study.troubles
            parts += [Content.styled(self.labels("app.troubles", number=troubles), "bold $warning")] if troubles else []
            parts += [letter_text(f"@{self.rev[:12]}", "$faint")] if self.rev else []
            day = self.study.ledger.as_of
            told = str(day) if brief else self.labels("app.as_of", day=day)
            parts += [letter_text(told, "$faint")] if day else []
        return Content(" · ").join(parts)

    def _collection(self, needed: Content, room: int) -> Content:
        """What must be told, before it the number of letters and the name of the collection where there is room."""
        if self.study is None:
            return needed
        ledger = self.study.ledger
        number = len(ledger.letters)
        if self.study.is_partial:
            return needed
        letters = letter_text(self.labels.count("app.letters", number))
        told = [part for part in (letters.stylize("$faint"), needed) if part.cell_length]
        long = Content(" · ").join(told)
        if long.cell_length > room:
            return needed
        name = letter_text(ledger.name, "$faint").truncate(max(room - long.cell_length - 3, 0), ellipsis=True)
        return Content(" · ").join([name, long]) if name.cell_length > 1 else long
