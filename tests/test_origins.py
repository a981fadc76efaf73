"""Every number by which the tracker decides says where it comes from: a measurement, a source, or judgement."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.parsed import parsed

TRACKER = Path(__file__).parent.parent / "tracker"
ROOMS = ("alignment", "extraction", "ledger", "linking", "status", "temporal")

ORIGIN = re.compile(
    r"judgement|measure|annotated|statements? change|\d to \d|bench_|tests?[/_]|trained|fitted|chosen|the same\b"
    r"|cases|DESIGN|papers|series|guideline|convention|least sure rule"
)
"""What tells of one: a judgement, papers on which it was measured, the fit that it belongs to, or that nothing hangs on
it. A module whose own words tell the origin of its numbers answers for all of them."""
OF_MODULE = re.compile(r"[Oo]rigin of\s+(?:every number|each)")

FACTS = {
    "extraction/added_demands.py": {"_ANY_DAY"},
    "extraction/naming.py": {"BESIDE", "OUTSIDE"},
    "extraction/distinct_things.py": {"_YEAR"},
    "extraction/references.py": {"_LAST"},
    "extraction/unnumbered_mentions.py": {"_FIGURES", "_SHORT"},
    "extraction/settled_numbers.py": {"_ORDER", "_PAIR"},
    "extraction/time_binding.py": {"_RANK"},
    "linking/stages.py": {"_YEAR"},
    "temporal/candidates.py": {"OF_MONTHS", "HALF_MONTH"},
    "temporal/grammar.py": {"_Month"},
    "temporal/interval.py": {"_FRIDAY"},
    "temporal/lengths.py": {"_HOURS", "_WORKING_DAY"},
    "temporal/match_groups.py": {"CENTURY", "_WEEK", "_YEARS_AROUND"},
    "temporal/printed_date.py": {"_SHORT_YEAR"},
    "temporal/timex.py": {"_YEARS"},
}
"""What is no threshold: units, digits of a year, places in an order, the years of the calendar."""


def numbers(path: Path) -> Iterator[tuple[str, str]]:
    """The names of a module, and of its classes, that are given a number other than nought and one, with what is said
    of each: by the words below it, beside it and above it."""
    text = path.read_text(encoding="utf-8")
    tree = parsed(text)
    if OF_MODULE.search(ast.get_docstring(tree) or ""):
        return
    for body in (tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))):
        for at, node in enumerate(body):
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and tells(node.value):
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                yield ast.unparse(target), said_of(body, at, text.splitlines())


def tells(value: ast.expr) -> bool:
    """Whether a value holds a number that somebody chose."""
    found = [row.value for row in ast.walk(value) if isinstance(row, ast.Constant)]
    return any(isinstance(row, int | float) and not isinstance(row, bool) and row not in (0, 1) for row in found)


def said_of(body: list[ast.stmt], at: int, lines: list[str]) -> str:
    """The words below a statement, and the comments beside and above it."""
    below = body[at + 1] if at + 1 < len(body) else None
    doc = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else ""
    first = body[at].lineno - 1
    above = first
    while above and lines[above - 1].lstrip().startswith("#"):
        above -= 1
    return " ".join((str(doc), *lines[above:first], lines[first].partition("#")[2]))


def unknown(top: Path, room: str) -> list[str]:
    """The numbers of a room whose origin nobody tells."""
    found = []
    for path in sorted((top / room).rglob("*.py")):
        place = path.relative_to(top).as_posix()
        rows = (name for name, said in numbers(path) if not ORIGIN.search(" ".join(said.split())))
        found += [f"{place}: {name}" for name in rows if name not in FACTS.get(place, set())]
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_every_threshold_tells_where_it_comes_from(room: str) -> None:
    assert unknown(TRACKER, room) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("LEAST = 0.3\n", ["status/weights.py: LEAST"]),
        ('LEAST = 0.3\n"""What is less is nothing."""\n', ["status/weights.py: LEAST"]),
        ("class A:\n    least: float = 0.3\n", ["status/weights.py: least"]),
        ("PAIR = (0.3, 0.5)\n", ["status/weights.py: PAIR"]),
        ('LEAST = 0.3\n"""What is less is nothing; by judgement."""\n', []),
        ("# By judgement.\nLEAST = 0.3\n", []),
        ('"""Origin of every number: by judgement."""\nLEAST = 0.3\n', []),
        ("NONE, ALL, NAME, YES = 0, 1, '2', True\n", []),
    ],
)
def test_a_number_without_an_origin_is_seen(tmp_path: Path, code: str, found: list[str]) -> None:
    (tmp_path / "status").mkdir()
    (tmp_path / "status" / "weights.py").write_text(code, encoding="utf-8")
    assert unknown(tmp_path, "status") == found


@pytest.mark.parametrize(("place", "name"), [(place, name) for place, row in FACTS.items() for name in sorted(row)])
def test_every_fact_is_there(place: str, name: str) -> None:
    assert name in dict(numbers(TRACKER / place))
