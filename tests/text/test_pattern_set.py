"""Many patterns asked of one text at once: what is found is what each by itself finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.processor import worked
from tracker.extraction.cues import Cue
from tracker.extraction.rules import load_rules
from tracker.language.patterns import lexicon, pattern
from tracker.language.resources import read_table
from tracker.language.sentences import split_sentences
from tracker.temporal.grammar import grammar
from tracker.text.pattern_set import PatternSet, runs_of

SEEDS = Path(__file__).parent.parent.parent / "seeds"
OWN = (r"\bbrug(?:gen)?\b", r"20\d\d", r"\b(?:is|zijn)\b", r"^de \w+ (?:weg|dijk)", "(?i)NEE", "(?!)", "[qk][1-4]")
PATTERNS = (
    *map(re.compile, OWN),
    *lexicon().values(),
    *(re.compile(pattern) for _, pattern in grammar().rules),
    *(pattern(table, cue) for cue in Cue for table in ("links", "verdicts") if cue in read_table(table)),
)
KNOWN = PatternSet(PATTERNS)


def assert_same(text: str) -> None:
    found = [at for at, row in enumerate(PATTERNS) if row.search(text)]
    assert list(KNOWN.found(text)) == found
    assert [at for at in range(len(PATTERNS)) if KNOWN.matches(at, text)] == found


@given(st.text(alphabet="bruggen isq20123 \n", max_size=40))
@example("de brug in ٢٠٢٤ en 20٢4")
@example("")
def test_any_text_is_found_to_have_what_it_has(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("name", ["commitments", "reports", "kinds"])
def test_the_examples_of_rules_have_what_they_have(name: str) -> None:
    for rule in load_rules(name):
        for text in (*rule.yes, *rule.no):
            assert_same(text.lower())


def test_sentences_of_letters_have_what_they_have() -> None:
    text = " ".join(next(iter(sorted(SEEDS.glob("*.txt")))).read_text("utf-8").split())
    for begin, end in list(split_sentences(text))[:60]:
        assert_same(text[begin:end].lower())


def test_few_patterns_are_asked_of_a_text_without_their_words() -> None:
    assert KNOWN.possible("de") <= KNOWN.possible("de brug")
    assert len(KNOWN.possible("de")) < len(PATTERNS) / 5


def test_no_patterns_are_a_set_too() -> None:
    assert list(PatternSet([]).found("de brug")) == []


def test_runs_that_are_known_make_the_same_set() -> None:
    texts = [pattern.pattern for pattern in PATTERNS]
    known = PatternSet(texts, runs_of(texts))
    for text in ("de brug is in 2024 gereed", "nee", "q3", "de lange weg", ""):
        assert list(known.found(text)) == list(KNOWN.found(text))


def test_a_pattern_in_any_case_by_its_own_flag_needs_no_run() -> None:
    assert runs_of(["(?i)brug", "brug"]) == (None, frozenset({"brug"}))


def test_a_pattern_that_no_text_may_have_is_not_compiled() -> None:
    known = PatternSet(["(brug"], [frozenset({"brug"})])
    assert not known.matches(0, "de dijk")
    with pytest.raises(re.error):
        known.matches(0, "de brug")


def test_what_is_asked_again_of_a_text_is_not_searched_again() -> None:
    """A clause is asked of the sentence around it, which all its clauses share."""
    known = PatternSet(["^(?:a+)+$"])
    text = "a" * 20 + "!"
    begin = worked()
    assert not known.matches(0, text)
    first = worked() - begin
    for _ in range(50):
        assert not known.matches(0, text)
    assert worked() - begin - first < 5 * max(first, 0.01)
