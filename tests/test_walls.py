"""The walls of the house: what each room may import, and which libraries have one door."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

FLOW = (
    ("i18n",),
    ("statuses",),
    ("model",),
    ("text",),
    ("errors",),
    ("storage",),
    ("language",),
    ("temporal",),
    ("documents",),
    ("extraction",),
    ("alignment",),
    ("linking",),
    ("status",),
    ("decisions", "git"),
    ("ledger",),
    ("pipeline",),
    ("views",),
    ("render",),
    ("export",),
    ("hooks",),
    ("commands",),
    ("cli",),
    ("training",),
    ("__main__",),
)
"""The rooms of tracker in the order of the data; a room knows the rows above its own, and nothing else."""

ANYWHERE = {"__init__"}
"""tracker/__init__.py holds the version alone."""

ALLOWED: dict[tuple[str, str], str] = {
    ("commands", "tui"): "`tracker tui` opens the terminal UI",
}
"""Imports that run up, each with its reason; one that is no longer there must go from this list."""

ONLY_IN = {
    "git": {"git"},
    "diff_match_patch": {"text"},
    "rapidfuzz": {"alignment", "linking", "training"},
    "textual": set(),
    "rich": set(),
}
"""For each guarded package the rooms of tracker that may name it."""


def room_of(module: str) -> str:
    """The room of a dotted module: "tracker.views.audit" → "views", "tui.app" → "tui", "tracker" → "__init__"."""
    head, *rest = module.split(".")
    return (rest[0] if rest else "__init__") if head == "tracker" else head


def imports(path: Path, package: str) -> Iterator[str]:
    """The modules that a module imports anywhere in it: at the top, in a function, for type checking alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: -(node.level - 1) or None] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def arrows(top: Path) -> Iterator[tuple[str, str, Path]]:
    """Every import of a tree's tracker from one room to another, with the file that makes it."""
    for path in sorted((top / "tracker").rglob("*.py")):
        parts = path.relative_to(top).with_suffix("").parts
        here = room_of(".".join(parts))
        for module in imports(path, ".".join(parts[:-1])):
            if module.split(".")[0] in ("tracker", "tui") and (there := room_of(module)) != here:
                is_name = module.startswith("tracker.") and module.count(".") == 1 and not is_module(top, there)
                yield here, "__init__" if is_name else there, path


def is_module(top: Path, room: str) -> bool:
    """Whether tracker has a room of this name, as a folder or a file."""
    return (top / "tracker" / room).is_dir() or (top / "tracker" / f"{room}.py").is_file()


def faults(top: Path) -> list[str]:
    """What is wrong with a tree's walls: rooms unknown to the flow, rooms that it has lost, imports that run up."""
    level = {room: at for at, row in enumerate(FLOW) for room in row}
    there = {
        path.stem for path in (top / "tracker").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    found = [f"{room} is no row of FLOW" for room in sorted(there - ANYWHERE - set(level))]
    found += [f"{room} is a row of FLOW and no room" for room in sorted(set(level) - there)]
    used = set()
    for here, to, path in arrows(top):
        if to in ANYWHERE or level.get(to, len(FLOW)) < level.get(here, -1):
            continue
        if (here, to) in ALLOWED:
            used.add((here, to))
        else:
            found.append(f"{path.relative_to(top)} imports {to}, which is not above {here}")
    return found + [f"{here} → {to} is allowed and not there" for here, to in sorted(set(ALLOWED) - used)]


def test_data_flows_one_way() -> None:
    """A room knows the rooms above it alone, lazy imports and those for type checking included."""
    assert faults(ROOT) == []


PLANTED = {
    "an import that runs up": ("linking/weights.py", "from tracker.views import audit\n"),
    "a lazy import that runs up": (
        "temporal/interval.py",
        "def f() -> None:\n    from tracker.status import verdict\n",
    ),
    "an import for type checking": (
        "model/letters.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from tracker.documents import read\n",
    ),
    "a relative import that runs up": ("decisions/file.py", "from ..views import audit\n"),
    "a room of the same row": ("decisions/file.py", "from tracker.git import history\n"),
    "the terminal UI": ("views/audit.py", "import tui.app\n"),
    "a room that is not listed": ("attic/__init__.py", ""),
    "a module that is not listed": ("attic.py", ""),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_the_walls_are_seen_to_hold(tmp_path: Path, planted: str) -> None:
    """Each kind of fault is found when it is planted in a tree that is sound."""
    place, text = PLANTED[planted]
    for room in (room for row in FLOW for room in row):
        (tmp_path / "tracker" / room).mkdir(parents=True)
        (tmp_path / "tracker" / room / "__init__.py").touch()
    for here, to in ALLOWED:
        target = f"tracker.{to}" if to != "tui" else to
        (tmp_path / "tracker" / here / "allowed.py").write_text(f"import {target}\n", encoding="utf-8")
    assert faults(tmp_path) == []
    fault = tmp_path / "tracker" / place
    fault.parent.mkdir(exist_ok=True)
    fault.write_text(text, encoding="utf-8")
    assert len(faults(tmp_path)) == 1


def test_a_wall_that_lost_its_room_is_told(tmp_path: Path) -> None:
    """A misspelt row of FLOW is a fault, not a room without imports."""
    (tmp_path / "tracker").mkdir()
    assert "model is a row of FLOW and no room" in faults(tmp_path)


@pytest.mark.parametrize("package", sorted(ONLY_IN))
def test_a_guarded_package_has_its_one_importer(package: str) -> None:
    """One door to each library that must stay replaceable, and none to the terminal UI."""
    users = {
        room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for path in (ROOT / "tracker").rglob("*.py")
        if package in {module.split(".")[0] for module in imports(path, "")}
    }
    assert users <= ONLY_IN[package]


def loaded(code: str) -> set[str]:
    """The modules that are loaded in a fresh interpreter after running `code`."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stderr.split())


@pytest.mark.usefixtures("shared")
def test_no_command_but_tui_loads_the_terminal_ui() -> None:
    """What a hook runs must not pay for what only a person at a terminal sees."""
    paths = [path for path in sorted((ROOT / "tracker").rglob("*.py")) if "__" not in path.name]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    modules = loaded(f"import {', '.join(names)}\nfrom tracker.cli import main\nassert main(['show', '2017']) == 0")
    assert not modules & {"tui", "textual", "rich"}


def test_help_loads_nothing_heavy() -> None:
    """`tracker --help` answers at once."""
    modules = loaded("from tracker.cli import main\nassert main(['--help']) == 0")
    assert not modules & {"msgspec", "rapidfuzz", "git", "simplemma", "wordfreq", "textual", "rich", "tracker.model"}
