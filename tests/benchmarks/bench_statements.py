"""How long reading the statements of a letter takes, after imports: python tests/benchmarks/bench_statements.py."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tracker.documents import load_collection, read_collection
from tracker.extraction import read_statements

SEEDS = Path(__file__).parents[2] / "seeds"


def main() -> int:
    letters = read_collection(load_collection(SEEDS)).letters
    read_statements(letters[0])
    for letter in letters:
        started = time.perf_counter()
        commitments, reports = read_statements(letter)
        seconds = time.perf_counter() - started
        size, found = len(letter.text) / 1000, len(commitments) + len(reports)
        print(f"{letter.id:40} {size:6.1f} kB {seconds:6.3f} s {found:4} statements")
    return 0


if __name__ == "__main__":
    sys.exit(main())
