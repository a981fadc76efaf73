"""Clusters of statements of one promise, cut where it had been done: what is promised after that is another.

Of 1,183 annotated threads of made series 5 promise a thing after it is reported as done, 4 of them because it was done
in part or each year; of 464 of chains of published papers 11.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tracker.extraction.cues import Cue
from tracker.linking.antecedents import find_antecedent
from tracker.linking.clustering import Group
from tracker.linking.comparison import is_tentative
from tracker.linking.pair_score import Scorer
from tracker.linking.profile_store import Profiles
from tracker.linking.weights import EARLIER
from tracker.model import AnyStatement, Commitment, Kind, Outcome, StatusReport

_GOES_ON = frozenset({Cue.RECURRING, Cue.STANDING, Cue.IN_PART})
"""What says that a promise is for each year, for as long as it lasts, or a part of what was promised before."""


def cut_where_done(
    clusters: Mapping[int, int], groups: Sequence[Group], profiles: Profiles, score: Scorer
) -> dict[int, int]:
    """The cluster of each group, by its position, with what is promised anew in a cluster of its own."""
    members: dict[int, list[int]] = defaultdict(list)
    for number in sorted(clusters):
        members[clusters[number]].append(number)
    found = dict(clusters)
    for rows in members.values():
        parts = list(_parts(rows, groups, profiles, score))
        for part in parts if len(parts) > 1 else ():
            found |= dict.fromkeys(part, min(part))
    return found


def _parts(
    rows: Sequence[int], groups: Sequence[Group], profiles: Profiles, score: Scorer
) -> Iterator[tuple[int, ...]]:
    """The groups of a cluster, cut before each that promises anew."""
    left = sorted(rows, key=lambda number: groups[number].members)
    while (begin := _renewed(left, groups, profiles, score)) is not None:
        yield tuple(left[:begin])
        left = left[begin:]
    yield tuple(left)


def _renewed(rows: Sequence[int], groups: Sequence[Group], profiles: Profiles, score: Scorer) -> int | None:
    """The place of the first of some groups that promises a thing for a day to come after it was reported as done."""
    if not _may_be_renewed(rows, groups, profiles):
        return None
    promises: list[int] = []
    done: tuple[int, str] | None = None
    for place, number in enumerate(rows):
        for at in groups[number].members:
            row = profiles.statements[at]
            if isinstance(row, Commitment):
                again = done is not None and done[0] < place and _is_to_come(profiles, at)
                if done and again and (row.letter != done[1] or not _same_act(profiles, promises, at, score)):
                    return place
                promises.append(at)
            elif done is None and _is_done(profiles, at) and _same_act(profiles, promises, at, score):
                done = place, row.letter
    return None


def _may_be_renewed(rows: Sequence[int], groups: Sequence[Group], profiles: Profiles) -> bool:
    """Whether something is promised for a day to come after something was done: what is compared else costs most."""
    done = False
    for number in rows:
        if done and any(_is_to_come(profiles, at) for at in groups[number].members):
            return True
        done = done or any(_is_done(profiles, at) for at in groups[number].members)
    return False


def _is_done(profiles: Profiles, at: int) -> bool:
    """Whether a report tells that something is wholly done: what was to start has started."""
    row, cues = profiles.statements[at], profiles.facts(at).cues
    if not isinstance(row, StatusReport) or is_tentative(row) or not cues.isdisjoint({Cue.IN_PART, Cue.DISCUSSING}):
        return False
    return row.outcome is Outcome.DELIVERED or (row.outcome is Outcome.IN_PROGRESS and Cue.STARTED in cues)


def _same_act(profiles: Profiles, promises: Sequence[int], at: int, score: Scorer) -> bool:
    """Whether a statement is of the very act that a promise of an earlier letter is of."""
    row = profiles.statements[at]
    earlier = [one for one in promises[-EARLIER:] if profiles.statements[one].letter != row.letter]
    found = find_antecedent(profiles[at], [profiles[one] for one in earlier], score)
    if found is None or not (found.same_act or found.may_answer):
        return False
    begun = isinstance(row, StatusReport) and row.outcome is Outcome.IN_PROGRESS
    return not begun or any(_starts(profiles.statements[one], found.earlier) for one in earlier)


def _starts(row: AnyStatement, id_: str) -> bool:
    return row.id == id_ and isinstance(row, Commitment) and row.kind is Kind.START


def _is_to_come(profiles: Profiles, at: int) -> bool:
    """Whether a promise is for a day to come, and a whole of its own."""
    row = profiles.statements[at]
    due = row.deadline if isinstance(row, Commitment) else None
    written = profiles[at].written if due is not None and due.end is not None else None
    if due is None or due.end is None or written is None or due.end < written:
        return False
    return _GOES_ON.isdisjoint(profiles.facts(at).cues)
