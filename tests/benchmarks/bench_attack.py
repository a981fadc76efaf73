"""An attack with a seed: broken files, mutated series through every face, hostile documents, kills, writers, tools.

    python tests/benchmarks/bench_attack.py [PERCENT] [SEED] [KEPT]

The whole of it takes hours on one core; PERCENT of it is done, 1 by default. What each portion found is kept in the
file KEPT (attack-SEED.jsonl in the folder of temporary files), so that it goes on where it was stopped, or with more
PERCENT; what other code or other tests found there is done anew. How long it will still take is told on standard error.
It prints a table and ends with 1 where anything failed; the slowest are named by their seeds. tests/test_survival.py is
the quick part of it.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ |= {"TRACKER_ENCODER": "0", "TRACKER_NO_CACHE": "1"}

from tests.benchmarks import attacks  # noqa: E402
from tests.benchmarks.attacks import GROWING, IN_FORMS, Found  # noqa: E402
from tracker.storage.cache import code, digest  # noqa: E402


class Attack(Struct, frozen=True):
    """One kind of attack: how many things all of it does, and how many of them a portion."""

    name: str
    number: int
    portion: int
    do: Callable[[int, int], Found]
    seconds: float
    """About how long one of them takes, before any was done."""


ATTACKS = (
    Attack("files of seven kinds with broken bytes", 100_000, 500, attacks.files, 0.04),
    Attack("series through every face and form", 1_500, 15, attacks.whole_series, 1.5),
    Attack("rulings of ten writers at once", 1_000, 1_000, attacks.rulings, 0.03),
    *(
        Attack(f"kills while {kind}", 250, 50, attacks.killed(kind), 0.5)
        for kind in ("letters are read", "rulings are kept", "reports are written", "papers are fetched")
    ),
    Attack("hostile documents", len(GROWING) * len(IN_FORMS), 6, attacks.documents, 4),
    Attack("two hostile letters", len(GROWING), 6, attacks.twins, 6),
    Attack("growing texts", len(GROWING), 12, attacks.growth, 1.5),
    Attack("husky, lefthook, pre-commit, LFS, SHA-256", 1, 1, attacks.tools, 60),
)


class Portion(Struct, frozen=True):
    """A portion that is done: of which attack, from which number on, what it found, its seconds by the clock."""

    attack: str
    begin: int
    found: Found
    seconds: float
    memory: int
    """Megabytes that this process, or one that it started and that has ended, had come to."""
    code: str = ""
    """A digest of the code and the tests that found it."""


def portions(percent: float) -> Iterator[tuple[Attack, int]]:
    """The portions of so much of the attack, each with its first number; one of each kind at least."""
    for attack in ATTACKS:
        most = max(attack.portion, round(attack.number * percent / 100))
        for begin in range(0, min(most, attack.number), attack.portion):
            yield attack, begin


def code_and_tests() -> str:
    """A digest of what is attacked and of what attacks it."""
    files = sorted(path for path in (ROOT / "tests").rglob("*.py"))
    return digest([code(), *(path.read_bytes() for path in files)])[:16]


def kept_in(path: Path, identity: str) -> dict[tuple[str, int], Portion]:
    """The portions that the same code and tests did before; a line that was cut off is none."""
    known = {}
    for line in path.read_bytes().splitlines() if path.exists() else ():
        try:
            one = msgspec.json.decode(line, type=Portion)
        except msgspec.DecodeError:
            continue
        if one.code == identity:
            known[one.attack, one.begin] = one
    return known


def done(attack: Attack, begin: int, seed: int, identity: str) -> Portion:
    """Do a portion."""
    began = time.monotonic()
    by_seed = attack.do in (attacks.files, attacks.whole_series) or attack.name.startswith("kills")
    found = attack.do(begin + (1_000_000 * seed if by_seed else 0), min(attack.portion, attack.number - begin))
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) >> 10
    return Portion(attack.name, begin, found, time.monotonic() - began, memory, identity)


def seconds_left(left: list[tuple[Attack, int]], known: dict[tuple[str, int], Portion]) -> float:
    """About how long portions will take: as long as those of their kind took."""
    total = 0.0
    for attack, _ in left:
        past = [one.seconds for one in known.values() if one.attack == attack.name]
        total += sum(past) / len(past) if past else attack.seconds * attack.portion
    return total


def table(rows: list[Portion]) -> tuple[str, int]:
    """What was found, and how much of it are failures."""
    lines, total = ["| attack | number | failures | |", "|---|---|---|---|"], Counter[str]()
    for attack in ATTACKS:
        ours = [row for row in rows if row.attack == attack.name]
        failed = sum((Counter(row.found.failures) for row in ours), Counter[str]())
        slowest = max((row.found for row in ours), key=lambda one: one.slowest, default=Found(0, {}))
        told = f"{sum(row.found.refused for row in ours)} refused; slowest {slowest.slowest:.1f} s ({slowest.which})"
        said = told if slowest.slowest else slowest.which
        lines.append(f"| {attack.name} | {sum(row.found.number for row in ours)} | {failed.total()} | {said} |")
        total += failed
    lines += [f"{count} × {where}" for where, count in total.most_common()]
    hours = sum(row.seconds for row in rows) / 3600
    memory = max((row.memory for row in rows), default=0)
    lines.append(f"largest memory {memory} MB; {hours:.1f} hours by the clock; {total.total()} failures")
    return "\n".join(lines), total.total()


def main() -> int:
    """Do what is left, and print the table of all."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("percent", type=float, nargs="?", default=1)
    given.add_argument("seed", type=int, nargs="?", default=1)
    given.add_argument("kept", type=Path, nargs="?")
    asked = given.parse_args()
    path = asked.kept or Path(tempfile.gettempdir(), f"attack-{asked.seed}.jsonl")
    identity = code_and_tests()
    known, wanted = kept_in(path, identity), list(portions(asked.percent))
    left = [(attack, begin) for attack, begin in wanted if (attack.name, begin) not in known]
    with path.open("ab") as file:
        while left:
            minutes = seconds_left(left, known) / 60
            print(f"{left[0][0].name} from {left[0][1]}; about {minutes:.0f} minutes left", file=sys.stderr, flush=True)
            attack, begin = left.pop(0)
            one = known[attack.name, begin] = done(attack, begin, asked.seed, identity)
            file.write(msgspec.json.encode(one) + b"\n")
            file.flush()
    told, failed = table([known[attack.name, begin] for attack, begin in wanted])
    print(told)
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
