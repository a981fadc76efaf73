"""The app as it looks at another day, or at some of the letters, without being opened anew."""

from __future__ import annotations

from textual import work
from textual.content import Content

from tracker.views.names import dated, short
from tui.input_values import day_or_none, read_day
from tui.saving_app import SavingApp
from tui.screens.checklist import Ticks
from tui.screens.dialogs import Ask
from tui.style import letter_text


class ScopingApp(SavingApp):
    """An app whose scope can be changed inside."""

    def watch_study(self) -> None:
        """Remember the letters, also those that a scope leaves out."""
        if self.study is not None:
            for letter in self.study.ledger.letters:
                self.known_letters[letter.id] = (
                    str(letter.anchor or ""),
                    f"{dated(letter)}  {short(letter)}  {letter.title or ''}",
                )

    @work(group="ask")
    async def action_day(self) -> None:
        """Judge as of another day."""
        labels, day = self.labels, self.study.ledger.as_of if self.study else None
        question, hint = labels("scope.day"), labels("scope.day_hint")
        asked = await self.push_screen_wait(
            Ask(question, value=str(day or ""), hint=hint, wrong=day_or_none(labels), chosen=True)
        )
        if asked is not None:
            self.look_at(as_of=read_day(asked))

    @work(group="ask")
    async def action_letters(self) -> None:
        """Count some of the letters alone."""
        if self.study is None:
            return
        labels = self.labels
        rows = sorted((day, id_, told) for id_, (day, told) in self.known_letters.items())
        choices: list[tuple[str, Content]] = [(id_, letter_text(told)) for _, id_, told in rows]
        ticked = self.scope.only or self.known_letters
        chosen = await self.push_screen_wait(
            Ticks(labels("scope.letters"), labels("filter.hint"), choices, ticked, needed=labels("scope.no_letters"))
        )
        if chosen:
            self.look_at(only=() if len(chosen) == len(choices) else chosen)
