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

from tracker.extraction.classifier import ClauseClassification, Context, classify_sentence
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


def judged(case: dict[str, Any]) -> tuple[ClauseClassification, ...]:
    return classify_sentence(case["say"], Context(dt.date.fromisoformat(case["date"]))).clauses


def interval(clause: ClauseClassification) -> tuple[str, str]:
    if clause.time is None or clause.time.sense is TimexRole.PAST:
        return "", ""
    deadline = clause.time.deadline
    return (deadline.start.isoformat() if deadline.start else ""), (deadline.end.isoformat() if deadline.end else "")


@pytest.mark.parametrize("case", cases("none"))
def test_what_only_looks_like_a_promise_is_none(case: dict[str, Any]) -> None:
    firm = [c.commitment.id for c in judged(case) if c.commitment and c.commitment.firmness is Firmness.FIRM]
    assert firm == []


@pytest.mark.parametrize("case", cases("commitment"))
def test_a_promise_is_found_with_its_kind_and_deadline(case: dict[str, Any]) -> None:
    found = [clause for clause in judged(case) if clause.commitment]
    if case["firmness"] == "soft":
        assert found
        return
    firm = [clause for clause in found if clause.commitment and clause.commitment.firmness is Firmness.FIRM]
    assert case["kind"] in {clause.kind for clause in firm if clause.kind}
    ends = {interval(clause) if case["start"] else ("", interval(clause)[1]) for clause in firm}
    assert (case["start"], case["end"]) in ends


@pytest.mark.parametrize("case", cases("report"))
def test_an_outcome_is_reported(case: dict[str, Any]) -> None:
    assert case["outcome"] in {clause.report.outcome for clause in judged(case) if clause.report}


@pytest.mark.parametrize(
    ("before", "sentence", "promised"),
    [
        ("In deze brief schets ik de aanpak.", "Ook informeer ik uw Kamer over de moties.", False),
        ("In deze brief schets ik de aanpak.", "Daarna zal ik ingaan op de kosten.", False),
        ("In deze brief ga ik in op de motie.", "Met betrekking tot het geld informeer ik u over de begroting.", False),
        ("Hierbij bied ik u het rapport aan.", "Over de opvolging informeer ik uw Kamer.", True),
        ("In deze brief schets ik de aanpak.", "Tevens zal ik uw Kamer informeren over de uitkomsten.", True),
        ("De gemeenten werken aan een plan.", "Ook informeer ik uw Kamer over de uitkomsten.", True),
    ],
)
def test_what_a_letter_tells_in_itself_is_no_promise(before: str, sentence: str, promised: bool) -> None:
    day = dt.date(2023, 3, 1)
    read = classify_sentence(sentence, Context(day, classify_sentence(before, Context(day))))
    assert any(clause.commitment for clause in read.clauses) is promised


@given(st.sampled_from([case["say"] for case in TABLE["commitment"]]), st.sampled_from(["“", "«", "'"]))
def test_white_space_and_quotes_change_nothing(sentence: str, quote: str) -> None:
    context = Context(dt.date(2022, 11, 14))
    other = sentence.replace(" ", "  ").replace("’", "'").replace('"', quote)
    rules = [clause.commitment and clause.commitment.id for clause in classify_sentence(sentence, context).clauses]
    assert [clause.commitment and clause.commitment.id for clause in classify_sentence(other, context).clauses] == rules


def test_a_bare_verb_quotes_the_clause_that_has_its_subject() -> None:
    text = "De regeling voor havens blijft bestaan en is verlengd."
    rows = classify_sentence(text, Context(dt.date(2024, 3, 1))).clauses
    assert {text[row.begin : row.end].rstrip(".") for row in rows if row.report} == {text.rstrip(".")}
