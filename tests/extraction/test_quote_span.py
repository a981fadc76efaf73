"""`quote_spans`: the words that each stating clause is quoted with."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.detector import ClauseJudgement
from tracker.extraction.quote_span import quote_spans
from tracker.model import Outcome


def quotes(text: str, stating: tuple[int, ...]) -> list[str]:
    """The quotes of those clauses, which alone state something."""
    sentence = analyse_sentence(text, dt.date(2024, 3, 1))
    judged = tuple(ClauseJudgement(firm=float(at in stating)) for at in range(len(sentence.clauses)))
    spans = quote_spans(sentence, judged)
    return [text[begin:end] for at, (begin, end) in enumerate(spans) if at in stating]


WHOLE = "Eind 2024 sturen wij het plan en starten we de proef."


@pytest.mark.parametrize(
    ("stating", "expected"),
    [((0,), [WHOLE]), ((1,), [WHOLE]), ((0, 1), ["Eind 2024 sturen wij het plan", "starten we de proef."])],
)
def test_quote_spans(stating: tuple[int, ...], expected: list[str]) -> None:
    assert quotes(WHOLE, stating) == expected


def test_quote_spans_of_what_a_thing_serves_for_leave_the_rest_out() -> None:
    text = "Er is een regeling, waarmee we in 2025 scholen helpen."
    sentence = analyse_sentence(text, dt.date(2024, 3, 1))
    at = next(n for n, clause in enumerate(sentence.clauses) if clause.clause.opener == "waarmee")
    assert quotes(text, (at,)) == ["waarmee we in 2025 scholen helpen."]


def test_quote_spans_around_another_clause() -> None:
    text = "Bij de keuze, waarover wij u in mei informeren, zullen wij de kosten wegen."
    assert quotes(text, (0, 1)) == [text, "waarover wij u in mei informeren"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("De regeling is geopend; het geld is overgeheveld.", "De regeling is geopend; het geld is overgeheveld."),
        ("De regeling is niet geopend en is ingetrokken.", "De regeling is niet geopend en is ingetrokken."),
        ("De regeling is niet geopend; het geld is overgeheveld.", "het geld is overgeheveld."),
    ],
)
def test_what_is_told_beside_a_denial_is_quoted_by_itself(text: str, quote: str) -> None:
    sentence = analyse_sentence(text, dt.date(2024, 3, 1))
    last = len(sentence.clauses) - 1
    judged = [ClauseJudgement(outcomes={Outcome.DELIVERED: 0.9} if at == last else {}) for at in range(last + 1)]
    begin, end = quote_spans(sentence, tuple(judged))[last]
    assert text[begin:end] == quote
