"""The walls of the house: what each room may import, and that nothing in it asks for today's date in passing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "tracker").rglob("*.py"))

ONLY_IN = {
    "git": {"history"},
    "diff_match_patch": {"wording"},
    "rapidfuzz": {"alignment", "threads"},
    "tui": {"cli"},
    "textual": set(),
    "rich": set(),
}
"""For each guarded package the rooms of tracker that may name it."""


FLOW = (
    ("model", "errors"),
    ("language", "deadlines"),
    ("letters",),
    ("statements",),
    ("alignment",),
    ("threads",),
    ("verdicts",),
    ("ledger", "pipeline"),
    ("news",),
    ("reports", "exchange", "tables", "history", "gate"),
    ("arrivals", "hooks"),
    ("source", "cli"),
)
"""The rooms in the order of the data; those of one row may know each other."""


def imports(path: Path) -> set[str]:
    """The top-level packages that a module imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("package", sorted(ONLY_IN))
def test_a_guarded_package_has_its_one_importer(package: str) -> None:
    """One door to each library that must stay replaceable, and none to the terminal UI."""
    rooms = {path: path.relative_to(ROOT / "tracker").parts[0].removesuffix(".py") for path in MODULES}
    users = {room for path, room in rooms.items() if package in imports(path)}
    assert users <= ONLY_IN[package]


def loaded(code: str) -> set[str]:
    """The modules that are loaded in a fresh interpreter after running `code`."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stderr.split())


def test_no_command_but_tui_loads_the_terminal_ui() -> None:
    """What a hook runs must not pay for what only a person at a terminal sees."""
    others = [path for path in MODULES if "cli" not in path.name and "__" not in path.name]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in others]
    modules = loaded(f"import {', '.join(names)}\nfrom tracker.cli import main\nassert main(['show', '2017']) == 0")
    assert not modules & {"tui", "textual", "rich"}


def test_help_loads_nothing_heavy() -> None:
    """`tracker --help` answers at once."""
    modules = loaded("from tracker.cli import main\nassert main(['--help']) == 0")
    assert not modules & {"msgspec", "rapidfuzz", "git", "simplemma", "wordfreq", "textual", "rich", "tracker.model"}


def test_data_flows_one_way() -> None:
    """A stage imports no stage behind it, and nothing but the faces imports the faces."""
    for place, stages in enumerate(FLOW):
        behind = {f"tracker.{name}" for later in FLOW[place + 1 :] for name in later}
        for path in [path for stage in stages for path in modules_of(stage)]:
            assert not {module for module in top_imports(path) if ".".join(module.split(".")[:2]) in behind}, path


def modules_of(room: str) -> list[Path]:
    """The modules of a room of tracker, be it a module or a package."""
    single = ROOT / "tracker" / f"{room}.py"
    return [single] if single.is_file() else sorted((ROOT / "tracker" / room).rglob("*.py"))


def top_imports(path: Path) -> set[str]:
    """The modules that a module imports when it is loaded."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    whole = {alias.name for node in body if isinstance(node, ast.Import) for alias in node.names}
    return whole | {node.module for node in body if isinstance(node, ast.ImportFrom) and node.module}
