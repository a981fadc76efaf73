"""Choices of the command line: help lists what the model has, and loads it for that command alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import click
import pytest

from tracker.cli import main
from tracker.commands.decide import kinds, slip_verdicts
from tracker.commands.options import Findings, OneNamed, gates, statuses
from tracker.decisions.ruling import Ruling
from tracker.errors import ExitCode
from tracker.export.registry import forms_for
from tracker.i18n.catalog import LOCALES, gettext, speaking
from tracker.model import Kind, Status
from tracker.statuses import GATES


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("report --help", Status),
        ("report --help", LOCALES),
        ("report --help", forms_for("sheets", "entries")),
        ("decide promise --help", Kind),
        ("decide kind --help", Kind),
        ("decide withdraw --help", Ruling),
        ("tui --help", LOCALES),
        ("hook install --help", LOCALES),
    ],
)
def test_help_lists_every_choice(command: str, words: Iterable[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command.split()) == 0
    listed = re.sub(r"\s+", "", capsys.readouterr().out)
    assert "|".join(words) in listed


@pytest.mark.parametrize("command", ["audit --help", "hook install --help"])
def test_help_lists_every_kind_of_finding(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command.split()) == 0
    assert ",".join(GATES) in re.sub(r"\s+", "", capsys.readouterr().out)


def test_a_wrong_or_missing_choice_is_told_the_right_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--status", "parked"]) == ExitCode.USER
    told = capsys.readouterr().err
    assert all(status in told for status in Status)
    assert main(["decide", "promise", "letter", "quote", "--why", "x"]) == ExitCode.USER
    told = capsys.readouterr().err
    assert all(kind in told for kind in Kind)


@pytest.mark.parametrize("values", [statuses, gates, kinds, slip_verdicts])
@pytest.mark.parametrize("language", LOCALES)
def test_each_choice_has_a_name_of_one_word_and_no_two_share_it(
    values: Callable[[], Iterable[str]], language: str
) -> None:
    with speaking(language):
        names = [gettext(f"choice.{value}") for value in values()]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z-]+", name) for name in names)
        assert [OneNamed(values).convert(name, None, None) for name in names] == list(values())


def test_a_choice_is_taken_by_its_name_in_the_language_spoken_and_as_programs_know_it() -> None:
    with speaking("nl"):
        assert [OneNamed(statuses).convert(name, None, None) for name in ("niets-meer-vernomen", "lapsed")] == [
            "lapsed",
            "lapsed",
        ]
        assert Findings().convert("uitgesteld, te-laat,lapsed", None, None) == ("slipped", "late", "lapsed")
        with pytest.raises(click.UsageError, match="niets-meer-vernomen"):
            OneNamed(statuses).convert("parked", None, None)
    with pytest.raises(click.UsageError, match="lapsed"):
        OneNamed(statuses).convert("niets-meer-vernomen", None, None)
