"""The app as a keeper of rulings: one after another into decisions.toml, the last one taken back first."""

from __future__ import annotations

import asyncio

from textual import on, work

from tracker.decisions.ruling import Decision
from tracker.decisions.rulings import RulingService
from tracker.errors import TrackerError
from tui.messages import Ruled, RulingFailed
from tui.reader import ReadingApp
from tui.reading import Scope
from tui.rulings import Wish, keep
from tui.screens.dialogs import Ask
from tui.state import State


class RulingApp(ReadingApp):
    """An app in which an analyst rules."""

    state: State

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.rulings: list[Decision] = []
        """The rulings of this session that stand, the last one last."""
        self._acts = 0
        self._turn = asyncio.Lock()

    @property
    def ruling(self) -> bool:
        """Whether a ruling is being kept or taken back, or is not in what is shown yet."""
        return self._acts > 0 or (bool(self.rulings) and not self.up_to_date)

    @work(group="ask")
    async def rule(self, wish: Wish) -> None:
        """Keep a ruling of the analyst, whose name is asked once where git knows none."""
        if self.scope.rev:
            self.notify(self.labels("ruling.at_revision", rev=self.scope.rev), severity="error", markup=False)
            return
        name = self.state.name or await self._identity()
        if not name:
            asked = await self.push_screen_wait(Ask(self.labels("ruling.who"), hint=self.labels("ruling.who_hint")))
            name = asked or ""
        self.state.name = name
        if name:
            self._acts += 1
            self.working = True
            self._record(name, wish)

    async def _identity(self) -> str:
        """The name that git signs with in the folder, "" where it knows none."""
        from tui.reading import who_signs

        return await asyncio.to_thread(who_signs, self.folder)

    def _service(self) -> RulingService:
        from tui.reading import letters_of

        return RulingService(self.folder, lambda: letters_of(self.folder))

    @work(group="rule", exit_on_error=False)
    async def _record(self, name: str, wish: Wish) -> None:
        async with self._turn:
            try:
                decision = await asyncio.to_thread(keep, self._service(), name, wish)
            except TrackerError as fault:
                self.post_message(RulingFailed(self.labels.told(fault.message)))
                return
            self.rulings.append(decision)
            self.post_message(Ruled(decision))

    def undo(self) -> None:
        """Take the last ruling of this session back, also one that is being kept."""
        if self.rulings or self._acts:
            self._acts += 1
            self._withdraw(None)

    def take_back(self, decision: Decision) -> None:
        """Take any ruling back."""
        self._acts += 1
        self._withdraw(decision)

    @work(group="rule", exit_on_error=False)
    async def _withdraw(self, wanted: Decision | None) -> None:
        async with self._turn:
            decision = wanted or (self.rulings[-1] if self.rulings else None)
            if decision is None:
                self._acts -= 1
                return
            try:
                await asyncio.to_thread(self._service().take_back, decision)
            except TrackerError as fault:
                self.post_message(RulingFailed(self.labels.told(fault.message)))
                return
            if decision in self.rulings:
                self.rulings.remove(decision)
            self.post_message(Ruled(decision, undone=True))

    @on(Ruled)
    def _ruled(self, message: Ruled) -> None:
        self._acts -= 1
        key = "ruling.undone" if message.undone else "ruling.kept"
        self.notify(self.labels(key, ruling=self.labels(f"ruled.{message.decision.ruling}")), markup=False)
        self.read_letters()

    @on(RulingFailed)
    def _not_ruled(self, message: RulingFailed) -> None:
        self._acts -= 1
        self.working = not self.up_to_date or self._acts > 0
        self.notify(message.reason, severity="error", markup=False)
