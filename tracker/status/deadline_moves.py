"""How the statements of a draft move the deadlines of its acts: to later, or, of what is in force, further on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from tracker.extraction.cues import Cue
from tracker.language.lemmas import is_verb_form
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import AnyStatement, Commitment, Deadline, Firmness, Kind, Letter, Slip, StatusReport
from tracker.status.slips import Slips, is_ahead, is_another_edition, is_later, make_slip, prolonged, recurs, retracted
from tracker.status.standing_deadlines import Standing, StandingDeadlines


class DeadlineMove(Struct, frozen=True):
    """From when to when a deadline moved, as far as both are known."""

    old: dt.date | None
    new: dt.date | None
    is_named: bool = False
    """Whether the statement itself has the new day as its own, so that its step need not tell it."""


class MovedDeadlines:
    """The deadlines that stand for the acts of one draft, statement by statement, and the slips among their moves."""

    def __init__(self, draft: ThreadDraft, letters: Mapping[str, Letter]) -> None:
        """Take no statement yet."""
        self._members = draft.members
        self._facts = draft.facts
        self._letters = letters
        self._slips = Slips()
        self._standing = StandingDeadlines()

    @property
    def slips(self) -> tuple[Slip, ...]:
        """The moves of promised acts to later so far."""
        return self._slips.found

    def take_up(self, row: AnyStatement, earlier: AnyStatement | None) -> None:
        """Add a statement to the act of an earlier one; without one it begins an act."""
        self._standing.take_up(row, earlier)

    def set(self, row: Commitment) -> None:
        """A commitment sets the deadline of its act, where it names one that lies ahead."""
        if row.deadline is not None and is_ahead(row.deadline):
            self._standing.set(row, row.deadline)

    def before(self, row: AnyStatement) -> Standing | None:
        """What stood when a statement was written."""
        return self._standing.before(row)

    def is_prolonged(self, row: Commitment) -> bool:
        """Whether a commitment says that something in force stays so for longer: that moves no promised act."""
        standing = self.before(row)
        if row.deadline is not None and row.deadline.end is not None and row.deadline.start is None:
            return standing is not None and is_later(standing.deadline, row.deadline)
        return row.kind is Kind.CONTINUE and Cue.POSTPONING in self._facts[row.id].cues

    def prolong(self, row: AnyStatement) -> DeadlineMove | None:
        """What is in force stays so from its old end to a new one: the day that is named, or so much time later.

        The day by which a measure was to begin is no end of it.
        """
        told, named = (row.old_deadline, row.new_deadline) if isinstance(row, StatusReport) else (None, row.deadline)
        standing = self.before(row)
        if told is None and standing is not None and standing.deadline.start is not None:
            return None
        old = told or (standing.deadline if standing is not None else None)
        new = named if named is not None and named.end is not None else self._counted(row, standing)
        if old is None or old.end is None or new is None or new.end is None or new.end <= old.end:
            return None
        self._standing.set(row, new)
        return DeadlineMove(old.end, new.end)

    def postpone(self, row: Commitment) -> DeadlineMove | None:
        """A commitment moves the last known deadline of its act to later, by the date that it sets or in words."""
        standing, new = self.before(row), row.deadline
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
            end = new.end if new else None
            return None if self._slips.tells(row, old, end) else self._slip(standing.by, row, old, end, is_named=True)
        if Cue.POSTPONING not in self._facts[row.id].cues:
            return None
        counted = self._counted(row, standing)
        if counted is None or counted.end is None or counted.end <= old or self._slips.tells(row, old, counted.end):
            return None
        self._standing.set(row, counted)
        return self._slip(standing.by, row, old, counted.end)

    def delay(self, row: StatusReport, earlier: AnyStatement) -> DeadlineMove | None:
        """A report says that what `earlier` promised comes later; None where an earlier letter told of that move."""
        standing = self.before(row)
        old = row.old_deadline.end if row.old_deadline else None
        new = row.new_deadline if row.new_deadline is not None and row.new_deadline.end is not None else None
        beside = self.later_beside(row) if new is None else None
        new = new or beside
        if (said := self._said_of(row)) is not None:
            new, old = said, retracted(said.end, self._facts[row.id].increase)
        if standing is not None and (old is None or said is not None or beside is not None):
            old, earlier = standing.deadline.end, standing.by
        if new is None:
            named = row.old_deadline
            new = (
                prolonged(named, self._facts[row.id].increase) if named and named.end else self._counted(row, standing)
            )
        end = new.end if new is not None else None
        known = standing.deadline.end if standing is not None else None
        if standing is not None and known is not None and old is not None and known > old:
            if end is None or end <= known:
                return None
            old, earlier = known, standing.by
        if (old is not None and end is not None and end <= old) or self._slips.tells(row, old, end):
            return None
        if new is not None:
            self._standing.set(row, new)
        return self._slip(earlier, row, old, end, is_named=new is row.new_deadline)

    def later_beside(self, row: StatusReport) -> Deadline | None:
        """The day later than the last known one that a promise of its sentence names: "… is niet af en komt in mei".

        Or the sentence right after it, of the same thing: "… is niet af. U ontvangt het plan in mei".
        """
        standing = self.before(row)
        beside = [made for made in self._members if isinstance(made, Commitment) and made.passage == row.passage]
        same = [made for made in beside if made.sentence == row.sentence]
        after = [made for made in beside if made not in same and self._goes_on(row, made)]
        days = (made.deadline for made in (*same, *after))
        return next((day for day in days if standing is not None and is_later(standing.deadline, day)), None)

    def _goes_on(self, row: StatusReport, made: Commitment) -> bool:
        """Whether a promise stands right after a report and names nothing but what that names."""
        told, facts = self._facts[row.id], self._facts[made.id]
        follows = bool(facts.before) and facts.before[0].text == row.sentence
        named = {word for phrase in facts.noun_phrases for word in phrase.naming if not is_verb_form(word)}
        return follows and named <= {*told.topic, *told.words}

    def _slip(
        self,
        earlier: AnyStatement,
        later: AnyStatement,
        old: dt.date | None,
        new: dt.date | None,
        *,
        is_named: bool = False,
    ) -> DeadlineMove:
        self._slips.add(make_slip(earlier, later, old, new, self._facts[later.id].reason))
        return DeadlineMove(old, new, is_named)

    def _counted(self, row: AnyStatement, standing: Standing | None) -> Deadline | None:
        """The last known deadline counted on by the length that a statement names; as it is where that was told before.

        What is only intended, or told of a time before the last known deadline was named, moves nothing.
        """
        facts = self._facts[row.id]
        if standing is None or Cue.UNMOVED in facts.sentence_cues or self._is_open(row):
            return None
        if Cue.GATHERED in facts.cues and self._slips.found:
            standing = self._standing.known_before(row)[0]
        if Cue.GATHERED in facts.cues and self._is_moved(standing.by):
            return None
        told = {self._facts[one.by.id].increase for one in self._standing.known_before(row)}
        if facts.increase is not None and facts.increase in told and Cue.AGAIN not in facts.sentence_cues:
            return standing.deadline
        named_on = self._letters[standing.by.letter].anchor
        when = row.when.end if isinstance(row, StatusReport) and row.when is not None else None
        if when is not None and named_on is not None and when < named_on:
            return None
        return prolonged(standing.deadline, facts.increase)

    def _is_moved(self, row: AnyStatement) -> bool:
        """Whether what set a deadline, or a statement before it, told of a delay: a sum of delays counts from none."""
        told = self._members[: self._members.index(row) + 1]
        return any(Cue.POSTPONING in self._facts[one.id].cues for one in told)

    def _is_open(self, row: AnyStatement) -> bool:
        """Whether a statement, or the promise that the same sentence makes, is soft or hangs on something."""
        said = (made for made in self._members if isinstance(made, Commitment) and made.letter == row.letter)
        return any(made.firmness is Firmness.SOFT or made.conditions for made in said if made.sentence == row.sentence)

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
