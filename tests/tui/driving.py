"""Driving the app in tests: open it, press keys, wait for what follows, never by the clock."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.screen import Screen

from tracker.ledger.rejudging import Judged
from tracker.model import Collection, Ledger
from tui.app import TrackerApp
from tui.keystrokes import KeysInOrder
from tui.widgets.page import Page

WAITING = {"watch", "ask"}
"""Groups of workers that end only when something happens outside: a file changes, a question is answered."""

A_MOMENT = 0.001
"""Seconds for what comes from threads and timers."""

WAITED = 60.0
"""Seconds after which what is waited for does not happen any more."""

LONGEST = 10_000
"""Turns of the event loop after which nothing is waited for any more."""

PAINT = Screen._compositor_refresh
"""How Textual paints what changed on a screen."""

Story = Callable[[Pilot[None], TrackerApp], Awaitable[None]]
"""What a test does with the app once its letters are read."""


def play(app: TrackerApp, story: Story, size: tuple[int, int] = (120, 36)) -> None:
    """Open the app in a terminal of a size and let the story happen."""

    async def scene() -> None:
        async with opened(app, size) as pilot:
            await story(pilot, app)

    asyncio.run(scene())


@asynccontextmanager
async def opened(app: TrackerApp, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Pilot[None]]:
    """The app in a terminal of a size, its letters read."""
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        paint(pilot.app)
        yield pilot


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is being read, and no widget came, went or had anything to do for three rounds."""
    app = pilot.app
    quiet = 0
    while quiet < 3 and app.is_running:
        work = [worker for worker in app.workers if worker.group not in WAITING]
        if work:
            await app.workers.wait_for_complete(work)
        pumps = _pumps(app)
        await _nothing_to_run()
        app.screen._on_timer_update()
        typing = isinstance(app, KeysInOrder) and app.typing
        busy = work or typing or pumps != _pumps(app) or any(pump.message_queue_size for pump in pumps)
        quiet = 0 if busy else quiet + 1


def paint(app: App[None]) -> None:
    """Paint what changed, as a terminal would see it."""
    if app.is_running:
        PAINT(app.screen)


async def until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait for what a process or a thread does; not for ever."""
    end = time.monotonic() + WAITED
    while not is_so():
        assert time.monotonic() < end, "it did not happen"
        await pilot.pause(A_MOMENT)


async def _nothing_to_run() -> None:
    """Give way until the event loop has nothing left to run but what waits for a thread or for a moment to come.

    Textual's own pause asks every widget for a sign of life each time, which is most of what a key costs.
    """
    ready: deque[asyncio.Handle] = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(A_MOMENT)
    for _ in range(LONGEST):
        if not ready:
            return
        await asyncio.sleep(0)


def unpainted(screen: Screen[object]) -> None:
    """Leave the screen on top unpainted until it is quiet: frames that pass cost much, and nobody sees them."""
    if screen is screen.app.screen:
        screen._dirty_widgets.clear()
        screen.app._update_mouse_over(screen)
    else:
        PAINT(screen)


def _pumps(app: App[None]) -> list[App[None] | DOMNode]:
    """The app and what is on its screen: all that take messages."""
    return [app, *app.screen.walk_children(with_self=True)]


async def keys(pilot: Pilot[None], *presses: str) -> None:
    """Press keys one after another and paint what they led to; what stands in quotes is pasted, not typed."""
    for press in presses:
        paste = press.startswith("'")
        pilot.app.post_message(Paste(press[1:-1]) if paste else Key(press, press if len(press) == 1 else None))
        await settle(pilot)
    paint(pilot.app)


def instead(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> None:
    """Let every collection be judged as this ledger, whatever other tests left to be remembered."""
    monkeypatch.setattr("tracker.open_collection.open_collection", lambda *_: Collection(ledger.name, ()))
    monkeypatch.setattr("tui.study_loader._judged", lambda *_: Judged(ledger))
    monkeypatch.setattr("tui.study_loader.judged_once", lambda of, rulings, make: make())


def seen(page: Page) -> str:
    """The text of a page."""
    return "\n".join(f"{block.content.plain}\n{block.right.plain if block.right else ''}" for block in page.blocks)


def visible(app: App[None]) -> str:
    """What stands on the screen now, line by line, spaces that do not break as others."""
    lines = (strip.text.rstrip() for strip in app.screen._compositor.render_strips())
    return "\n".join(lines).replace("\xa0", " ")
