"""A line to type in that Tab does not leave: it goes through what the line may go on to, where that is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.suggester import Suggester
from textual.widgets import Input

from tracker.text.normalize import lines_joined

Completions = Callable[[str], Sequence[str]]
"""What a text may go on to, whole, the best first."""


def no_completions(_: str) -> tuple[str, ...]:
    """Of a line whose words are anybody's own."""
    return ()


class OneLine(Input):
    """A line of text, of which what is pasted in several lines becomes one: a word cut at a line's end is whole."""

    virtual_size = Reactive(Size(0, 0))
    """The room of what is typed. The line is as wide whatever that is, so no key has the screen laid out anew."""

    def on_resize(self) -> None:
        """The end of a long path is seen, where one types on: Textual scrolls there only when something is typed."""
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    def on_paste(self, event: Paste) -> None:
        """Join the lines, before they are put in."""
        event.text = lines_joined(event.text)


class Line(OneLine):
    """A line of text; the first of what it may go on to is shown faintly behind what is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete(1)", "complete", show=False),
        Binding("shift+tab", "complete(-1)", "complete", show=False),
    ]

    def __init__(self, value: str = "", *, completions: Completions = no_completions, **more: Any) -> None:
        """`more` is as Input has it."""
        super().__init__(value, compact=True, suggester=First(completions), **more)
        self.completions = completions
        self._typed, self._taken = value, ""

    def action_complete(self, step: int) -> None:
        """Take what the line may go on to; again the next one, where what was typed may go on to several."""
        goes_on = self.value == self._taken and len(self.completions(self._typed)) > 1
        if not goes_on:
            self._typed = self.value
        found = self.completions(self._typed)
        if found:
            at = found.index(self.value) + step if goes_on and self.value in found else min(step, 0)
            self.value = self._taken = found[at % len(found)]
        self.action_end()


class First(Suggester):
    """Suggests the first of what a line may go on to."""

    def __init__(self, completions: Completions) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.completions = completions

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line; None where nothing is known."""
        return next(iter(self.completions(value)), None)
