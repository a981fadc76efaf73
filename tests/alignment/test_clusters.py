"""Clustering by union-find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.alignment.clusters import DisjointSets

LINKS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


@given(LINKS)
def test_clusters_are_what_links_reach(links: list[tuple[int, int]]) -> None:
    sets = DisjointSets(range(10))
    for one, other in links:
        sets.join(one, other)
    for item in range(10):
        reached = {item}
        while more := {far for link in links for near, far in (link, link[::-1]) if near in reached} - reached:
            reached |= more
        assert set(sets.members(item)) == reached
        assert sorted(reached) in sets.clusters()


def test_clusters_and_members_keep_their_order() -> None:
    sets = DisjointSets("dacb")
    assert sets.join("b", "a")
    assert not sets.join("a", "b")
    assert sets.clusters() == [["d"], ["a", "b"], ["c"]]
    assert sets.together("a", "b")
    assert not sets.together("a", "c")
