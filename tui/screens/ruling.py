"""What the screens that may rule share: the rulings on the thread and statement that are looked at, and undo."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content

from tracker.decisions.ruling import Ruling
from tracker.decisions.slips import SlipVerdict
from tracker.errors import DecisionError
from tracker.model import Commitment, Statement, Status, Thread
from tui import style
from tui.rulings import Wish, read_deadline
from tui.screens.base import StudyScreen
from tui.screens.dialogs import Ask, Choose
from tui.widgets.page import Page
from tui.widgets.rows import Rows

RULING_KEYS: list[BindingType] = [
    Binding("a", "accept", "accept"),
    Binding("x", "reject", "reject"),
    Binding("s", "status", "status"),
    Binding("d", "deadline", "deadline", show=False),
    Binding("p", "slip", "slip", show=False),
    Binding("J", "join", "join", show=False),
    Binding("m", "note", "note", show=False),
    Binding("R", "rename", "rename", show=False),
    Binding("u", "undo", "undo"),
]
"""The keys of a screen on which an analyst rules."""


ACTS = {"accept", "reject", "status", "deadline", "slip", "join", "note", "rename"}


class RulingScreen(StudyScreen):
    """A screen that looks at a thread, and perhaps at one statement of it or beside it."""

    @abstractmethod
    def ruled_thread(self) -> Thread | None:
        """The thread that rulings are about."""

    def _voice(self, thread: Thread) -> tuple[Statement, ...]:
        """A quote that stands for a thread."""
        return self.study.index.quotes_of(thread)[:1] if self.study else ()

    def _member(self) -> Statement | None:
        """The statement that is looked at, if it belongs to the thread."""
        row, thread = self.statement(), self.ruled_thread()
        return row if row and thread and any(step.ref == row.id for step in thread.members) else None

    def _suggested(self) -> Statement | None:
        """The statement that is looked at, if it is beside the thread and possibly about the same."""
        row, thread = self.statement(), self.ruled_thread()
        return row if row and thread and not any(step.ref == row.id for step in thread.members) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be ruled here is offered, and nothing while the last ruling is not in what is shown."""
        if action in ACTS and self.tracker.ruling:
            return None
        if action in ACTS and self.ruled_thread() is None:
            return False
        if action == "slip":
            return bool((thread := self.ruled_thread()) and thread.slips)
        if action == "deadline":
            return isinstance(self._member(), Commitment)
        if action == "reject":
            return self._member() is not None or self._suggested() is not None
        if action == "undo":
            return bool(self.tracker.rulings) or self.tracker.ruling
        return super().check_action(action, parameters)

    @work(group="ask")
    async def action_accept(self) -> None:
        """The verdict is right; on a candidate: it is about the same promise."""
        thread, row = self.ruled_thread(), self._suggested()
        if thread is None or not self.brought_to_view():
            return
        voice = self._voice(thread)
        if row is not None:
            self.tracker.rule(Wish(Ruling.SAME, (*voice, row), self.labels("ruling.joined")))
            return
        question = self.labels("ruling.agree", status=style.status_word(thread.status, self.labels, late=thread.late))
        why = await self._why(question, thread.title, self.labels("ruling.confirmed"))
        if why is not None:
            self.tracker.rule(Wish(Ruling.STATUS, voice, why, value=thread.status))

    @work(group="ask")
    async def action_reject(self) -> None:
        """The statement does not belong here; one that stands alone is no promise at all.

        A candidate is not about the same promise, and not suggested again.
        """
        row, thread, other = self._member(), self.ruled_thread(), self._suggested()
        if thread is not None and other is not None and self.brought_to_view():
            self.tracker.rule(Wish(Ruling.DIFFERENT, (*self._voice(thread), other), self.labels("ruling.apart")))
            return
        if row is None or thread is None or not self.brought_to_view():
            return
        alone = len(thread.members) == 1
        if alone and not isinstance(row, Commitment):
            self.notify(self.labels("ruling.alone"), markup=False)
            return
        question = self.labels("ruling.no_promise" if alone else "ruling.split")
        why = await self._why(question, row.quote)
        if why is not None:
            self.tracker.rule(Wish(Ruling.REJECTED if alone else Ruling.SPLIT, (row,), why))

    @work(group="ask")
    async def action_status(self) -> None:
        """The verdict is another."""
        thread = self.ruled_thread()
        if thread is None or not self.brought_to_view():
            return
        answers = [(status.value, style.mark(status, self.labels)) for status in Status]
        status = await self.app.push_screen_wait(
            Choose(self.labels("ruling.status"), answers, hint=self.labels("ruling.narrow"), chosen=thread.status)
        )
        why = await self._why(self.labels("ruling.why"), thread.title) if status else None
        if status and why is not None:
            self.tracker.rule(Wish(Ruling.STATUS, self._voice(thread), why, value=status))

    @work(group="ask")
    async def action_deadline(self) -> None:
        """The promise is due at another time, or at none."""
        row = self._member()
        if not isinstance(row, Commitment) or not self.brought_to_view():
            return
        before = f"{row.deadline.start or ''}/{row.deadline.end}" if row.deadline and row.deadline.end else ""
        question, hint = self.labels("ruling.deadline"), self.labels("ruling.deadline_hint")
        text = await self.app.push_screen_wait(Ask(question, about=row.quote, value=before.lstrip("/"), hint=hint))
        why = await self._why(self.labels("ruling.why"), row.quote) if text is not None else None
        if text is None or why is None:
            return
        try:
            value, start, end = read_deadline(text)
        except DecisionError as fault:
            self.notify(self.labels.told(fault.message), severity="error", markup=False)
            return
        self.tracker.rule(Wish(Ruling.DEADLINE, (row,), why, value=value, start=start, end=end))

    @work(group="ask")
    async def action_slip(self) -> None:
        """The move of a deadline is none, gives more time to what is in force, or went to another day."""
        thread = self.ruled_thread()
        if thread is None or self.study is None or not thread.slips or not self.brought_to_view():
            return
        row = self._member()
        slip = next((slip for slip in thread.slips if row and slip.to_letter == row.letter), thread.slips[-1])
        moved = self.study.index.statements[slip.to_ref] if slip.to_ref else (row or self._voice(thread)[-1])
        answers = [(verdict.value, Content(self.labels(f"slip_is.{verdict}"))) for verdict in SlipVerdict]
        question = self.labels("ruling.slip", old=slip.old_end or "–", new=slip.new_end or self.labels("slip.open"))
        verdict = await self.app.push_screen_wait(Choose(question, answers, hint=self.labels("ruling.narrow")))
        end = None
        if verdict == SlipVerdict.MOVED:
            text = await self.app.push_screen_wait(
                Ask(self.labels("ruling.deadline"), about=moved.quote, hint=self.labels("ruling.day_hint"))
            )
            try:
                end = dt.date.fromisoformat(text) if text else None
            except ValueError:
                self.notify(self.labels("no-deadline", words=text), severity="error", markup=False)
                return
            verdict = verdict if text is not None else None
        why = await self._why(self.labels("ruling.why"), moved.quote) if verdict else None
        if verdict and why:
            self.tracker.rule(Wish(Ruling.SLIP, (moved,), why, value=verdict, end=end))

    @work(group="ask")
    async def action_join(self) -> None:
        """Another thread is the same promise."""
        thread = self.ruled_thread()
        if thread is None or self.study is None or not self.brought_to_view():
            return
        others = [entry for entry in self.study.entries if entry.id != thread.id]
        answers = [(entry.id, self._named(entry.thread)) for entry in others]
        other = await self.app.push_screen_wait(
            Choose(self.labels("ruling.join"), answers, hint=self.labels("ruling.narrow"))
        )
        why = await self._why(self.labels("ruling.why"), thread.title) if other else None
        if other and why is not None:
            quotes = (*self._voice(thread), *self._voice(self.study.index.threads[other]))
            self.tracker.rule(Wish(Ruling.MERGE, quotes, why))

    def _named(self, thread: Thread) -> Content:
        return Content.assemble(style.glyph(thread.status), " ", style.words(thread.title))

    @work(group="ask")
    async def action_note(self) -> None:
        """A remark on the thread."""
        await self._worded(Ruling.NOTE, "ruling.note")

    @work(group="ask")
    async def action_rename(self) -> None:
        """A better title for the thread."""
        await self._worded(Ruling.TITLE, "ruling.title")

    async def _worded(self, ruling: Ruling, question: str) -> None:
        thread = self.ruled_thread()
        if thread is None or not self.brought_to_view():
            return
        value = (thread.note or "") if ruling is Ruling.NOTE else thread.title
        text = await self.app.push_screen_wait(Ask(self.labels(question), about=thread.title, value=value))
        if text:
            self.tracker.rule(Wish(ruling, self._voice(thread), self.labels("ruling.worded"), value=text))

    async def _why(self, question: str, about: str, usual: str = "") -> str | None:
        """The reason that is kept with a ruling, the usual one to begin with; without one there is no ruling."""
        hint, needed = self.labels("ruling.why_hint"), self.labels("ruling.why_needed")
        return await self.app.push_screen_wait(
            Ask(question, about=about, value=usual, hint=hint, needed=needed, chosen=True)
        )

    def brought_to_view(self) -> bool:
        """Whether what an act is about is seen; where it is not it is shown, and the act waits to be asked again."""
        for part in (*self.query(Page), *self.query(Rows)):
            if part.has_focus and part.cursor >= 0 and not part.sees_cursor:
                part.show_cursor()
                self.notify(self.labels("ruling.look_first"), markup=False)
                return False
        return True

    def action_undo(self) -> None:
        """Take the last ruling of this session back."""
        self.tracker.undo()
