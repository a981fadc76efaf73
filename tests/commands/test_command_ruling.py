"""A ruling on the command line: words find quotes, and somebody must give it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests import repositories
from tracker.commands.command_ruling import CommandRuling, told_ruling
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.errors import DecisionError, UnknownLetterError, UnknownThreadError
from tracker.i18n.catalog import N_
from tracker.sources.register import Register, Registered, write_register


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
@pytest.mark.parametrize("why", ["", "  ", "\n"])
def test_nothing_is_ruled_without_a_reason(folder: Path, why: str) -> None:
    desk = CommandRuling(folder, "R. Rekenaar", why)
    with pytest.raises(DecisionError) as caught:
        desk.rule(Ruling.NOTE, desk.statement("veerverbindingen"), value="nagaan")
    assert caught.value.message.id == "decide.no-why"
    assert not (folder / "decisions.toml").exists()


@pytest.mark.parametrize(
    "number",
    [
        "TZ202402-160",
        "TZ 202402-160",
        "tz202402-160",
        "tz 202402 160",
        "TZ202402\u2013160",
        "TZ202402/160",
        " TZ202402 - 160 ",
    ],
)
def test_a_number_of_the_register_is_meant_in_any_spelling(folder: Path, number: str) -> None:
    rows = tuple(Registered(one, "", "", met=False) for one in ("TZ202402-16", "TZ202402-160"))
    (folder / "register.json").write_text(write_register(Register(dt.date(2024, 1, 1), rows)), "utf-8")
    assert CommandRuling(folder, "R. Rekenaar", "x").registered(number) == "TZ202402-160"


@pytest.mark.parametrize("number", ["", "-", "160", "TZ202402-1600", "TZ20240-2160"])
def test_another_number_is_not_meant(folder: Path, number: str) -> None:
    rows = (Registered("TZ202402-160", "", "", met=False),)
    (folder / "register.json").write_text(write_register(Register(dt.date(2024, 1, 1), rows)), "utf-8")
    with pytest.raises(DecisionError):
        CommandRuling(folder, "R. Rekenaar", "x").registered(number)


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
    first, second = told_ruling(
        N_("decide.kept"), Decision(ruling=Ruling.NOTE, who="A", when=when, why="x", quotes=quotes, value="nagaan")
    ).splitlines()
    assert "nagaan" in first
    assert "(a)" in second
    assert "\x1b" not in second
