"""How long the terminal UI takes: to its first screen, to its letters, and from a key to its paint; and its memory.

Run as `python tests/benchmarks/bench_tui.py [FOLDER]`; it prints a line a figure and takes about a minute.
"""

from __future__ import annotations

import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from unittest.mock import patch

ROOT = Path(__file__).parent.parent.parent
STATEMENTS = 10_000
OPEN = """
import asyncio, sys, time
begin = time.perf_counter()
from pathlib import Path
from tui.app import TrackerApp
async def main():
    app = TrackerApp(Path(sys.argv[1]), watching=False)
    async with app.run_test(size=(120, 36)):
        painted = time.perf_counter() - begin
        while app.study is None:
            await asyncio.sleep(0.002)
        print(painted, time.perf_counter() - begin)
asyncio.run(main())
"""
KEYS = {
    "cursor": ["j"] * 60,
    "page": ["pagedown"] * 30,
    "end and start": ["G", "g"] * 10,
    "filter": ["slash", *"haven", *"12", *["backspace"] * 6],
}


def opening(folder: Path) -> None:
    """A process of its own, twice: without anything remembered, and as it is from then on."""
    with tempfile.TemporaryDirectory() as home:
        places = {f"XDG_{name}_HOME": home for name in ("CACHE", "STATE", "CONFIG")}
        for name in ("first time", "later"):
            command = [sys.executable, "-c", OPEN, str(folder)]
            environment = {**os.environ, **places, "PYTHONPATH": str(ROOT)}
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
            painted, read = map(float, done.stdout.split())
            print(f"open, {name}: first screen {painted:.2f} s, letters read {read:.2f} s")


async def keys() -> None:
    """Keys at ten thousand statements, each timed until the screen has painted what it did."""
    from tests.benchmarks.many import ledger
    from tui.app import TrackerApp

    many = ledger(STATEMENTS)
    with patch("tracker.pipeline.open_collection"), patch("tui.reading.made_of"):
        app = TrackerApp(ROOT / "seeds", watching=False)
        with patch("tui.reading.remembered", lambda *_: many):
            async with app.run_test(size=(120, 36)) as pilot:
                while app.study is None:
                    await asyncio.sleep(0.01)
                await pilot.pause()
                for name, presses in KEYS.items():
                    times = [await _pressed(app, press) for press in presses]
                    worst = quantiles(times, n=20)[-1]
                    print(f"{name}: median {median(times):.0f} ms, 95 % within {worst:.0f} ms")


async def _pressed(app: object, press: str) -> float:
    """Milliseconds from a key to the paint that follows it."""
    from textual import events
    from textual.app import App

    assert isinstance(app, App)
    painted = asyncio.Event()
    begin = time.perf_counter()
    app.post_message(events.Key(press, press if len(press) == 1 else None))
    app.call_later(lambda: app.screen.call_after_refresh(painted.set))
    await painted.wait()
    return 1000 * (time.perf_counter() - begin)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    opening(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds")
    asyncio.run(keys())
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at {STATEMENTS:,} statements: {most:.0f} MB at the most")
