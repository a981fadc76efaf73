"""Evidence is told in plain words: no ids, no figures without a unit."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.i18n.catalog import LOCALES, speaking
from tracker.i18n.message import Message, message
from tracker.ledger.queries import Index
from tracker.model import Evidence, LapseSign, MissingPaper
from tracker.status.lapse import SIGNS
from tracker.status.verdict import told_signs
from tracker.views.evidence import evidence_words, quoted_words, readable
from tracker.views.labels import RULES, rule

PAPER = MissingPaper("kst-1-2", "1", "2", (SMALL.letters[1].id,), 4)
INDEX = Index(replace(SMALL, missing=(PAPER,)))
JARGON = re.compile(r"logarit|[-+]?\d+[.,]\d|kst-|\b[a-z]+(?:-[a-z]+)+\b|_")


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("value", [-3.187, -0.02, 0.0, 0.317, 6.9])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_in_words(sign: str, value: float, language: str) -> None:
    with speaking(language):
        told = evidence_words(INDEX, Evidence("lapse", 1.0, told_signs([LapseSign(sign, value, value)])))
    assert not JARGON.search(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (message("evidence.silence", number=3, letter=SMALL.letters[0].id), "3 searched"),
        (message("evidence.spoken", letter=SMALL.letters[0].id), "speaks of it"),
        (message("evidence.missing", papers="kst-1-2"), "nr. 2"),
    ],
)
def test_letters_and_papers_have_names(text: Message, told: str) -> None:
    words = evidence_words(INDEX, Evidence("x", 1.0, text)).replace("\N{NO-BREAK SPACE}", " ")
    assert told in words
    assert SMALL.letters[0].id not in words
    assert "kst-" not in words


def test_a_letter_that_is_gone_keeps_its_id() -> None:
    assert "gone" in evidence_words(INDEX, Evidence("spoken", 1.0, message("evidence.spoken", letter="gone")))


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_is_no_id(name: str, language: str) -> None:
    with speaking(language):
        assert not JARGON.search(rule(name))


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ("haven", "haven"),
        ("spreking", "besprekingen"),
        ("spreking, besprekingen", "besprekingen"),
        ("ver", ""),
        ("op", "op"),
        ("trachting, haven", "haven"),
        ("27923-5", "27923-5"),
        ("", ""),
    ],
)
def test_words_are_told_as_a_quote_writes_them(terms: str, told: str) -> None:
    assert quoted_words(terms, ["De besprekingen over de haven", "worden verlengd op verzoek."]) == told


def test_without_words_the_rule_is_told() -> None:
    why = message("candidate.why", rule=message("rule.same-words"), words="trachting")
    assert readable(INDEX, why, ["De haven."]) == message("rule.same-words")
    assert readable(INDEX, why, ["De betrachting."]) == message(
        "candidate.why", rule=message("rule.same-words"), words="betrachting"
    )
