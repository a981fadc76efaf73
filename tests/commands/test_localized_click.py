"""The command line in Dutch: help, and click's own words."""

from __future__ import annotations

import ast
import gettext
import inspect
import os
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

from tracker.cli import main, tracker
from tracker.commands.localized_click import HELP, spoken
from tracker.errors import ExitCode
from tracker.i18n.catalog import FOLDER, speaking

with (FOLDER / "nl" / "LC_MESSAGES" / f"{HELP}.po").open("rb") as file:
    DUTCH = {str(row.id): str(row.string) for row in read_po(file) if row.id}


def helps(command: click.Command) -> Iterator[str]:
    """Every English help text of a command, its options, and the commands in it."""
    told = [command.help, command.short_help, command.epilog, *(getattr(row, "help", None) for row in command.params)]
    yield from (cleandoc(text) for text in told if text)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            within = command.get_command(context, name)
            assert within is not None
            yield from helps(within)


def test_every_help_has_its_dutch_and_no_dutch_is_left_over() -> None:
    with speaking("en"):
        asked = {*helps(tracker), *helps(spoken(tracker))}
    assert asked - {*DUTCH} == set()
    assert {row for row in DUTCH if row.endswith(".") and row[:1].isupper() and "{" not in row} - asked <= {
        "Show this message and exit.",
        "Missing command.",
        "Value must be an iterable.",
    }


def test_dutch_help_is_no_english() -> None:
    with speaking("nl"):
        told = {*helps(spoken(tracker))}
    assert told == {DUTCH[row] for row in {*helps(tracker)} & {*DUTCH}}
    assert not [row for row in told if " the " in row and not row.startswith("Voorbeeld: ")]


def usages(command: click.Command) -> Iterator[str]:
    """What every command says of how it is called."""
    context = click.Context(command)
    yield from command.collect_usage_pieces(context)
    yield from (row[0] for param in command.params if (row := param.get_help_record(context)))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            within = command.get_command(context, name)
            assert within is not None
            yield from usages(within)


def test_values_have_a_dutch_name_and_the_help_calls_them_by_it() -> None:
    names = re.compile(r"\b[A-Z]{2,}\b")
    with speaking("nl"):
        shown = {name for usage in usages(spoken(tracker)) for name in names.findall(usage)}
        told = {name for text in helps(spoken(tracker)) for name in names.findall(text)}
    with speaking("en"):
        english = {name for usage in usages(spoken(tracker)) for name in names.findall(usage)}
    assert english - {*DUTCH} == set()
    assert shown == {DUTCH[name] for name in english}
    same = {name for name in english if DUTCH[name] == name}
    assert (shown | told) & english == same


def clicks_words() -> Iterator[str]:
    """What the modules of click say of arguments, as they ask gettext for it."""
    for module in (click.core, click.exceptions, click.parser, click.types):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
                yield from (
                    row.value for row in node.args if isinstance(row, ast.Constant) and isinstance(row.value, str)
                )


MISUSE = re.compile(
    "Deprecat|declar|defined twice|same flag|UUID|dynamic|^Error: |^Try |^Choice|Value must be|unknown error"
)
"""What click says to programmers, and of what no command has."""


def test_all_that_click_says_has_its_dutch() -> None:
    with (FOLDER / "nl" / "LC_MESSAGES" / f"{HELP}.po").open("rb") as file:
        known = {id_ for row in read_po(file) for id_ in ([row.id] if isinstance(row.id, str) else row.id)}
    assert {row for row in clicks_words() if not MISUSE.search(row)} - known == set()


