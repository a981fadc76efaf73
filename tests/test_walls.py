"""The walls of the house: what each room may import, and which libraries have one door."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.imported import imports, imports_by_string, roundabout

ROOT = Path(__file__).parent.parent

FLOW = (
    ("i18n",),
    ("report_headings",),
    ("statuses",),
    ("model",),
    ("text",),
    ("errors",),
    ("time_limit",),
    ("garbage_collection",),
    ("storage",),
    ("language",),
    ("temporal",),
    ("documents",),
    ("extraction",),
    ("alignment",),
    ("linking",),
    ("status",),
    ("decisions", "git"),
    ("sources",),
    ("ledger",),
    ("open_collection",),
    ("incremental_ledger",),
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

BY_STRING: dict[str, str] = {
    "cli.py": "a command is loaded when it is called",
    "documents/formats/registry.py": "a reader is loaded when its format is met",
    "export/registry.py": "a form is loaded when it is asked for",
    "language/pack.py": "a language is loaded when it is chosen",
}
"""The modules that may import what a string names, each with its reason."""

ONLY_IN = {
    "httpx": {"sources"},
    "diff_match_patch": {"text"},
    "ahocorasick": {"text"},
    "rapidfuzz": {"alignment", "linking", "training"},
    "textual": set(),
    "rich": set(),
}
"""For each guarded package the rooms of tracker that may name it."""


def room_of(module: str) -> str:
    """The room of a dotted module: "tracker.views.audit" → "views", "tui.app" → "tui", "tracker" → "__init__"."""
    head, *rest = module.split(".")
    return (rest[0] if rest else "__init__") if head == "tracker" else head


def users(top: Path, package: str) -> set[str]:
    """The rooms of a tree's tracker that import a package."""
    return {
        room_of(".".join(path.relative_to(top).with_suffix("").parts))
        for path in modules(top)
        if package in {module.split(".")[0] for module in imports(top, path)}
    }


_SUFFIXES = {".py", ".pyi"}
"""Those of modules and of what is told of their types."""


def modules(top: Path) -> list[Path]:
    """The modules of a tree's tracker."""
    return sorted(path for path in (top / "tracker").rglob("*") if path.suffix in _SUFFIXES)


def arrows(top: Path) -> Iterator[tuple[str, str, Path]]:
    """Every import of a tree's tracker from one room to another, with the file that makes it."""
    for path in modules(top):
        parts = path.relative_to(top).with_suffix("").parts
        here = room_of(".".join(parts))
        for module in imports(top, path):
            if module.split(".")[0] in ("tracker", "tui") and (there := room_of(module)) != here:
                is_name = module.startswith("tracker.") and module.count(".") == 1 and not is_module(top, there)
                yield here, "__init__" if is_name else there, path


def is_module(top: Path, room: str) -> bool:
    """Whether tracker has a room of this name, as a folder or a file."""
    return (top / "tracker" / room).is_dir() or (top / "tracker" / f"{room}.py").is_file()


