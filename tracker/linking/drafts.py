"""Clusters of statements → thread drafts: members, links, what each statement takes up, and what came near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.alignment.clusters import DisjointSets
from tracker.extraction import StatementFacts
from tracker.extraction.cues import Cue
from tracker.language.terms import Term
from tracker.linking.antecedents import AntecedentLink, find_antecedent
from tracker.linking.comparison import is_tentative
from tracker.linking.join_reason import COMES_LATER
from tracker.linking.kept_matches import KeptMatches
from tracker.linking.near_misses import candidates_of
from tracker.linking.pair_score import Scorer
from tracker.linking.profile import StatementProfile, about, recognisable
from tracker.linking.profile_store import Profiles
from tracker.linking.recalled_promises import comes_instead, recalls
from tracker.linking.thread_draft import ThreadDraft
from tracker.linking.weights import EARLIER, SURE_ACT
from tracker.model import AnyStatement, Candidate, Commitment, Link, Outcome, StatusReport
from tracker.storage.cache import digest, recalled, remembered


class DraftWords(Struct, frozen=True, array_like=True):
    """What a draft takes from the words of its members, remembered: this is most of the work on a thread."""

    antecedents: tuple[AntecedentLink, ...] = ()
    """Of one act as far as the words tell."""
    vague: tuple[str, ...] = ()
    about: tuple[tuple[Term, float], ...] = ()


def build_drafts(
    profiles: Profiles,
    clusters: Mapping[int, int],
    links: Iterable[Link],
    matches: Sequence[KeptMatches],
    score: Scorer,
    *,
    several: Mapping[int, Sequence[int]] | None = None,
    rests_on: Mapping[str, str] | None = None,
) -> tuple[ThreadDraft, ...]:
    """The thread drafts by their first statement.

    `several` says of positions that are of several clusters, or of others than these, of which.

    `clusters` says which cluster each position of a statement is in; `matches` are those of one letter each.
    `rests_on` says of the first letters, by a digest, what linking made of each and of all before it rests on: what is
    made of the statements of such is remembered.
    """
    statements = profiles.statements
    places = {at: tuple((several or {}).get(at, (number,))) for at, number in clusters.items()}
    members: dict[int, list[int]] = defaultdict(list)
    for at in sorted(places):
        for number in places[at]:
            members[number].append(at)
    of = {statements[at].id: numbers for at, numbers in places.items()}
    inner: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        for number in of[link.from_]:
            if number in of[link.to]:
                inner[number].append(link)
    near = candidates_of(statements, places, matches)
    return tuple(
        _draft(
            profiles, positions, inner[number], near.get(number, ()), _draft_words(profiles, positions, score, rests_on)
        )
        for number, positions in members.items()
        if any(is_promised(statements[at], profiles.facts(at)) for at in positions)
    )


def _draft(
    profiles: Profiles,
    positions: Sequence[int],
    links: Sequence[Link],
    candidates: Iterable[Candidate],
    words: DraftWords,
) -> ThreadDraft:
    members = [profiles.statements[at] for at in positions]
    facts = {profiles.statements[at].id: profiles.facts(at) for at in positions}
    return ThreadDraft(
        members=tuple(members),
        facts=facts,
        links=tuple(links),
        antecedents=tuple(_as_linked(words.antecedents, members, links, facts)),
        vague=words.vague,
        about=words.about,
        candidates=tuple(candidates),
    )


def _draft_words(
    profiles: Profiles, positions: Sequence[int], score: Scorer, rests_on: Mapping[str, str] | None
) -> DraftWords:
    """What a draft takes from the words of its members; those of its last letter add to what the others gave."""
    rows = [profiles.statements[at] for at in positions]
    if rests_on is None or rows[-1].letter not in rests_on:
        return _read_on(DraftWords(), profiles, positions, 0, score)

    def make() -> DraftWords:
        last = next(at for at, row in enumerate(rows) if row.letter == rows[-1].letter)
        known = recalled(DraftWords, _about(profiles, positions[:last], rests_on)) if last else None
        return _read_on(known or DraftWords(), profiles, positions, last if known else 0, score)

    return remembered(DraftWords, _about(profiles, positions, rests_on), make)


def _about(profiles: Profiles, positions: Sequence[int], rests_on: Mapping[str, str]) -> tuple[str, ...]:
    """What the words of members of a draft are remembered by: what their letters rest on says nothing of a register."""
    rows = [[profiles.statements[at].id, *sorted(profiles.facts(at).registered)] for at in positions]
    return ("thread", rests_on[profiles.statements[positions[-1]].letter], digest(rows))


def _read_on(known: DraftWords, profiles: Profiles, positions: Sequence[int], begin: int, score: Scorer) -> DraftWords:
    """What the members from one on add to what is `known` of those before."""
    new = [profiles[at] for at in positions[begin:]]
    return DraftWords(
        antecedents=(*known.antecedents, *_antecedents(profiles, positions, begin, score)),
        vague=(*known.vague, *(row.statement.id for row in new if not recognisable(row))),
        about=about(new, known.about),
    )


def is_promised(row: AnyStatement, facts: StatementFacts) -> bool:
    """Whether it is a promise, or a report that itself says that what it reports was promised."""
    return isinstance(row, Commitment) or (
        row.outcome is not Outcome.IN_PROGRESS and Cue.PROMISED_BEFORE in facts.sentence_cues
    )


def _antecedents(profiles: Profiles, positions: Sequence[int], begin: int, score: Scorer) -> Iterator[AntecedentLink]:
    """What each statement from one on takes up: a promise of an earlier letter; for a report also one of its own.

    What is late takes up no promise of its own sentence, which tells the new day. A promise that only points back
    ("dit zal in mei zijn", "dat wordt juni") is of the act of the one before it in its passage.
    """
    promises: list[int] = []
    same: dict[str, bool] = {}
    """Whether the last promise of a passage is of the act of an earlier letter's."""
    before = 0
    for number, at in enumerate(positions):
        later = profiles.statements[at]
        if promises and profiles.statements[promises[-1]].letter != later.letter:
            before = len(promises)
        if number >= begin:
            end = len(promises) if isinstance(later, StatusReport) else before
            known = promises[max(0, end - EARLIER) : end]
            others = (
                row for row in known if not later.moves_deadline or _place(profiles.statements[row]) != _place(later)
            )
            found = find_antecedent(profiles[at], [profiles[row] for row in others], score)
            if found is not None and promises and comes_instead(profiles[promises[-1]], profiles[at]):
                found = replace(found, same_act=same.get(later.passage, False))
            elif found is not None and _only_points_back(profiles[at]):
                found = replace(found, same_act=found.same_act and same.get(later.passage, True))
            if isinstance(later, Commitment):
                same[later.passage] = found is not None and found.same_act
            if found is not None:
                yield found
        promises += [at] if isinstance(later, Commitment) else []


