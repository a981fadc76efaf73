"""Driving the app in tests: open it, press keys, wait for what follows, never by the clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from tracker.model import Collection, Ledger
from tui.app import TrackerApp

WAITING = {"watch", "ask"}
"""Groups of workers that end only when something happens outside: a file changes, a question is answered."""

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
        yield pilot


async def settle(pilot: Pilot[None]) -> None:
    """Wait for what is being read, and for what follows from it on the screen."""
    app = pilot.app
    assert isinstance(app, TrackerApp)
    for _ in range(6):
        await pilot.pause()
        work = [worker for worker in app.workers if worker.group not in WAITING]
        if work:
            await app.workers.wait_for_complete(work)
    await pilot.pause()


async def keys(pilot: Pilot[None], *presses: str) -> None:
    """Press keys one after another; a text with spaces or of several letters in quotes is typed."""
    for press in presses:
        typed = press[1:-1] if press.startswith("'") else None
        await pilot.press(*(_name(char) for char in typed) if typed else [press])
        await settle(pilot)


def _name(char: str) -> str:
    return {" ": "space", ":": "colon", "-": "minus", "'": "apostrophe"}.get(char, char)


def instead(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> None:
    """Let every collection be judged as this ledger."""
    monkeypatch.setattr("tracker.pipeline.open_collection", lambda *_: Collection(ledger.name, ()))
    monkeypatch.setattr("tracker.pipeline.build_ledger", lambda *_: ledger)
