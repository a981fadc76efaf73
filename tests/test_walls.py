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
    "git": {"history.py"},
    "diff_match_patch": {"wording.py"},
    "rapidfuzz": {"alignment.py", "threads.py"},
    "tui": {"cli.py"},
    "textual": set(),
    "rich": set(),
}
"""For each guarded package the modules of tracker that may name it."""


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
    users = {path.name for path in MODULES if package in imports(path)}
    assert users <= ONLY_IN[package]


def loaded(code: str) -> set[str]:
    """The modules that are loaded in a fresh interpreter after running `code`."""
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "command",
    [["report", "seeds"], ["export", "seeds"], ["audit", "seeds"], ["diff", "2023", "2024"], ["show", "2024"]],
    ids=" ".join,
)
def test_no_command_but_tui_loads_the_terminal_ui(command: list[str]) -> None:
    """What a hook runs must not pay for what only a person at a terminal sees."""
    modules = loaded(f"from tracker.cli import main\nassert main({command!r}) == 0")
    assert not modules & {"tui", "textual", "rich"}


def test_help_loads_nothing_heavy() -> None:
    """`tracker --help` answers at once."""
    modules = loaded("from tracker.cli import main\nassert main(['--help']) == 0")
    assert not modules & {"msgspec", "rapidfuzz", "git", "simplemma", "wordfreq", "textual", "rich", "tracker.model"}


def test_data_flows_one_way() -> None:
    """A stage imports no stage behind it, and nothing but the faces imports the faces."""
    order = [
        "model",
        "errors",
        "language",
        "letters",
        "deadlines",
        "statements",
        "alignment",
        "threads",
        "verdicts",
        "pipeline",
    ]
    for place, stage in enumerate(order):
        behind = {f"tracker.{name}" for name in [*order[place + 1 :], "reports", "cli"]}
        for path in [ROOT / "tracker" / f"{stage}.py", *(ROOT / "tracker" / stage).rglob("*.py")]:
            if path.is_file():
                assert not {module for module in top_imports(path) if ".".join(module.split(".")[:2]) in behind}, path


def top_imports(path: Path) -> set[str]:
    """The modules that a module imports when it is loaded."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    whole = {alias.name for node in body if isinstance(node, ast.Import) for alias in node.names}
    return whole | {node.module for node in body if isinstance(node, ast.ImportFrom) and node.module}
