"""Clusters of statements → thread drafts: members, links, what each statement takes up, and what came near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from tracker.alignment.clusters import DisjointSets
from tracker.extraction import StatementFacts
from tracker.extraction.cues import Cue
from tracker.i18n.message import Message, message
from tracker.language.terms import Term
from tracker.linking.antecedents import AntecedentLink, find_antecedent
from tracker.linking.clustering import ThreadMatch
from tracker.linking.pair_score import PairScore, rounded
from tracker.linking.profile import StatementProfile, about, recognisable
from tracker.linking.thread_draft import ThreadDraft
from tracker.linking.weights import CANDIDATE_WORDS, CANDIDATES, EARLIER, SURE_ACT
from tracker.model import AnyStatement, Candidate, Commitment, Link, LinkPart, Outcome, StatusReport
from tracker.storage.cache import digest, remembered

Scorer = Callable[[StatementProfile, StatementProfile], PairScore]


class DraftWords(Struct, frozen=True, array_like=True):
    """What a draft takes from the words of its members, remembered: this is most of the work on a thread."""

    evidence: tuple[tuple[LinkPart, ...], ...]
    """Of each link between letters, the parts that rest on its two statements alone."""
    antecedents: tuple[AntecedentLink, ...]
    vague: tuple[str, ...]
    about: tuple[tuple[Term, float], ...]


def build_drafts(
    profiles: Sequence[StatementProfile],
    clusters: Mapping[int, int],
    links: Iterable[Link],
    matches: Iterable[tuple[ThreadMatch, float]],
    score: Scorer,
    *,
    several: Mapping[int, Sequence[int]] | None = None,
    rests_on: Mapping[str, str] | None = None,
) -> tuple[ThreadDraft, ...]:
    """The thread drafts by their first statement.

    `several` says of positions that are of several clusters, or of others than these, of which.

    `clusters` says which cluster each position of a profile is in; each match comes with how probable it is (0..1).
    Links between letters come without the evidence of their two statements. `rests_on` says of letters, by a digest,
    what linking made of them and of all before rests on: what is made of the statements of such is remembered.
    """
    places = {at: tuple((several or {}).get(at, (number,))) for at, number in clusters.items()}
    members: dict[int, list[int]] = defaultdict(list)
    for at in sorted(places):
        for number in places[at]:
            members[number].append(at)
    of = {profiles[at].statement.id: numbers for at, numbers in places.items()}
    inner: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        for number in of[link.from_]:
            if number in of[link.to]:
                inner[number].append(link)
    near = _candidates(profiles, places, matches)
    return tuple(
        _draft([profiles[at] for at in positions], inner[number], near.get(number, ()), score, rests_on or {})
        for number, positions in members.items()
        if any(is_promised(profiles[at].statement, profiles[at].facts) for at in positions)
    )


def _draft(
    members: Sequence[StatementProfile],
    links: Sequence[Link],
    candidates: Iterable[Candidate],
    score: Scorer,
    rests_on: Mapping[str, str],
) -> ThreadDraft:
    words = _words(members, links, score, rests_on.get(members[-1].statement.letter))
    evidence = iter(words.evidence)
    letters = {row.statement.id: row.statement.letter for row in members}
    return ThreadDraft(
        members=tuple(row.statement for row in members),
        facts={row.statement.id: row.facts for row in members},
        links=tuple(
            replace(link, parts=(*next(evidence), *link.parts)) if letters[link.from_] != letters[link.to] else link
            for link in links
        ),
        antecedents=words.antecedents,
        vague=words.vague,
        about=words.about,
        candidates=tuple(candidates),
    )


def _words(
    members: Sequence[StatementProfile], links: Sequence[Link], score: Scorer, rests_on: str | None
) -> DraftWords:
    make = partial(_read_words, members, links, score)
    if rests_on is None or len(members) == 1:
        return make()
    ids = [row.statement.id for row in members]
    joined = [(link.from_, link.to, _is_sure(link)) for link in links]
    return remembered(DraftWords, ("thread", rests_on, digest((ids, joined))), make)


def _read_words(members: Sequence[StatementProfile], links: Sequence[Link], score: Scorer) -> DraftWords:
    by_id = {row.statement.id: row for row in members}
    sure = DisjointSets(by_id)
    for link in filter(_is_sure, links):
        sure.join(link.from_, link.to)
    pairs = ((by_id[link.from_], by_id[link.to]) for link in links)
    return DraftWords(
        evidence=tuple(
            rounded(score(one, other).parts) for one, other in pairs if one.statement.letter != other.statement.letter
        ),
        antecedents=_antecedents(members, score, sure),
        vague=tuple(row.statement.id for row in members if not recognisable(row)),
        about=about(members),
    )


def _is_sure(link: Link) -> bool:
    return link.score >= SURE_ACT


def is_promised(row: AnyStatement, facts: StatementFacts) -> bool:
    """Whether it is a promise, or a report that itself says that what it reports was promised."""
    return isinstance(row, Commitment) or (
        row.outcome is not Outcome.IN_PROGRESS and Cue.PROMISED_BEFORE in facts.sentence_cues
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
    profiles: Sequence[StatementProfile],
    clusters: Mapping[int, Sequence[int]],
    matches: Iterable[tuple[ThreadMatch, float]],
) -> dict[int, list[Candidate]]:
    """For each cluster the statements outside it that came near, the nearest first."""
    found: dict[int, dict[str, Candidate]] = defaultdict(dict)
    for match, likely in sorted(matches, key=lambda row: (-row[1], -row[0].total, row[0].pair)):
        one, other = (clusters[at] for at in match.pair)
        if not set(one).isdisjoint(other):
            continue
        beside = ((mine, at) for several, at in ((one, match.pair[1]), (other, match.pair[0])) for mine in several)
        for mine, at in beside:
            ref, rows = profiles[at].statement.id, found[mine]
            if len(rows) < CANDIDATES and ref not in rows:
                rows[ref] = Candidate(ref, likely, _why(match))
    return {number: list(rows.values()) for number, rows in found.items()}


def _why(match: ThreadMatch) -> Message:
    rule, words = message(f"rule.{match.rule}"), ", ".join(match.words[:CANDIDATE_WORDS])
    return message("candidate.why", rule=rule, words=words) if words else rule
