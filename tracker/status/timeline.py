"""What each statement of a draft did to the promise, in order: steps, deadlines that moved, how late it was met."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.cues import Cue
from tracker.extraction.siblings import apart
from tracker.i18n.message import Message, message
from tracker.linking.antecedents import AntecedentLink
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import (
    LEARNED,
    AnyStatement,
    Commitment,
    Deadline,
    Firmness,
    Kind,
    Lateness,
    Letter,
    Outcome,
    Slip,
    StatusReport,
    Step,
    StepKind,
)
from tracker.status.changes import NEW_NAMES, change_in
from tracker.status.lateness import lateness_of
from tracker.status.slips import Slips, is_ahead, is_another_edition, is_later, make_slip, prolonged, recurs, retracted
from tracker.status.standing import Standing, StandingDeadlines

_BY_WORDS_ALONE = {Outcome.DELAYED, Outcome.DECLINED}
"""Outcomes that accuse, and that a rule must read in words. Of those that are learned half are right on 28 made series
(24 of 47), of those that a rule reads three quarters (80 of 110)."""


class StepReading(Struct, frozen=True):
    """What the statements of a draft did, in order, and the deadlines that they moved."""

    steps: tuple[Step, ...]
    slips: tuple[Slip, ...]
    lateness: Lateness
    is_partial: bool = False
    """Whether all that is reported as done is a part of what was promised."""
    overruled: frozenset[str] = frozenset()
    """The statements whose own day no longer counts, as an analyst ruled on the move that they make."""


def read_steps(draft: ThreadDraft, letters: Mapping[str, Letter]) -> StepReading:
    """The steps of a draft, from the letters by their ids."""
    return _Reader(draft, letters).read()


class _Reader:
    """Reads the statements of one draft in order."""

    def __init__(self, draft: ThreadDraft, letters: Mapping[str, Letter]) -> None:
        self._members = draft.members
        self._letters = letters
        self._renamed = {link.to: part for link in draft.links for part in link.parts if part.name in NEW_NAMES}
        self._antecedents = {antecedent.later: antecedent for antecedent in draft.antecedents}
        self._facts = draft.facts
        self._by_id = {member.id: member for member in draft.members}
        self._slips = Slips()
        self._standing = StandingDeadlines()
        self._lateness = Lateness.UNKNOWN
        self._whole: list[bool] = []

    def read(self) -> StepReading:
        """The steps, slips and lateness."""
        first = next((row.letter for row in self._members if isinstance(row, Commitment)), self._members[0].letter)
        steps = tuple(self._step(row, first) for row in self._members)
        return StepReading(steps, self._slips.found, self._lateness, bool(self._whole) and not any(self._whole))

    def _step(self, row: AnyStatement, first: str) -> Step:
        self._standing.take_up(row, self._taken_up(row))
        step = self._report(row) if isinstance(row, StatusReport) else self._commitment(row, first)
        if isinstance(row, Commitment) and row.deadline is not None and is_ahead(row.deadline):
            self._standing.set(row, row.deadline)
        return step

    def _taken_up(self, row: AnyStatement) -> AnyStatement | None:
        """The earlier statement of the same act; more time for an act is of that act, whatever is promised."""
        antecedent = self._antecedents.get(row.id)
        if antecedent is None:
            return None
        earlier = self._by_id[antecedent.earlier]
        return earlier if antecedent.same_act or self._gives_time(row, earlier) else None

    def _gives_time(self, row: AnyStatement, promise: AnyStatement | None) -> bool:
        """Whether what is prolonged is the time to do what was promised by a day, not a measure in force."""
        if not isinstance(promise, Commitment) or promise.kind is Kind.CONTINUE or promise.deadline is None:
            return False
        facts = self._facts[row.id]
        return promise.deadline.start is not None and {Cue.DEADLINE, Cue.POSTPONING} <= facts.sentence_cues

    def _is_for_an_act(self, row: AnyStatement) -> bool:
        """The same, of the promise that a statement takes up: one of an earlier letter before one of its own."""
        own = promise = self._taken_up(row)
        while promise is not None and promise.letter == row.letter:
            promise = self._taken_up(promise)
        return self._gives_time(row, promise or own)

    def _commitment(self, row: Commitment, first: str) -> Step:
        antecedent = self._antecedents.get(row.id)
        if antecedent is None or row.letter == first:
            return _step(row, StepKind.PROMISED, message("step.promised"))
        earlier = self._by_id[antecedent.earlier]
        assert isinstance(earlier, Commitment)  # noqa: S101 - antecedents of commitments lead to commitments
        words = _quoted(antecedent.words)
        for_an_act = self._is_for_an_act(row)
        if antecedent.same_act and not for_an_act and self._is_prolonged(row):
            return self._prolong(row, row.deadline, _message("step.extended", words))
        if (antecedent.same_act or for_an_act) and (new := self._moved(row)):
            moved = _step(row, StepKind.POSTPONED, _message("step.postponed", words))
            old = self._slips.found[-1].old_end
            return moved if new is row.deadline else replace(moved, old_end=old, new_end=new.end)
        if change := change_in(earlier, row, self._renamed.get(row.id), self._facts[row.id]):
            return _step(row, StepKind.CHANGED, _message(change.reason, change.words or words))
        return _step(row, StepKind.REPEATED, _message("step.repeated", words))

    def _is_prolonged(self, row: Commitment) -> bool:
        """Whether a commitment says that something in force stays so for longer: that moves no promised act."""
        standing = self._standing.before(row)
        if row.deadline is not None and row.deadline.end is not None and row.deadline.start is None:
            return standing is not None and is_later(standing.deadline, row.deadline)
        return row.kind is Kind.CONTINUE and Cue.POSTPONING in self._facts[row.id].cues

    def _prolong(self, row: AnyStatement, named: Deadline | None, why: Message) -> Step:
        """What is in force stays so from its old end to a new one: the day that is named, or so much time later.

        The day by which a measure was to begin is no end of it.
        """
        told = row.old_deadline if isinstance(row, StatusReport) else None
        standing = self._standing.before(row)
        step = _step(row, StepKind.EXTENDED, why)
        if told is None and standing is not None and standing.deadline.start is not None:
            return step
        old = told or (standing.deadline if standing is not None else None)
        new = named if named is not None and named.end is not None else self._counted(row, standing)
        if old is None or old.end is None or new is None or new.end is None or new.end <= old.end:
            return step
        self._standing.set(row, new)
        return replace(step, old_end=old.end, new_end=new.end)

    def _counted(self, row: AnyStatement, standing: Standing | None) -> Deadline | None:
        """The last known deadline counted on by the length that a statement names; as it is where that was told before.

        What is only intended, or told of a time before the last known deadline was named, moves nothing.
        """
        facts = self._facts[row.id]
        if standing is None or Cue.UNMOVED in facts.sentence_cues or self._is_open(row):
            return None
        told = {self._facts[one.by.id].increase for one in self._standing.known_before(row)}
        if facts.increase is not None and facts.increase in told and Cue.AGAIN not in facts.sentence_cues:
            return standing.deadline
        named_on = self._letters[standing.by.letter].anchor
        when = row.when.end if isinstance(row, StatusReport) and row.when is not None else None
        if when is not None and named_on is not None and when < named_on:
            return None
        return prolonged(standing.deadline, facts.increase)

    def _is_open(self, row: AnyStatement) -> bool:
        """Whether a statement, or the promise that the same sentence makes, is soft or hangs on something."""
        said = (made for made in self._members if isinstance(made, Commitment) and made.letter == row.letter)
        return any(made.firmness is Firmness.SOFT or made.conditions for made in said if made.sentence == row.sentence)

    def _moved(self, row: Commitment) -> Deadline | None:
        """The deadline that a commitment sets, if later than the last known one of its act, by its date or in words."""
        standing, new = self._standing.before(row), row.deadline
        if standing is None or standing.deadline.end is None:
            return None
        old = standing.deadline.end
        before = [one.by for one in self._standing.known_before(row)]
        returns = isinstance(standing.by, Commitment) and recurs(standing.by, row, self._facts)
        if returns or is_another_edition(before, row, self._facts):
            return None
        if row.conditions and Cue.POSTPONING in self._facts[row.id].cues:  # "indien …, schuift de opening op"
            return None
        if is_later(standing.deadline, new):
            if self._slips.tells(row, old, new.end if new else None):
                return None
            self._slip(standing.by, row, old, new.end if new else None)
            return new
        if Cue.POSTPONING not in self._facts[row.id].cues:
            return None
        counted = self._counted(row, standing)
        if counted is None or counted.end is None or counted.end <= old or self._slips.tells(row, old, counted.end):
            return None
        self._slip(standing.by, row, old, counted.end)
        self._standing.set(row, counted)
        return counted

    def _slip(self, earlier: AnyStatement, later: AnyStatement, old: dt.date | None, new: dt.date | None) -> None:
        self._slips.add(make_slip(earlier, later, old, new, self._facts[later.id].reason))

    def _report(self, row: StatusReport) -> Step:
        antecedent = self._antecedents.get(row.id)
        words = _quoted(antecedent.words) if antecedent and antecedent.words else None
        unmoved = row.outcome in {Outcome.DELAYED, Outcome.EXTENDED} and Cue.UNMOVED in self._facts[row.id].cues
        if unmoved or (row.rule == LEARNED and row.outcome in _BY_WORDS_ALONE):
            return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
        if self._is_of_a_prolongation(row):
            return self._prolong(row, row.new_deadline, _message("step.reported-extended", words))
        if row.outcome in {Outcome.DELAYED, Outcome.EXTENDED}:
            return self._delay(row, antecedent, words)
        done = row.outcome is Outcome.DELIVERED or self._starts(row, antecedent)
        done = done and not self._only_discusses(row, antecedent)
        settles = done or row.outcome not in {Outcome.IN_PROGRESS, Outcome.DELIVERED}
        if not settles or not self._tells(antecedent):
            return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
        if row.outcome is Outcome.CHANGED and Cue.CHANGING not in self._facts[row.id].cues:
            return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
        if row.outcome is Outcome.CHANGED:
            return _step(row, StepKind.CHANGED, _message("step.reported-changed", words))
        if done:
            self._lateness = self._how_late(row, antecedent)
            self._whole.append(Cue.IN_PART not in self._facts[row.id].cues)
            did = "step.reported-delivered" if row.outcome is Outcome.DELIVERED else "step.reported-started"
            return _step(row, StepKind.DELIVERED, _message(did, words))
        return _step(row, StepKind.DROPPED, _message("step.reported-dropped", words))

    def _how_late(self, row: StatusReport, antecedent: AntecedentLink | None) -> Lateness:
        """How late it was done; when a later step came tells only that the promised one was done by then."""
        facts = self._facts[row.id]
        found = lateness_of(row, self._standing.before(row), self._letters, facts)
        promised = self._facts[antecedent.earlier].steps if antecedent is not None else frozenset()
        return Lateness.DEPENDS if found is Lateness.LATE and apart(promised, facts.steps) else found

    def _is_of_a_prolongation(self, row: StatusReport) -> bool:
        """Whether it prolongs what is in force, or its sentence says that more time is needed and gives that."""
        if row.outcome is not Outcome.DELAYED:
            return row.outcome is Outcome.EXTENDED and not self._is_for_an_act(row)
        said = (made for made in self._members if isinstance(made, Commitment) and made.sentence == row.sentence)
        ends = (made.deadline for made in said if made.kind is Kind.CONTINUE and made.letter == row.letter)
        return any(end is not None and end.end is not None and end.start is None for end in ends)

    def _tells(self, antecedent: AntecedentLink | None) -> bool:
        """Whether a report of an outcome is about the promise of this thread, made before it."""
        if antecedent is None:
            return not any(isinstance(member, Commitment) for member in self._members)
        return antecedent.same_act

    def _only_discusses(self, row: StatusReport, antecedent: AntecedentLink | None) -> bool:
        """Whether a report says that a thing was spoken of or taken up, where more than that was promised."""
        if antecedent is None or Cue.DISCUSSING not in self._facts[row.id].cues:
            return False
        return Cue.DISCUSSING not in self._facts[antecedent.earlier].cues

    def _starts(self, row: StatusReport, antecedent: AntecedentLink | None) -> bool:
        """Whether a report says that what was promised to start has started."""
        promise = self._by_id[antecedent.earlier] if antecedent is not None else None
        if not isinstance(promise, Commitment) or promise.kind is not Kind.START:
            return False
        return row.outcome is Outcome.IN_PROGRESS and Cue.STARTED in self._facts[row.id].cues

    def _delay(self, row: StatusReport, antecedent: AntecedentLink | None, words: str | None) -> Step:
        earlier = self._by_id[antecedent.earlier] if antecedent is not None and antecedent.same_act else row
        standing = self._standing.before(row)
        old = row.old_deadline.end if row.old_deadline else None
        new = row.new_deadline if row.new_deadline is not None and row.new_deadline.end is not None else None
        if (said := self._said_of(row)) is not None:
            new, old = said, retracted(said.end, self._facts[row.id].increase)
        if standing is not None and (old is None or said is not None):
            old, earlier = standing.deadline.end, standing.by
        if new is None:
            named = row.old_deadline
            new = (
                prolonged(named, self._facts[row.id].increase) if named and named.end else self._counted(row, standing)
            )
        end = new.end if new is not None else None
        known = standing.deadline.end if standing is not None else None
        if standing is not None and known is not None and old is not None and known > old:
            if end is None or end <= known:  # an earlier letter told of this move
                return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
            old, earlier = known, standing.by
        if (old is not None and end is not None and end <= old) or self._slips.tells(row, old, end):
            return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
        self._slip(earlier, row, old, end)
        if new is not None:
            self._standing.set(row, new)
        moved = _step(row, StepKind.POSTPONED, _message(f"step.reported-{row.outcome}", words))
        return replace(moved, old_end=old, new_end=end) if new is not row.new_deadline else moved

    def _said_of(self, row: StatusReport) -> Deadline | None:
        """The new deadline that the sentence before a report names, where it only says that this is later."""
        promises = [
            made
            for made in self._members[: self._members.index(row)]
            if isinstance(made, Commitment) and made.passage == row.passage and made.sentence != row.sentence
        ]
        facts = self._facts[row.id]
        if row.old_deadline or row.new_deadline or not promises or Cue.POINTING not in facts.cues:
            return None
        before, named = promises[-1], promises[-1].deadline
        follows = bool(facts.before) and facts.before[0].text == before.sentence
        return named if follows and named is not None and named.end is not None and is_ahead(named) else None


def _step(row: AnyStatement, kind: StepKind, why: Message) -> Step:
    ruled = message("step.by-rule", rule=row.rule, why=why) if row.rule else why
    return Step(letter=row.letter, ref=row.id, step=kind, why=ruled)


def _message(reason: str, words: str | None) -> Message:
    """A reason with the words that it rests on."""
    return message("step.in-words", why=message(reason), words=words) if words else message(reason)


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(words[:4])
