"""How long the terminal UI takes: to its first screen, to its letters, from a key to its paint; its memory; a ruling.

Run as `python tests/benchmarks/bench_tui.py [FOLDER]`; it prints a line a figure, with what was asked for, and takes a
few minutes. Its parts are processes of their own (`bench_tui.py keys`), so that none pays for another.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING
from unittest.mock import patch

from tracker.decisions.ruling import Ruling
from tracker.ledger.rejudging import ON_VERDICTS, Judged

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app import TrackerApp

ROOT = Path(__file__).parent.parent.parent
STATEMENTS = 10_000
LETTERS = 1_000
RULED = 40
ROUNDS = 6
"""Rulings of a kind; the first is not counted, for it loads what the others have."""
KINDS = (
    *(Ruling.STATUS, Ruling.NOTE, Ruling.TITLE, Ruling.SLIP),
    *(Ruling.REJECTED, Ruling.DEADLINE, Ruling.MERGE, Ruling.SPLIT),
)
ROUND = 0.001
"""Seconds between two looks at whether a key is painted: to look without a pause would count as work."""
LONGEST = 10.0
"""Seconds after which a key is given up."""
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
        first, processor = time.perf_counter() - begin, time.process_time()
        while app.study.is_partial:
            await asyncio.sleep(0.002)
        print(painted, first, processor, time.perf_counter() - begin)
asyncio.run(main())
"""
KEYS = {
    "cursor": ["j"] * 60,
    "page": ["pagedown"] * 30,
    "end and start": ["G", "g"] * 10,
    "filter": ["slash", *"haven", *"12", *["backspace"] * 6, "escape"],
    "filter by fields": [
        "slash",
        *"letter:2015,2016",
        *["backspace"] * 16,
        *"is:slipped",
        "space",
        *"-status:re",
        "escape",
    ],
}

TYPED = ["slash", *"haven", "space", *"12", *["backspace"] * 8, "escape"]
LISTS = {
    "filter of the deadlines": ("2", TYPED),
    "filter of the review": ("5", TYPED),
    "words in all letters": ("0", ["slash", *"haven van", *["backspace"] * 8]),
}
"""The key of a view, and what is typed there; the last words stand in every statement."""


def opening(folder: Path) -> None:
    """A process of its own, twice: without anything remembered, and as it is from then on."""
    with tempfile.TemporaryDirectory() as home:
        places = {f"XDG_{name}_HOME": home for name in ("CACHE", "STATE", "CONFIG")}
        for name in ("first time", "later"):
            command = [sys.executable, "-c", OPEN, str(folder)]
            environment = {**os.environ, **places, "PYTHONPATH": str(ROOT)}
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
            painted, first, processor, read = map(float, done.stdout.split())
            told = f"first screen {painted:.2f} s, first letter {first:.2f} s ({processor:.2f} of the processor"
            print(f"open, {name}: {told}; asked: 1 cold, 0.5 warm), all read {read:.2f} s")


async def keys() -> None:
    """Keys at ten thousand statements, each timed until the screen has painted what it did."""
    async with _over(STATEMENTS, 10) as app:
        for name, presses in KEYS.items():
            print(f"{name}: {_told([await _pressed(app, press) for press in presses])} (asked: 50)")


async def lists() -> None:
    """Keys that narrow the other lists, over a thousand letters; each view is there before the keys are counted."""
    async with _over(STATEMENTS, LETTERS) as app:
        for name, (view, presses) in LISTS.items():
            await _pressed(app, view)
            print(f"{name}: {_told([await _pressed(app, press) for press in ROUNDS * presses])} (asked: 50)")


async def threads() -> None:
    """Threads opened one after another over a thousand letters, each timed until it is painted."""
    async with _over(STATEMENTS, LETTERS) as app:
        times = []
        for _ in range(20):
            await _pressed(app, "j")
            times.append(await _pressed(app, "enter"))
            await _pressed(app, "escape")
        print(f"a thread at {LETTERS:,} letters: {_told(times)} (asked: 100)")


