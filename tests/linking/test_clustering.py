"""Which matches of groups stand, and how they join: in doubt apart."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.series import Made, Promise, Told, profiled
from tracker.linking.clustering import BestPartners, Group, StandingMatch, ThreadMatch, are_apart, cluster, holding
from tracker.linking.pair_weights import pair_weights
from tracker.linking.weights import LEAD, NEARLY_BEST, NEIGHBOURLY, POSSIBLE
from tracker.model import Kind, Outcome
from tracker.text.log_odds import log_odds

PLAN, DESK = Promise("Er komt een actieplan waterzuivering."), Promise("Er komt een meldpunt geluidhinder.")
TELL = Promise("Hierover informeren wij uw Kamer.", Kind.INFORM)
WORK = Promise("Hieraan werken wij.", Kind.START)
NAMED = Promise("Hierbij melden wij u de geluidhinder en de waterzuivering.", Kind.INFORM)
PLAIN = Promise("Wij melden het u.", Kind.INFORM)

FIRST, _ = profiled(Made("a", "2023-01-01", {"Water": [PLAN]}))
SECOND, _ = profiled(
    Made("b", "2024-01-01", {"Water": [PLAN, TELL, WORK, NAMED, PLAIN], "Wonen": [TELL], "Zon": [DESK]})
)
PROFILES = (*FIRST, *SECOND)
GROUPS = (Group(0, (0,)), *(Group(1, (at,)) for at in range(1, len(PROFILES))))
SAME, TOLD, DONE, ABOUT, BARE, ELSEWHERE, OTHER = range(1, len(PROFILES))
"""Of the second letter: the same promise; in its passage what is told of it, what is done, what is told of other things
and what points to nothing; what is told in the next section; and another promise further on.
"""


def match(newer: int, total: float) -> ThreadMatch:
    return ThreadMatch(0, newer, total, "same-words", (), (0, newer))


def why(*matches: ThreadMatch) -> list[str | None]:
    partners = BestPartners(matches, GROUPS, PROFILES)
    return [partners.why(row) for row in matches]


WEIGHED = pair_weights()
LINKED = max(
    (log_odds(WEIGHED.linked) + WEIGHED.lead * (WEIGHED.usual_lead + 2 * POSSIBLE)) / (1 + 2 * WEIGHED.lead),
    log_odds(WEIGHED.linked) + WEIGHED.lead * (WEIGHED.usual_lead - 2 * LEAD),
)
"""The least evidence that links where nothing else comes near: what comes near has at least POSSIBLE, and to be ahead
by more than LEAD tells nothing more.
"""

REASONS = {
    "the best": ([match(SAME, LINKED + 0.01)], ["best"]),
    "too little": ([match(SAME, LINKED - 0.1)], [None]),
    "a better partner": ([match(SAME, 5.0), match(OTHER, 4.9)], ["best", None]),
    "nearly as good in one section": ([match(SAME, 5.0), match(TOLD, 4.5)], ["best", "nearly-best"]),
    "nearly as good and unsure": ([match(SAME, 0.5), match(TOLD, NEIGHBOURLY - 0.1)], ["best", None]),
    "beside a better one": ([match(SAME, 5.0), match(TOLD, NEIGHBOURLY)], ["best", "beside"]),
    "beside the first of two as good": (
        [match(SAME, 5.0), match(OTHER, 5.0), match(TOLD, NEIGHBOURLY)],
        ["best", "best", "beside"],
    ),
    "beside one of two as good, in any order": (
        [match(OTHER, 5.0), match(SAME, 5.0), match(TOLD, NEIGHBOURLY)],
        ["best", "best", "beside"],
    ),
    "beside, with too little": ([match(SAME, 5.0), match(TOLD, POSSIBLE)], ["best", None]),
    "beside in another section": ([match(SAME, 5.0), match(OTHER, NEIGHBOURLY)], ["best", None]),
    "beside, and more than told": ([match(SAME, 5.0), match(DONE, NEIGHBOURLY)], ["best", None]),
    "beside, with a subject of its own": ([match(SAME, 5.0), match(ABOUT, NEIGHBOURLY)], ["best", None]),
    "beside, and pointing to nothing": ([match(SAME, 5.0), match(BARE, NEIGHBOURLY)], ["best", None]),
    "next to it in the next section": ([match(SAME, 5.0), match(ELSEWHERE, NEIGHBOURLY)], ["best", None]),
    "beside one that is not linked": ([match(SAME, LINKED - 0.1), match(TOLD, NEIGHBOURLY)], [None, None]),
}


@pytest.mark.parametrize(("matches", "reasons"), REASONS.values(), ids=REASONS.keys())
def test_why_a_match_stands(matches: list[ThreadMatch], reasons: list[str | None]) -> None:
    assert why(*matches) == reasons


def test_a_partner_of_the_other_section_is_never_nearly_best() -> None:
    assert why(match(SAME, 5.0), match(OTHER, 5.0 - NEARLY_BEST)) == ["best", None]


def test_rivals_are_the_better_matches_alone() -> None:
    best, worse = match(SAME, 5.0), match(OTHER, 4.0)
    partners = BestPartners((worse, best), GROUPS, PROFILES)
    assert (partners.rivals(best), set(partners.rivals(worse))) == ([], {best})
    assert partners.accepted() == [best]


def test_a_match_that_was_read_again_is_as_far_ahead() -> None:
    best, worse = match(SAME, 5.0), match(OTHER, 4.0)
    partners = BestPartners((best, worse), GROUPS, PROFILES)
    assert partners.lead(match(SAME, 5.0)) == partners.lead(best) > partners.lead(worse)


DUE = Promise("In mei komt er een actieplan waterzuivering.", start="2024-05-01", end="2024-05-31")
OPEN = Promise("Er komt een actieplan waterzuivering.")
CAME = Told("Het actieplan waterzuivering is er.")
GOES_ON = Told("Het actieplan waterzuivering vordert.", Outcome.IN_PROGRESS)
LIKELY, UNLIKELY = LINKED - 0.1, -2.0
ANSWERS = {
    "undated": (OPEN, CAME, "2024-06-01", LIKELY, False),
    "not due yet": (DUE, CAME, "2024-04-30", LIKELY, False),
    "not done": (DUE, GOES_ON, "2024-06-01", LIKELY, False),
    "promised again": (DUE, DUE, "2024-06-01", LIKELY, False),
    "unlikely": (DUE, CAME, "2024-06-01", UNLIKELY, False),
    "a link by itself": (DUE, CAME, "2024-06-01", 5.0, False),
    "likelier than not": (DUE, CAME, "2024-06-01", LIKELY, True),
}


@pytest.mark.parametrize(("promise", "later", "day", "total", "answers"), ANSWERS.values(), ids=ANSWERS.keys())
def test_what_was_due_is_answered_by_what_was_done(
    promise: Promise, later: Promise | Told, day: str, total: float, answers: bool
) -> None:
    profiles = [*profiled(Made("a", "2024-01-01", {"Water": [promise]}))[0]]
    profiles += profiled(Made("b", day, {"Water": [later]}))[0]
    partners = BestPartners([match(1, total)], groups(0, 1), profiles)
    assert bool(partners.answers()) is answers
    assert not set(partners.answers()) & set(partners.accepted())


def test_the_better_of_two_answers_is_one() -> None:
    profiles = [*profiled(Made("a", "2024-01-01", {"Water": [DUE]}))[0]]
    profiles += profiled(Made("b", "2024-06-01", {"Water": [CAME, Told("De brug is er.")]}))[0]
    best, worse = match(1, LIKELY), match(2, LIKELY - 0.1)
    assert BestPartners([worse, best], groups(0, 1, 1), profiles).answers() == [best]


def groups(*letters: int) -> list[Group]:
    return [Group(letter, (at,)) for at, letter in enumerate(letters)]


def pair(one: int, other: int) -> ThreadMatch:
    return ThreadMatch(one, other, 1.0, "same-words", (), (one, other))


JOINED = {
    "a chain": ([0, 1, 2], [(0, 1), (1, 2)], [{0, 1, 2}]),
    "nothing": ([0, 1], [], [{0}, {1}]),
    "two of one letter would meet": ([0, 1, 2, 0], [(0, 1), (1, 2), (2, 3)], [{0, 1, 2}, {3}]),
    "two of one letter with one partner": ([0, 0, 1], [(0, 2), (1, 2)], [{0, 1, 2}]),
}


@pytest.mark.parametrize(("letters", "matches", "joined"), JOINED.values(), ids=JOINED.keys())
def test_clusters(letters: list[int], matches: list[tuple[int, int]], joined: list[set[int]]) -> None:
    found = cluster([pair(*row) for row in matches], groups(*letters))
    together = [{at for at in found if found[at] == number} for number in dict.fromkeys(found.values())]
    assert sorted(together, key=min) == joined


def test_two_groups_of_one_letter_that_are_said_to_be_apart_never_meet() -> None:
    matches = [pair(0, 2), pair(1, 2)]
    assert len(set(cluster(matches, groups(0, 0, 1)).values())) == 1
    assert len(set(cluster(matches, groups(0, 0, 1), lambda *_: True).values())) == 2


def test_two_stages_of_one_thing_are_apart() -> None:
    rows = [Promise(f"De {which} tranche start.", Kind.START) for which in ("eerste", "tweede", "eerste en tweede")]
    found, _ = profiled(Made("a", "2023-01-01", {"Water": rows}))
    first, second, both = (Group(0, (at,)) for at in range(3))
    assert are_apart(first, second, found)
    assert not are_apart(first, both, found)


def standing(one: int, other: int, surely: float) -> StandingMatch:
    return StandingMatch(one, other, (one, other), surely, 0)


HOLDING = {
    "nothing else": ([], [(0, 1, 0.5)], [(0, 1)]),
    "the promise is answered": ([(0, 2, 2.0)], [(0, 1, 0.5)], [(0, 2)]),
    "what was done answers another": ([(2, 1, 2.0)], [(0, 1, 0.5)], [(2, 1)]),
    "the likelier first": ([], [(0, 1, 0.5), (0, 2, 0.6), (3, 1, 0.4)], [(0, 2), (3, 1)]),
}


@pytest.mark.parametrize(("stand", "answers", "held"), HOLDING.values(), ids=HOLDING.keys())
def test_an_answer_holds_where_nothing_else_does(
    stand: list[tuple[int, int, float]], answers: list[tuple[int, int, float]], held: list[tuple[int, int]]
) -> None:
    rows = ([standing(*row) for row in found] for found in (stand, answers))
    assert [row.pair for row in holding(*rows)] == held


def joined_plainly(matches: list[ThreadMatch], groups: list[Group], apart: set[frozenset[int]]) -> set[frozenset[int]]:
    """The clusters as they are defined: each two groups are looked at for every match."""
    clusters = [{number} for number in range(len(groups))]
    partners = {
        number: {row.newer if row.older == number else row.older for row in matches if number in (row.older, row.newer)}
        for number in range(len(groups))
    }
    for row in matches:
        one, other = (next(each for each in clusters if number in each) for number in (row.older, row.newer))
        met = [(mine, yours) for mine in one for yours in other if groups[mine].letter == groups[yours].letter]
        if one is not other and all(partners[a] & partners[b] and frozenset((a, b)) not in apart for a, b in met):
            clusters = [each for each in clusters if each not in (one, other)] + [one | other]
    return set(map(frozenset, clusters))


PAIRS = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])


@given(st.lists(st.integers(0, 3), min_size=10, max_size=10), st.lists(PAIRS, max_size=25), st.sets(PAIRS, max_size=4))
def test_clusters_are_those_that_looking_at_every_two_groups_gives(
    letters: list[int], pairs: list[tuple[int, int]], apart: set[tuple[int, int]]
) -> None:
    groups = [Group(letter, (at,)) for at, letter in enumerate(letters)]
    matches = [ThreadMatch(a, b, 1.0, "same-words", (), (a, b)) for a, b in pairs if letters[a] != letters[b]]
    told = {frozenset(pair) for pair in apart}
    found = cluster(matches, groups, lambda one, other: frozenset((one, other)) in told)
    assert by_cluster(found.items()) == joined_plainly(matches, groups, told)


def by_cluster(found: Iterable[tuple[int, int]]) -> set[frozenset[int]]:
    members: dict[int, set[int]] = {}
    for number, of in found:
        members.setdefault(of, set()).add(number)
    return set(map(frozenset, members.values()))
