"""Statements outside a cluster that came near it: of each cluster those that are likeliest of its promise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from tracker.i18n.message import Message, message
from tracker.linking.clustering import ThreadMatch
from tracker.linking.kept_matches import KeptMatches, MatchColumns, match_columns
from tracker.linking.weights import CANDIDATE_WORDS, CANDIDATES
from tracker.model import AnyStatement, Candidate


class NearMiss(NamedTuple):
    """A statement, by its position, that a match brings near a cluster."""

    cluster: int
    beside: int
    match: int
    """The position of the match among all."""


def candidates_of(
    statements: Sequence[AnyStatement], clusters: Mapping[int, Sequence[int]], matches: Sequence[KeptMatches]
) -> dict[int, list[Candidate]]:
    """For each cluster the statements outside it that came near, the nearest first.

    `clusters` has of each position of a statement the clusters that it is in, `matches` those of one letter each.
    """
    columns = match_columns(matches)
    near = near_misses(columns, clusters) if len(columns.total) else []
    told = _reasons(matches, {row.match for row in near})
    found: dict[int, list[Candidate]] = defaultdict(list)
    for row in near:
        found[row.cluster].append(
            Candidate(statements[row.beside].id, float(columns.likely[row.match]), told[row.match])
        )
    return found


def near_misses(columns: MatchColumns, clusters: Mapping[int, Sequence[int]]) -> list[NearMiss]:
    """Of each cluster at most CANDIDATES statements outside it, the nearest first."""
    import numpy as np

    one, other = columns.older, columns.newer
    first = np.full(max(clusters) + 1, -1)
    first[list(clusters)] = [rows[0] for rows in clusters.values()]
    apart = first[one] != first[other]
    several = [at for at, rows in clusters.items() if len(rows) > 1]
    shared = np.flatnonzero(np.isin(one, several) | np.isin(other, several)).tolist()
    for at in shared:
        apart[at] = set(clusters[int(one[at])]).isdisjoint(clusters[int(other[at])])
    near = np.flatnonzero(apart)
    near = near[np.lexsort((other[near], one[near], -columns.total[near], -columns.likely[near]))]
    rank = np.empty(len(one), np.int64)
    rank[near] = np.arange(len(near))
    more = [row for at in shared if apart[at] for row in _of_more(at, int(one[at]), int(other[at]), clusters)]
    rows = np.concatenate(
        [
            np.stack([first[one[near]], other[near], near], 1),
            np.stack([first[other[near]], one[near], near], 1),
            np.array(more, np.int64).reshape(-1, 3),
        ]
    )
    rows = rows[np.lexsort((rank[rows[:, 2]], rows[:, 0]))]
    return [miss for _, found in groupby(rows.tolist(), itemgetter(0)) for miss in _nearest(found)]


def _of_more(match: int, one: int, other: int, clusters: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int, int]]:
    """What a match brings near the other clusters of statements that are in several."""
    yield from ((number, other, match) for number in clusters[one][1:])
    yield from ((number, one, match) for number in clusters[other][1:])


def _nearest(rows: Iterator[list[int]]) -> list[NearMiss]:
    """The first of one cluster, each statement once."""
    found: dict[int, NearMiss] = {}
    for cluster, beside, match in rows:
        if len(found) < CANDIDATES:
            found.setdefault(beside, NearMiss(cluster, beside, match))
    return list(found.values())


def _reasons(matches: Sequence[KeptMatches], places: set[int]) -> dict[int, Message]:
    """Why each of some matches may be one, by its position among all: of one letter after another."""
    found: dict[int, Message] = {}
    begin = 0
    for rows in matches:
        end = begin + len(rows)
        of_letter = [at for at in range(begin, end) if at in places]
        read = rows.read() if of_letter else ()
        found |= {at: _why(read[at - begin]) for at in of_letter}
        begin = end
    return found


def _why(match: ThreadMatch) -> Message:
    rule, words = message(f"rule.{match.rule}"), ", ".join(match.words[:CANDIDATE_WORDS])
    return message("candidate.why", rule=rule, words=words) if words else rule
