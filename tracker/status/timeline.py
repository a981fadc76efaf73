"""What each statement of a draft did to the promise, in order: steps, deadlines that moved, how late it was met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.cues import Cue
from tracker.extraction.sibling_features import unshared
from tracker.i18n.message import Message, message
from tracker.linking.antecedents import AntecedentLink
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import (
    EURO,
    AnyStatement,
    Commitment,
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
from tracker.status.deadline_moves import DeadlineMove, MovedDeadlines
from tracker.status.lateness import lateness_of
from tracker.statuses import REPORTED

_BY_WORDS_ALONE = {Outcome.DELAYED, Outcome.DECLINED, Outcome.CANCELLED}
"""Outcomes that accuse, and that a rule must read in words. Of the delays and refusals that are learned half are right
on 28 made series (24 of 47), of those that a rule reads three quarters (80 of 110); that a thing given up is read alike
is judgement, not measured."""


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
        self._moves = MovedDeadlines(draft, letters)
        self._lateness = Lateness.UNKNOWN
        self._whole: list[bool] = []
        self._papers: frozenset[str] = frozenset()
        """Those that came so far."""

    def read(self) -> StepReading:
        """The steps, slips and lateness."""
        first = next((row.letter for row in self._members if isinstance(row, Commitment)), self._members[0].letter)
        steps = tuple(self._step(row, first) for row in self._members)
        return StepReading(steps, self._moves.slips, self._lateness, bool(self._whole) and not any(self._whole))

    def _step(self, row: AnyStatement, first: str) -> Step:
        self._moves.take_up(row, self._taken_up(row))
        step = self._report(row) if isinstance(row, StatusReport) else self._commitment(row, first)
        if isinstance(row, Commitment):
            self._moves.set(row)
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
        if antecedent.same_act and not for_an_act and self._moves.is_prolonged(row):
            return _moved(row, StepKind.EXTENDED, self._moves.prolong(row), _message("step.extended", words))
        if (antecedent.same_act or for_an_act) and (move := self._moves.postpone(row)):
            return _moved(row, StepKind.POSTPONED, move, _message("step.postponed", words))
        if change := change_in(earlier, row, self._renamed.get(row.id), self._facts[row.id]):
            return _step(row, StepKind.CHANGED, _message(change.reason, change.words or words))
        return _step(row, StepKind.REPEATED, _message("step.repeated", words))

    def _report(self, row: StatusReport) -> Step:
        antecedent = self._antecedents.get(row.id)
        words = _quoted(antecedent.words) if antecedent and antecedent.words else None
        ending = self._ending(row, antecedent)
        if ending is StepKind.PROGRESS:
            return _step(row, ending, _message("step.reported-progress", words))
        if ending is StepKind.DELIVERED:
            return self._delivery(row, antecedent, words)
        unmoved = row.moves_deadline and Cue.UNMOVED in self._facts[row.id].cues
        doubted = not row.is_ruled and row.outcome in _BY_WORDS_ALONE and self._moves.later_beside(row) is None
        if unmoved or doubted or self._is_only_cause(row, antecedent) or self._is_in_time(row):
            return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
        if self._is_of_a_prolongation(row):
            why = _message("step.reported-extended", words)
            return _moved(row, StepKind.EXTENDED, self._moves.prolong(row), why)
        if row.moves_deadline:
            promise = self._by_id[antecedent.earlier] if antecedent is not None and antecedent.same_act else row
            if move := self._moves.delay(row, promise):
                return _moved(row, StepKind.POSTPONED, move, _message(f"step.reported-{REPORTED[row.outcome]}", words))
            return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
        kind = self._reported_step(row, antecedent)
        if kind is not StepKind.DELIVERED:
            return _step(row, kind, _message(f"step.reported-{kind}", words))
        return self._delivery(row, antecedent, words)

    def _is_in_time(self, row: StatusReport) -> bool:
        """Whether all it tells is that a thing is not there yet, while there is time left for it."""
        tells_more = row.old_deadline is not None or row.new_deadline is not None
        return Cue.NOT_YET in self._facts[row.id].cues and not tells_more and self._is_running(row)

    def _is_only_cause(self, row: StatusReport, antecedent: AntecedentLink | None) -> bool:
        """Whether a delay is only why its own sentence promises something: "Vanwege de vertraging komt er een plan"."""
        if row.outcome is not Outcome.DELAYED or row.old_deadline:
            return False
        answered = self._by_id[antecedent.earlier] if antecedent is not None else row
        own = (made for made in self._members if isinstance(made, Commitment) and made.letter == row.letter)
        is_why = answered.sentence == row.sentence and Cue.DELAYED_BY in self._facts[row.id].cues
        return is_why and any(made.sentence == row.sentence for made in own)

    def _delivery(self, row: StatusReport, antecedent: AntecedentLink | None, words: str | None) -> Step:
        """The step of a report that what was promised is done, or a part of it."""
        in_part = Cue.IN_PART in self._facts[row.id].cues
        if in_part and self._is_running(row):
            return _step(row, StepKind.PROGRESS, _message("step.reported-progress", words))
        self._lateness = self._how_late(row, antecedent)
        some = in_part or self._names_some(row, antecedent) or self._lacks_papers(row, antecedent)
        some = some or self._is_less(row, antecedent)
        self._whole.append(not some)
        did = "step.reported-started" if row.outcome is Outcome.IN_PROGRESS else "step.reported-delivered"
        return _step(row, StepKind.DELIVERED, _message(did, words))

    def _is_less(self, row: StatusReport, antecedent: AntecedentLink | None) -> bool:
        """Whether fewer of a thing came than were promised: 640 trees of a thousand; of money nothing is said so."""
        promise = self._by_id[antecedent.earlier] if antecedent is not None else None
        if not isinstance(promise, Commitment):
            return False
        wanted = {amount.unit: amount.value for amount in promise.amounts if amount.unit != EURO}
        return any(amount.value < wanted.get(amount.unit, 0) for amount in row.amounts)

    def _is_running(self, row: StatusReport) -> bool:
        """Whether there is time left for what was promised on the day of a report's letter."""
        standing, written = self._moves.before(row), self._letters[row.letter].anchor
        return standing is not None and written is not None and (standing.deadline.end or written) > written

    def _reported_step(self, row: StatusReport, antecedent: AntecedentLink | None) -> StepKind:
        """The step of a report that moves no deadline, by its outcome; one that is about something else tells progress.

        So does one of an outcome that no step is known for: it must not be told as any other.
        """
        kind = REPORTED.get(row.outcome, StepKind.PROGRESS)
        if self._starts(row, antecedent):
            kind = StepKind.DELIVERED
        if kind is StepKind.DELIVERED and self._only_discusses(row, antecedent):
            kind = StepKind.PROGRESS
        if kind is StepKind.DROPPED and self._is_of_a_part(row, antecedent):
            kind = StepKind.CHANGED
        elif kind is StepKind.CHANGED and Cue.CHANGING not in self._facts[row.id].cues:
            kind = StepKind.PROGRESS
        if kind is StepKind.PROGRESS and self._revises(row, antecedent):
            kind = StepKind.CHANGED
        return kind if self._tells(antecedent) else StepKind.PROGRESS

    def _is_of_a_part(self, row: StatusReport, antecedent: AntecedentLink | None) -> bool:
        """Whether what is given up is one place of those promised: "de locatie Lindenoord komt te vervallen"."""
        return Cue.IN_PART in self._facts[row.id].cues or self._names_some(row, antecedent)

    def _names_some(self, row: StatusReport, antecedent: AntecedentLink | None) -> bool:
        """Whether a report names some of the places promised side by side, and not all."""
        told = self._facts[row.id].words
        promised = self._facts[antecedent.earlier].beside if antecedent is not None else frozenset()
        return not promised.isdisjoint(told) and not promised.issubset(told)

    def _revises(self, row: StatusReport, antecedent: AntecedentLink | None) -> bool:
        """Whether a report gives another figure for the one that was promised ("26.000 in plaats van 32.000")."""
        facts = self._facts[row.id]
        promised = self._facts[antecedent.earlier].figures if antecedent is not None else frozenset()
        named = not promised.isdisjoint(facts.figures) and not facts.figures <= promised
        return named and Cue.CHANGING in facts.cues

    def _lacks_papers(self, row: StatusReport, antecedent: AntecedentLink | None) -> bool:
        """Whether of papers promised side by side some have come by now and some have not; not where all is settled."""
        facts = self._facts[row.id]
        self._papers |= facts.papers
        promised = self._facts[antecedent.earlier].papers_beside if antecedent is not None else frozenset()
        told = promised & self._papers
        return bool(told) and told != promised and Cue.SETTLING not in facts.cues

    def _how_late(self, row: StatusReport, antecedent: AntecedentLink | None) -> Lateness:
        """How late it was done; when a later step came tells only that the promised one was done by then.

        What answers a promise in other words proves nothing of its day.
        """
        facts = self._facts[row.id]
        found = lateness_of(row, self._moves.before(row), self._letters, facts)
        if antecedent is None or found is not Lateness.LATE:
            return found
        other = antecedent.may_answer or unshared(self._facts[antecedent.earlier].steps, facts.steps)
        return Lateness.DEPENDS if other else found

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
        cues = self._facts[row.id].cues
        return row.outcome is Outcome.IN_PROGRESS and Cue.STARTED in cues and Cue.DENYING not in cues

    def _ending(self, row: StatusReport, antecedent: AntecedentLink | None) -> StepKind | None:
        """The step of a report that a thing was ended or halted where just that was promised ("wij schaffen … af")."""
        told = self._facts[row.id].endings
        if row.outcome not in {Outcome.CANCELLED, Outcome.DELAYED} or not told:
            return None
        if antecedent is not None and not told <= self._facts[antecedent.earlier].endings:
            return None
        own = (made for made in self._members if isinstance(made, Commitment) and made.sentence == row.sentence)
        if any(told <= self._facts[made.id].endings for made in own):
            return StepKind.PROGRESS
        if antecedent is None or not antecedent.same_act or row.new_deadline is not None:
            return None
        if Cue.DENYING in self._facts[antecedent.earlier].cues | self._facts[row.id].cues:
            return None
        return StepKind.DELIVERED


def _step(row: AnyStatement, kind: StepKind, why: Message) -> Step:
    ruled = message("step.by-rule", rule=row.rule, why=why) if row.rule else why
    return Step(letter=row.letter, ref=row.id, step=kind, why=ruled)


def _moved(row: AnyStatement, kind: StepKind, move: DeadlineMove | None, why: Message) -> Step:
    """A step that moved a deadline, with from when to when where that is not its statement's own deadline."""
    step = _step(row, kind, why)
    return step if move is None or move.is_named else replace(step, old_end=move.old, new_end=move.new)


def _message(reason: str, words: str | None) -> Message:
    """A reason with the words that it rests on."""
    return message("step.in-words", why=message(reason), words=words) if words else message(reason)


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(words[:4])
