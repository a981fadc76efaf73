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
from tracker.extraction import analyse, extract
from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import ClauseJudgement, Judgement
from tracker.extraction.quote_span import quote_spans
from tracker.model import Firmness
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