def _only_points_back(row: StatementProfile) -> bool:
    """Whether a promise names nothing itself."""
    return isinstance(row.statement, Commitment) and row.thin and row.facts.points_back


def _as_linked(
    antecedents: Sequence[AntecedentLink],
    members: Sequence[AnyStatement],
    links: Iterable[Link],
    facts: Mapping[str, StatementFacts],
) -> Iterator[AntecedentLink]:
    """What statements take up as the links of their draft have it.

    That two promises are of one act, so that one's day may be told to have moved, takes links that are sure, or a
    sentence that says so itself. A report that something was done, in other words than those of the promise, answers
    it where a link of its own with another letter holds, and neither its letter nor a later one promises more: of 31
    threads of eleven made series that only measure whose last word is such a report, 28 are annotated as delivered.
    """
    by_id = {row.id: row for row in members}
    late = {_place(row) for row in members if row.moves_deadline}
    late |= {
        _place(by_id[link.to]) for link in links if link.rule == COMES_LATER and _is_late(by_id[link.from_], facts)
    }
    sure = DisjointSets(by_id)
    held: set[str] = set()
    for link in links:
        if link.score >= SURE_ACT:
            sure.join(link.from_, link.to)
        if by_id[link.from_].letter != by_id[link.to].letter:
            held |= {link.from_, link.to}
    since = _since_last_promise(members)
    for row in antecedents:
        later = by_id[row.later]
        moves = isinstance(later, StatusReport) or _place(later) in late
        told = row.same_act and (moves or sure.together(row.earlier, row.later))
        if row.later in since:
            told |= row.may_answer and row.later in held
        else:  # what its own letter promises again was not done, unless its words say so
            recalled = by_id[row.earlier].letter == later.letter
            told &= recalled or not (is_tentative(later) or _is_promised_anew(row, antecedents, by_id, facts))
        yield replace(row, same_act=told)


def _is_late(row: AnyStatement, facts: Mapping[str, StatementFacts]) -> bool:
    """Whether a statement tells that something is late, or only recalls when it was promised for."""
    return row.moves_deadline or (isinstance(row, Commitment) and recalls(facts[row.id]))


def _is_promised_anew(
    report: AntecedentLink,
    antecedents: Iterable[AntecedentLink],
    by_id: Mapping[str, AnyStatement],
    facts: Mapping[str, StatementFacts],
) -> bool:
    """Whether the letter of a report promises once more, in the same verb, what the report says in no such verb.

    "Het plan is vastgesteld. Wij sturen het in april aan de raad": that it would be sent was promised.
    """
    acts = facts[report.earlier].acts
    letter = by_id[report.later].letter
    if not isinstance(by_id[report.later], StatusReport) or not acts.isdisjoint(facts[report.later].acts):
        return False
    again = (row for row in antecedents if row.same_act and row.earlier == report.earlier)
    promises = (row for row in again if isinstance(by_id[row.later], Commitment) and by_id[row.later].letter == letter)
    return any(not acts.isdisjoint(facts[row.later].acts) for row in promises)


def _since_last_promise(members: Sequence[AnyStatement]) -> set[str]:
    """The statements of the letters after the last one that promises something, by id."""
    last = next((row.letter for row in reversed(members) if isinstance(row, Commitment)), None)
    after = [row.letter for row in members]
    begin = len(after) - after[::-1].index(last) if last is not None else 0
    return {row.id for row in members[begin:]}


def _place(row: AnyStatement) -> tuple[str, str]:
    """The sentence that a statement is of."""
    return row.passage, row.sentence
