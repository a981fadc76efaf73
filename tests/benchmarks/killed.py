"""Work that is killed at any moment, many times: what is on the disk afterwards is whole, and what was told is kept."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from random import Random

from tests import repositories
from tests.benchmarks.writing import write_rulings
from tests.sources.server import Services, papers, running
from tests.sources.test_resuming import go, whole
from tracker.cli import main
from tracker.decisions.toml_text import read_decisions
from tracker.storage import cache

Action = Callable[[], object]
PAPERS = 12


class Child:
    """A process that begins warm, as a copy of this one, and does one thing."""

    def __init__(self, action: Action) -> None:
        """Begin with it."""
        reading, writing = os.pipe()
        self._said = os.fdopen(reading, encoding="utf-8")
        self._number = os.fork()
        if self._number == 0:
            os.dup2(writing, 1)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w")
            try:
                action()
                sys.stdout.flush()
            finally:
                os._exit(0)
        os.close(writing)

    def kill(self) -> str:
        """End it at once; what it said until then."""
        os.kill(self._number, signal.SIGKILL)
        return self.said()

    def said(self) -> str:
        """What it said, once it is at its end."""
        with self._said:
            told = self._said.read()
        os.waitpid(self._number, 0)
        return told


def timed(action: Action) -> float:
    """How long the whole of it takes."""
    began = time.perf_counter()
    Child(action).said()
    return time.perf_counter() - began


@contextmanager
def _workshop() -> Iterator[Path]:
    """A folder with a cache of its own."""
    before, here = dict(os.environ), Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        with redirect_stdout(io.TextIOWrapper(io.BytesIO())):  # what every child would else load anew
            main(["report", str(repositories.write(Path(folder, "warm"))), "--all"])
        os.environ.pop("TRACKER_NO_CACHE", None)
        names = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        os.environ |= {"XDG_CACHE_HOME": str(Path(folder, "cache")), "GIT_CONFIG_GLOBAL": os.devnull, **names}
        for row in vars(cache).values():
            getattr(row, "cache_clear", lambda: None)()
        try:
            yield Path(folder)
        finally:
            os.chdir(here)
            os.environ.clear()
            os.environ.update(before)


def reading(number: int, chance: Random) -> int:
    """Readers killed while they remember what they read: answers that differ afterwards."""
    failed = 0
    with _workshop() as folder:
        letters = str(repositories.write(folder / "brieven"))

        def read() -> None:
            main(["report", letters, "--all"])

        wanted, length = Child(read).said(), 0.0
        for at in range(number):
            if at % 10 == 0:
                shutil.rmtree(folder / "cache", ignore_errors=True)
                length = timed(read)
                shutil.rmtree(folder / "cache", ignore_errors=True)
            one = Child(read)
            time.sleep(length * chance.random())
            one.kill()
            failed += at % 10 == 9 and Child(read).said() != wanted
    return failed


def ruling(number: int, chance: Random) -> int:
    """Writers killed: rulings that were told kept and are gone, files that cannot be read."""
    failed = 0
    with _workshop() as folder:
        path, told = folder / "decisions.toml", set[str]()
        for at in range(number):
            one = Child(lambda at=at: write_rulings(path, f"k{at}", 1000))  # type: ignore[misc]
            time.sleep(0.02 + chance.random() * 0.2)
            told |= {line for line in one.kill().split("\n")[:-1] if line}
            kept = {row.value for row in read_decisions(path.read_text("utf-8"))} if path.exists() else set()
            failed += not told <= kept
            if len(kept) > 500:
                path.unlink()
                told = set()
    return failed


def reporting(number: int, chance: Random) -> int:
    """Hooks killed while they write reports: reports that are not whole, and what `catch-up` then does not write."""
    failed = 0
    with _workshop() as folder:
        top = folder / "repo"
        repositories.write(top / "brieven")
        os.chdir(top)
        for words in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "x")):
            subprocess.run(("git", *words), check=True)

        def catch_up() -> None:
            main(["hook", "catch-up"])

        Child(lambda: main(["hook", "install", "--letters", "brieven"])).said()
        Child(catch_up).said()
        wanted = _contents(top / "reports", "*.md")
        failed += not wanted
        length = 0.0
        for at in range(number):
            for path in top.glob("reports/*"):
                path.unlink()
            if at % 50 == 0:
                length = timed(catch_up)
                for path in top.glob("reports/*"):
                    path.unlink()
            one = Child(catch_up)
            time.sleep(length * (0.3 + 0.8 * chance.random()))
            one.kill()
            failed += any(wanted.get(name) != data for name, data in _contents(top / "reports", "[!.]*").items())
            if at % 10 == 9:
                Child(catch_up).said()
                failed += _contents(top / "reports", "*.md") != wanted
    return failed


def _contents(folder: Path, names: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob(names)}


def fetching(number: int, chance: Random) -> int:
    """Rounds killed while they fetch: papers twice, missing, changed or half after a round that was left alone."""
    failed = 0
    services = Services(*papers(PAPERS))
    with _workshop() as folder:
        served = Child(lambda: _serve(services, folder))
        while not (folder / "ready").exists():
            time.sleep(0.01)
        os.environ["TRACKER_SOURCES"] = (folder / "ready").read_text("utf-8")
        store, length = folder / "brieven", 0.0
        for at in range(number):
            if at % 10 == 0:
                _emptied(store)
                length = timed(lambda: go(store))
                _emptied(store)
            one = Child(lambda: go(store))
            time.sleep(length * (0.1 + 0.6 * chance.random()) / (1 + at % 10 / 3))
            one.kill()
            if at % 10 == 9:
                Child(lambda: go(store)).said()
                try:
                    whole(store, services)
                except (AssertionError, OSError):
                    failed += 1
        served.kill()
    return failed


def _emptied(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def _serve(services: Services, folder: Path) -> None:
    parent = os.getppid()
    with running(services, folder) as named:
        (folder / "ready.new").write_text(str(named), "utf-8")
        (folder / "ready.new").rename(folder / "ready")
        while os.getppid() == parent:  # a server outlives nobody
            time.sleep(0.5)


KINDS: dict[str, Callable[[int, Random], int]] = {
    "letters are read": reading,
    "rulings are kept": ruling,
    "reports are written": reporting,
    "papers are fetched": fetching,
}
"""What counts the failures of so many kills, by what is killed."""
