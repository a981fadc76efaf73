"""ThreadDraft → thread: what each letter did to a promise, and the verdict that follows, as small functions over data.

Postponed, dropped and lapsed are accusations: they rest on a quote of the same act, or on a search of the letters after
the deadline; in doubt a softer verdict stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from math import expm1, prod

from msgspec.structs import replace

from tracker.extraction import AnalysedLetter
from tracker.i18n.message import Message, message
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import (
    Commitment,
    Evidence,
    LapseSign,
    Lateness,
    MissingPaper,
    Status,
    StatusReport,
    Step,
    StepKind,
    Thread,
)
from tracker.status.absence_search import Silence
from tracker.status.missing_papers import missing_papers, published_after
from tracker.status.passed_deadline import Passing, pass_deadline
from tracker.status.ruled_moves import with_ruled_moves
from tracker.status.thread_context import Surroundings, surroundings_of
from tracker.status.timeline import read_steps
from tracker.status.titles import DraftSubject, titles_of
from tracker.status.weights import TOLD_SIGNS, UNREAD_PAPERS
from tracker.statuses import FACTS, TABLE
from tracker.text.short_id import thread_id

_PROMISING = frozenset({StepKind.REPEATED, StepKind.CHANGED, StepKind.POSTPONED, StepKind.EXTENDED})
"""The steps of a later letter that promise a thing, or say more of it, once more."""


def judge(draft: ThreadDraft, letters: Sequence[AnalysedLetter], as_of: dt.date | None) -> Thread:
    """The verdict on one draft as of a day, from the letters given; `as_of` None takes every deadline as open."""
    return judge_all((draft,), letters, as_of)[0]


def judge_all(
    drafts: Iterable[ThreadDraft],
    letters: Sequence[AnalysedLetter],
    as_of: dt.date | None,
    reports: Iterable[StatusReport] = (),
) -> tuple[Thread, ...]:
    """The verdicts on drafts, in their order; the letters and what they report are searched through one index."""
    found = tuple(drafts)
    return Judge(found, letters, as_of, reports).threads(found)


class Judge:
    """Judges drafts as of a day; what it judged before it knows."""

    def __init__(
        self,
        around: Sequence[ThreadDraft],
        letters: Sequence[AnalysedLetter],
        as_of: dt.date | None,
        reports: Iterable[StatusReport] = (),
    ) -> None:
        """Search these letters; what stands `around` a promise are these drafts, and reports that are in none."""
        self._letters = {row.letter.id: row for row in letters}
        self._as_of = as_of
        self._missing = missing_papers(letters)
        self._searching = Silence(letters, open_reports(around, reports)), surroundings_of(around)
        self._known: dict[int, tuple[ThreadDraft, DraftSubject]] = {}
        self._judged: dict[int, Thread] = {}

    def threads(self, drafts: Sequence[ThreadDraft]) -> tuple[Thread, ...]:
        """The verdicts on drafts, in their order; a draft that was judged before costs nothing."""
        named = zip(drafts, titles_of(list(map(self._subject, drafts))), strict=True)
        return tuple(self._thread(draft, title) for draft, title in named)

    def _subject(self, draft: ThreadDraft) -> DraftSubject:
        if id(draft) not in self._known:
            self._known[id(draft)] = draft, DraftSubject(draft.members, self._letters, draft.facts)
        return self._known[id(draft)][1]

    def _thread(self, draft: ThreadDraft, title: str) -> Thread:
        found = self._judged.get(id(draft))
        if found is None:
            found = _judge(draft, self._letters, self._searching, self._missing, self._as_of, title=title)
        elif found.title != title:
            found = replace(found, title=title)
        self._judged[id(draft)] = found
        return found


def open_reports(drafts: Iterable[ThreadDraft], reports: Iterable[StatusReport]) -> frozenset[tuple[str, str]]:
    """The passages with the sentences that report something, but in no draft with a promise of another letter."""
    answered = {
        row.id
        for draft in drafts
        for row in draft.members
        if any(isinstance(other, Commitment) and other.letter != row.letter for other in draft.members)
    }
    return frozenset((row.passage, row.sentence) for row in reports if row.id not in answered)


def _judge(
    draft: ThreadDraft,
    analysed: Mapping[str, AnalysedLetter],
    searching: tuple[Silence, Surroundings],
    missing: Sequence[MissingPaper],
    as_of: dt.date | None,
    *,
    title: str,
) -> Thread:
    letters = {name: row.letter for name, row in analysed.items()}
    reading = with_ruled_moves(read_steps(draft, letters), draft)
    passing = pass_deadline(draft, reading, letters, searching, as_of)
    status = _status(reading.steps, passing.status)
    unread = published_after(missing, letters[draft.members[0].letter])
    return Thread(
        id=thread_id(draft.members[0].id),
        title=title,
        status=status,
        late=status is Status.DELIVERED and reading.lateness is Lateness.LATE,
        lateness=reading.lateness,
        partly=status is Status.DELIVERED and reading.is_partial,
        members=reading.steps,
        slips=reading.slips,
        evidence=_evidence(draft, status, passing, unread),
        confidence=confidence_of(draft, reading.steps, status, unread),
        searched=passing.searched if status is passing.status else (),
        more_searched=max(passing.number - len(passing.searched), 0) if status is Status.LAPSED else 0,
        candidates=draft.candidates,
        links=draft.links,
        signs=passing.signs if status is passing.status else (),
        lapse=passing.probability if status is passing.status else None,
    )


def _status(steps: Sequence[Step], passed: Status | None) -> Status:
    """The verdict by precedence: what the letters did, or what became of the deadline after it passed.

    A move to later holds only while the new day, if it got one, is still to come.
    """
    kinds = _standing(steps)
    if passed is not None:
        kinds -= {StepKind.POSTPONED, StepKind.EXTENDED}
    found = (row.status for row in TABLE if row.step in kinds or (passed and row.status is passed))
    return next((status for status in found if status), Status.PROMISED)


def _standing(steps: Sequence[Step]) -> set[StepKind]:
    """The kinds of steps that stand.

    What a later letter promises again is not given up; what is given up once it was done and promised again, not done.
    """
    found: dict[StepKind, str] = {}
    again: set[str] = set()
    """The letters that promise after what was done before them."""
    for step in steps:
        if step.step in _PROMISING:
            if found.get(StepKind.DROPPED, step.letter) != step.letter:
                del found[StepKind.DROPPED]
            if StepKind.DELIVERED in found:
                again.add(step.letter)
        if step.step is StepKind.DROPPED and again - {step.letter}:
            found.pop(StepKind.DELIVERED, None)
        found[step.step] = step.letter
    return set(found)


def _evidence(
    draft: ThreadDraft, status: Status, passing: Passing, missing: Sequence[MissingPaper]
) -> tuple[Evidence, ...]:
    """The grounds of the links, then those of the verdict where no statement of the thread is its ground.

    `missing` are papers that may speak of the promise and that nobody could search.
    """
    found = [Evidence(row.rule, row.score, ", ".join(row.words), (row.from_, row.to)) for row in draft.links]
    best = max(passing.searched, key=lambda row: row.score, default=None)
    if status is passing.status and passing.probability is not None:
        found.append(Evidence("lapse", passing.probability, told_signs(passing.signs)))
    if status is Status.LAPSED and best is not None:
        text = message("evidence.silence", number=passing.number, letter=best.letter)
        found.append(Evidence("silence", round(1 - best.score, 3), text))
        if missing:
            numbers = ", ".join(row.id for row in missing)
            found.append(Evidence("missing", 1.0, message("evidence.missing", papers=numbers)))
    if status is Status.UNCLEAR and best is not None and passing.speaks:
        found.append(Evidence("spoken", best.score, message("evidence.spoken", letter=best.letter)))
    if status is Status.DUE:
        found.append(Evidence("due", 1.0, message("evidence.due")))
    return tuple(found)


def told_signs(signs: Iterable[LapseSign]) -> Message:
    """The signs that weigh most, each with its value and whether it speaks for a lapse or against."""
    heavy = sorted(signs, key=lambda sign: -abs(sign.contribution))[:TOLD_SIGNS]
    rows = (message(f"sign.{sign.name}", value=_figure(sign), adds=_added(sign.contribution)) for sign in heavy)
    return message("evidence.lapse", signs=tuple(rows))


_SHARES = frozenset({"held", "alike-report", "near", "near-report", "taken-up"})
"""The signs that are a share (0..1), told in percent."""


def _figure(sign: LapseSign) -> int | Message:
    """The value of a sign as readers count: wholes and percents, and of what has no unit whether it is more or less."""
    if sign.name == "shared":
        return message("sign.more") if sign.value > 0 else message("sign.fewer")
    if sign.name == "alike":
        return message("sign.more") if sign.value > 0 else message("sign.less")
    if sign.name == "sentences":
        return round(expm1(sign.value))
    return round(sign.value * 100 if sign.name in _SHARES else sign.value)


def _added(contribution: float) -> Message:
    """Whether a sign speaks for a lapse or against it."""
    return message("sign.adds" if contribution > 0 else "sign.takes")


def confidence_of(draft: ThreadDraft, steps: Sequence[Step], status: Status, missing: Sequence[MissingPaper]) -> float:
    """The surest figures multiplied: the statement that decides, the link between letters, the rule.

    Silence is never sure while papers that may speak of the promise could not be searched.
    """
    by_id = {row.id: row for row in draft.members}
    deciding = [by_id[step.ref].confidence for step in steps if step.step.value == status.value]
    across = [row.score for row in draft.links if by_id[row.from_].letter != by_id[row.to].letter]
    statement = max(deciding) if deciding else by_id[steps[0].ref].confidence
    searched = UNREAD_PAPERS if status is Status.LAPSED and missing else 1.0
    return round(prod((statement, max(across, default=1.0), FACTS[status].reliability, searched)), 3)
