"""How the work grows with the letters: `python -m tests.benchmarks.bench_scale [LETTERS …]` (default 5 50 200).

For each number of made letters: the first build, the same again, one letter added, one more (the second process that
asks for words cuts the dictionary), one ruling, and its report. Each is a process of its own with a store of its own;
the figures are seconds of processors (user and system), so that they tell the same on a busy machine, with the wall
clock and the memory beside them. The exponent of the growth is the slope from the smallest to the largest number: 1 is
linear.
"""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.made_letters import write

ROOT = Path(__file__).parent.parent.parent
SIZES = (5, 50, 200)
MEASURED = """
import resource, sys
from tracker.__main__ import main
try:
    code = main()
finally:
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stderr.write(f"memory {most // 1024}")
sys.exit(code)
"""


class Cost(NamedTuple):
    """What a command took."""

    processor: float
    wall: float
    memory: int
    """Megabytes at the most, of one process."""

    def __str__(self) -> str:
        return f"{self.processor:7.2f} s of processors ({self.wall:.2f} s, {self.memory} MB)"


class Bench:
    """A place of its own to run commands in."""

    def __init__(self, home: Path) -> None:
        places = {f"XDG_{name}_HOME": str(home / "cache") for name in ("CACHE", "STATE", "CONFIG")}
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self.environment = {**kept, **places, "PYTHONPATH": str(ROOT)}
        self.out = ""

    def run(self, *words: str) -> Cost:
        """Run `tracker`, and tell what it cost; its output is kept."""
        begin, before = time.perf_counter(), os.times()
        done = subprocess.run(
            [sys.executable, "-P", "-c", MEASURED, *words], env=self.environment, capture_output=True, check=True
        )
        after, wall = os.times(), time.perf_counter() - begin
        used = sum(after[2:4]) - sum(before[2:4])
        self.out = done.stdout.decode()
        return Cost(used, wall, int(done.stderr.decode().rpartition("memory ")[2]))


def measure(home: Path, size: int) -> dict[str, Cost]:
    """The cost of each deed on so many letters."""
    bench, folder = Bench(home), home / "letters"
    for _ in write(folder, range(size)):
        pass
    found = {"first build": bench.run("report", str(folder)), "again": bench.run("report", str(folder))}
    for at, name in enumerate(("one added", "one more"), size):
        for _ in write(folder, range(at, at + 1)):
            pass
        found[name] = bench.run("report", str(folder))
    thread = next(iter(re.findall(r"\bt-[0-9a-f]{8}\b", bench.out)))
    found["ruling"] = bench.run("decide", "status", thread, "dropped", "--why", "so", "--by", "me", "--in", str(folder))
    found["its report"] = bench.run("report", str(folder))
    return found


def main(sizes: tuple[int, ...]) -> None:
    """Print the figures for each number of letters, and the exponents."""
    table: dict[int, dict[str, Cost]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as home:
            table[size] = measure(Path(home), size)
        for name, cost in table[size].items():
            print(f"{size:6} letters, {name:12} {cost}", flush=True)
    if len(sizes) > 1:
        small, large = min(sizes), max(sizes)
        for name in table[small]:
            ratio = table[large][name].processor / max(table[small][name].processor, 0.01)
            print(f"{name}: exponent {math.log(ratio) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
