"""The words that two statements share, each used once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.series import Made, Promise, profiled
from tracker.linking.profile import StatementProfile
from tracker.linking.term_overlap import most_words, shared_words
from tracker.linking.weights import WEIGHTS


def profile(text: str, heading: str = "", around: str = "") -> StatementProfile:
    (found,), _ = profiled(Made("a", "2024-01-01", {heading: [Promise(text), *([around] if around else [])]}))
    return found


PLAN = profile("Er komt een aanpak voor waterzuivering en geluidhinder.")


def test_each_word_of_both_counts_once_the_most_telling_first() -> None:
    common = shared_words(PLAN, profile("De waterzuivering en de geluidhinder, de geluidhinder en de waterzuivering."))
    assert {row.word for row in common.words} == {"waterzuivering", "geluidhinder"}
    assert [row.weight for row in common.words] == sorted((row.weight for row in common.words), reverse=True)
    assert all(row.quoted for row in common.words)


def test_what_only_one_has_is_not_shared() -> None:
    common = shared_words(PLAN, profile("Er komt een aanpak voor fietsenstallingen."))
    assert not {row.word for row in common.words} & {"waterzuivering", "geluidhinder", "fietsenstalling"}


def test_a_neighbour_of_a_shared_word_is_no_ground_of_its_own() -> None:
    one = profile("Er komt strategisch personeelsbeleid.")
    first, second = shared_words(one, profile("Het strategisch personeelsbeleid verandert.")).words
    assert (first.fresh, second.fresh) == (True, False)
    apart = shared_words(one, profile("Het personeelsbeleid verandert, aldus de rivierbeheerder, strategisch.")).words
    assert [row.fresh for row in apart] == [True, True]
    weights = {row.word: row.weight for row in apart}
    assert weights[second.word] == pytest.approx(second.weight / WEIGHTS.beside, abs=0.01)


def test_a_part_of_a_compound_counts_less_than_the_whole() -> None:
    whole = shared_words(profile("De zonneparken komen er."), profile("Er komen zonneparken."))
    part = shared_words(profile("De zonneparken komen er."), profile("Er komen windparken."))
    assert 0 < sum(row.weight for row in part.words) < sum(row.weight for row in whole.words) * WEIGHTS.part


def test_a_word_has_one_partner() -> None:
    one, other = profile("Er komt een zonnepark."), profile("Er komen windparken en pretparken.")
    assert [row.word for row in shared_words(one, other).words] == ["park"]
    assert [row.word for row in shared_words(other, one).words] == ["park"]


def test_words_around_a_statement_count_apart() -> None:
    common = shared_words(PLAN, profile("Er komt een loket.", around="De waterzuivering is van belang."))
    assert "waterzuivering" not in [row.word for row in common.words]
    assert ("waterzuivering",) in common.used
    assert common.around > 0


WORDS = ["waterzuivering", "geluidhinder", "zonneparken", "windparken", "strategisch", "personeelsbeleid", "plan"]


@given(*[st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)] * 3)
def test_the_bound_is_never_below_what_the_words_bring(mine: list[str], yours: list[str], around: list[str]) -> None:
    one, other = profile(f"Er komt {' '.join(mine)}."), profile(f"Er komt {' '.join(yours)}.", around=" ".join(around))
    for first, second in ((one, other), (other, one)):
        common = shared_words(first, second)
        told = sum(row.weight for row in common.words) + min(WEIGHTS.most_surroundings, common.around)
        assert told <= most_words(first, second)
