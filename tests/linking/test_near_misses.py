"""What came near a cluster is, of each, the likeliest that are not of it: as a plain loop over all matches finds."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from tests.ledgers import SMALL
from tracker.linking.clustering import ThreadMatch
from tracker.linking.kept_matches import KeptMatches, kept_matches, match_columns
from tracker.linking.near_misses import candidates_of, near_misses
from tracker.linking.weights import CANDIDATES

Found = dict[int, list[tuple[int, int]]]
PLACES = 9
FIGURES = st.sampled_from([0.1, 0.2, 0.3])


@st.composite
def letters(draw: st.DrawFn) -> list[KeptMatches]:
    """The matches of three letters."""
    found = []
    for _ in range(3):
        pairs = draw(st.lists(st.tuples(*[st.integers(0, PLACES - 1)] * 2).filter(lambda row: row[0] < row[1])))
        rows = [ThreadMatch(0, 0, draw(FIGURES), "same-words", (), pair) for pair in pairs]
        found.append(kept_matches(rows, [draw(FIGURES) for _ in rows]))
    return found


CLUSTERS = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True), min_size=PLACES, max_size=PLACES)


def by_loop(matches: list[KeptMatches], clusters: list[list[int]]) -> Found:
    rows = list(zip(*(column.tolist() for column in match_columns(matches)), strict=True))
    found: Found = defaultdict(list)
    for at in sorted(range(len(rows)), key=lambda at: (-rows[at][2], -rows[at][3], rows[at][:2])):
        one, other = rows[at][:2]
        if not set(clusters[one]).isdisjoint(clusters[other]):
            continue
        for home, beside in ((one, other), (other, one)):
            for number in clusters[home]:
                near = found[number]
                if len(near) < CANDIDATES and beside not in [row[0] for row in near]:
                    near.append((beside, at))
    return dict(found)


@given(letters(), CLUSTERS)
def test_the_nearest_are_found(matches: list[KeptMatches], clusters: list[list[int]]) -> None:
    found: Found = defaultdict(list)
    for row in near_misses(match_columns(matches), dict(enumerate(clusters))):
        found[row.cluster].append((row.beside, row.match))
    assert found == by_loop(matches, clusters)


def test_each_is_told_with_its_own_match() -> None:
    matches = [ThreadMatch(0, 0, total, "same-words", (word,), pair) for total, word, pair in TOLD]
    kept = [kept_matches(matches[:1], [0.2]), kept_matches((), ()), kept_matches(matches[1:], [0.9])]
    found = candidates_of(SMALL.commitments, {0: (5,), 1: (6,), 2: (7,)}, kept)
    ids = [row.id for row in SMALL.commitments]
    assert [(row.ref, row.score, dict(row.why.params)["words"]) for row in found[5]] == [
        (ids[2], 0.9, "kade"),
        (ids[1], 0.2, "brug"),
    ]
    assert candidates_of(SMALL.commitments, {}, []) == {}


TOLD = ((1.0, "brug", (0, 1)), (2.0, "kade", (0, 2)))
