"""How strongly two statements of two letters say that they are about one promise."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, Told, profiled
from tracker.linking.pair_score import PairScore, rounded, score_pair
from tracker.linking.pair_weights import pair_weights
from tracker.linking.term_overlap import Common, Shared
from tracker.linking.weights import POSSIBLE, STRONG, WEIGHTS
from tracker.model import Kind, LinkPart
from tracker.text.log_odds import log_odds, probability
from tracker.views.labels import RULES as RULE_NAMES

SPRING = ("2024-03-01", "2024-05-31")
PLAN = Promise("Er komt een actieplan waterzuivering voor rivierbeheerders.", Kind.DELIVER, *SPRING)
AGAIN = Promise("Rivierbeheerders krijgen een actieplan waterzuivering.", Kind.DELIVER, *SPRING)
DESK = Promise("Er komt een landelijk meldpunt geluidhinder.", Kind.START)


def score(one: Promise | Told, other: Promise | Told, kinship: float = 1.0) -> PairScore:
    """The score of a statement of one letter and one of the next."""
    (older,), first = profiled(Made("a", "2023-01-01", {"Water": [one]}))
    (newer,), second = profiled(Made("b", "2024-01-01", {"Water": [other]}))
    return score_pair(older, newer, (first, second), kinship)


def test_the_total_is_what_the_parts_add_up_to() -> None:
    found = score(PLAN, AGAIN)
    assert found.total == pytest.approx(sum(row.contribution for row in found.parts))
    assert all(row.contribution == pytest.approx(row.value * row.weight, abs=0.001) for row in found.parts)


def test_one_promise_is_told_from_another() -> None:
    assert score(PLAN, AGAIN).total > log_odds(pair_weights().linked) > POSSIBLE > score(PLAN, DESK).total


def test_sections_of_one_subject_speak_for_one_promise() -> None:
    near, far = score(PLAN, AGAIN, 1.0), score(PLAN, AGAIN, 0.0)
    weight = pair_weights().families["sections"]
    gained = sum(row.contribution for row in near.parts if row.name == "sections")
    assert gained == pytest.approx(WEIGHTS.aligned * weight)
    assert not any(row.contribution for row in far.parts if row.name == "sections")
    assert near.total > far.total


def test_nearness_in_meaning_is_asked_of_two_that_have_one() -> None:
    (older,), first = profiled(Made("a", "2023-01-01", {"Water": [PLAN]}))
    (newer,), second = profiled(Made("b", "2024-01-01", {"Water": [AGAIN]}))
    meant = bytes(range(16))
    for one, other, told in ((b"", b"", 0), (meant, b"", 0), (b"", meant, 0), (meant, meant, 1)):
        pair = replace(older, meaning=one), replace(newer, meaning=other)
        parts = score_pair(*pair, (first, second), 1.0).parts
        assert [row.name for row in parts].count("meaning") == told


def shared(weight: float, *, fresh: bool = True, quoted: bool = True) -> Shared:
    return Shared("brug", weight, weight, fresh, quoted)


def given(*words: Shared, **parts: float) -> PairScore:
    """A score of these words and signs: each weighs 1."""
    rows = tuple(LinkPart(name.replace("_", "-"), value, 1.0, value) for name, value in parts.items())
    return PairScore(0.0, Common(words, 0.0, frozenset()), rows)


RULES = {
    "renamed": given(renaming=2.5, references=3.0),
    "funded": given(funding=2.5, references=3.0),
    "same-reference": given(references=3.0, deadlines=2.0),
    "same-words-and-deadline": given(shared(STRONG), shared(STRONG), deadlines=1.0),
    "same-words": given(shared(STRONG), shared(STRONG), sections=1.0, deadlines=WEIGHTS.near_deadline),
    "same-section-and-word": given(shared(STRONG), shared(STRONG, fresh=False), sections=WEIGHTS.aligned_section),
    "few-shared-words": given(shared(STRONG), sections=0.1),
}


@pytest.mark.parametrize(("rule", "found"), RULES.items())
def test_a_link_is_named_after_what_carries_it_most(rule: str, found: PairScore) -> None:
    assert found.rule == rule
    assert rule in RULE_NAMES


def test_probability_rises_with_the_evidence() -> None:
    values = [probability(total) for total in (-99.0, -9.0, POSSIBLE, 0.0, 3.0, 9.0)]
    assert values == sorted(values)
    assert (values[0], probability(0.0)) == (0.0, 0.5)
    assert values[2] < 0.05 < 0.95 < values[-2] < 1.0
    assert probability(log_odds(0.7)) == 0.7


QUOTES = {
    "a figure of both": (("Er komen 1.200 plekken.", "Er zijn 1.200 plekken."), "figures", 1.0),
    "no figure of both": (("Er komen 1.200 plekken.", "Er zijn 900 plekken."), "figures", 0.0),
    "a year is no figure": (("Het plan 2024 komt.", "Het plan 2024 is er."), "figures", 0.0),
    "the same words": (("Er komt een waterberging.", "Er komt een waterberging."), "spelling", 1.0),
    "a compound and its part": (("Er komt een waterberging.", "Er komt een berging."), "spelling", 0.7),
    "other words": (("Er komt een waterberging.", "Er komt een school."), "spelling", 0.0),
}


@pytest.mark.parametrize(("texts", "name", "value"), QUOTES.values(), ids=QUOTES.keys())
def test_what_the_quotes_have_in_common(texts: tuple[str, str], name: str, value: float) -> None:
    found = next(row for row in score(*map(Promise, texts)).parts if row.name == name)
    assert found.value == pytest.approx(value, abs=0.1)


def test_parts_that_count_nothing_are_left_out_unless_asked_for() -> None:
    rows = (LinkPart("word", 1.23456, 2.0, 2.46912, "brug"), LinkPart("years", 0.0, -0.5, 0.0))
    assert rounded(rows) == (LinkPart("word", 1.235, 2.0, 2.469, "brug"),)
    assert len(rounded(rows, every=True)) == 2
