"""What the numbers of linking/weights.py do: `python tests/benchmarks/bench_weights.py [FOLDER THREADS.jsonl]...`.

Each number is moved up and down by a fifth (counts by one at least, nought by 0.2), and the pairs of statements of two
letters that stand in one thread are compared with those of annotated threads: by default of the seeds. Prints what each
move adds to the share of linked pairs that are right, to the share of right pairs that are linked, and to F1. With
several chains of letters also: what the best of the three values on all chains but one adds to the F1 of that one, all
in turn. A number where that is not above nought has nothing to gain from a fit on these chains.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, product
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from msgspec.structs import asdict, replace
from rapidfuzz import fuzz

from tracker.alignment import align
from tracker.alignment.neighbours import LOOK_BACK
from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.extraction import AnalysedLetter, Facts, Statements, analyse, default_detector, describe, extract
from tracker.linking import link, weights
from tracker.model import Alignment, Statement

ROOT = Path(__file__).parents[2]
FIFTH = 0.2
ALIKE = 86
"""Of 100: an annotated quote and one of the ledger that are at least so much alike are the same."""


class Chain(NamedTuple):
    """Letters with what linking takes, and the annotated threads that hold each statement."""

    letters: list[AnalysedLetter]
    statements: Statements
    alignments: list[Alignment]
    facts: Facts
    gold: dict[str, set[str]]
    wanted: dict[str, list[set[str]]]
    """Thread → the statements of each of its quotes, as far as they were found; those of one letter in one set."""


class Pairs(NamedTuple):
    """Pairs across letters: linked, of those right, wanted, of those linked."""

    linked: int
    right: int
    wanted: int
    found: int

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        precision, recall = self.right / max(1, self.linked), self.found / max(1, self.wanted)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def chain_of(folder: Path, threads: Path) -> Chain:
    """The letters of a folder, read once, with the annotated threads of a file."""
    letters = [analyse(letter) for letter in read_collection(load_collection(folder)).letters]
    detector = default_detector()
    read = [extract(letter, detector) for letter in letters]
    statements = tuple(row for rows, _ in read for row in rows), tuple(row for _, rows in read for row in rows)
    facts = {
        name: row
        for letter, both in zip(letters, read, strict=True)
        for name, row in describe(letter, (*both[0], *both[1])).items()
    }
    before = [(older, newer) for at, newer in enumerate(letters) for older in letters[max(0, at - LOOK_BACK) : at]]
    alignments = [align(older.letter, newer.letter) for older, newer in before]
    gold: dict[str, set[str]] = defaultdict(set)
    wanted: dict[str, list[set[str]]] = {}
    for line in threads.read_text(encoding="utf-8").splitlines():
        thread = json.loads(line or '{"members": [], "id": ""}')
        rows: dict[str, set[str]] = defaultdict(set)
        for member in thread["members"]:
            for statement in (*statements[0], *statements[1]):
                if is_of(statement, str(member["letter"]), letters) and same(statement.quote, member["quote"]):
                    gold[statement.id].add(thread["id"])
                    if not member.get("optional"):
                        rows[statement.letter].add(statement.id)
        wanted[thread["id"]] = list(rows.values())
    return Chain(letters, statements, alignments, facts, dict(gold), wanted)


def is_of(statement: Statement, name: str, letters: Sequence[AnalysedLetter]) -> bool:
    """Whether the annotations call the statement's letter so: by its id or path, or by its year."""
    letter = next(row.letter for row in letters if row.letter.id == statement.letter)
    return name in letter.id or name in letter.path or str(letter.anchor).startswith(name)


@cache
def same(one: str, other: str) -> bool:
    """Whether two quotes are (almost) the same, or one lies in the other and neither dwarfs it."""
    short, long = sorted((" ".join(text.lower().split()) for text in (one, other)), key=len)
    return len(long) <= 4 * len(short) + 160 and fuzz.partial_ratio(short, long) >= ALIKE


def pairs_of(chain: Chain) -> Pairs:
    """Link the letters of a chain, and count."""
    drafts = link(chain.letters, *chain.statements, chain.alignments, chain.facts)
    linked = right = wanted = found = 0
    place = {row.id: at for at, draft in enumerate(drafts) for row in draft.members}
    for draft in drafts:
        known = [row for row in draft.members if row.id in chain.gold]
        for one, other in combinations(known, 2):
            if one.letter != other.letter:
                linked += 1
                right += bool(chain.gold[one.id] & chain.gold[other.id])
    for rows in chain.wanted.values():
        for mine, yours in combinations(rows, 2):
            for ids in product(mine, yours):
                at = {place.get(id_) for id_ in ids}
                wanted += 1
                found += len(at) == 1 and None not in at
    return Pairs(linked, right, wanted, found)


