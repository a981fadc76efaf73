"""What each statement of a draft did to the promise, in order: steps, deadlines that moved, how late it was met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.cues import Cue
from tracker.i18n.catalog import N_
from tracker.i18n.message import Message, message
from tracker.linking.antecedents import AntecedentLink
from tracker.linking.comparison import FUNDED, RENAMED
from tracker.linking.thread_draft import Statement, ThreadDraft
from tracker.model import Commitment, Deadline, Kind, Lateness, Letter, Outcome, Slip, StatusReport, Step, StepKind
from tracker.status.slips import extended, is_ahead, is_later, make_slip, recurs
from tracker.status.standing import StandingDeadlines

_NEW_NAMES = {RENAMED: N_("step.renamed"), FUNDED: N_("step.funded")}
"""What the parts of a link check that say that a thing got another name."""


class StepReading(Struct, frozen=True):
    """What the statements of a draft did, in order, and the deadlines that they moved."""

    steps: tuple[Step, ...]
    slips: tuple[Slip, ...]
    lateness: Lateness
    is_partial: bool = False
    """Whether all that is reported as done is a part of what was promised."""


def read_steps(draft: ThreadDraft, letters: Mapping[str, Letter]) -> StepReading:
    """The steps of a draft, from the letters by their ids."""
    return _Reader(draft, letters).read()


class _Reader:
    """Reads the statements of one draft in order."""

    def __init__(self, draft: ThreadDraft, letters: Mapping[str, Letter]) -> None:
        self._members = draft.members
        self._letters = letters
        self._renamed = {link.to: part for link in draft.links for part in link.parts if part.name in _NEW_NAMES}
        self._antecedents = {antecedent.later: antecedent for antecedent in draft.antecedents}
        self._facts = draft.facts
        self._by_id = {member.id: member for member in draft.members}
        self._slips: list[Slip] = []
        self._standing = StandingDeadlines()
        self._lateness = Lateness.UNKNOWN
        self._whole: list[bool] = []

    def read(self) -> StepReading:
        """The steps, slips and lateness."""
        first = next((row.letter for row in self._members if isinstance(row, Commitment)), self._members[0].letter)
        steps = tuple(self._step(row, first) for row in self._members)
        return StepReading(steps, tuple(self._slips), self._lateness, bool(self._whole) and not any(self._whole))

    def _step(self, row: Statement, first: str) -> Step:
        antecedent = self._antecedents.get(row.id)
        earlier = self._by_id[antecedent.earlier] if antecedent is not None and antecedent.same_act else None
        self._standing.take_up(row, earlier)
        step = self._report(row) if isinstance(row, StatusReport) else self._commitment(row, first)
        if isinstance(row, Commitment) and row.deadline is not None and is_ahead(row.deadline):
            self._standing.set(row, row.deadline)
        return step

    def _commitment(self, row: Commitment, first: str) -> Step:
        antecedent = self._antecedents.get(row.id)
        if antecedent is None or row.letter == first:
            return _step(row, StepKind.PROMISED, message("step.promised"))
        earlier = self._by_id[antecedent.earlier]
        assert isinstance(earlier, Commitment)  # noqa: S101 - antecedents of commitments lead to commitments
        words = _quoted(antecedent.words)
        if antecedent.same_act and self._is_prolonged(row):
            return self._prolong(row, row.deadline, _message("step.extended", words))
        if antecedent.same_act and self._moves(row):
            return _step(row, StepKind.POSTPONED, _message("step.postponed", words))
        if renamed := self._renamed.get(row.id):
            return _step(row, StepKind.CHANGED, _message(_NEW_NAMES[renamed.name], renamed.text))
        if self._says_changed(row):
            return _step(row, StepKind.CHANGED, _message("step.changed", words))
        if amounts := _other_amounts(earlier, row):
            return _step(row, StepKind.CHANGED, _message("step.amount", amounts))
        return _step(row, StepKind.REPEATED, _message("step.repeated", words))

    def _is_prolonged(self, row: Commitment) -> bool:
        """Whether a commitment says that something in force stays so for longer: that moves no promised act."""
        standing = self._standing.before(row)
        if row.deadline is not None and row.deadline.end is not None and row.deadline.start is None:
            return standing is not None and is_later(standing.deadline, row.deadline)
        return row.kind is Kind.CONTINUE and Cue.POSTPONING in self._facts[row.id].cues

    def _prolong(self, row: Statement, named: Deadline | None, why: Message) -> Step:
        """What is in force stays so from its old end to a new one: the day that is named, or so much time later."""
        told = row.old_deadline if isinstance(row, StatusReport) else None
        standing = self._standing.before(row)
        old = told or (standing.deadline if standing is not None else None)
        step = _step(row, StepKind.EXTENDED, why)
        if old is None or old.end is None:
            return step
        new = named.end if named is not None and named.end else extended(old.end, self._facts[row.id].increase)
        if new is None or new <= old.end:
            return step
        self._standing.set(row, replace(old, end=new))
        return replace(step, old_end=old.end, new_end=new)

    def _says_changed(self, row: Commitment) -> bool:
        """Whether a promise says in words that it is another than before, or names the old amount beside the new."""
        return Cue.CHANGING in self._facts[row.id].cues or any(amount.was is not None for amount in row.amounts)

    def _moves(self, row: Commitment) -> bool:
        """Whether a commitment moves the last known deadline of its act to later, by its date or in words."""
        standing, new = self._standing.before(row), row.deadline
        if standing is None or standing.deadline.end is None:
            return False
        old = standing.deadline.end
        if isinstance(standing.by, Commitment) and recurs(standing.by, row, self._facts):
            return False
        if is_later(standing.deadline, new):
            self._slip(standing.by, row, old, new.end if new else None)
            return True
        if Cue.POSTPONING not in self._facts[row.id].cues:
            return False
        end = extended(old, self._facts[row.id].increase)
        if end is None or end <= old:
            return False
        self._slip(standing.by, row, old, end)
        self._standing.set(row, replace(standing.deadline, end=end))
        return True

    def _slip(self, earlier: Statement, later: Statement, old: dt.date | None, new: dt.date | None) -> None:
        """Keeps a move; of two ways in which one letter tells the same move, the one that names more of its dates."""
        slip = make_slip(earlier, later, old, new, self._facts[later.id].reason)
        for at, known in enumerate(self._slips):
            if known.to_letter == slip.to_letter and _same_move(known, slip):
                self._slips[at] = max(known, slip, key=_named_dates)
                return
        self._slips.append(slip)

    def _report(self, row: StatusReport) -> Step:
        antecedent = self._antecedents.get(row.id)
        words = _quoted(antecedent.words) if antecedent and antecedent.words else None
        if row.outcome is Outcome.EXTENDED and not self._is_for_an_act(row, antecedent):
            return self._prolong(row, row.new_deadline, _message("step.reported-extended", words))
        if row.outcome in {Outcome.DELAYED, Outcome.EXTENDED}:
            return self._delay(row, antecedent, words)
        done = row.outcome is Outcome.DELIVERED or self._starts(row, antecedent)
        if (row.outcome is Outcome.IN_PROGRESS and not done) or not self._tells(antecedent):
            return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
        if row.outcome is Outcome.CHANGED and Cue.CHANGING not in self._facts[row.id].cues:
            return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
        if row.outcome is Outcome.CHANGED:
            return _step(row, StepKind.CHANGED, _message("step.reported-changed", words))
        if done:
            self._lateness = self._late(row)
            self._whole.append(Cue.IN_PART not in self._facts[row.id].cues)
            delivered = row.outcome is Outcome.DELIVERED
            did = _message("step.reported-delivered" if delivered else "step.reported-started", words)
            return _step(row, StepKind.DELIVERED, did)
        return _step(row, StepKind.DROPPED, _message("step.reported-dropped", words))

    def _tells(self, antecedent: AntecedentLink | None) -> bool:
        """Whether a report of an outcome is about the promise of this thread, made before it."""
        if antecedent is None:
            return not any(isinstance(member, Commitment) for member in self._members)
        return antecedent.same_act

    def _starts(self, row: StatusReport, antecedent: AntecedentLink | None) -> bool:
        """Whether a report says that what was promised to start has started."""
        promise = self._by_id[antecedent.earlier] if antecedent is not None else None
        if not isinstance(promise, Commitment) or promise.kind is not Kind.START:
            return False
        return row.outcome is Outcome.IN_PROGRESS and Cue.STARTED in self._facts[row.id].cues

    def _is_for_an_act(self, row: StatusReport, antecedent: AntecedentLink | None) -> bool:
        """Whether what is prolonged is the time to do what was promised by a day, not a measure in force."""
        promise = self._by_id[antecedent.earlier] if antecedent is not None and antecedent.same_act else None
        if not isinstance(promise, Commitment) or promise.kind is Kind.CONTINUE or promise.deadline is None:
            return False
        return promise.deadline.start is not None and Cue.DEADLINE in self._facts[row.id].sentence_cues

    def _delay(self, row: StatusReport, antecedent: AntecedentLink | None, words: str | None) -> Step:
        earlier = self._by_id[antecedent.earlier] if antecedent is not None and antecedent.same_act else row
        standing = self._standing.before(row)
        old = row.old_deadline.end if row.old_deadline else None
        if old is None and standing is not None:
            old, earlier = standing.deadline.end, standing.by
        new = row.new_deadline.end if row.new_deadline else None
        new = new or extended(old, self._facts[row.id].increase)
        if old is not None and new is not None and new <= old:
            return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
        self._slip(earlier, row, old, new)
        if row.new_deadline is not None and row.new_deadline.end is not None:
            self._standing.set(row, row.new_deadline)
        return _step(row, StepKind.POSTPONED, _message(f"step.reported-{row.outcome}", words))

    def _late(self, row: StatusReport) -> Lateness:
        """Whether what a report tells happened after the last known deadline, on every reading of both."""
        standing = self._standing.before(row)
        if standing is None or standing.deadline.end is None:
            return Lateness.UNKNOWN
        begin, end = self._when(row)
        if begin is not None and begin > standing.deadline.end:
            return Lateness.LATE
        if end is not None and end <= standing.deadline.end:
            return Lateness.ON_TIME
        return Lateness.DEPENDS

    def _when(self, row: StatusReport) -> tuple[dt.date | None, dt.date | None]:
        """The days between which a reported thing happened: as it says, else since the letter before."""
        if row.when is not None and row.when.end is not None:
            return row.when.start or row.when.end, row.when.end
        written = self._letters[row.letter].latest or self._letters[row.letter].anchor
        if Cue.ENCLOSED in self._facts[row.id].sentence_cues and self._letters[row.letter].date is not None:
            return written, written
        before = [
            letter.anchor
            for letter in self._letters.values()
            if letter.anchor is not None and written is not None and letter.anchor < written
        ]
        return max(before) + dt.timedelta(days=1) if before else None, written


def _same_move(one: Slip, other: Slip) -> bool:
    """Whether two slips contradict each other in neither end; an end that one does not name agrees with any."""
    ends = ((one.old_end, other.old_end), (one.new_end, other.new_end))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in ends)


def _named_dates(slip: Slip) -> int:
    return (slip.old_end is not None) + (slip.new_end is not None)


def _step(row: Statement, kind: StepKind, why: Message) -> Step:
    ruled = message("step.by-rule", rule=row.rule, why=why) if row.rule else why
    return Step(letter=row.letter, ref=row.id, step=kind, why=ruled)


def _message(reason: str, words: str | None) -> Message:
    """A reason with the words that it rests on."""
    return message(reason) if words is None else message("step.in-words", why=message(reason), words=words)


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(words[:4])


def _other_amounts(earlier: Commitment, row: Commitment) -> str:
    """The amounts that differ from those of the same unit in an earlier promise: "10 → 12 fte"."""
    old = {amount.unit: amount for amount in earlier.amounts}
    pairs = ((old[amount.unit], amount) for amount in row.amounts if amount.unit in old)
    return ", ".join(f"{was.text} → {now.text}" for was, now in pairs if was.value != now.value)
