"""Clusters of statements → thread drafts: members, links, what each statement takes up, and what came near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from tracker.alignment.clusters import DisjointSets
from tracker.extraction.cues import Cue
from tracker.i18n.message import message
from tracker.linking.antecedents import AntecedentLink, find_antecedent
from tracker.linking.clustering import ThreadMatch
from tracker.linking.pair_score import PairScore
from tracker.linking.profile import StatementProfile, about, recognisable
from tracker.linking.thread_draft import ThreadDraft
from tracker.linking.weights import CANDIDATE_WORDS, CANDIDATES, EARLIER, SURE_ACT
from tracker.model import Candidate, Commitment, Link, Outcome, StatusReport

Scorer = Callable[[StatementProfile, StatementProfile], PairScore]


def build_drafts(
    profiles: Sequence[StatementProfile],
    clusters: Mapping[int, int],
    links: Iterable[Link],
    matches: Iterable[tuple[ThreadMatch, float]],
    score: Scorer,
) -> tuple[ThreadDraft, ...]:
    """The thread drafts by their first statement.

    `clusters` says which cluster each position of a profile is in; each match comes with how probable it is (0..1).
    """
    members: dict[int, list[int]] = defaultdict(list)
    for at in sorted(clusters):
        members[clusters[at]].append(at)
    cluster_of = {profiles[at].statement.id: number for at, number in clusters.items()}
    inner: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if cluster_of[link.from_] == cluster_of[link.to]:
            inner[cluster_of[link.from_]].append(link)
    near = _candidates(profiles, clusters, matches)
    return tuple(
        _draft([profiles[at] for at in positions], inner[number], near.get(number, ()), score)
        for number, positions in members.items()
        if any(_is_promised(profiles[at]) for at in positions)
    )


def _draft(
    members: Sequence[StatementProfile], links: Iterable[Link], candidates: Iterable[Candidate], score: Scorer
) -> ThreadDraft:
    links = tuple(links)
    sure = DisjointSets([row.statement.id for row in members])
    for link in links:
        if link.score >= SURE_ACT:
            sure.join(link.from_, link.to)
    return ThreadDraft(
        members=tuple(row.statement for row in members),
        facts={row.statement.id: row.facts for row in members},
        links=links,
        antecedents=_antecedents(members, score, sure),
        vague=tuple(row.statement.id for row in members if not recognisable(row)),
        about=about(members),
        candidates=tuple(candidates),
    )


def _is_promised(profile: StatementProfile) -> bool:
    """Whether it is a promise, or a report that itself says that what it reports was promised."""
    row = profile.statement
    return isinstance(row, Commitment) or (
        row.outcome is not Outcome.IN_PROGRESS and Cue.PROMISED_BEFORE in profile.facts.sentence_cues
    )


def _antecedents(
    members: Sequence[StatementProfile], score: Scorer, sure: DisjointSets[str]
) -> tuple[AntecedentLink, ...]:
    """What each statement takes up: a promise of an earlier letter; for a report also one of its own letter.

    That two promises are of one act, so that one's day may be told to have moved, takes links that are `sure`, or a
    sentence that says so itself. What is late takes up no promise of its own sentence, which tells the new day.
    """
    late = {_place(row) for row in members if _is_late(row)}
    found: list[AntecedentLink] = []
    promises: list[StatementProfile] = []
    before = 0
    for later in members:
        if promises and promises[-1].statement.letter != later.statement.letter:
            before = len(promises)
        end = len(promises) if isinstance(later.statement, StatusReport) else before
        known = promises[max(0, end - EARLIER) : end]
        others = [row for row in known if _place(row) != _place(later)] if _is_late(later) else known
        row = find_antecedent(later, others, score)
        if row is not None:
            moves = isinstance(later.statement, StatusReport) or _place(later) in late
            same_act = row.same_act and (moves or sure.together(row.earlier, row.later))
            found.append(replace(row, same_act=same_act))
        promises += [later] if isinstance(later.statement, Commitment) else []
    return tuple(found)


def _place(profile: StatementProfile) -> tuple[str, str]:
    """The sentence that a statement is of."""
    return profile.statement.passage, profile.statement.sentence


def _is_late(profile: StatementProfile) -> bool:
    """Whether it reports that something comes later or lasts longer."""
    row = profile.statement
    return isinstance(row, StatusReport) and row.outcome in {Outcome.DELAYED, Outcome.EXTENDED}


def _candidates(
    profiles: Sequence[StatementProfile], clusters: Mapping[int, int], matches: Iterable[tuple[ThreadMatch, float]]
) -> dict[int, list[Candidate]]:
    """For each cluster the statements outside it that came near, the nearest first."""
    found: dict[int, dict[str, Candidate]] = defaultdict(dict)
    for match, likely in sorted(matches, key=lambda row: (-row[1], -row[0].total, row[0].pair)):
        one, other = (clusters[at] for at in match.pair)
        if one == other:
            continue
        for mine, at in ((one, match.pair[1]), (other, match.pair[0])):
            ref = profiles[at].statement.id
            words = ", ".join(match.words[:CANDIDATE_WORDS])
            why = message("candidate.why", rule=message(f"rule.{match.rule}"), words=words)
            found[mine].setdefault(ref, Candidate(ref, likely, why))
    return {number: list(rows.values())[:CANDIDATES] for number, rows in found.items()}
