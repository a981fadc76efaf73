"""What the screens share from which a ruling is taken back: no key does so before one agreed to it."""

from __future__ import annotations

from textual import work
from textual.content import Content

from tracker.decisions.ruling import Decision
from tui.rulings import ruling_words
from tui.screens.base import StudyScreen
from tui.screens.dialogs import Choose, Told


class TakingBack(StudyScreen):
    """A screen from which rulings are taken back."""

    def said(self, decision: Decision) -> str:
        """What a ruling says."""
        return ruling_words(decision.ruling, decision.value or str(decision.kind or ""), self.labels)

    def at_revision(self) -> str:
        """That nothing is ruled on letters of before; "" where those of today are seen."""
        rev = self.tracker.scope.rev
        return self.labels("ruling.at_revision", rev=rev) if rev else ""

    async def taken_back(self, decision: Decision) -> None:
        """Take a ruling back, once that is agreed to."""
        if refused := self.at_revision():
            await self.app.push_screen_wait(Told(refused))
            return
        answers = [(word, Content(self.labels(f"rulings.{word}"))) for word in ("keep", "take_back")]
        question = self.labels("rulings.sure", ruling=self.said(decision), name=decision.who)
        if await self.app.push_screen_wait(Choose(question, answers, labels=self.labels)) == "take_back":
            self.tracker.take_back(decision)

    @work(group="ask")
    async def action_undo(self) -> None:
        """Take the last ruling of this session back."""
        decision = await self.tracker.last_ruling()
        if decision is not None:
            await self.taken_back(decision)