async def pages() -> None:
    """Each view a first time, the two newest letters compared, then a hundred visits."""
    async with _over(STATEMENTS, 10) as app:
        before = 0.0
        for at in range(11):
            for view in "1234567890":
                await _pressed(app, view)
                await _until(lambda: getattr(app.screen, "comparison", app) is not None)
            before = _resident() if at == 0 else before
        print(f"a hundred visits: {_resident() - before:.1f} MB more (asked: 5)")


def _resident() -> float:
    """The memory of this process now, in MB; 0 where that is not told."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * resource.getpagesize() / 2**20 if told.exists() else 0.0


async def ruling() -> None:
    """Rulings of every kind over made letters on disk."""
    from tests.benchmarks.made_letters import write

    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "brieven")
        list(write(folder, range(RULED)))
        await _ruled(folder, RULED, 100, KINDS)


async def ruling_among_few() -> None:
    """The same over the letters of the seeds, which are read in this process."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "zaden")
        shutil.copytree(ROOT / "seeds", folder)
        await _ruled(folder, 5, 100, KINDS)


async def ruling_among_many() -> None:
    """The same over a thousand letters on disk; what they promise is made by hand, to read them all takes long."""
    with _many_on_disk() as folder:
        await _ruled(folder, LETTERS, 300, sorted(ON_VERDICTS))


async def first_thread() -> None:
    """The first thread that is opened over a thousand letters, as soon as there is one to open; several starts."""
    from tui.app import TrackerApp

    times = []
    for _ in range(ROUNDS):
        with _many_on_disk() as folder:
            app = TrackerApp(folder)
            async with app.run_test(size=(120, 36)):
                await _until(lambda app=app: app.study is not None and not app.study.is_partial)  # type: ignore[misc]
                times.append(await _pressed(app, "enter"))
                assert app.screen.__class__.__name__ == "ThreadScreen"
    print(f"the first thread at {LETTERS:,} letters: {_told(times)} (asked: 100)")


@contextmanager
def _many_on_disk() -> Iterator[Path]:
    """A folder with a thousand letters, of which the app is told at once what they promise."""
    from tests.benchmarks.many import ledger

    many = ledger(STATEMENTS, LETTERS)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        rows = [f'[[letter]]\npath = "{row.id}.txt"\ndossier = "1"\nnumber = "{row.number}"\n' for row in many.letters]
        for row in many.letters:
            (folder / f"{row.id}.txt").write_text(row.text, "utf-8")
        (folder / "letters.toml").write_text("\n".join(rows), "utf-8")
        made = Judged(many)
        here, none = (
            patch("tui.study_loader._is_apart", lambda _: False),
            patch("tui.study_loader.growing", lambda _: ()),
        )
        with patch("tui.study_loader._judged", lambda *_: made), here, none:
            yield folder


async def _ruled(folder: Path, letters: int, asked: int, kinds: Sequence[Ruling] = (Ruling.STATUS,)) -> None:
    """Rulings timed until what is shown has them, and until all stands still again; one of each kind goes before."""
    from tui.app import TrackerApp

    app = TrackerApp(folder)
    app.state.name = "B. Bench"
    async with app.run_test(size=(120, 36)):
        await _until(lambda: app.study is not None and not app.study.is_partial)
        begin = time.perf_counter()
        if set(kinds) - ON_VERDICTS:
            app.prepare(Ruling.MERGE)
            await _until(lambda: app.ledger_process.is_ready)
            print(f"rulings at {letters:,} letters: got ready in {time.perf_counter() - begin:.1f} s")
        for kind in kinds:
            times = [await _kept(app, kind, at) for at in range(ROUNDS)]
            shown, quiet = zip(*times[1:], strict=True)
            told = f"median {median(shown):.0f} ms, at most {max(shown):.0f} (asked: {asked})"
            print(f"{kind} at {letters:,} letters: {told}; all stands still after {median(quiet):.0f} ms")


