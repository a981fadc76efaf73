"""The words that two statements share, each used once."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, profiled
from tracker.language.terms import Term
from tracker.linking.profile import Holder, StatementProfile, Stem
from tracker.linking.term_overlap import shared_words
from tracker.linking.weights import HEADING, WEIGHTS


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


BRIDGE, DRAWBRIDGE = ("brug",), ("ophaalbrug", "ophaal", "brug")
_BASE = profile("Er komt niets.")


def made(
    *holders: Holder, idf: float = 2.0, own: frozenset[Term] = frozenset({BRIDGE, DRAWBRIDGE})
) -> StatementProfile:
    """A subject with these words for a bridge and no other."""
    stem = Stem(idf, max(row.place for row in holders), holders)
    return replace(_BASE, stems={"brug": stem}, own=own, beside={})


def holder(term: Term = BRIDGE, place: float = 1.0, *, generic: bool = False) -> Holder:
    return Holder(term, place, term[0] == "brug", generic)


WEIGHED = {
    "both quotes": (made(holder()), made(holder()), 2.0),
    "rarer in one": (made(holder(), idf=5.0), made(holder(), idf=1.5), 1.5),
    "further from one": (made(holder(place=0.8)), made(holder(place=0.5)), 2.0 * 0.8 * 0.5),
    "a part in one": (made(holder(DRAWBRIDGE)), made(holder()), 2.0 * WEIGHTS.part),
    "a part in both": (made(holder(DRAWBRIDGE)), made(holder(DRAWBRIDGE)), 2.0 * WEIGHTS.part),
    "a form in one": (made(holder(generic=True)), made(holder()), 2.0 * WEIGHTS.generic),
    "a form in both": (made(holder(generic=True)), made(holder(generic=True)), 2.0 * WEIGHTS.generic),
}


@pytest.mark.parametrize(("one", "other", "weight"), WEIGHED.values(), ids=WEIGHED.keys())
def test_what_a_word_near_both_weighs(one: StatementProfile, other: StatementProfile, weight: float) -> None:
    for mine, yours in ((one, other), (other, one)):
        (word,) = shared_words(mine, yours).words
        assert (word.weight, word.fresh) == (pytest.approx(weight, abs=0.001), True)
        assert word.idf == min(mine.stems["brug"].idf, yours.stems["brug"].idf)


QUOTED = {(True, True): True, (True, False): False, (False, True): False, (False, False): False}


@pytest.mark.parametrize(("quoted", "both"), QUOTED.items())
def test_a_word_is_quoted_where_both_quotes_have_it(quoted: tuple[bool, bool], both: bool) -> None:
    one, other = (made(holder(), own=frozenset({BRIDGE}) if has else frozenset()) for has in quoted)
    assert shared_words(one, other).words[0].quoted is both


AROUND_IT = {
    "near one": (1.0, 0.25, WEIGHTS.around),
    "in the heading of one": (HEADING, 0.25, WEIGHTS.surroundings),
    "near neither": (0.25, 0.25, WEIGHTS.surroundings),
}


@pytest.mark.parametrize(("mine", "yours", "factor"), AROUND_IT.values(), ids=AROUND_IT.keys())
def test_what_a_word_around_weighs(mine: float, yours: float, factor: float) -> None:
    one, other = made(holder(place=mine)), made(holder(place=yours))
    for first, second in ((one, other), (other, one)):
        common = shared_words(first, second)
        assert (common.words, common.around) == ((), pytest.approx(2.0 * factor))
