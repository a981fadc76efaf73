"""Queries over a ledger: what belongs to an id, and what a thread runs through.

`Index` answers them for one ledger and computes no verdict of its own.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from tracker.model import (
    Alignment,
    Commitment,
    Deadline,
    Ledger,
    Letter,
    Passage,
    RegisterMatch,
    Section,
    Statement,
    Status,
    StatusReport,
    StepKind,
    Thread,
)
from tracker.statuses import FACTS

S = TypeVar("S", Commitment, StatusReport)
Course = tuple[tuple[str, dt.date | None], ...]
"""The deadline of a thread through time: its words and its last day, old to new."""


class Index:
    """A ledger with everything in it at hand by id; an unknown id is a KeyError."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._quotes: dict[str, tuple[Thread, tuple[Statement, ...]]] = {}

    def ruled(self, ledger: Ledger) -> Index:
        """The index of a ledger that tells of the same letters with other verdicts, with what is known of those."""
        index = Index(ledger)
        index.letters, index.sections, index.passages = self.letters, self.sections, self.passages
        index.place, index.topics = self.place, self.topics
        return index

    @cached_property
    def letters(self) -> dict[str, Letter]:
        """The letters by id, oldest first."""
        return {letter.id: letter for letter in self.ledger.letters}

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The sections of all letters by id."""
        return {section.id: section for letter in self.ledger.letters for section in letter.sections}

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """The passages of all letters by id."""
        return {passage.id: passage for letter in self.ledger.letters for passage in letter.passages}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Commitments and reports by id."""
        return {row.id: row for row in (*self.ledger.commitments, *self.ledger.reports)}

    @cached_property
    def threads(self) -> dict[str, Thread]:
        """The threads by id."""
        return {thread.id: thread for thread in self.ledger.threads}

    @cached_property
    def thread_of(self) -> dict[str, Thread]:
        """The thread that a statement belongs to, by the statement's id."""
        return {step.ref: thread for thread in self.ledger.threads for step in thread.members if step.ref}

    @cached_property
    def alike(self) -> dict[str, dict[str, float]]:
        """The threads that may be the same promise as a thread, by ids, each with how likely that is, both ways."""
        found: dict[str, dict[str, float]] = {}
        for thread in self.ledger.threads:
            for candidate in thread.candidates:
                other = self.thread_of.get(candidate.ref, thread)
                for one, two in ((thread.id, other.id), (other.id, thread.id)):
                    if one != two:
                        row = found.setdefault(one, {})
                        row[two] = max(candidate.score, row.get(two, 0.0))
        return found

    @cached_property
    def registered(self) -> dict[str, tuple[RegisterMatch, ...]]:
        """What parliament's register says of a thread, by the thread's id; what is only possibly of it comes last."""
        rows = sorted(self.ledger.registered, key=lambda row: not row.sure)
        return {row.thread: tuple(one for one in rows if one.thread == row.thread) for row in rows}

    @cached_property
    def topics(self) -> dict[str, str]:
        """The label of the topic that a section treats, by the section's id."""
        return {section: topic.label for topic in self.ledger.topics for section in topic.sections}

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each letter in the series by id, counting from 0."""
        return {letter.id: place for place, letter in enumerate(self.ledger.letters)}

    def commitments_of(self, letter: str) -> tuple[Commitment, ...]:
        """The commitments of one letter, in reading order."""
        return self._commitments.get(letter, ())

    def reports_of(self, letter: str) -> tuple[StatusReport, ...]:
        """The status reports of one letter, in reading order."""
        return self._reports.get(letter, ())

    @cached_property
    def _commitments(self) -> dict[str, tuple[Commitment, ...]]:
        return _by_letter(self.ledger.commitments)

    @cached_property
    def _reports(self) -> dict[str, tuple[StatusReport, ...]]:
        return _by_letter(self.ledger.reports)

    def letters_of(self, thread: Thread) -> tuple[Letter, ...]:
        """The letters that speak of a thread, oldest first."""
        spoken = {step.letter for step in thread.members if step.step is not StepKind.SILENT}
        return tuple(self.letters[letter] for letter in sorted(spoken & self.place.keys(), key=self.place.__getitem__))

    def quotes_of(self, thread: Thread) -> tuple[Statement, ...]:
        """The statements of a thread in the order of its steps."""
        known = self._quotes.get(thread.id)
        if known is None or known[0] is not thread:
            quotes = tuple(self.statements[step.ref] for step in thread.members if step.ref in self.statements)
            known = self._quotes[thread.id] = thread, quotes
        return known[1]

    def topic(self, thread: Thread) -> str:
        """The label of the first topic that a thread's statements stand under, "" where they stand under none."""
        return next((self.topics[row.section] for row in self.quotes_of(thread) if row.section in self.topics), "")

    def newest(self, thread: Thread) -> Statement | None:
        """The statement that the verdict rests on: the newest that did what the status says, else the newest of all.

        A verdict on a deadline that passed rests on the sentence that carries it.
        """
        status = thread.by_letters or thread.status
        if FACTS[status].step is None and (carrier := self.carrier(thread)):
            return carrier
        telling = [
            step.ref for step in thread.members if step.step.value == status.value and step.ref in self.statements
        ]
        quotes = self.quotes_of(thread)
        return self.statements[telling[-1]] if telling else (quotes[-1] if quotes else None)

    def carrier(self, thread: Thread) -> Statement | None:
        """The commitment that names the last day by which a thread was due."""
        dated = [
            (row.deadline.end, -at, row)
            for at, row in enumerate(self.quotes_of(thread))
            if isinstance(row, Commitment) and row.deadline is not None and row.deadline.end is not None
        ]
        due = self.due(thread)
        carriers = [row for end, _, row in dated if end == due] or [row for _, _, row in sorted(dated)[-1:]]
        return carriers[0] if carriers else None

    def named_in(self, thread: Thread) -> list[tuple[Statement, Deadline]]:
        """The deadlines that the statements of a thread name, but a later one that an analyst ruled to be none.

        What a letter says after the one that told it met or withdrawn is no deadline that it had.
        """
        still = {step.ref: step.old_end for step in thread.members if step.step is StepKind.REPEATED and step.old_end}
        last = self._settled(thread)
        return [
            (row, deadline)
            for row in self.quotes_of(thread)
            if last is None or self.place.get(row.letter, last) <= last
            for deadline in deadlines_in(row)
            if not (deadline.end and row.id in still and deadline.end > still[row.id])
        ]

    def _settled(self, thread: Thread) -> int | None:
        """The place of the newest letter that told a thread met or withdrawn; None while it is open."""
        if FACTS[thread.status].is_open:
            return None
        places = [self.place.get(step.letter) for step in thread.members if step.step is FACTS[thread.status].step]
        return max((at for at in places if at is not None), default=None)

    def deadlines_of(self, thread: Thread) -> tuple[Deadline, ...]:
        """The deadlines that a thread had, oldest first: of each letter its latest, without repeats of the same end.

        Undated words ("zo spoedig mogelijk") are given only where no deadline has a date.
        """
        found = [(row.letter, deadline) for row, deadline in self.named_in(thread)]
        latest: dict[str, Deadline] = {}
        for letter, deadline in sorted(
            (pair for pair in found if pair[1].end), key=lambda pair: pair[1].end or dt.date.min
        ):
            latest[letter] = deadline
        in_order = [latest[letter] for letter in sorted(latest.keys() & self.place.keys(), key=self.place.__getitem__)]
        dated = {deadline.end: deadline for deadline in reversed(in_order)}
        return tuple(reversed(dated.values())) or tuple(deadline for _, deadline in found[:1])

    def course(self, thread: Thread) -> Course:
        """The deadline of a thread through time, old to new: its words ("" where computed) and its last day.

        Where it slipped, that is each end that the slips name; an end of None is a move without a new date. What was
        prolonged has the ends that no letter names in words, too.
        """
        known = self._courses.get(id(thread))
        if known is None or known[0] is not thread:
            known = self._courses[id(thread)] = (thread, self._course(thread))
        return known[1]

    @cached_property
    def _courses(self) -> dict[int, tuple[Thread, Course]]:
        """What `course` gave: every face asks for it many times."""
        return {}

    def _course(self, thread: Thread) -> Course:
        named = self.named_in(thread)
        if thread.slips:
            words = {deadline.end: deadline.text for _, deadline in named}
            ends = [thread.slips[0].old_end, *(slip.new_end for slip in thread.slips)]
            return tuple((words.get(end, "") if end else "", end) for end in ends)
        words = {deadline.end: deadline.text for row, deadline in named if deadline.text in row.quote}
        terms = [(deadline.text, deadline.end) for deadline in self.deadlines_of(thread)]
        for old, new in extensions_of(thread):
            known = [end for _, end in terms]
            at = known.index(new) if new in known else len(known)
            terms[at:at] = [(words.get(end, ""), end) for end in (old, new) if end not in known]
        return tuple(terms)

    def milestones(self, thread: Thread) -> tuple[tuple[dt.date, dt.date], ...]:
        """For each letter that sets or moves a thread's deadline: the letter's day, and the last day promised."""
        ends: dict[dt.date, dt.date] = {}
        for row, deadline in self.named_in(thread):
            written = self.letters[row.letter].anchor
            if written and deadline.end:
                ends[written] = max(deadline.end, ends.get(written, deadline.end))
        for slip in thread.slips:
            for id_, end in ((slip.from_letter, slip.old_end), (slip.to_letter, slip.new_end)):
                written = self.letters[id_].anchor
                if written and end:
                    ends[written] = end
        return tuple(sorted(ends.items()))

    def due(self, thread: Thread) -> dt.date | None:
        """The last day of the newest deadline of a thread; None without one, or when it moved without a new date."""
        course = self.course(thread)
        return course[-1][1] if course else None

    def due_interval(self, thread: Thread) -> tuple[dt.date, dt.date] | None:
        """From when to when a thread is due by its newest deadline; its last day alone where no beginning is told.

        The day of the letter is none: "binnen tien jaar" is due in ten years, not from now on.
        """
        end = self.due(thread)
        if end is None:
            return None
        starts = [
            row.start for _, row in self.named_in(thread) if row.end == end and row.start not in (None, row.anchor)
        ]
        return min([*starts[-1:], end]), end

    def alignment(self, older: str, newer: str) -> Alignment | None:
        """The alignment of two letters, if the ledger holds it."""
        pairs = (row for row in self.ledger.alignments if (row.from_, row.to) == (older, newer))
        return next(pairs, None)

    def totals(self) -> Counter[Status]:
        """How many threads have each status."""
        return Counter(thread.status for thread in self.ledger.threads)

    def days_slipped(self, thread: Thread) -> int:
        """The days by which a thread's deadline moved to later in all, as far as the new dates are known."""
        return sum(slip.days or 0 for slip in thread.slips)


def _by_letter(rows: Iterable[S]) -> dict[str, tuple[S, ...]]:
    found: dict[str, list[S]] = defaultdict(list)
    for row in rows:
        found[row.letter].append(row)
    return {letter: tuple(several) for letter, several in found.items()}


def extensions_of(thread: Thread) -> tuple[tuple[dt.date, dt.date], ...]:
    """The last days between which what is in force was prolonged, old and new, each pair once."""
    pairs = ((step.old_end, step.new_end) for step in thread.members)
    return tuple(dict.fromkeys((old, new) for old, new in pairs if old is not None and new is not None))


def deadlines_in(row: Statement) -> tuple[Deadline, ...]:
    """The deadlines that a statement names, the older first."""
    if isinstance(row, Commitment):
        return (row.deadline,) if row.deadline else ()
    if isinstance(row, StatusReport):
        return tuple(deadline for deadline in (row.old_deadline, row.new_deadline) if deadline)
    return ()
