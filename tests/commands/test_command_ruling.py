"""A ruling on the command line: words find quotes, and somebody must give it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests import repositories
from tracker.commands.command_ruling import CommandRuling, told
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.errors import DecisionError, UnknownLetterError, UnknownThreadError
from tracker.i18n.catalog import N_


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repositories.write(tmp_path / "brieven")


@pytest.mark.usefixtures("shared")
def test_words_find_the_quote_of_a_statement_a_thread_or_a_passage(folder: Path) -> None:
    desk = CommandRuling(folder, "R. Rekenaar", "x")
    promise = desk.commitment("veerverbindingen")
    assert promise == desk.statement("veerverbindingen") == desk.thread("veerverbindingen")
    assert "veerverbindingen" in promise.quote
    assert desk.passage(promise.letter, "Geachte voorzitter") == anchor(promise.letter, "Geachte voorzitter")
    with pytest.raises(UnknownThreadError):
        desk.statement("zeppelin")
    with pytest.raises(UnknownLetterError):
        desk.passage("1999", "x")
    with pytest.raises(DecisionError) as caught:
        desk.registered("TZ1")
    assert caught.value.message.id == "decide.not-registered"


@pytest.mark.usefixtures("shared")
def test_nobody_rules_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.git.repository.identity", lambda _: "")
    desk = CommandRuling(folder, None, "x")
    with pytest.raises(DecisionError) as caught:
        desk.rule(Ruling.NOTE, desk.statement("veerverbindingen"), value="nagaan")
    assert caught.value.message.id == "decide.nobody"
    assert not (folder / "decisions.toml").exists()
    said = CommandRuling(folder, "R. Rekenaar", "x").rule(
        Ruling.NOTE, desk.statement("veerverbindingen"), value="nagaan"
    )
    assert "R. Rekenaar" in said
    assert (folder / "decisions.toml").is_file()


def test_what_was_done_is_told_with_its_quotes_in_harmless_lines() -> None:
    when = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    quotes = (anchor("a", "Er komt \x1b[31meen plan."),)
    first, second = told(
        N_("decide.kept"), Decision(ruling=Ruling.NOTE, who="A", when=when, why="x", quotes=quotes, value="nagaan")
    ).splitlines()
    assert "nagaan" in first
    assert "(a)" in second
    assert "\x1b" not in second
