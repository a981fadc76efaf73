"""A ledger made ready for the screens: its index, and for each thread what a row shows and a filter asks for."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tracker.decisions.ruling import Decision
from tracker.decisions.stale import Stale
from tracker.ledger.queries import Index
from tracker.ledger.rejudging import Judged, reruled
from tracker.ledger.selection import telling
from tracker.model import Commitment, Letter, Statement, Status, StepKind, Thread
from tracker.statuses import FACTS, STEPS
from tracker.text.normalize import one_space, searchable
from tracker.views.counts import amounts, ministers, ministries
from tracker.views.names import short

_RANKS = list(STEPS)
"""The steps, the most telling first."""


class ThreadItem(Struct, frozen=True):
    """A thread as the lists show it; `days` is how far its deadline slipped, `due` the end of its newest deadline."""

    thread: Thread
    topic: str
    actors: tuple[str, ...]
    kinds: tuple[str, ...]
    steps: dict[str, StepKind]
    """The most telling step of each letter that speaks of it, by letter id."""
    due: dt.date | None
    interval: tuple[dt.date, dt.date] | None
    """From when to when it is due by that deadline."""
    overdue: bool
    """Whether its deadline has passed and it is not settled, nor does parliament's register say otherwise."""
    ministries: tuple[str, ...]
    """The offices that signed the letters in which it was promised."""
    ministers: tuple[str, ...]
    """Who signed those letters."""
    amounts: tuple[float, ...]
    """Its sums of money, in euros."""
    days: int
    newest: int
    """The place in the series of the newest letter that speaks of it."""
    letters: str
    """The names of its letters, folded, for filters."""
    moved: str
    """The names of the letters that moved its deadline to later, folded, for filters."""
    name: str
    """The title, folded."""
    text: str
    """Title, topic and quotes, folded, for filters."""
    order: tuple[object, ...]
    """Sort key: the most telling first."""
    awaits: bool = False
    """Whether a ruling on it is kept of which it is being worked out what follows."""

    @property
    def id(self) -> str:
        """The thread's id."""
        return self.thread.id

    @property
    def late(self) -> bool:
        """Whether it was delivered after its deadline."""
        return self.thread.late

    @property
    def slipped(self) -> bool:
        """Whether the deadline was moved to later, with or without a new date."""
        return bool(self.thread.slips)