def faults(top: Path) -> list[str]:
    """What is wrong with a tree's walls: rooms unknown to the flow, rooms that it has lost, imports that run up."""
    level = {room: at for at, row in enumerate(FLOW) for room in row}
    there = {path.stem for path in (top / "tracker").iterdir() if path.suffix == ".py" or any(path.rglob("*.py"))}
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
    found += [f"{here} → {to} is allowed and not there" for here, to in sorted(set(ALLOWED) - used)]
    by_string = {path.relative_to(top / "tracker").as_posix() for path in modules(top) if imports_by_string(top, path)}
    found += [f"{path} imports by string, or no longer" for path in sorted(by_string ^ set(BY_STRING))]
    return found + [f"{path.relative_to(top)}: {way}" for path in modules(top) for way in roundabout(top, path)]


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
    "a room without an __init__": ("attic/thing.py", "X = 1\n"),
    "a room with modules further down alone": ("attic/box/thing.py", "X = 1\n"),
    "a string that names a module": ("model/letters.py", 'MODULE = "tracker.views.audit"\n'),
    "a string that begins the name of one": ("model/letters.py", "MODULE = f\"tracker.views.{'audit'}\"\n"),
    "what is loaded already": ("model/letters.py", 'import sys\nA = sys.modules["tracker.views.audit"]\n'),
    "an import by string": (
        "model/letters.py",
        "from importlib import import_module as get\nA = get('tr' + 'acker')\n",
    ),
    "an import by a built-in": ("model/letters.py", "A = __import__('json')\n"),
    "an import of any package by string": ("views/audit.py", "import importlib\nimportlib.import_module('textual')\n"),
    "a module by a name that is resolved": (
        "model/letters.py",
        'from pkgutil import resolve_name\nA = resolve_name("tracker.views:audit")\n',
    ),
    "an attribute of the package by its name": ("model/letters.py", 'import tracker\nA = getattr(tracker, "views")\n'),
    "an attribute of the package by any name": (
        "model/letters.py",
        "import tracker\nA = getattr(tracker, 'vi' + 'ews')\n",
    ),
    "what is loaded, by way of the package": ("model/letters.py", 'import sys\nA = sys.modules["tracker"].views\n'),
    "what is loaded, under another name": (
        "model/letters.py",
        'from sys import modules as all\nA = all["tracker"].views\n',
    ),
    "an import in words that are run": ("model/letters.py", 'exec("from tracker import views")\n'),
    "an import in words that a built-in of another name runs": (
        "model/letters.py",
        'import builtins\nbuiltins.exec("from tracker import views")\n',
    ),
    "an import in an expression that is run": ("model/letters.py", 'A = eval("__im" + "port__(\'json\')")\n'),
    "all of the package": ("model/letters.py", "from tracker import *\nA = views\n"),
    "the package as a table": ("model/letters.py", "import tracker\nA = vars(tracker)['views']\n"),
    "the table of the package": ("model/letters.py", "import tracker\nA = tracker.__dict__['views']\n"),
    "an attribute that is got": (
        "model/letters.py",
        "import operator\nimport tracker\nA = operator.attrgetter('views')(tracker)\n",
    ),
    "an attribute that is got, by its bare name": (
        "model/letters.py",
        "from operator import attrgetter\nimport tracker\nA = attrgetter('views')(tracker)\n",
    ),
    "an importer by a name that is put together": (
        "model/letters.py",
        "import importlib\nA = getattr(importlib, 'import_' + 'module')('json')\n",
    ),
    "an importer by its name": ("model/letters.py", "import importlib\nA = getattr(importlib, 'import_module')\n"),
    "what is loaded, by a name that is put together": (
        "model/letters.py",
        "import sys\nA = getattr(sys, 'mod' + 'ules')\n",
    ),
    "a file that is run": ("model/letters.py", "import runpy\nA = runpy.run_path('x')\n"),
    "a file that is loaded": (
        "model/letters.py",
        "from importlib.machinery import SourceFileLoader\nA = SourceFileLoader('a', 'x').load_module()\n",
    ),
    "a file that is loaded by a long name": (
        "model/letters.py",
        "import importlib.util\nA = importlib.util.spec_from_file_location('a', 'x')\n",
    ),
    "an entry point": (
        "model/letters.py",
        "from importlib.metadata import EntryPoint\nA = EntryPoint('a', 'x', 'y').load()\n",
    ),
    "a type in a comment": ("model/letters.py", "A = None  # type: tracker.views.audit\n"),
    "words that are compiled": ("model/letters.py", "A = compile('import json', '', 'exec')\n"),
    "a file of types alone": ("model/letters.pyi", "from tracker.views import audit\n"),
    "the package under another name": ("model/letters.py", "import tracker as t\nA = t.views.audit\n"),
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
    for module in BY_STRING:
        (tmp_path / "tracker" / module).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / "tracker" / module).write_text("from importlib import import_module\n", encoding="utf-8")
    assert faults(tmp_path) == []
    fault = tmp_path / "tracker" / place
    fault.parent.mkdir(exist_ok=True, parents=True)
    fault.write_text(text, encoding="utf-8")
    assert faults(tmp_path)


def test_a_wall_that_lost_its_room_is_told(tmp_path: Path) -> None:
    """A misspelt row of FLOW is a fault, not a room without imports."""
    (tmp_path / "tracker").mkdir()
    assert "model is a row of FLOW and no room" in faults(tmp_path)


@pytest.mark.parametrize("package", sorted(ONLY_IN))
def test_a_guarded_package_has_its_one_importer(package: str) -> None:
    """One door to each library that must stay replaceable, and none to the terminal UI."""
    assert users(ROOT, package) <= ONLY_IN[package]


@pytest.mark.parametrize(
    "text",
    [
        "from textual import app",
        "import textual.app as t",
        "from importlib import import_module\nimport_module('textual')",
        "import importlib\nimportlib.import_module('textual.app')",
        "__import__('textual')",
    ],
)
def test_a_door_to_a_guarded_package_is_seen(tmp_path: Path, text: str) -> None:
    (tmp_path / "tracker/views").mkdir(parents=True)
    (tmp_path / "tracker/views/x.py").write_text(text, encoding="utf-8")
    assert users(tmp_path, "textual") == {"views"}


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
