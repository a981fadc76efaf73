"""What the screens that may rule share: the rulings on the thread and statement that are looked at, and undo."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.events import Key

from tracker.decisions.ruling import Ruling
from tracker.model import Commitment, SlipVerdict, Statement, Status, Thread
from tui import style
from tui.input_values import day_or_none, deadline_or_none, needed, read_day, read_deadline
from tui.rulings import Wish, ruling_words
from tui.screens.dialogs import Agree, Ask, Choose, Look, Told
from tui.screens.join_dialog import SamePromise
from tui.screens.take_back import TakingBack
from tui.widgets.page import Page
from tui.widgets.rows import Rows

RULING_KEYS: list[Binding] = [
    Binding("a", "accept", "accept"),
    Binding("x", "reject", "reject"),
    Binding("s", "status", "status"),
    Binding("d", "deadline", "deadline", show=False),
    Binding("p", "slip", "slip", show=False),
    Binding("J", "join", "join", show=False),
    Binding("m", "note", "note", show=False),
    Binding("R", "rename", "rename", show=False),
    Binding("equals_sign", "link", "link", key_display="="),
    Binding("exclamation_mark", "unlink", "unlink", key_display="!"),
    Binding("u", "undo", "undo"),
]
"""The keys of a screen on which an analyst rules; those that do so at once are in no word that is typed."""

ACTS = {"link", "unlink", "accept", "reject", "status", "deadline", "slip", "join", "note", "rename"}
_ACT_OF = {binding.key: binding.action for binding in RULING_KEYS}
"""The act of each key."""
_KEY_OF = {act: key for key, act in _ACT_OF.items()}


LOOKED_AT = 0.1
"""Seconds after which somebody who looks at what may be ruled on may be about to do so."""

_BEYOND_VERDICTS = {
    "slip": Ruling.SLIP,
    "join": Ruling.MERGE,
    "link": Ruling.SAME,
    "unlink": Ruling.DIFFERENT,
    "reject": Ruling.SPLIT,
    "deadline": Ruling.DEADLINE,
}
"""The acts that change more than a verdict, and what each rules."""


class RulingScreen(TakingBack):
    """A screen that looks at a thread, and perhaps at one statement of it or beside it."""

    @abstractmethod
    def ruled_thread(self) -> Thread | None:
        """The thread that rulings are about."""

    def expect_ruling(self) -> None:
        """Have what joins or parts threads shown at once, by getting ready for it once what is looked at is painted."""
        self.set_timer(LOOKED_AT, self.tracker.expect_ruling)

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
        if action in ACTS and (self.ruled_thread() is None or self.tracker.scope.rev):
            return False
        if action == "slip":
            return bool((thread := self.ruled_thread()) and thread.slips)
        if action == "deadline":
            return isinstance(self._member(), Commitment)
        if action == "reject":
            return self._member() is not None or self._suggested() is not None
        if action in {"link", "unlink"}:
            return self._suggested() is not None
        if action == "undo":
            return bool(self.tracker.rulings) or self.tracker.ruling
        return super().check_action(action, parameters)

    def on_key(self, event: Key) -> None:
        """Say why what a key would rule cannot be ruled here; what is typed after it is no command."""
        act = _ACT_OF.get(event.key)
        if act and self.ruled_thread() is not None and not self.check_action(act, ()):
            event.stop()
            cannot = "ruling.wait" if act in ACTS and self.tracker.ruling else f"ruling.cannot.{act}"
            self._tell(self.at_revision() or self.labels(cannot))

    @work(group="ask")
    async def _tell(self, sentence: str) -> None:
        await self.app.push_screen_wait(Told(sentence))

    @work(group="ask")
    async def action_accept(self) -> None:
        """The verdict is right; on a candidate: it is about the same promise."""
        thread = self.ruled_thread()
        if self._suggested() is not None:
            await self._suggestion_is(Ruling.SAME, "accept")
        elif thread is not None and await self.brought_to_view("accept"):
            status = style.status_word(thread.status, self.labels, late=thread.late)
            wish = Wish(Ruling.STATUS, self._voice(thread), "", value=thread.status)
            await self._rule(wish, self.labels("ruling.agree", status=status), thread.title)

    @work(group="ask")
    async def action_link(self) -> None:
        """The suggestion is right: it is about the same promise."""
        await self._suggestion_is(Ruling.SAME, "link")

    @work(group="ask")
    async def action_unlink(self) -> None:
        """The suggestion is wrong: it is about another promise."""
        await self._suggestion_is(Ruling.DIFFERENT, "unlink")

    async def _suggestion_is(self, ruling: Ruling, act: str) -> None:
        thread, row = self.ruled_thread(), self._suggested()
        if thread is not None and row is not None and await self.brought_to_view(act):
            wish = Wish(ruling, (*self._voice(thread), row), "")
            await self._rule(wish, self.labels("ruling.why"), row.quote)

    @work(group="ask")
    async def action_reject(self) -> None:
        """The statement does not belong here; one that stands alone is no promise at all.

        A candidate is not about the same promise, and not suggested again.
        """
        row, thread = self._member(), self.ruled_thread()
        if self._suggested() is not None:
            await self._suggestion_is(Ruling.DIFFERENT, "reject")
            return
        if row is None or thread is None or not await self.brought_to_view("reject"):
            return
        alone = len(thread.members) == 1
        if alone and not isinstance(row, Commitment):
            self._tell(self.labels("ruling.alone"))
            return
        question = self.labels("ruling.no_promise" if alone else "ruling.split")
        await self._rule(Wish(Ruling.REJECTED if alone else Ruling.SPLIT, (row,), ""), question, row.quote)

    @work(group="ask")
    async def action_status(self) -> None:
        """The verdict is another."""
        thread = self.ruled_thread()
        if thread is None or not await self.brought_to_view("status"):
            return
        answers = [(status.value, style.mark(status, self.labels)) for status in Status]
        status = await self.app.push_screen_wait(
            Choose(self.labels("ruling.status"), answers, labels=self.labels, chosen=thread.status)
        )
        if status:
            wish = Wish(Ruling.STATUS, self._voice(thread), "", value=status)
            await self._rule(wish, self.labels("ruling.why"), thread.title)

    @work(group="ask")
    async def action_deadline(self) -> None:
        """The promise is due at another time, or at none."""
        row = self._member()
        if not isinstance(row, Commitment) or not await self.brought_to_view("deadline"):
            return
        before = f"{row.deadline.start or ''}/{row.deadline.end}" if row.deadline and row.deadline.end else ""
        question, hint = self.labels("ruling.deadline"), self.labels("ruling.deadline_hint")
        wrong = deadline_or_none(self.labels)
        text = await self.app.push_screen_wait(
            Ask(question, about=row.quote, value=before.lstrip("/"), hint=hint, wrong=wrong, chosen=True)
        )
        if text is None:
            return
        value, start, end = read_deadline(text)
        wish = Wish(Ruling.DEADLINE, (row,), "", value=value, start=start, end=end)
        await self._rule(wish, self.labels("ruling.why"), row.quote, value=value or "–")

    @work(group="ask")
    async def action_slip(self) -> None:
        """The move of a deadline is none, gives more time to what is in force, or went to another day."""
        thread = self.ruled_thread()
        if thread is None or self.study is None or not thread.slips or not await self.brought_to_view("slip"):
            return
        row = self._member()
        slip = next((slip for slip in thread.slips if row and slip.to_letter == row.letter), thread.slips[-1])
        moved = self.study.index.statements[slip.to_ref] if slip.to_ref else (row or self._voice(thread)[-1])
        answers = [(verdict.value, Content(self.labels(f"slip_is.{verdict}"))) for verdict in SlipVerdict]
        question = self.labels("ruling.slip", old=slip.old_end or "–", new=slip.new_end or self.labels("slip.open"))
        verdict = await self.app.push_screen_wait(Choose(question, answers, labels=self.labels))
        end = None
        if verdict == SlipVerdict.MOVED:
            question, hint = self.labels("ruling.deadline"), self.labels("ruling.day_hint")
            wrong = day_or_none(self.labels)
            text = await self.app.push_screen_wait(Ask(question, about=moved.quote, hint=hint, wrong=wrong))
            end = read_day(text or "")
            verdict = verdict if text is not None else None
        if verdict:
            wish = Wish(Ruling.SLIP, (moved,), "", value=verdict, end=end)
            value = f"{self.labels(f'slip_is.{verdict}')} {end or ''}".strip()
            await self._rule(wish, self.labels("ruling.why"), moved.quote, value=value)

    @work(group="ask")
    async def action_join(self) -> None:
        """Another thread is the same promise."""
        thread = self.ruled_thread()
        if thread is None or self.study is None or not await self.brought_to_view("join"):
            return
        other = await self.app.push_screen_wait(SamePromise(self.study, thread.id, self.labels))
        if other:
            joined = self.study.index.threads[other]
            wish = Wish(Ruling.MERGE, (*self._voice(thread), *self._voice(joined)), "")
            await self._rule(wish, self.labels("ruling.why"), thread.title, value=joined.title)

    @work(group="ask")
    async def action_note(self) -> None:
        """A remark on the thread; its words are its reason."""
        thread = self.ruled_thread()
        if thread is None or not await self.brought_to_view("note"):
            return
        asked, told = self.labels("ruling.note"), self.labels(f"ruled.{Ruling.NOTE}")
        value = thread.note or ""
        text = await self._agreed(asked, thread.title, lambda line: f"{told}: {line}", needed=asked, value=value)
        if text:
            self.tracker.rule(Wish(Ruling.NOTE, self._voice(thread), text, value=text))

    @work(group="ask")
    async def action_rename(self) -> None:
        """A better title for the thread."""
        thread = self.ruled_thread()
        if thread is None or not await self.brought_to_view("rename"):
            return
        asked = self.labels("ruling.title")
        text = await self.app.push_screen_wait(
            Ask(asked, about=thread.title, value=thread.title, hint=asked, wrong=needed(asked))
        )
        if text:
            wish = Wish(Ruling.TITLE, self._voice(thread), "", value=text)
            await self._rule(wish, self.labels("ruling.why"), thread.title)

    async def _rule(self, wish: Wish, question: str, about: str, *, value: str = "") -> None:
        """Keep a ruling with the reason that is given; `value` is what it is told to say, where not its own."""
        self.tracker.prepare(wish.ruling)
        told = ruling_words(wish.ruling, value or wish.value, self.labels)
        because = partial(self.labels, "ruling.because", ruling=told)
        asked = self.labels("ruling.why_needed")
        why = await self._agreed(question, about, lambda line: because(why=line), needed=asked)
        if why:
            self.tracker.rule(replace(wish, why=why))

    async def _agreed(
        self, question: str, about: str, told: Callable[[str], str], *, needed: str, value: str = ""
    ) -> str | None:
        """A line that is kept, once one agreed to what is told of it and signed; unsigned it stands there again."""
        who = await self.tracker.signer() or self.labels("ruling.unnamed")
        line: str | None = value
        while line is not None:
            line = await self.app.push_screen_wait(
                Agree(
                    question,
                    about=about,
                    value=line,
                    kept=lambda line: self.labels("ruling.keeps", told=told(line), who=who),
                    needed=needed,
                )
            )
            if line and await self.tracker.signed():
                break
        return line

    async def brought_to_view(self, act: str) -> bool:
        """Whether what an act is about is seen; where it is not it is shown, and the act waits to be asked again.

        What is typed instead is no command.
        """
        if act in _BEYOND_VERDICTS:
            self.tracker.prepare(_BEYOND_VERDICTS[act])
        for part in (*self.query(Page), *self.query(Rows)):
            if part.has_focus and part.cursor >= 0 and not part.sees_cursor:
                part.show_cursor()
                look = Look(self.labels("ruling.look_first"), _KEY_OF[act])
                goes_on = await self.app.push_screen_wait(look)
                return goes_on is True
        return True
