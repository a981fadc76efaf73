"""How often each rule speaks and is right on the annotated letters, and what its confidence is worth.

    python tests/benchmarks/calibration.py [GOLD_DIR …]

A firm commitment is right when an annotated commitment (firm or soft) says the same; a report when an annotated report
has the same outcome. Quotes agree as in the scorer: nearly the same words, or one inside the other.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from tracker.documents import load_collection, read_collection
from tracker.extraction import read_statements
from tracker.model import Firmness, Letter, Statement

ROOT = Path(__file__).parents[2]
Rows = list[dict[str, Any]]


def fold(text: str) -> str:
    return re.sub(r"\W+", " ", re.sub(r"(\w)-\s+(\w)", r"\1\2", text).replace("-", "")).lower().strip()


def alike(one: str, other: str) -> bool:
    short, long = sorted((fold(one), fold(other)), key=len)
    return bool(short) and len(long) <= 4 * len(short) + 160 and fuzz.partial_ratio(short, long) >= 86


def load(folders: Iterable[Path], kind: str) -> dict[str, Rows]:
    rows: dict[str, Rows] = defaultdict(list)
    for folder in folders:
        for path in sorted(folder.glob(f"*.{kind}.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                rows[str(row["letter"])].append(row)
    return rows


def verdicts(letters: Iterable[Letter], folders: list[Path]) -> Iterator[tuple[Statement, bool]]:
    commitments, reports = load(folders, "commitments"), load(folders, "reports")
    for letter in letters:
        year = str(letter.anchor or "")[:4]
        ours, told = read_statements(letter)
        for promise in ours:
            if promise.firmness is Firmness.FIRM:
                yield promise, any(alike(promise.quote, row["quote"]) for row in commitments[year])
        for report in told:
            rows = [row for row in reports[year] if row["outcome"] == report.outcome]
            yield report, any(alike(report.quote, row["quote"]) for row in rows)


def main(arguments: list[str]) -> int:
    folders = [Path(argument) for argument in arguments] or [ROOT / "tests/gold", ROOT / "tests/gold/ours"]
    letters = read_collection(load_collection(ROOT / "seeds")).letters
    by_rule: dict[str, list[bool]] = defaultdict(list)
    by_confidence: dict[tuple[str, float], list[bool]] = defaultdict(list)
    for statement, right in verdicts(letters, folders):
        by_rule[statement.rule].append(right)
        kind = "reports" if statement.rule.startswith("report.") else "commitments"
        by_confidence[kind, int(statement.confidence * 10) / 10].append(right)
    print(f"{'rule':32} {'spoke':>5} {'right':>5}")
    for rule, found in sorted(by_rule.items()):
        print(f"{rule:32} {len(found):5} {sum(found):5}")
    print(f"\n{'confidence':24} {'spoke':>5} {'share right':>11}")
    for (kind, confidence), found in sorted(by_confidence.items()):
        print(f"{kind:14} {confidence:.1f}–{confidence + 0.1:.1f}   {len(found):5} {sum(found) / len(found):11.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
