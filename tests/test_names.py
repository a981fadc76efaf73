"""The names of the house: a public class or type has one meaning, so that its name finds it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.parsed import nodes_of, parsed

ROOT = Path(__file__).parent.parent
HOUSES = ("tracker", "tui")


def public_types(path: Path) -> Iterator[str]:
    """The public classes, aliases of types and variables of types of a module, those of its functions and blocks too.

    What stands inside a class is named by that class: the two messages `Page.Moved` and `Rows.Moved` differ.
    """
    waiting: list[ast.AST] = [parsed(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        waiting += [] if isinstance(node, ast.ClassDef) else ast.iter_child_nodes(node)
        yield from filter(is_public_type, names_given(node))


def names_given(node: ast.AST) -> Iterator[str]:
    """The names that a statement gives to a class or a value."""
    if isinstance(node, ast.ClassDef):
        yield node.name
    targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets if isinstance(node, ast.Assign) else []
    yield from (target.id for target in targets if isinstance(target, ast.Name))


def is_public_type(name: str) -> bool:
    """Whether a name is written as that of a type: a capital, then a lower-case letter somewhere."""
    return re.fullmatch(r"[A-Z]\w*[a-z]\w*", name) is not None


def doubles(paths: Iterable[Path]) -> set[str]:
    """The names of types that are given more than once."""
    found = Counter(name for path in paths for name in public_types(path))
    return {name for name, number in found.items() if number > 1}


def modules() -> list[Path]:
    """Every module of the project, tests apart."""
    return [path for house in HOUSES for path in sorted((ROOT / house).rglob("*.py"))]


def test_no_public_class_name_stands_for_two_things() -> None:
    assert doubles(modules()) == set()


@pytest.mark.parametrize(
    "planted",
    [
        "class Commitment:\n    pass\n",
        "def f() -> None:\n    class Commitment:\n        pass\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    Commitment = dict[str, str]\n",
        "Commitment = dict[str, str] | None\n",
        "from typing import TypeAlias\nCommitment: TypeAlias = 'dict[str, str]'\n",
        "from typing import TypeVar\nCommitment = TypeVar('Commitment')\n",
    ],
)
def test_a_second_meaning_is_seen(tmp_path: Path, planted: str) -> None:
    """A second class or alias of the name of a class of the model is found, however it is written."""
    second = tmp_path / "second.py"
    second.write_text(planted, encoding="utf-8")
    assert doubles([ROOT / "tracker/model/statements.py", second]) == {"Commitment"}


OF_THEIR_MODULE = {
    "as_toml": "what each training writes of its weights: a file of the language pack",
    "main": "what each command of `python -m` runs",
    "read": "what each module of documents/formats/ makes of bytes: the text of a document",
    "render": "what each module of render/ makes of its subject: text",
    "schema": "what each form of the ledger says of itself",
    "sheet": "what each view of views/ makes of a ledger: a sheet",
    "write": "what each module of an export form makes of its subject: bytes",
}
"""Functions that several modules offer under one name, each with what it means in all of them."""

VERBS = "tracker.commands."
"""The modules whose functions are called as what a user types: `tracker decide status`, `tracker hook status`."""


def taken_by_name(paths: Iterable[Path], root: Path = ROOT) -> set[str]:
    """The functions that modules take by their name alone from two modules, and so with two meanings."""
    offered, taken = set(), set()
    for path in paths:
        module = ".".join(path.relative_to(root).with_suffix("").parts)
        text = path.read_text(encoding="utf-8")
        offered |= {
            (row.name, module) for row in parsed(text).body if isinstance(row, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        taken |= {
            (name.name, row.module)
            for row in nodes_of(text)
            if isinstance(row, ast.ImportFrom) and row.module
            for name in row.names
        }
    found = Counter(name for name, _ in offered & taken)
    return {name for name, number in found.items() if number > 1}


def test_no_function_is_taken_by_its_name_from_two_modules_with_two_meanings() -> None:
    assert taken_by_name(modules()) <= OF_THEIR_MODULE.keys()


def offered_twice(paths: Iterable[Path], root: Path = ROOT) -> set[str]:
    """The public functions of modules that two modules have, verbs of the command line apart."""
    found = Counter[str]()
    for path in paths:
        module = ".".join(path.relative_to(root).with_suffix("").parts)
        rows = parsed(path.read_text(encoding="utf-8")).body if not module.startswith(VERBS) else []
        found.update({row.name for row in rows if isinstance(row, ast.FunctionDef | ast.AsyncFunctionDef)})
    return {name for name, number in found.items() if number > 1 and not name.startswith("_")}


def test_no_public_function_has_the_name_of_another_thing() -> None:
    """Who reads its name knows which one it is; those of one meaning are told with it."""
    assert offered_twice(modules()) == OF_THEIR_MODULE.keys()


def test_a_function_of_two_modules_is_seen(tmp_path: Path) -> None:
    for place in ("part0.py", "part1.py", "tracker/commands/show.py", "tracker/commands/hook.py"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        own = "status" if "commands" in place else "words"
        (tmp_path / place).write_text(f"def {own}() -> None: ...\ndef _one() -> None: ...\n", encoding="utf-8")
    assert offered_twice(tmp_path.rglob("*.py"), tmp_path) == {"words"}


def test_a_function_that_is_taken_from_two_modules_is_seen(tmp_path: Path) -> None:
    for at in range(2):
        (tmp_path / f"part{at}.py").write_text("def words() -> None: ...\n", encoding="utf-8")
    (tmp_path / "one.py").write_text("from part0 import words\nimport part1\npart1.words()\n", encoding="utf-8")
    assert taken_by_name(tmp_path.glob("*.py"), tmp_path) == set()
    (tmp_path / "two.py").write_text("def f():\n    from part1 import words as other\n", encoding="utf-8")
    assert taken_by_name(tmp_path.glob("*.py"), tmp_path) == {"words"}


def test_what_is_private_or_constant_may_return(tmp_path: Path) -> None:
    paths = [tmp_path / f"{at}.py" for at in range(2)]
    for path in paths:
        path.write_text("class _Reader:\n    pass\nREACH = 5\nT = int\nname = REACH\n", encoding="utf-8")
    assert doubles(paths) == set()


def unexplained(text: str) -> Iterator[str]:
    """The numbers of a module that have a name and, below it, no words on what they mean."""
    rows = parsed(text).body
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        is_number = isinstance(row, ast.Assign | ast.AnnAssign) and row.value is not None and is_numeric(row.value)
        told = (
            isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str)
        )
        if is_number and not told:
            yield ast.unparse(row)


def is_numeric(node: ast.expr) -> bool:
    """Whether an expression is a number, a sum of some, or several of them."""
    if isinstance(node, ast.Tuple):
        return bool(node.elts) and all(map(is_numeric, node.elts))
    if isinstance(node, ast.BinOp):
        return is_numeric(node.left) and is_numeric(node.right)
    if isinstance(node, ast.UnaryOp):
        return is_numeric(node.operand)
    return isinstance(node, ast.Constant) and type(node.value) in {int, float}


def test_every_number_with_a_name_says_what_it_means() -> None:
    """A threshold tells its unit, and where it came from."""
    files = sorted((ROOT / "tracker").rglob("*.py"))
    found = {str(path.relative_to(ROOT)): list(unexplained(path.read_text(encoding="utf-8"))) for path in files}
    assert {path: rows for path, rows in found.items() if rows} == {}


@pytest.mark.parametrize(
    "text", ["LEAST = 3", "_SHARE: float = 0.5\nNAME = 'x'", "SIZE = 1 << 20", "LOW, HIGH = 0.1, -0.5\nfrom x import y"]
)
def test_a_number_that_says_nothing_is_seen(text: str) -> None:
    assert len(list(unexplained(text))) == 1


@pytest.mark.parametrize("text", ["LEAST = 3\n'Words.'", "NAME = 'x'", "IS_ON = True", "WORDS = ('a', 1)"])
def test_a_number_that_says_what_it_means_is_none(text: str) -> None:
    assert list(unexplained(text)) == []


TELLING_NOTHING = {"_told", "_said", "_words", "_named"}
"""Names that stood for something else in each of a dozen modules: what is told, and which words, a name must say."""


def vague(text: str) -> list[str]:
    """The functions of a module whose names say nothing."""
    rows = nodes_of(text)
    return [row.name for row in rows if isinstance(row, ast.FunctionDef) and row.name in TELLING_NOTHING]


def test_a_private_function_says_what_it_gives() -> None:
    found = {str(path.relative_to(ROOT)): vague(path.read_text(encoding="utf-8")) for path in modules()}
    assert {path: rows for path, rows in found.items() if rows} == {}


@pytest.mark.parametrize("text", ["def _told():\n    pass", "class A:\n    def _words(self):\n        pass"])
def test_a_name_that_says_nothing_is_seen(text: str) -> None:
    assert len(vague(text)) == 1