class Study:
    """A ledger with its index and entries; made in a worker, read by the screens, never changed."""

    def __init__(
        self,
        judged: Judged,
        rulings: tuple[Decision, ...] = (),
        of: tuple[str, ...] = (),
        known: Study | None = None,
        *,
        number: int = 0,
        awaited: Sequence[Decision] = (),
    ) -> None:
        """Of a `known` study of the same letters each entry is taken whose thread and statements are the same.

        What follows from an `awaited` ruling is not known yet: the verdicts on its threads are those of before.
        """
        self.number = number
        """How many letters there are, where that is more than were read so far."""
        self.judged = judged
        self.ledger = ledger = judged.ledger
        self.of = of
        """What it is made of, rulings aside."""
        self.rulings = rulings
        """What analysts ruled, in the order that they did."""
        self.index: Index = known.index.ruled(ledger) if known else Index(ledger)
        entries = (self._known(known, thread) or self._entry(thread) for thread in ledger.threads)
        self.entries = tuple(sorted(entries, key=lambda entry: entry.order))
        self.awaited = awaited = tuple(awaited)
        if quoted := {(anchor.letter, one_space(anchor.quote)) for row in awaited for anchor in row.quotes}:
            threads = self.threads_quoted(letter for letter, _ in quoted)
            ids = {threads.get(thing) for thing in quoted}
            self.entries = tuple(replace(entry, awaits=entry.id in ids) for entry in self.entries)

    def ruled(self, rulings: tuple[Decision, ...]) -> Study | None:
        """The study under other rulings, itself where they are the same; None where more than verdicts changes."""
        judged = reruled(self.judged, self.rulings, rulings)
        if judged is self.judged and not self.awaited:
            return self
        return Study(judged, rulings, self.of, self) if judged else None

    def awaiting(self, decision: Decision) -> Study:
        """The same study while it is being worked out what a ruling changes, that was given or taken back."""
        return Study(self.judged, self.rulings, self.of, self, awaited=(*self.awaited, decision))

    @property
    def stale(self) -> tuple[Stale, ...]:
        """The rulings that do not apply, each with the reason."""
        return self.judged.stale

    @property
    def is_partial(self) -> bool:
        """Whether letters are still to be read."""
        return self.number > 0

    @property
    def is_unread(self) -> bool:
        """Whether its letters are there to be read, while nothing that they say was found yet."""
        ledger = self.ledger
        return self.is_partial and not (ledger.detector or ledger.commitments or ledger.reports)

    @property
    def troubles(self) -> int:
        """How many files were not read, and how many rulings do not apply."""
        return len(self.ledger.refused) + len(self.stale)

    @cached_property
    def statuses(self) -> Counter[Status]:
        """How many threads have each status."""
        return Counter(entry.thread.status for entry in self.entries)

    @cached_property
    def by_day(self) -> tuple[Letter, ...]:
        """The letters, the newest last; nobody knows that one without a day is new, and it comes first."""
        return tuple(sorted(self.ledger.letters, key=lambda letter: letter.anchor is not None))

    @cached_property
    def by_id(self) -> dict[str, ThreadItem]:
        """The entries by thread id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _by_letter(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {letter.id: [] for letter in self.ledger.letters}
        for row in sorted(self.index.statements.values(), key=lambda row: (row.location.start, row.id)):
            found[row.letter].append(row)
        return found

    @cached_property
    def _steps(self) -> dict[str, StepKind]:
        return {step.ref: step.step for thread in self.ledger.threads for step in thread.members if step.ref}

    def doubtful(self) -> tuple[ThreadItem, ...]:
        """The threads that wait for an analyst, least sure first: undecided, and with a verdict or a link to doubt."""
        return self._doubtful

    @cached_property
    def _doubtful(self) -> tuple[ThreadItem, ...]:
        waiting = (
            entry
            for entry in self.entries
            if entry.thread.ruled_by is None and (entry.thread.status is not Status.PROMISED or _links(entry.thread))
        )
        return tuple(sorted(waiting, key=lambda entry: (entry.thread.confidence, entry.id)))

    def in_order(self, letter: str) -> list[Statement]:
        """The statements of a letter in reading order."""
        return self._by_letter[letter]

    def threads_quoted(self, letters: Iterable[str]) -> dict[tuple[str, str], str]:
        """The threads of the statements of some letters, by letter and folded quote."""
        rows = (row for letter in set(letters) for row in self._by_letter.get(letter, ()))
        threads = self.index.thread_of
        return {(row.letter, one_space(row.quote)): threads[row.id].id for row in rows if row.id in threads}

    def step_of(self, row: Statement) -> StepKind:
        """What a statement did to its thread."""
        return self._steps.get(row.id, StepKind.PROMISED if isinstance(row, Commitment) else StepKind.PROGRESS)

    def _known(self, study: Study | None, thread: Thread) -> ThreadItem | None:
        found = study.by_id.get(thread.id) if study is not None else None
        if study is None or found is None or found.awaits or found.thread is not thread:
            return None
        then, now = study.index.statements, self.index.statements
        return found if all(then.get(step.ref) is now.get(step.ref) for step in thread.members if step.ref) else None

    def _entry(self, thread: Thread) -> ThreadItem:
        rows, due, today = self.index.quotes_of(thread), self.index.due(thread), self.ledger.as_of
        commitments = [row for row in rows if isinstance(row, Commitment)]
        by_rank = sorted(thread.members, key=lambda step: _RANKS.index(step.step), reverse=True)
        steps = {step.letter: step.step for step in by_rank}
        spoken = [letter for letter, step in steps.items() if step is not StepKind.SILENT]
        topic = self.index.topic(thread)
        return ThreadItem(
            thread=thread,
            topic=topic,
            actors=tuple(dict.fromkeys(row.actor for row in commitments)),
            kinds=tuple(dict.fromkeys(row.kind.value for row in commitments)),
            steps=steps,
            due=due,
            interval=self.index.due_interval(thread),
            overdue=bool(due and today and due < today and not (FACTS[thread.status].is_settled or thread.by_letters)),
            ministries=ministries(self.index, thread),
            ministers=ministers(self.index, thread),
            amounts=amounts(self.index, thread),
            days=self.index.days_slipped(thread),
            newest=max((self.index.place.get(letter, -1) for letter in spoken), default=-1),
            letters=self._names(spoken),
            moved=self._names([slip.to_letter for slip in thread.slips]),
            name=searchable(thread.title),
            text=searchable(" ".join([thread.title, topic, *(row.quote for row in rows)])),
            order=telling(self.index, thread),
        )

    def _names(self, ids: Iterable[str]) -> str:
        """The names of letters as filters compare them."""
        return searchable(
            " ".join(f"{id_} {short(self.index.letters[id_])}" for id_ in ids if id_ in self.index.letters)
        )


def _links(thread: Thread) -> bool:
    """Whether the thread joins letters, or might have to."""
    return len({step.letter for step in thread.members if step.ref}) > 1 or bool(thread.candidates)
