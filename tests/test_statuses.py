"""The table of statuses: no face lists them itself, and one that is added is told by every face."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tracker.model import Status, StepKind
from tracker.statuses import FACTS, LISTED, SIGNS, STEPS, TABLE
from tracker.views import colours
from tui.theme import read_themes

ROOT = Path(__file__).parents[1]
FACES = ["tracker/views", "tracker/render", "tracker/export", "tracker/commands", "tracker/hooks", "tui"]
ALLOWED = {"tracker/views/new_letter.py": "what a letter did is shown in its own way for some steps, else in one way"}
"""Faces that may name several statuses at one place, each with its reason."""


class TestTable:
    """Every status and step has its row, its sign, its heading and its colours."""

    def test_every_status_and_step_has_one_row(self) -> None:
        assert sorted(row.status for row in TABLE if row.status) == sorted(Status)
        assert sorted(row.step for row in TABLE if row.step) == sorted(StepKind)
        assert list(FACTS) == list(Status)
        assert set(STEPS) == set(StepKind)

    def test_a_row_is_a_status_and_the_step_of_its_name(self) -> None:
        assert [row for row in TABLE if row.status and row.step and row.status.value != row.step.value] == []

    def test_no_two_rows_share_a_sign(self) -> None:
        assert len({row.sign for row in TABLE}) == len(TABLE)
        assert set(SIGNS) == {*Status, *StepKind}

    def test_every_status_stands_under_one_heading(self) -> None:
        assert sorted(LISTED) == sorted(Status)

    def test_every_status_and_step_has_its_colours(self) -> None:
        assert {name for name in SIGNS if colours.terminal(name)} == set(SIGNS)
        assert [set(colours.page(mode)) for mode in ("light", "dark")] == [set(Status), set(Status)]
        for theme in read_themes():
            assert set(colours.screen(theme)) == set(SIGNS)


NAMES = frozenset({*Status, *StepKind})


def named(node: ast.AST) -> set[str]:
    """The statuses and steps that an expression names, as a word or as a member of an enum."""
    found = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and part.value in set(Status):
            found.add(str(part.value))
        elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            found |= {part.attr.lower()} if part.value.id in {"Status", "StepKind"} else set()
    return found


def lists(text: str) -> Iterator[int]:
    """The lines of a module where a tuple, list, set or dict names more than one of them."""
    words = {word.lower() for word in re.findall(r"\w+", text)}
    for node in ast.walk(ast.parse(text)) if len(words & NAMES) > 1 else ():
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            parts = [*node.elts]
        elif isinstance(node, ast.Dict):
            parts = [*node.keys]
        if len({name for part in parts if part for name in named(part)}) > 1:
            yield node.lineno


def test_no_face_lists_statuses() -> None:
    modules = [path for top in FACES for path in sorted((ROOT / top).rglob("*.py"))]
    faults = {path.relative_to(ROOT).as_posix(): list(lists(path.read_text(encoding="utf-8"))) for path in modules}
    assert {path for path, lines in faults.items() if lines} == set(ALLOWED)


PROSE = {
    "tracker/__init__.py": "what the tool is for, in verbs",
    "tracker/cli.py": "what the tool is for, in verbs",
    "tracker/status/passing.py": "the statuses that it gives",
    "tracker/status/verdict.py": "the two that it words in the same way",
}
"""Modules with a docstring that names several statuses, each with its reason."""


def strings(path: Path) -> Iterator[str]:
    """The strings of a module; the lines of another file, the heads and cells of data aside."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py" and not names_two(text):
        return
    if path.suffix == ".py":
        nodes = ast.walk(ast.parse(text))
        yield from (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    else:
        yield from text.splitlines()


def names_two(text: str) -> bool:
    """Whether a string names more than one status or step."""
    return len({*re.findall(r"\w+", text)} & NAMES) > 1


def test_no_string_names_two_statuses() -> None:
    """Help texts, schemas and templates take the words from the table."""
    kinds = {".py", ".sql", ".md", ".html", ".css", ".toml"}
    files = [path for path in sorted((ROOT / "tracker").rglob("*")) if path.suffix in kinds]
    found = {path.relative_to(ROOT).as_posix() for path in files if any(map(names_two, strings(path)))}
    assert found == set(PROSE)


@pytest.mark.parametrize("text", ["slipped,lapsed,dropped", "-- promised, repeated", "due | unclear"])
def test_a_string_that_names_two_statuses_is_seen(text: str) -> None:
    assert names_two(text)


@pytest.mark.parametrize(
    "text",
    [
        '("promised", "dropped")',
        "{Status.LAPSED, Status.DROPPED}",
        '{"lapsed": 1, StepKind.CHANGED: 2}',
        "[('-', Status.DROPPED), ('+', Status.DELIVERED)]",
    ],
)
def test_a_list_of_statuses_is_seen(text: str) -> None:
    assert list(lists(text))


ROW = 'StatusRow(Status.PARKED, None, "‖", fate=Fate.DROPPED, is_open=False, is_finding=True),'
WORDS = {
    "word": "parked",
    "meaning": "set aside",
    "part": "Parked",
    "part.means": "Set aside.",
    "finding": "Set aside.",
}
COLOURS = """
[parked]
terminal = "magenta"
page = { light = "#123456", dark = "#654321" }
screen = { dark = "#123456", light = "#123456", contrast = "#123456" }
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the faces of a copy of the tracker say to which a status was added: in the table, catalogs and colours."""
    top = tmp_path_factory.mktemp("copy")
    for room in ("tracker", "tui"):
        shutil.copytree(ROOT / room, top / room, ignore=shutil.ignore_patterns("__pycache__"))
    table = top / "tracker/statuses.py"
    text = table.read_text(encoding="utf-8").replace('LAPSED = "lapsed"', 'LAPSED = "lapsed"\n    PARKED = "parked"')
    text = re.sub(r"(?m)^    StatusRow\(None, StepKind\.PROGRESS", rf"    {ROW}\n\g<0>", text)
    table.write_text(text, encoding="utf-8")
    for path in (top / "tracker/i18n/locale").glob("*/LC_MESSAGES/tracker.po"):
        catalog = read_po(io.BytesIO(path.read_bytes()))
        for family, words in WORDS.items():
            head, _, tail = family.partition(".")
            catalog.add(".".join(part for part in (head, "parked", tail) if part), words)
        with path.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalog)
    with (top / "tracker/views/colours.toml").open("a", encoding="utf-8") as file:
        file.write(COLOURS)
    paths = os.pathsep.join([str(top), str(ROOT)])
    command = [sys.executable, str(Path(__file__).parent / "parked.py")]
    done = subprocess.run(command, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    "face",
    [
        "report",
        "audit",
        "topics",
        "json",
        "sqlite",
        "csv",
        "html",
        "sarif",
        "summary",
        "screen",
        "choices",
        "help",
        "audit help",
        "hook help",
        "schema",
    ],
)
def test_a_new_status_is_told_by(face: str, told: Any) -> None:
    assert "parked" in told[face].lower()


def test_the_sums_with_a_new_status_add_up(told: Any) -> None:
    assert told["threads"] == 7
    assert {sum(row[2:]) - row[1] for rows in told["totals"] for row in rows} == {0}
    assert {sum(row[1] for row in rows) for rows in told["totals"]} == {told["threads"]}
    assert told["bars"] == told["threads"]
    assert told["blocks"] == told["threads"]
    assert told["chosen"] == told["parked"] == 2
