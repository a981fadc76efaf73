"""`opinions`: what each reader says of a sentence."""

from __future__ import annotations

import datetime as dt

from tracker.extraction.analysed_sentence import AnalysedSentence, analyse_sentence
from tracker.extraction.learned.encoder import load_encoder
from tracker.extraction.learned.opinions import opinions
from tracker.extraction.learned.stack import StackedDetector


def test_nobody_judges_a_sentence_without_clauses() -> None:
    assert opinions(AnalysedSentence("", (), ())) == ()


def test_each_reader_with_its_reasons_and_the_stack_as_it_judges() -> None:
    load_encoder.cache_clear()
    sentence = analyse_sentence("In oktober informeren we u over de uitkomsten.", dt.date(2024, 6, 26))
    rules, linear, stack = opinions(sentence)
    assert [row.reader for row in (rules, linear, stack)] == ["rules", "linear", "stack"]
    assert rules.why
    assert all(" +" in reason or " -" in reason for reason in linear.why)
    assert [reason.split()[0] for reason in stack.why] == ["rules", "linear"]
    (judged,) = StackedDetector().judge([sentence])[0]
    assert judged.firm == min(stack.firm, stack.commitment)
