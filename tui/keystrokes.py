"""Keys in the order in which they are typed: each has done what it does before the next one is looked at.

Textual hands a key to what has the focus at that moment, while what the key before it opens may not have the focus yet:
of "/status" typed at once the letters would run as commands.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from tui.widgets.confirmation import Agreement

LONGEST = 0.5
"""Seconds of a machine at rest after which the next key is looked at whatever the one before is still doing."""
ROUND = 0.002
HELD = 0.1
"""Seconds that nothing is painted at most while keys do what they do: what they do in parts is painted as a whole."""
SEARCH_ENDS = ("enter", "escape")
"""Keys that end the words of a search."""
PAUSE = 3.0
"""Seconds without a key after which what is typed is no word of a search that was begun before; by judgement."""
ASKING = "ask"
"""The group of workers that ask the analyst something."""


class KeysInOrder(App[None]):
    """An app in which no key overtakes another."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Event] = deque()
        self._typing: asyncio.Task[None] | None = None
        self._held_until = 0.0
        self._swallowing = False
        """Whether what is typed are words for a search that there is not here."""
        self._swallowed = 0.0
        """When the last of them was typed."""

    @property
    def typing(self) -> bool:
        """Whether a key has not done all that it does."""
        return self._typing is not None

    @property
    def holds_paint(self) -> bool:
        """Whether a key has not done all that it does and what it did so far is better painted with the rest."""
        return self._typing is not None and time.monotonic() < self._held_until

    @property
    def typing_on(self) -> bool:
        """Whether another character is typed already: nobody will see what the words so far would show."""
        event = self._typed[0] if self._typed else None
        return isinstance(event, events.Key) and event.is_printable

    async def on_event(self, event: events.Event) -> None:
        """Keys and what is pasted wait in a row; everything else is as it was."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if self._typing is None:
            self._typing = asyncio.create_task(self._one_by_one())

    async def _one_by_one(self) -> None:
        try:
            while self._typed:
                event, at = self._typed.popleft(), self.focused or self.screen
                if self._swallows(event):
                    continue
                self._held_until = self._held_until or time.monotonic() + HELD
                await super().on_event(event)
                await self._passed(at)
                await self._ready()
                await self._done()
                if isinstance(self.focused, Agreement) and self.focused is not at:
                    self._typed.clear()  # it was typed before anybody saw what it would agree to
        finally:
            self._typing, self._held_until = None, 0.0

    async def _done(self) -> None:
        """Wait until what a key asked for is done, and have it painted, unless the next key is there already."""
        if not self.is_running:
            return
        screen = self.screen
        while self.holds_paint and _has_to_do(screen):
            await asyncio.sleep(0)
        if isinstance(screen, PaintedWhole) and not (self._typed and self.holds_paint):
            self._held_until = 0.0
            screen.paint()

    def nothing_to_search(self) -> None:
        """Say that there is nothing to look through here."""

    def _swallows(self, event: events.Event) -> bool:
        """Whether a key belongs to words that are looked for where nothing can be: none of them is a command.

        They end with enter or escape, after a while, or where a slash begins others that can be looked for by now.
        """
        is_slash = isinstance(event, events.Key) and event.key == "slash"
        if self._swallowing and not (event.time > self._swallowed + PAUSE or (is_slash and self._searches())):
            self._swallowing = not (isinstance(event, events.Key) and event.key in SEARCH_ENDS)
            self._swallowed = event.time
            return True
        self._swallowing, self._swallowed = is_slash and not self._searches(), event.time
        if self._swallowing:
            self.nothing_to_search()
        return self._swallowing

    def _searches(self) -> bool:
        """Whether something here takes a slash."""
        if self.focused is not None and self.focused.check_consume_key("slash", "/"):
            return True
        return "slash" in self.screen.active_bindings

    async def _passed(self, at: MessagePump | None) -> None:
        """Wait until a key has gone from what had the focus up to the app."""
        rounds, pump = round(LONGEST / ROUND), at
        while pump is not None and rounds:
            done = asyncio.Event()
            if pump.call_later(done.set):
                rounds = await _rounds_left(done, rounds)
            pump = pump._parent

    async def _ready(self) -> None:
        """Wait until what was opened is there, and takes keys where it can."""
        for _ in range(round(LONGEST / ROUND)):
            if not self.is_running:
                return
            screen = self.screen
            if not self._about_to_ask() and screen.is_mounted and (screen.focused or not screen.focus_chain):
                return
            await asyncio.sleep(ROUND)

    def _about_to_ask(self) -> bool:
        """Whether a question was called for that does not stand there yet."""
        asking = sum(worker.group == ASKING and not worker.is_finished for worker in self.workers)
        return asking > sum(screen.is_modal for screen in self.screen_stack)


async def _rounds_left(done: asyncio.Event, rounds: int) -> int:
    """Wait until something is done, or so many rounds went by, and give how many are left.

    By rounds in which all that is ready has its turn, not by the clock: on a busy machine that runs on meanwhile.
    """
    waiting = asyncio.create_task(done.wait())
    while rounds and not (await asyncio.wait({waiting}, timeout=ROUND))[0]:
        rounds -= 1
    waiting.cancel()
    return rounds


class PaintedWhole(Screen[None]):
    """A screen that is painted once for a key, not for each part of what it does."""

    def _on_timer_update(self) -> None:
        """Paint what is to be painted, which Textual asks for 60 times a second as long as something is."""
        if not (isinstance(self.app, KeysInOrder) and self.app.holds_paint):
            super()._on_timer_update()

    def paint(self) -> None:
        """Paint now what is to be painted."""
        self.call_next(super()._on_timer_update)


def _has_to_do(screen: Screen[object]) -> bool:
    """Whether a part of a screen has something to do, or has not told the screen yet that it is to be painted."""
    parts = screen.walk_children(Widget)
    waits = any(part.message_queue_size or (part.size and _is_to_be_painted(part)) for part in parts)
    return waits or screen.message_queue_size > 0


def _is_to_be_painted(part: Widget) -> bool:
    return part._repaint_required or part._layout_required or part._scroll_required
