"""Rulings in one file: how often git cannot merge those of two branches by itself, and how long one takes among many.

    python tests/benchmarks/bench_rulings.py [PAIRS]

Each branch gives one ruling on a sentence by chance; the base holds 0, 1, 5, 20 or 100. `at the end` is how they stood
before they had places. The time is that of `record`, once with nothing remembered and then 20 times.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from tracker.decisions.file import LARGEST, read_rulings, record
from tracker.decisions.file_order import EMPTY
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.decisions.toml_text import added

NUMBERS = (0, 1, 5, 20, 100)
"""Rulings in the base."""
MANY = 10_000
SIGNS = 320
"""Characters of a quote among many."""

Add = Callable[[str, Decision], str]


def ruling(chance: Random, length: int = 0) -> Decision:
    """A ruling on some sentence."""
    quote = f"Wij sturen de Kamer in {chance.randrange(10**9)} een brief.".ljust(length, "x")
    when = dt.datetime(2024, 7, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=chance.randrange(10**7))
    return Decision(ruling=Ruling.NOTE, who="A", when=when, why="w", quotes=(anchor("brief", quote),), value="v")


def block(decision: Decision) -> str:
    """A ruling as it stands in a file."""
    text = added("", decision)
    return text[text.index("[[decision]]") :].partition("\n\n#")[0].rstrip("\n") + "\n"


def at_the_end(text: str, decision: Decision) -> str:
    """The text with a ruling after all others."""
    return f"{text}\n{block(decision)}"


def conflicts(folder: Path, add: Add, number: int, pairs: int, chance: Random) -> int:
    """How many of so many pairs of branches git does not merge by itself."""
    return sum(not _merges(folder, add, number, chance) for _ in range(pairs))


def _merges(folder: Path, add: Add, number: int, chance: Random) -> bool:
    base = EMPTY if add is added else "# rulings\n"
    for _ in range(number):
        base = add(base, ruling(chance))
    for name, text in (("base", base), ("ours", add(base, ruling(chance))), ("theirs", add(base, ruling(chance)))):
        (folder / name).write_text(text, encoding="utf-8")
    command = ["git", "merge-file", "-p", "-q", "ours", "base", "theirs"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


def among_many(folder: Path, chance: Random) -> None:
    """The time of a ruling among many, and the size of their file."""
    path = folder / "decisions.toml"
    rows = [ruling(chance, SIGNS) for _ in range(MANY)]
    marks = [(line.removeprefix("# "), f"{line}\n") for line in EMPTY.splitlines() if len(line) == len("# 00")]
    path.write_text(
        "\n".join(text for _, text in sorted([*marks, *((row.quotes[0].hash, block(row)) for row in rows)]))
    )
    first, *later = [_spent(partial(record, path, ruling(chance, SIGNS))) for _ in range(21)]
    size, held = path.stat().st_size, len(read_rulings(path))
    print(f"{held:,} rulings of {SIGNS} signs: {size / 1e6:.1f} of at most {LARGEST / 1e6:.0f} MB")
    print(f"the first {first[0]:.2f} s; each later one by the clock, and of the processor in ms (median, most):")
    print(*(f"{median(row) * 1000:.0f}, {max(row) * 1000:.0f}" for row in zip(*later, strict=True)), sep="; ")


def _spent(action: Callable[[], None]) -> tuple[float, float]:
    """The seconds of an action, by the clock and of the processor."""
    begun = time.perf_counter(), time.process_time()
    action()
    return time.perf_counter() - begun[0], time.process_time() - begun[1]


def main() -> int:
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with TemporaryDirectory() as name:
        for number in NUMBERS:
            found = [conflicts(Path(name), add, number, pairs, Random(number)) for add in (at_the_end, added)]
            print(f"{number:4} rulings: {found[0]} of {pairs} in conflict at the end, {found[1]} in their places")
        among_many(Path(name), Random(0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
