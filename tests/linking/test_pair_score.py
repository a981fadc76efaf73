"""How strongly two statements of two letters say that they are about one promise."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, Told, profiled
from tracker.linking.pair_score import PairScore, probability, rounded, score_pair, score_pair_above
from tracker.linking.term_overlap import Shared
from tracker.linking.weights import LINKED, POSSIBLE, RARE, SPECIFIC, STRONG, WEIGHTS
from tracker.model import Kind, LinkPart

SPRING = ("2024-03-01", "2024-05-31")
PLAN = Promise("Er komt een actieplan waterzuivering voor rivierbeheerders.", Kind.DELIVER, *SPRING)
AGAIN = Promise("Rivierbeheerders krijgen een actieplan waterzuivering.", Kind.DELIVER, *SPRING)
DESK = Promise("Er komt een landelijk meldpunt geluidhinder.", Kind.START)


def score(one: Promise | Told, other: Promise | Told, kinship: float = 1.0) -> PairScore:
    """The score of a statement of one letter and one of the next."""
    (older,), first = profiled(Made("a", "2023-01-01", {"Water": [one]}))
    (newer,), second = profiled(Made("b", "2024-01-01", {"Water": [other]}))
    found = score_pair(older, newer, (first, second), kinship)
    for least in (-100.0, found.total - 0.01, found.total + 0.01):
        above = score_pair_above(least, older, newer, (first, second), kinship)
        assert above == (found if least <= found.total else None)
    return found


def test_the_total_is_what_the_parts_add_up_to() -> None:
    found = score(PLAN, AGAIN)
    assert found.total == pytest.approx(sum(row.contribution for row in found.parts))
    assert all(row.contribution == pytest.approx(row.value * row.weight, abs=0.001) for row in found.parts)


def test_one_promise_is_told_from_another() -> None:
    assert score(PLAN, AGAIN).total > LINKED > POSSIBLE > score(PLAN, DESK).total
    assert score(PLAN, AGAIN).is_sufficient
    assert not score(PLAN, DESK).is_sufficient


def test_sections_of_one_subject_speak_for_one_promise() -> None:
    near, far = score(PLAN, AGAIN, 1.0), score(PLAN, AGAIN, 0.0)
    assert near.of("sections") - far.of("sections") == WEIGHTS.aligned
    assert near.total > far.total


def test_words_that_one_lacks_count_against_up_to_a_bound() -> None:
    words = [
        "waterzuivering",
        "geluidhinder",
        "fietsenstalling",
        "zonneparken",
        "drinkwaterbronnen",
        "rivierbeheerders",
    ]
    few, many = (score(PLAN, Promise(f"Er komt {' en '.join(words[:count])}.")) for count in (2, 6))
    assert -WEIGHTS.most_unlike <= many.of("unlike-words") <= few.of("unlike-words") < 0
    assert score(PLAN, PLAN).of("unlike-words") == 0


def shared(weight: float, *, fresh: bool = True, quoted: bool = True) -> Shared:
    return Shared("brug", weight, weight, fresh, quoted)


def given(*words: Shared, **parts: float) -> PairScore:
    """A score of these words and parts: each part weighs 1."""
    rows = tuple(LinkPart(name.replace("_", "-"), value, 1.0, value) for name, value in parts.items())
    return PairScore(0.0, words, rows)


ENOUGH = {
    "nothing": (given(), False),
    "two words": (given(shared(SPECIFIC), shared(SPECIFIC)), True),
    "a word and its neighbour": (given(shared(SPECIFIC), shared(SPECIFIC, fresh=False)), False),
    "one strong word": (given(shared(STRONG)), False),
    "one strong word and a sign": (given(shared(STRONG), forms=2.0), True),
    "one strong word and a sign against": (given(shared(STRONG), forms=-1.5), False),
    "one weak word and a sign": (given(shared(SPECIFIC), forms=2.0), False),
    "one word that no quote has, and a sign": (given(shared(STRONG, quoted=False), forms=2.0), False),
    "one rare word": (given(shared(RARE)), False),
    "one rare word and surroundings": (given(shared(RARE), surroundings=STRONG), True),
    "one rare word and a neighbour": (given(shared(RARE), shared(SPECIFIC, fresh=False)), True),
    "the same sentence": (given(same_words=5.0), True),
}


@pytest.mark.parametrize(("found", "enough"), ENOUGH.values(), ids=ENOUGH.keys())
def test_one_word_is_not_enough(found: PairScore, enough: bool) -> None:
    assert found.is_sufficient is enough


RULES = {
    "renamed": given(renaming=2.5, references=3.0),
    "same-reference": given(references=3.0, deadlines=2.0),
    "same-words-and-deadline": given(shared(STRONG), shared(STRONG), deadlines=WEIGHTS.same_deadline),
    "same-words": given(shared(STRONG), shared(STRONG), sections=1.0, deadlines=WEIGHTS.near_deadline),
    "same-section-and-word": given(shared(STRONG), shared(STRONG, fresh=False), sections=WEIGHTS.aligned_section),
    "few-shared-words": given(shared(STRONG), sections=0.1),
}


@pytest.mark.parametrize(("rule", "found"), RULES.items())
def test_a_link_is_named_after_what_carries_it_most(rule: str, found: PairScore) -> None:
    assert found.rule == rule


def test_probability_rises_with_the_evidence() -> None:
    values = [probability(total) for total in (-9.0, POSSIBLE, LINKED, 3.0, 9.0)]
    assert values == sorted(set(values))
    assert probability(LINKED) == 0.731
    assert 0 <= values[0] < 0.01 < 0.99 < values[-1] <= 1


def test_parts_that_count_nothing_are_left_out_unless_asked_for() -> None:
    rows = (LinkPart("word", 1.23456, 2.0, 2.46912, "brug"), LinkPart("years", 0.0, -0.5, 0.0))
    assert rounded(rows) == (LinkPart("word", 1.235, 2.0, 2.469, "brug"),)
    assert len(rounded(rows, every=True)) == 2