async def _kept(app: TrackerApp, kind: Ruling, at: int) -> tuple[float, float]:
    """Milliseconds until a ruling is shown, and until all stands still."""
    from tui.rulings import Wish

    assert app.study
    index = app.study.index
    whole = [row for row in index.ledger.threads if len(index.quotes_of(row)) > 1 and not row.ruled_by]
    alone = [row for row in index.ledger.threads if len(index.quotes_of(row)) == 1 and not row.ruled_by]
    one, other = (index.quotes_of(rows[3 * at % len(rows)]) for rows in (whole, alone or whole))
    rows = {Ruling.MERGE: (one[0], other[0]), Ruling.REJECTED: other, Ruling.DEADLINE: other, Ruling.SPLIT: one[-1:]}
    values = {Ruling.STATUS: "dropped", Ruling.TITLE: f"Titel {at}", Ruling.NOTE: f"Nota {at}", Ruling.SLIP: "none"}
    day = dt.date(2040, 1, 1) if kind is Ruling.DEADLINE else None
    wish = Wish(kind, rows.get(kind, one[:1]), "bench", value=values.get(kind, ""), end=day)
    before, begin = app.study, time.perf_counter()
    app.rule(wish)
    await _until(lambda: app.study is not before)
    shown = 1000 * (time.perf_counter() - begin)
    await _until(lambda: not app.working and not app.ruling)
    return shown, 1000 * (time.perf_counter() - begin)


async def _until(done: Callable[[], bool]) -> None:
    while not done():
        await asyncio.sleep(0.002)


@asynccontextmanager
async def _over(statements: int, letters: int) -> AsyncIterator[TrackerApp]:
    """The app over a made ledger."""
    from tests.benchmarks.many import ledger
    from tui.app import TrackerApp
    from tui.view_model import Study

    many = Study(Judged(ledger(statements, letters)))
    with patch("tui.study_loader.read_study", lambda *_: many), patch("tui.study_loader.growing", lambda _: ()):
        app = TrackerApp(ROOT / "seeds", watching=False)
        async with app.run_test(size=(120, 36)) as pilot:
            await _until(lambda: app.study is not None)
            await pilot.pause()
            yield app


async def _pressed(app: object, press: str) -> tuple[float, float]:
    """Milliseconds from a key until all of the screen is done and painted, and those of them that went into work."""
    from textual import events

    from tui.keystrokes import KeysInOrder

    assert isinstance(app, KeysInOrder)
    begin, at_work = time.perf_counter(), time.process_time()
    await app.on_event(events.Key(press, {"space": " "}.get(press, press if len(press) == 1 else None)))
    while app.typing or not _is_painted(app.screen):
        await asyncio.sleep(ROUND)
        if time.perf_counter() > begin + LONGEST:
            raise TimeoutError(f"{press}: {app.screen} does not come to rest")
    return 1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - at_work)


def _told(times: list[tuple[float, float]]) -> str:
    walls, works = zip(*times, strict=True)
    shares = [
        f"median {median(rows):.0f} ms, 95 % within {quantiles(rows, n=20, method='inclusive')[-1]:.0f}"
        for rows in (walls, works)
    ]
    return f"{shares[0]}; of the processor {shares[1]}"


def _is_painted(screen: Screen[object]) -> bool:
    """Whether no widget has a message to handle, and none that is seen is to be laid out, scrolled or painted."""
    widgets = [row for row in screen.walk_children(with_self=True) if row.size]
    waiting = any(widget.message_queue_size for widget in widgets)
    return not (
        waiting
        or screen._dirty_widgets
        or any(row._repaint_required or row._layout_required or row._scroll_required for row in widgets)  # type: ignore[attr-defined]
    )


PARTS = {
    **{"keys": keys, "lists": lists, "first": first_thread, "threads": threads, "pages": pages},
    **{"few": ruling_among_few, "ruling": ruling, "many": ruling_among_many},
}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    if asked in PARTS:
        asyncio.run(PARTS[asked]())
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"memory after {asked}: {most:.0f} MB at the most (asked: 120)")
    else:
        opening(Path(asked) if asked else ROOT / "seeds")
        for part in PARTS:
            with tempfile.TemporaryDirectory() as home:  # where the part before was is not where this one begins
                places = {f"XDG_{name}_HOME": home for name in ("CACHE", "STATE", "CONFIG")}
                subprocess.run([sys.executable, __file__, part], cwd=ROOT, env={**os.environ, **places}, check=True)
