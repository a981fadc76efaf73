"""The command line in Dutch: help, and click's own words."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from inspect import cleandoc

import click
import pytest
from babel.messages.pofile import read_po

from tracker.cli import main, tracker
from tracker.commands.spoken import HELP, spoken
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


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["foo"], "de opdracht 'foo' bestaat niet"),
        (["decide"], "COMMAND ontbreekt"),
        (["show"], "'LETTER' ontbreekt"),
        (["report", "--nope"], "er is geen optie '--nope'"),
        (["report", "--limit", "0"], "'--limit' kan dit niet zijn: 0.0 valt niet binnen x>0"),
        (["report", "--limit", "x"], "'x' is geen"),
        (["report", "--status", "x"], "'x' is geen van 'promised'"),
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
