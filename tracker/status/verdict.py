"""ThreadDraft → thread: what each letter did to a promise, and the verdict that follows, as small functions over data.

Postponed, dropped and lapsed are accusations: they rest on a quote of the same act, or on a search of the letters after
the deadline; in doubt a softer verdict stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2s
from math import prod

from tracker.i18n.message import message
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import (
    Commitment,
    Evidence,
    Firmness,
    Lateness,
    Letter,
    Searched,
    Status,
    StatusReport,
    Step,
    Thread,
)
from tracker.model.statuses import BY_PRECEDENCE, FACTS
from tracker.status.absence_search import Silence
from tracker.status.timeline import StepReading, read_steps
from tracker.status.titles import title
from tracker.status.weights import MENTION

Statement = Commitment | StatusReport


def judge(draft: ThreadDraft, letters: Sequence[Letter], as_of: dt.date | None) -> Thread:
    """The verdict on one draft as of a day, from the letters given; `as_of` None takes every deadline as open."""
    return judge_all((draft,), letters, as_of)[0]


def judge_all(drafts: Iterable[ThreadDraft], letters: Sequence[Letter], as_of: dt.date | None) -> tuple[Thread, ...]:
    """The verdicts on drafts, in their order; the letters are searched through one index."""
    by_id = {letter.id: letter for letter in letters}
    silence = Silence(letters)
    return tuple(_judge(draft, by_id, silence, as_of) for draft in drafts)


def thread_id(first: str) -> str:
    """The id of the thread that starts with a statement."""
    return f"t-{blake2s(first.encode(), digest_size=4).hexdigest()}"


def _judge(draft: ThreadDraft, letters: Mapping[str, Letter], silence: Silence, as_of: dt.date | None) -> Thread:
    reading = read_steps(draft, letters)
    due = _open_until(draft, reading)
    searched = _silent(draft, due, letters, silence, as_of)
    status = _status(reading.steps, lapsed=bool(searched))
    return Thread(
        id=thread_id(draft.members[0].id),
        title=title(draft.members, letters, draft.facts),
        status=status,
        late=status is Status.DELIVERED and reading.lateness is Lateness.LATE,
        lateness=reading.lateness,
        members=reading.steps,
        slips=reading.slips,
        evidence=_evidence(draft, status, searched, silence.after(due) if due else 0),
        confidence=_confidence(draft, reading.steps, status),
        searched=searched,
        candidates=draft.candidates,
        links=draft.links,
    )


def _status(steps: Sequence[Step], *, lapsed: bool) -> Status:
    """The verdict by precedence: what the letters did, or that none of them spoke when it was due."""
    kinds = {step.step for step in steps}
    found = (row.status for row in BY_PRECEDENCE if row.step in kinds or (row.status is Status.LAPSED and lapsed))
    return next((status for status in found if status), Status.PROMISED)


def _silent(
    draft: ThreadDraft, due: dt.date | None, letters: Mapping[str, Letter], silence: Silence, as_of: dt.date | None
) -> tuple[Searched, ...]:
    """The letters searched, if the latest deadline passed and none of them speaks of the promise; else nothing."""
    if (
        due is None
        or as_of is None
        or as_of <= due
        or any(_written(letters[row.letter]) > due for row in draft.members)
    ):
        return ()
    if silence.after(due) == 0:
        return ()
    searched = silence.search(draft.about, due)
    return () if any(row.score >= MENTION for row in searched) else searched


def _open_until(draft: ThreadDraft, reading: StepReading) -> dt.date | None:
    """The last day by which a firm promise of the draft was due; None where it has no date, or lost it.

    What lasts until a day is not due on it: it may simply end. What names nothing cannot be missed.
    """
    if any(slip.new_end is None for slip in reading.slips):
        return None
    ends = [
        row.deadline.end
        for row in draft.members
        if isinstance(row, Commitment)
        and row.firmness is Firmness.FIRM
        and row.id not in draft.vague
        and row.deadline is not None
        and row.deadline.end is not None
        and row.deadline.start is not None
    ]
    moved = [slip.new_end for slip in reading.slips if slip.new_end is not None]
    return max([*ends, *moved]) if ends else None


def _written(letter: Letter) -> dt.date:
    """The latest day on which a letter can have been written; one that nobody can date is never after anything."""
    return letter.latest or letter.anchor or dt.date.min


def _evidence(draft: ThreadDraft, status: Status, searched: Sequence[Searched], number: int) -> tuple[Evidence, ...]:
    """The grounds of the links, then those of the verdict; `number` letters were searched, of which some are listed."""
    found = [Evidence(row.rule, row.score, ", ".join(row.words), (row.from_, row.to)) for row in draft.links]
    if status is Status.LAPSED:
        best = max(searched, key=lambda row: row.score)
        text = message("evidence.silence", number=number, letter=best.letter)
        found.append(Evidence("silence", round(1 - best.score, 3), text))
    return tuple(found)


def _confidence(draft: ThreadDraft, steps: Sequence[Step], status: Status) -> float:
    """The surest figures multiplied: the statement that decides, the link between letters, the rule."""
    by_id = {row.id: row for row in draft.members}
    deciding = [by_id[step.ref].confidence for step in steps if step.step.value == status.value]
    across = [row.score for row in draft.links if by_id[row.from_].letter != by_id[row.to].letter]
    statement = max(deciding) if deciding else by_id[steps[0].ref].confidence
    return round(prod((statement, max(across, default=1.0), FACTS[status].reliability)), 3)
