"""The app as it looks at another day, or at some of the letters, without being opened anew."""

from __future__ import annotations

import datetime as dt

from textual import work
from textual.content import Content

from tracker.views.names import dated, short
from tui.saver import SavingApp
from tui.screens.dialogs import Ask
from tui.screens.ticks import Ticks
from tui.style import words


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
        asked = await self.push_screen_wait(
            Ask(labels("scope.day"), value=str(day or ""), hint=labels("scope.day_hint"))
        )
        if asked is None:
            return
        try:
            self.look_at(as_of=dt.date.fromisoformat(asked) if asked else None)
        except ValueError:
            self.notify(labels("scope.no_day", words=asked), severity="error", markup=False)

    @work(group="ask")
    async def action_letters(self) -> None:
        """Count some of the letters alone."""
        if self.study is None:
            return
        labels = self.labels
        rows = sorted((day, id_, told) for id_, (day, told) in self.known_letters.items())
        choices: list[tuple[str, Content]] = [(id_, words(told)) for _, id_, told in rows]
        ticked = self.scope.only or self.known_letters
        chosen = await self.push_screen_wait(Ticks(labels("scope.letters"), labels("filter.hint"), choices, ticked))
        if chosen:
            self.look_at(only=() if len(chosen) == len(choices) else chosen)