def moves() -> Iterator[tuple[str, Any, Any, Any]]:
    """Every number by its name: its value, a fifth down, a fifth up."""
    for name, value in asdict(weights.WEIGHTS).items():
        yield f"WEIGHTS.{name}", value, moved(value, -FIFTH), moved(value, FIFTH)
    for name, value in vars(weights).items():
        if name.isupper() and isinstance(value, int | float | tuple):
            yield name, value, moved(value, -FIFTH), moved(value, FIFTH)


def moved(value: Any, by: float) -> Any:
    """A number, or each of several, a share larger or smaller; counts by one at least, nought by the share itself."""
    if isinstance(value, tuple):
        return tuple(moved(row, by) for row in value)
    if isinstance(value, int):
        return value + max(1, round(abs(value * by))) * (1 if by > 0 else -1)
    return value * (1 + by) if value else by


def linking_modules() -> list[ModuleType]:
    """The modules of linking that are loaded."""
    return [module for name, module in sys.modules.items() if name.startswith("tracker.linking")]


def set_number(name: str, value: Any) -> None:
    """Give a number of linking another value wherever it is used, and forget what was made with the old one."""
    head, _, field = name.partition(".")
    new = replace(weights.WEIGHTS, **{field: value}) if field else value
    for module in linking_modules():
        if head in vars(module):
            setattr(module, head, new)
        for function in vars(module).values():
            if hasattr(function, "cache_clear") and function.__module__.startswith("tracker.linking"):
                function.cache_clear()


def measured(chains: Sequence[Chain], name: str = "", value: Any = None) -> list[Pairs]:
    """The pairs of each chain with one number moved, in a process of its own."""
    context = multiprocessing.get_context("fork")
    queue = context.SimpleQueue()

    def work() -> None:
        if name:
            set_number(name, value)
        queue.put([tuple(pairs_of(chain)) for chain in chains])

    process = context.Process(target=work)
    process.start()
    rows = queue.get()
    process.join()
    return [Pairs(*row) for row in rows]


def together(rows: Sequence[Pairs]) -> Pairs:
    """The pairs of several chains."""
    return Pairs(*map(sum, zip(*rows, strict=True)))


def left_out(tried: Sequence[Sequence[Pairs]]) -> float:
    """What the best value on all chains but one adds to the F1 of that one, on average; first is the present value."""
    gained = 0.0
    for at in range(len(tried[0])):
        best = max(tried, key=lambda rows: together([row for n, row in enumerate(rows) if n != at]).figures[2])
        gained += best[at].figures[2] - tried[0][at].figures[2]
    return gained / len(tried[0])


def main(words: Sequence[str]) -> None:
    """Print what every move changes."""
    named = list(zip(words[::2], words[1::2], strict=True)) or [("seeds", "tests/gold/threads.jsonl")]
    chains = [chain_of(ROOT / folder, ROOT / threads) for folder, threads in named]
    for chain in chains:
        pairs_of(chain)  # what the processes below find remembered
    base = measured(chains)
    for (folder, _), row in zip(named, base, strict=True):
        print(f"{Path(folder).name:20} {row}  " + " ".join(f"{figure:.3f}" for figure in row.figures))
    now = together(base).figures
    print(
        f"{'together':20} precision {now[0]:.3f}, recall {now[1]:.3f}, F1 {now[2]:.3f}; below, changes in thousandths"
    )
    print(f"{'number':30} {'value':>20}   {'a fifth down':^20}   {'a fifth up':^20}  left out")
    for name, value, down, up in moves():
        tried = [measured(chains, name, new) for new in (down, up)]
        changes = [
            "".join(f"{1000 * (new - old):+7.0f}" for new, old in zip(together(rows).figures, now, strict=True))
            for rows in tried
        ]
        gain = f"{1000 * left_out([base, *tried]):+6.0f}" if len(chains) > 1 else ""
        print(f"{name:30} {value!s:>20}  {changes[0]}   {changes[1]}   {gain}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
