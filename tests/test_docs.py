"""What the README says is true: its commands run, its tables are complete, its map matches the folders."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from tests.throwaway_repo import Repo
from tracker.cli import main, tracker
from tracker.errors import ExitCode

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?:^    tracker .+\n)+", README, re.MULTILINE)
INLINE = sorted(set(re.findall(r"`tracker ([^`]+)`", README)))


def members(group: click.Group) -> list[click.Command]:
    """The commands of a group in order of name."""
    context = click.Context(group)
    return [command for name in group.list_commands(context) if (command := group.get_command(context, name))]


COMMANDS = members(tracker)


OPTIONS = {
    option
    for command in [
        *COMMANDS,
        *(inner for group in COMMANDS if isinstance(group, click.Group) for inner in members(group)),
    ]
    for param in command.params
    for option in param.opts
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the five letters in it, committed one by one: where a reader tries what the README says."""
    repo = Repo(tmp_path_factory.mktemp("reader") / "clone")
    repo.begin()
    shutil.copytree(ROOT / "seeds", repo.top / "seeds")
    for letter in sorted(repo.top.glob("seeds/*.txt")):
        repo.git("add", str(letter))
        repo.git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", letter.stem)
    return repo.top


@pytest.mark.slow
@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("block", BLOCKS, ids=[block.split()[1] for block in BLOCKS])
def test_each_block_runs(
    block: str, reader: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A reader may paste any of them, from top to bottom."""
    monkeypatch.chdir(reader)
    for line in block.splitlines():
        words = shlex.split(line)[1:]
        assert main(words) == ExitCode.DONE, line
        printed = capsysbinary.readouterr().out.strip()
        assert Path(words[-1]).stat().st_size if "--output" in words else printed, line


@pytest.mark.parametrize("words", INLINE)
def test_what_is_named_in_passing_is_there(words: str) -> None:
    """The command exists, and has the options; what stands in capitals is for the reader to fill in."""
    command: click.Command = tracker
    rest = shlex.split(words)
    while isinstance(command, click.Group) and not rest[0].isupper():
        command = {str(inner.name): inner for inner in members(command)}[rest.pop(0)]
    options = {option for param in command.params for option in param.opts}
    assert {word for word in rest if word.startswith("--")} <= options


def test_every_option_named_exists() -> None:
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) <= OPTIONS


def test_the_run_command_names_a_command_that_exists() -> None:
    """The first thing a new user pastes ends in a report of the seeds."""
    run, test = re.findall(r"^    (python3 -m venv .+)$", README, re.MULTILINE)
    assert run == "python3 -m venv .venv && .venv/bin/pip install -q '.[encoder]' && .venv/bin/tracker report seeds"
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
    names = set(re.findall(r"[a-z0-9_]+(?:\.py|/)(?=[,\s])", map_of_tracker))
    present = {f"{path.name}/" if path.is_dir() else path.name for path in (ROOT / "tracker").iterdir()}
    assert names - present == set()
    assert present - names - {"__init__.py", "__main__.py", "__pycache__/", "py.typed"} == set()


def test_exit_codes_are_listed() -> None:
    """Each code that the handler can give has its row."""
    assert set(re.findall(r"^\| (\d+) \|", README, re.MULTILINE)) == {str(code.value) for code in ExitCode}
