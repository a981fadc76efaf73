"""The app as a keeper of rulings: one after another into decisions.toml, the last one taken back first."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on, work

from tracker.decisions.ruling import Decision, Ruling
from tracker.errors import TrackerError
from tracker.ledger.rejudging import ON_VERDICTS
from tracker.model import Statement
from tui.input_values import needed
from tui.messages import Ruled, RulingFailed
from tui.reading_app import ReadingApp
from tui.rulings import Wish, keep_ruling
from tui.screens.dialogs import Ask
from tui.state import State
from tui.study_loader import Scope
from tui.view_model import Study

if TYPE_CHECKING:
    from tracker.decisions.rulings import RulingService


class RulingApp(ReadingApp):
    """An app in which an analyst rules."""

    state: State

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.rulings: list[Decision] = []
        """The rulings of this session that stand, the last one last."""
        self._acts = 0
        self._unshown = False
        """Whether what was ruled last shows only when the letters are read anew."""
        self._turn = asyncio.Lock()

    @property
    def ruling(self) -> bool:
        """Whether a ruling is being kept or taken back, or is not in what is shown yet; or not all letters are read."""
        partial = self.study is not None and self.study.is_partial
        return self._acts > 0 or partial or (self._unshown and not self.up_to_date)

    @work(group="ask")
    async def rule(self, wish: Wish) -> None:
        """Keep a ruling of the analyst, whose name is asked once where git knows none."""
        if self.scope.rev:
            self.notify(self.labels("ruling.at_revision", rev=self.scope.rev), severity="error", markup=False)
            return
        if await self.signed():
            self._acts += 1
            self.working = True
            self._record(self.state.name, wish)

    async def signed(self) -> bool:
        """Whether it is known who rules; where it is not that is asked."""
        self.state.name = await self.signer() or await self._asked_name("")
        return bool(self.state.name)

    @work(group="ask")
    async def sign_as(self) -> None:
        """Ask for the name that stands with rulings from now on."""
        self.state.name = await self._asked_name(await self.signer()) or self.state.name

    async def _asked_name(self, name: str) -> str:
        """The name that the analyst gives, "" for none."""
        question, hint = self.labels("ruling.who"), self.labels("ruling.who_hint")
        wrong = needed(self.labels("ruling.who_needed"))
        return await self.push_screen_wait(Ask(question, value=name, hint=hint, wrong=wrong, chosen=True)) or ""

    async def signer(self) -> str:
        """The name that stands with rulings: that of before, else the one of git; "" where it is not known yet."""
        from tui.study_loader import who_signs

        return self.state.name or await asyncio.to_thread(who_signs, self.folder)

    def expect_ruling(self) -> None:
        """Get ready for whatever is ruled on what is looked at; of sessions that are served there may be many."""
        if not self.is_web:
            self.prepare(Ruling.MERGE)

    def prepare(self, ruling: Ruling) -> None:
        """Get ready for a ruling that is going to be given."""
        known = self.study
        if known is None or known.is_partial or self.scope.rev or ruling in ON_VERDICTS:
            return
        if not known.ledger.registered:
            self.ledger_process.prepare(self.scope, known)

    def _service(self, quoted: Iterable[Statement] = ()) -> RulingService:
        """Rulings on the letters of these statements as they are now."""
        from tracker.decisions.rulings import RulingService
        from tui.study_loader import letters_of

        letters = self.study.index.letters if self.study else {}
        paths = {letters[row.letter].path for row in quoted if row.letter in letters}
        return RulingService(self.folder, lambda: letters_of(self.folder, paths))

    @work(group="rule", exit_on_error=False)
    async def _record(self, name: str, wish: Wish) -> None:
        async with self._turn:
            try:
                decision = await asyncio.to_thread(keep_ruling, self._service(wish.rows), name, wish)
            except TrackerError as fault:
                self.post_message(RulingFailed(self.labels.told(fault.message)))
                return
            self.rulings.append(decision)
            await self._kept(Ruled(decision))

    async def _kept(self, message: Ruled) -> None:
        """Tell of a ruling that is in the file, or out of it, with what is to be shown where that is known at once."""
        if (known := self.study) is not None:
            now = _rulings_now(known, message)
            message.known, message.study = known, await asyncio.to_thread(self._under, known, now)
        self.post_message(message)

    def _under(self, known: Study, rulings: tuple[Decision, ...]) -> Study | None:
        """What is shown under other rulings; None where it is not known at once."""
        return known.ruled(rulings) or self.ledger_process.at_once(self.scope, known, rulings)

    async def last_ruling(self) -> Decision | None:
        """The last ruling of this session that stands, once the one that is being kept is."""
        async with self._turn:
            return self.rulings[-1] if self.rulings else None

    def take_back(self, decision: Decision) -> None:
        """Take any ruling back."""
        self._acts += 1
        self._withdraw(decision)

    @work(group="rule", exit_on_error=False)
    async def _withdraw(self, decision: Decision) -> None:
        async with self._turn:
            try:
                await asyncio.to_thread(self._service().take_back, decision)
            except TrackerError as fault:
                self.post_message(RulingFailed(self.labels.told(fault.message)))
                return
            if decision in self.rulings:
                self.rulings.remove(decision)
            await self._kept(Ruled(decision, undone=True))

    @on(Ruled)
    def _ruled(self, message: Ruled) -> None:
        self._acts -= 1
        key = "ruling.undone" if message.undone else "ruling.kept"
        ruling, why = self.labels(f"ruled.{message.decision.ruling}"), message.decision.why
        self.notify(self.labels(key, ruling=ruling, why=why), markup=False)
        self._unshown = message.study is None or self.study is not message.known
        self.read_letters()
        if message.study is not None and not self._unshown:
            self.show(message.study)
        elif self.study is not None and (message.decision in self.study.rulings) is message.undone:
            self.show(self.study.awaiting(message.decision), aloud=False)

    @on(RulingFailed)
    def _not_ruled(self, message: RulingFailed) -> None:
        self._acts -= 1
        self.working = not self.up_to_date or self._acts > 0
        self.notify(message.reason, severity="error", markup=False)


def _rulings_now(known: Study, message: Ruled) -> tuple[Decision, ...]:
    """The rulings of a study without the one that was taken back (of equal ones the last), or with the one given."""
    if not message.undone:
        return (*known.rulings, message.decision)
    rows = list(known.rulings[::-1])
    if message.decision in rows:
        rows.remove(message.decision)
    return tuple(rows[::-1])
