"""How a sentence is read, and why it is no promise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from tracker.cli import main
from tracker.errors import ExitCode
from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.detector import Bars, ClauseJudgement, Judgement
from tracker.i18n.catalog import speaking
from tracker.model import Outcome
from tracker.render.explain import render
from tracker.views.text_style import TextStyle

DAY = dt.date(2023, 6, 20)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("De motie verzoekt de regering om een plan te maken.", "commitments: no", id="what a motion asks"),
        pytest.param("Het weer was vorig jaar goed.", "Nothing in it is read as a promise", id="a fact"),
        pytest.param("In oktober informeren we u hierover.", "2023-10-01..2023-10-31", id="a month"),
        pytest.param("In oktober informeren we u hierover.", "firm, inform, by cabinet", id="a promise"),
    ],
)
def test_the_reading_is_told(words: str, told: str) -> None:
    assert told in render(words, DAY, TextStyle())


def test_no_line_is_wider_than_the_terminal() -> None:
    with speaking("nl"):
        told = render("Het weer was vorig jaar goed.", DAY, TextStyle(40))
    assert [line for line in told.splitlines() if len(line) > 40] == []


def test_what_is_a_report_only_where_it_was_promised_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unsure:
        name = "unsure"

        def judge(self, sentences: Sequence[AnalysedSentence]) -> list[Judgement]:
            judged = ClauseJudgement(outcomes={Outcome.DELIVERED: 0.2}, bars=Bars(report=0.5, tentative=0.1))
            return [tuple(judged for _ in row.clauses) for row in sentences]

    monkeypatch.setattr("tracker.render.explain.default_detector", Unsure)
    out = " ".join(render("De brug ligt erbij als nieuw.", DAY, TextStyle()).split())
    assert "reports: only where an earlier letter promises it" in out
    assert "Nothing in it is read as a promise" in out


def test_without_a_date_relative_words_have_no_dates() -> None:
    out = render("In oktober informeren we u hierover.", None, TextStyle())
    assert "give its date with --date" in out
    assert "due" not in out


def test_in_dutch_every_fact_and_every_rule_is_told_in_dutch() -> None:
    """Times, tense, subject and the rule of the kind; no id and no English word of them."""
    with speaking("nl"):
        out = " ".join(render("Wij zullen het loket uiterlijk in oktober openen.", DAY, TextStyle()).split())
    assert "(termijn, op de maand)" in out
    assert "vanaf de datum van de brief tot de laatste dag ervan" in out
    assert "soort: Een programma, proef of orgaan begint." in out
    assert "hoofdzin, werkwoordstijd toekomend, onderwerp overheid" in out
    assert [word for word in ("main", "future", "government", "month", "due", "kind.") if word in out] == []


@pytest.fixture
def two_letters(tmp_path: Path) -> str:
    """A folder with two letters that promise one thing, and another in one of them."""
    folder = tmp_path / "brieven"
    folder.mkdir()
    head = "Den Haag, {}\n\nGeachte voorzitter,\n\n1. Water\n\n{}\n\n"
    older = "In 2025 publiceren wij het actieplan waterzuivering Maas. Er komt een landelijk meldpunt geluidhinder."
    newer = "In 2026 publiceren wij het actieplan waterzuivering Maas."
    for name, day, text in (("2023.txt", "20 juni 2023", older), ("2024.txt", "26 juni 2024", newer)):
        (folder / name).write_text(head.format(day, text), encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(
    ("pair", "language", "told"),
    [
        pytest.param(("In 2025", "In 2026"), "en", ("Linked", "best partner", "any two", "-1.73"), id="en"),
        pytest.param(("In 2025", "In 2026"), "nl", ("Verbonden", "elkaars beste partner", "-1,73", "vanaf"), id="nl"),
        pytest.param(("meldpunt", "In 2026"), "en", ("Refused", "total"), id="never a candidate"),
    ],
)
def test_a_pair_is_explained(
    pair: tuple[str, str], language: str, told: tuple[str, ...], two_letters: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every part of the evidence with its weight, the total, the lines it was compared with, the decision."""
    assert main(["explain", "--pair", *pair, "--in", two_letters, "--lang", language]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert [words for words in told if words not in out] == []
    assert "pair." not in out
    assert "part." not in out


@pytest.mark.parametrize(
    ("language", "told"),
    [
        pytest.param("en", ("Linked", "cue", "hierover", "statements back", "points back"), id="en"),
        pytest.param(
            "nl", ("Verbonden", "verwijswoord", "hierover", "uitspraken terug", "verwijst ernaar terug"), id="nl"
        ),
    ],
)
def test_a_pair_of_one_letter_is_explained_by_what_its_rule_found(
    language: str, told: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The link's own evidence, in the language spoken, and no total of another."""
    text = "In 2025 publiceren wij het actieplan waterzuivering Maas. In oktober informeren wij u hierover."
    (tmp_path / "a.txt").write_text(f"Den Haag, 20 juni 2023\n\nGeachte voorzitter,\n\n1. Water\n\n{text}\n")
    pair = ("In 2025", "hierover")
    assert main(["explain", "--pair", *pair, "--in", str(tmp_path), "--lang", language]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert [words for words in told if words not in out] == []
    assert [words for words in ("total", "totaal", "3.50", "3,50") if words in out] == []
    assert "points-back" not in out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        pytest.param((), "either a sentence or --pair", id="nothing"),
        pytest.param(("",), "the sentence is empty; give one in quotes", id="no words"),
        pytest.param((" \n ",), "the sentence is empty; give one in quotes", id="blanks"),
        pytest.param(("Wij komen.", "--pair", "a", "b"), "either a sentence or --pair", id="both"),
        pytest.param(("--pair", "In 2025", "In 2025"), "name two statements", id="one twice"),
        pytest.param(("--pair", "vliegveld", "In 2025"), "vliegveld", id="unknown"),
    ],
)
def test_what_cannot_be_explained_is_refused(
    words: tuple[str, ...], complaint: str, two_letters: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", *words, "--in", two_letters]) == ExitCode.USER
    captured = capsys.readouterr()
    assert captured.out == ""
    assert complaint in captured.err
