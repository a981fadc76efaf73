"""Sentences of many ministries, read as a careful annotator reads them.

The table was written without sight of the rules. Entries with `known` say what is still read wrongly; the test fails
when that is no longer true, so the table cannot flatter.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.documents.read import read_letter
from tracker.extraction import DETECTORS, analyse, extract, read_statements
from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import ClauseJudgement, Judgement
from tracker.extraction.quote_span import quote_spans
from tracker.model import Firmness, Letter, Passage, PassageKind, Run
from tracker.temporal.timex import TimexRole

TABLE = tomllib.loads((Path(__file__).parents[1] / "cases" / "statements.toml").read_text(encoding="utf-8"))


def cases(kind: str) -> list[object]:
    return [
        pytest.param(
            case,
            id=f"{n:03d}-{case['say'][:40]}",
            marks=[pytest.mark.xfail(reason=case["known"], strict=True)] if "known" in case else [],
        )
        for n, case in enumerate(TABLE[kind])
    ]


def judge(text: str, day: dt.date) -> Judgement:
    return RuleDetector().judge([analyse_sentence(text, day)])[0]


def judged(case: dict[str, Any]) -> Judgement:
    return judge(case["say"], dt.date.fromisoformat(case["date"]))


def interval(clause: ClauseJudgement) -> tuple[str, str]:
    if clause.time is None or clause.time.role is TimexRole.PAST:
        return "", ""
    deadline = clause.time.deadline
    return (deadline.start.isoformat() if deadline.start else ""), (deadline.end.isoformat() if deadline.end else "")


@pytest.mark.parametrize("case", cases("none"))
def test_what_only_looks_like_a_promise_is_none(case: dict[str, Any]) -> None:
    firm = [clause.grounds for clause in judged(case) if clause.firmness is Firmness.FIRM]
    assert firm == []


@pytest.mark.parametrize("case", cases("commitment"))
def test_a_promise_is_found_with_its_kind_and_deadline(case: dict[str, Any]) -> None:
    found = [clause for clause in judged(case) if clause.firmness]
    if case["firmness"] == "soft":
        assert found
        return
    firm = [clause for clause in found if clause.firmness is Firmness.FIRM]
    assert case["kind"] in {clause.kind for clause in firm if clause.kind}
    ends = {interval(clause) if case["start"] else ("", interval(clause)[1]) for clause in firm}
    assert (case["start"], case["end"]) in ends


@pytest.mark.parametrize("case", cases("report"))
def test_an_outcome_is_reported(case: dict[str, Any]) -> None:
    assert case["outcome"] in {clause.outcome for clause in judged(case)}


@pytest.mark.parametrize(
    ("before", "sentence", "promised"),
    [
        ("In deze brief schets ik de aanpak.", "Ook informeer ik uw Kamer over de moties.", False),
        ("In deze brief schets ik de aanpak.", "Daarna zal ik ingaan op de kosten.", False),
        ("Hierbij bied ik u het rapport aan.", "Over de opvolging informeer ik uw Kamer.", True),
        ("In deze brief schets ik de aanpak.", "Tevens zal ik uw Kamer informeren over de uitkomsten.", True),
        ("De gemeenten werken aan een plan.", "Ook informeer ik uw Kamer over de uitkomsten.", True),
    ],
)
def test_what_a_letter_tells_in_itself_is_no_promise(before: str, sentence: str, promised: bool) -> None:
    day = dt.date(2023, 3, 1)
    first = analyse_sentence(before, day)
    _, read = RuleDetector().judge([first, analyse_sentence(sentence, day, first)])
    assert any(clause.firmness for clause in read) is promised


@given(st.sampled_from([case["say"] for case in TABLE["commitment"]]), st.sampled_from(["“", "«", "'"]))
def test_white_space_and_quotes_change_nothing(sentence: str, quote: str) -> None:
    day = dt.date(2022, 11, 14)
    other = sentence.replace(" ", "  ").replace("’", "'").replace('"', quote)
    assert [clause.grounds for clause in judge(other, day)] == [clause.grounds for clause in judge(sentence, day)]


def test_a_bare_verb_quotes_the_clause_that_has_its_subject() -> None:
    text = "De regeling voor havens blijft bestaan en is verlengd."
    sentence = analyse_sentence(text, dt.date(2024, 3, 1))
    (judgement,) = RuleDetector().judge([sentence])
    spans = zip(quote_spans(sentence, judgement), judgement, strict=True)
    assert {text[begin:end].rstrip(".") for (begin, end), row in spans if row.outcome} == {text.rstrip(".")}


def test_each_quote_is_cited_by_its_own_line() -> None:
    """Not by the first line of its paragraph."""
    text = (
        "Den Haag, 20 juni 2023\n\n1. Havens\n\nDe havens zijn druk en dat blijft zo, ook in de winter, zegt men.\n"
        "Wij sturen u het sluisplan in mei 2024. De kade is\nnat. In juni 2024 publiceren wij de havenmonitor.\n"
    )
    letter = read_letter("a.txt", text.encode())
    commitments, _ = extract(analyse(letter), RuleDetector())
    lines = text.splitlines()
    assert [row.location.line for row in commitments] == [6, 7]
    assert all(row.quote[:12] in lines[row.location.line - 1] for row in commitments)


def letter_of(text: str) -> Letter:
    """A letter of 20 May 2025 that says this alone."""
    passage = Passage("l/p1", None, PassageKind.PARAGRAPH, text, (Run(0, 0, len(text)),), 1)
    return Letter("l", "l.txt", text, (passage,), (), date=dt.date(2025, 5, 20))


REFUSED = [
    ("Er wordt in 2026 geen nieuw zwembad gebouwd.", 0),
    ("Ik zie geen reden om de norm in 2026 aan te passen.", 0),
    ("Daarvoor zijn in de begroting 2026 geen middelen opgenomen.", 0),
    ("Wij verwachten niet dat de vergunning dit jaar wordt verleend.", 0),
    ("Er bestaat geen verplichting om in 2026 een plan in te dienen.", 0),
    ("Vanaf 1 januari 2026 worden geen nieuwe vergunningen meer verleend.", 1),
    ("Eind 2025 zijn er geen wachtlijsten meer.", 1),
    ("Wij wachten niet op het advies en sturen u in oktober ons besluit.", 1),
]


@pytest.mark.parametrize(("text", "promises"), REFUSED)
def test_what_is_refused_at_a_date_is_no_promise(text: str, promises: int) -> None:
    commitments, _ = read_statements(letter_of(text), DETECTORS["stack"]())
    assert len(commitments) == promises


TOLD = [
    ("Zodra het plan, dat nu bij de provincie ligt, is goedgekeurd, informeren wij uw raad.", []),
    ("Zodra de groep, waarin bewoners zitten, zijn advies heeft uitgebracht, wordt u geïnformeerd.", []),
    ("Als de vergunning, die wij verwachten, is verleend, starten wij met de bouw.", []),
    ("Pas als de gemeenten, die nu overleggen, akkoord zijn gegaan, wordt het convenant ondertekend.", []),
    ("Het beeld dat het project is stopgezet, klopt niet.", []),
    ("Het klopt dat de invoering is uitgesteld.", ["delayed"]),
    ("Binnen een jaar ligt er een plan.", []),
    ("Halverwege 2026 ligt er een ontwerp.", []),
    ("Het klopt niet dat de wet per 1 januari 2026 wordt ingetrokken.", []),
    ("Er is geen sprake van dat het project is stopgezet.", []),
    ("Dat de invoering is uitgesteld, is onjuist.", []),
    ("De plannen zijn in de prullenbak beland.", ["cancelled"]),
    ("De oplevering is over de jaargrens getild.", ["delayed"]),
    ("Het traject is wegens drukte getemporiseerd.", ["delayed"]),
]


@pytest.mark.parametrize(("text", "outcomes"), TOLD)
def test_what_has_not_happened_is_not_told_as_done(text: str, outcomes: list[str]) -> None:
    _, reports = read_statements(letter_of(text), DETECTORS["stack"]())
    assert [row.outcome.value for row in reports if not row.tentative] == outcomes


@pytest.mark.parametrize(
    "text",
    [
        "De planning is verschoven van het vierde kwartaal van 2025 naar het tweede kwartaal van 2026.",
        "Wij hebben de oplevering van december 2025 verplaatst naar juni 2026.",
        "De start is verplaatst van eind 2025 naar juni 2026.",
    ],
)
def test_what_is_moved_is_due_on_the_new_day(text: str) -> None:
    commitments, _ = read_statements(letter_of(text), DETECTORS["stack"]())
    assert {str(row.deadline.end) for row in commitments if row.deadline} <= {"2026-06-30"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("De brug is op 3 mei 2020 opgeleverd.", "2020-05-03"),
        ("De regeling is in maart 2020 met een jaar verlengd.", "2020-03-31"),
        ("De oplevering van de brug is op 3 mei 2020 uitgesteld.", ""),
    ],
)
def test_a_report_tells_when_a_thing_was_done_or_prolonged(text: str, when: str) -> None:
    """The day on which it was put off is no day on which it was done."""
    letter = read_letter("a.txt", f"Den Haag, 3 juni 2021\n\nGeachte voorzitter,\n\n{text}\n".encode())
    _, (report,) = extract(analyse(letter), RuleDetector())
    assert str(report.when.end if report.when else "") == when


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Het rapport verschijnt in juni 2022 in plaats van in december 2022.", "changed"),
        ("Het rapport verschijnt in december 2022 in plaats van in juni 2022.", "delayed"),
    ],
)
def test_what_comes_sooner_is_changed_and_not_put_off(text: str, outcome: str) -> None:
    letter = read_letter("a.txt", f"Den Haag, 3 juni 2021\n\nGeachte voorzitter,\n\n{text}\n".encode())
    _, (report,) = extract(analyse(letter), RuleDetector())
    assert report.outcome.value == outcome
    assert (report.new_deadline is None) == (outcome == "changed")


def test_what_an_agreement_says_is_told_once() -> None:
    text = "Met de gemeenten is afgesproken dat zij in 2022 een plan opstellen."
    letter = read_letter("a.txt", f"Den Haag, 3 juni 2021\n\nGeachte voorzitter,\n\n{text}\n".encode())
    (promise,), reports = extract(analyse(letter), RuleDetector())
    assert "in 2022 een plan" in promise.quote
    assert reports == ()
