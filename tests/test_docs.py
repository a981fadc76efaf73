"""What the README says is true: its commands run, its tables are complete, its map matches the folders."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from tracker.cli import main, tracker
from tracker.errors import ExitCode

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^    (tracker .+)$", README, re.MULTILINE)
COMMANDS = sorted(tracker.commands.values(), key=lambda command: command.name or "")


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_runs(example: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A reader may paste any of them."""
    monkeypatch.chdir(ROOT)
    assert main(shlex.split(example)[1:]) == ExitCode.DONE
    assert capsys.readouterr().out.strip()


def test_the_run_command_names_a_command_that_exists() -> None:
    """The first thing a new user pastes ends in a report of the seeds."""
    run, test = re.findall(r"^    (python3 -m venv .+)$", README, re.MULTILINE)
    assert run == "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/tracker report seeds"
    assert test == "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest -q"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_is_documented(command: click.Command) -> None:
    """Help with a sentence and an example; a row in the README; every option explained."""
    assert command.help
    assert command.epilog
    assert command.epilog.startswith(f"Example: tracker {command.name}")
    assert f"`tracker {command.name}" in README
    assert all(option.help for option in command.params if isinstance(option, click.Option))


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.name != "tui"], ids=lambda command: command.name)
def test_the_example_in_the_help_is_understood(command: click.Command) -> None:
    """The arguments of each help's example parse."""
    words = shlex.split((command.epilog or "").removeprefix("Example: tracker "))
    words = words[: words.index(">")] if ">" in words else words
    command.make_context(str(command.name), words[1:])


def test_the_map_names_what_is_there() -> None:
    """Every module of the map exists, and every module at the top of the package is on the map."""
    map_of_tracker = README.partition("    tracker/\n")[2].partition("    tui/")[0]
    names = set(re.findall(r"[a-z_]+(?:\.py|/)(?=[,\s])", map_of_tracker))
    present = {f"{path.name}/" if path.is_dir() else path.name for path in (ROOT / "tracker").iterdir()}
    assert names - present == set()
    assert present - names - {"__init__.py", "__main__.py", "__pycache__/", "py.typed"} == set()


def test_exit_codes_are_listed() -> None:
    """Each code that the handler can give has its row."""
    assert set(re.findall(r"^\| (\d+) \|", README, re.MULTILINE)) == {str(code.value) for code in ExitCode}