def commands(command: click.Command, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it."""
    if not isinstance(command, click.Group):
        yield names, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        within = command.get_command(context, name)
        assert within is not None
        yield from commands(within, *names, name)


def wrong_calls(command: click.Command) -> Iterator[list[str]]:
    """Arguments that a command cannot take: of each sort, for each option."""
    yield ["--nope"]
    yield ["een"] * 9
    yield []
    for row in command.params:
        if isinstance(row, click.Option):
            option = row.opts[0]
            yield [f"{option}=x"] if row.is_flag else [option]
            yield [option, *["\0/x"] * (row.nargs - 1)]
            yield [option, *["onzin"] * row.nargs]


EVERY = dict(commands(tracker))
ENGLISH = re.compile(
    r"(?i)\b(?:the|is not|not a|requires?|missing|invalid|no such|arguments|valid|values?|option|unexpected|must|"
    r"choose|directory|range|integer|cannot|file|folder|was|were|of|with|give)\b(?! [A-Z]{3})"
)


@pytest.mark.parametrize("names", EVERY, ids=" ".join)
def test_no_wrong_argument_of_any_command_is_told_in_english(
    names: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And each is told with the help of the command that was called."""
    monkeypatch.setenv("TRACKER_LANG", "nl")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(click.Command, "invoke", lambda *_: "")
    told = []
    for words in wrong_calls(EVERY[names]):
        if main([*names, *words]) == ExitCode.USER:
            told.append(capsys.readouterr().err)
    assert told
    assert [row for row in told if ENGLISH.search(re.sub(r"'[^']*'|\{[^}]*\}|\[[^]]*\]", "", row))] == []
    assert [row for row in told if f"'tracker {' '.join(names)} --help'" not in row] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["foo"], "de opdracht 'foo' bestaat niet"),
        (["decide"], "OPDRACHT ontbreekt"),
        (["show"], "'BRIEF' ontbreekt"),
        (["report", "--nope"], "er is geen optie '--nope'"),
        (["report", "--limit", "0"], "'--limit' kan dit niet zijn: 0.0 valt niet binnen x>0"),
        (["report", "--limit", "x"], "'x' is geen getal"),
        (["report", "--jobs", "x"], "'x' is geen geheel getal"),
        (["explain", "--pair", "a"], "bij de optie '--pair' horen 2 waarden (zie 'tracker explain --help')"),
        (["hook", "run", "x"], "'x' is geen van 'post-commit', "),
        (["report", "--status", "x"], "'x' is geen van 'toegezegd'"),
        (["export", "--output", os.sep], "is een map"),
        (["audit", "--as-of", "x"], "'x' is geen dag"),
    ],
)
def test_faults_in_the_arguments_are_told_in_dutch(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.setenv("TRACKER_LANG", "nl")
    assert main(words) == 2
    assert said in capsys.readouterr().err


def test_help_is_dutch_where_dutch_is_asked_for_and_leaves_nothing_behind(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = gettext.textdomain(), os.environ.get("LANGUAGE")
    assert main(["diff", "--help"]) == 0
    assert "Compare two letters." in capsys.readouterr().out
    monkeypatch.setenv("TRACKER_LANG", "nl")
    assert main(["diff", "--help"]) == 0
    told = capsys.readouterr().out
    words = ("Gebruik:", "Vergelijk twee brieven.", "Opties:", "Toon deze uitleg en stop.")
    assert [row for row in words if row not in told] == []
    assert (gettext.textdomain(), os.environ.get("LANGUAGE")) == before


def words_of(command: click.Command, before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A call of every command for each of its arguments and options that are words, with bytes that are no text."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            within = command.get_command(context, name)
            assert within is not None
            yield from words_of(within, (*before, name))
    for row in command.params:
        if type(row.type).__name__ == "_Words":
            needed = [one for one in command.params if isinstance(one, click.Argument) and one.required]
            filled = ["\udcff" if one is row else "x" for one in needed]
            yield (*before, *(["\udcff"] if row not in needed and isinstance(row, click.Argument) else filled)) + (
                (row.opts[0], "\udcff") if isinstance(row, click.Option) else ()
            )


def test_bytes_that_are_no_text_are_a_fault_of_the_user(capsys: pytest.CaptureFixture[str]) -> None:
    calls = list(words_of(spoken(tracker), ()))
    assert len(calls) > 30
    for words in calls:
        assert main(words) == ExitCode.USER, words
        assert "UnicodeEncodeError" not in capsys.readouterr().err
