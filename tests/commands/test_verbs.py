"""Each verb is a module of its own, loaded when it is named, and its help loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tracker.cli import VERBS

ROOT = Path(__file__).parents[2]
SHARED = {"__init__", "ascii_fallback", "command_ruling", "localized_click", "options", "output", "source", "terminal"}
"""Modules of tracker.commands that are no verbs."""
HEAVY = {"msgspec", "rapidfuzz", "git", "simplemma", "wordfreq", "textual", "rich", "jinja2", "tracker.model"}


def loaded(*words: str) -> set[str]:
    """The modules that a command loads in a fresh interpreter."""
    script = f"import sys; from tracker.cli import main; main({list(words)}); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stderr.split())


def test_every_module_of_commands_is_a_verb() -> None:
    present = {path.stem for path in (ROOT / "tracker" / "commands").glob("*.py")}
    assert present - SHARED == set(VERBS)


def test_help_of_a_verb_loads_that_verb_alone() -> None:
    modules = loaded("report", "--help")
    assert {name for name in modules if name.startswith("tracker.commands.")} == {
        "tracker.commands.ascii_fallback",
        "tracker.commands.options",
        "tracker.commands.output",
        "tracker.commands.report",
        "tracker.commands.localized_click",
        "tracker.commands.terminal",
    }


@pytest.mark.parametrize("verb", VERBS)
def test_help_loads_nothing_heavy(verb: str) -> None:
    assert not loaded(verb, "--help") & HEAVY
