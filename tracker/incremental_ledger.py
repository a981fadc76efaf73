"""Letters that were read and linked, to be judged under any rulings: one more costs the threads that it is on.

What letters say of one promise is found without the rulings, but for what those say was missed; so no ruling on one
thread changes what another one is made of, or what stands around it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, combinations

import msgspec
from msgspec import Struct

from tracker.alignment import find_topics
from tracker.alignment.neighbours import align_neighbours
from tracker.decisions.apply import rule_statements, rule_threads
from tracker.decisions.drafts import rule_drafts, with_ruled
from tracker.decisions.ruling import OF_REGISTER, Decision, Ruling
from tracker.decisions.slips import rule_moves
from tracker.decisions.stale import Stale, sift
from tracker.documents import ReadResult
from tracker.errors import culprits, spared
from tracker.extraction import Facts, default_detector
from tracker.extraction.actors import by_one_name
from tracker.extraction.learned.correction import FILE_NAME, Correction
from tracker.extraction.letter_statements import (
    LetterStatements,
    facts_in,
    read_in_parallel,
    sound,
    statements_of,
    without_encoder,
)
from tracker.extraction.statement_facts import with_registered
from tracker.i18n.message import Message, message
from tracker.language.pack import use
from tracker.ledger.ledger_cache import are_few
from tracker.ledger.rejudging import ON_VERDICTS, Judged, told_contrary, unruled
from tracker.linking import ThreadDraft
from tracker.linking.linked_series import linker_after
from tracker.linking.meaning import meaning_name
from tracker.model import Alignment, AnyStatement, Commitment, Ledger, Letter, StatusReport, Thread, Topic
from tracker.status.counted_deadlines import with_counted_ends
from tracker.status.missing_papers import missing_papers
from tracker.status.verdict import Judge
from tracker.storage.cache import digest, keep, recalled

FEW_LINKS = 1_000
"""Links whose evidence is told though it need not be: it takes a tenth of a second. By judgement."""


class Verdicts(Struct, frozen=True):
    """What linked statements come to."""

    threads: tuple[Thread, ...]
    topics: tuple[Topic, ...]
    left_out: frozenset[str]
    """The tentative reports, by id, that no promise bears out."""
    tells_all: bool
    """Whether the links of the threads have all parts of their evidence."""


class IncrementalLedger:
    """The letters of a collection as of a day, read; linked where a verdict is asked that is not remembered."""

    def __init__(
        self,
        reading: ReadResult,
        name: str,
        as_of: dt.date | None = None,
        correction: Correction | None = None,
        *,
        whole: bool = True,
    ) -> None:
        """Read the statements of the letters; `name` is that of the collection.

        Where it need not be `whole`, very many links are found without all parts of their evidence.
        """
        use(reading.language)
        self._reading, self._name, self._correction = reading, name, correction
        self._day = as_of or max((letter.anchor for letter in reading.letters if letter.anchor), default=None)
        letters = up_to(reading.letters, self._day)
        read = statements_of(letters, correction)
        read_in_parallel(letters, read, correction)
        self._sources, self._unread = sound(read)
        self._letters = tuple(source.analysed.letter for source in self._sources)
        self._alignments = align_neighbours([(source.name, source.analysed.letter) for source in self._sources])
        found = [source.statements() for source in self._sources]
        self._commitments = tuple(row for rows, _ in found for row in rows)
        self._reports = tuple(row for _, rows in found for row in rows)
        self._linked: _Linked | None = None
        self._holds = False
        """Whether what is linked is held for further rulings: it takes as much memory again as the ledger."""
        self._sifted: dict[Decision, Stale | None] = {}
        self._registered: dict[str, frozenset[str]] = {}
        self._most_links = None if whole else FEW_LINKS

    def know(self, registered: Mapping[str, frozenset[str]]) -> None:
        """Let what promises, by its id, be met by the numbers that the register has it under, and be spoken of so."""
        self._registered, self._linked = dict(sorted(registered.items())), None

    def begin(self) -> None:
        """Link the letters, judge what they say and hold that, so that a ruling costs the threads that it is on."""
        self._holds = True
        self._verdicts((), (*self._commitments, *self._reports), self._commitments)

    def under(self, decisions: Sequence[Decision]) -> Judged:
        """The ledger under these rulings; those whose quotes no longer stand are told, not applied."""
        standing, stale = self._sift(decisions)
        given = _given_on(standing, self._letters)
        (commitments, reports), verdicts, left_out = self._judged(given)
        threads = rule_threads(given, verdicts.threads, (*commitments, *reports))
        commitments, reports = with_counted_ends(commitments, reports, threads)
        ledger = Ledger(
            as_of=self._day,
            letters=self._letters,
            commitments=by_one_name(commitments, dict(self._reading.actors)),
            reports=reports,
            threads=threads,
            alignments=self._alignments,
            topics=verdicts.topics,
            refused=(*self._reading.refused, *self._unread),
            notices=(
                *self._reading.notices,
                *left_out,
                *(row.told for row in stale),
                *_corrected(self._correction),
                *without_encoder(self._sources, self._correction),
                *told_contrary(given, threads, (*commitments, *reports)),
            ),
            name=self._name,
            missing=missing_papers([source.analysed for source in self._sources]),
            detector="+".join(filter(None, (default_detector(self._correction).name, meaning_name()))),
            title=self._reading.title,
        )
        return Judged(ledger, unruled(verdicts.threads, threads), stale, verdicts.tells_all)

    def _sift(self, decisions: Sequence[Decision]) -> tuple[tuple[Decision, ...], tuple[Stale, ...]]:
        """The rulings that stand and those that do not; each is looked up once."""
        new = [row for row in decisions if row not in self._sifted]
        standing, stale = sift(new, self._reading.letters)
        self._sifted |= dict.fromkeys(standing) | {row.decision: row for row in stale}
        found = [(row, self._sifted[row]) for row in decisions]
        return tuple(row for row, fault in found if fault is None), tuple(fault for _, fault in found if fault)

    def _judged(
        self, given: tuple[Decision, ...]
    ) -> tuple[tuple[tuple[Commitment, ...], tuple[StatusReport, ...]], Verdicts, list[Message]]:
        """The statements of all letters, and the verdicts on them before any ruling on those, remembered.

        Statements that a fault of ours keeps from a verdict are left out, and told.
        """
        commitments = rule_statements(given, self._letters, self._commitments)
        linked: tuple[AnyStatement, ...] = (*self._promised(given, commitments), *self._reports)
        verdicts = spared(lambda: self._known(given, linked, commitments))
        if not isinstance(verdicts, Message):
            return (commitments, _without(self._reports, verdicts.left_out)), verdicts, []
        odd = {row.id for row in culprits(linked, lambda rows: self._fails(rows, given, commitments))}
        left_out = [message("notice.left-out", quote=row.quote, fault=verdicts) for row in linked if row.id in odd]
        commitments = tuple(row for row in commitments if row.id not in odd)
        rest = [row for row in linked if row.id not in odd]
        verdicts = self._verdicts(given, rest, commitments)
        return (commitments, _without(self._reports, odd | verdicts.left_out)), verdicts, left_out

    def _promised(self, given: Sequence[Decision], ruled: Sequence[Commitment]) -> tuple[Commitment, ...]:
        """The commitments that are linked: those that were found, with what rulings say was missed."""
        missed = [row for row in given if row.ruling is Ruling.MISSED]
        if not missed:
            return self._commitments
        found = rule_statements(missed, self._letters, self._commitments)
        known = {row.id for row in found}
        return (*found, *(row for row in ruled if row.id not in known))

    def _known(
        self, given: Sequence[Decision], rows: Sequence[AnyStatement], commitments: Sequence[Commitment]
    ) -> Verdicts:
        """The verdicts, from the store where they are not to be had without linking."""
        if self._linked is not None and self._linked.rows == rows:
            return self._verdicts(given, rows, commitments)
        before = tuple(row for row in given if row.ruling not in ON_VERDICTS | OF_REGISTER)
        made_of = chain.from_iterable(source.made_of for source in self._sources)
        known = digest([[id_, *sorted(numbers)] for id_, numbers in self._registered.items()])
        about = ("verdicts", str(self._most_links), *made_of, digest(before), str(self._day), meaning_name(), known)
        found: Verdicts | None = recalled(Verdicts, about)
        if found is None:
            found = self._verdicts(given, rows, commitments)
            if are_few(found.threads):
                keep(digest(about), msgspec.msgpack.encode(found))
        return found

    def _verdicts(
        self, given: Sequence[Decision], rows: Sequence[AnyStatement], commitments: Sequence[Commitment]
    ) -> Verdicts:
        """The verdicts on what these statements say of one promise, with the commitments among them as ruled."""
        linked = self._link(rows)
        ids = {row.id for row in rows}
        drafts = with_ruled(linked.drafts, linked.commitments, [row for row in commitments if row.id in ids])
        told: tuple[AnyStatement, ...] = (*commitments, *linked.reports)
        drafts = rule_moves(given, rule_drafts(given, drafts, self._letters, linked.facts, told))
        return Verdicts(linked.judge.threads(drafts), linked.topics, linked.left_out, linked.tells_all)

    def _link(self, rows: Sequence[AnyStatement]) -> _Linked:
        if self._linked is not None and self._linked.rows == rows:
            return self._linked
        facts = with_registered(facts_in(self._sources), self._registered)
        linked = _Linked(self._sources, self._alignments, rows, self._day, facts, most_links=self._most_links)
        self._linked = linked if self._holds else None
        return linked

    def _fails(
        self, rows: Sequence[AnyStatement], given: Sequence[Decision], commitments: Sequence[Commitment]
    ) -> bool:
        try:
            self._verdicts(given, rows, commitments)
        except Exception:
            return True
        return False


class _Linked:
    """What statements say of one promise, and who judges it."""

    def __init__(
        self,
        sources: Sequence[LetterStatements],
        alignments: tuple[Alignment, ...],
        rows: Sequence[AnyStatement],
        day: dt.date | None,
        facts: Facts,
        *,
        most_links: int | None,
    ) -> None:
        self.rows = rows
        self.commitments = [row for row in rows if isinstance(row, Commitment)]
        reports = [row for row in rows if not isinstance(row, Commitment)]
        self.facts = facts
        analysed = [source.analysed for source in sources]
        made_of = {source.analysed.letter.id: source.made_of for source in sources}
        found = (analysed, self.commitments, reports, alignments, self.facts)
        linker = linker_after(*found, made_of=made_of, most_links=most_links)
        self.left_out, self.tells_all = linker.left_out, linker.tells_all
        self.reports = [row for row in reports if row.id not in linker.left_out]
        self.drafts = linker.drafts()
        del linker  # what it holds of every two statements is most of all
        letters = tuple(row.letter for row in analysed)
        self.topics = find_topics(letters, alignments, _crossings(self.drafts))
        # Also what no promise bears out may report: it speaks against a lapse, but for what a letter says it tells of.
        speaking = [row for row in reports if row.id not in self.left_out or not row.is_ruled]
        self.judge = Judge(self.drafts, analysed, day, speaking)


def _without(reports: Iterable[StatusReport], ids: Set[str]) -> tuple[StatusReport, ...]:
    return tuple(row for row in reports if row.id not in ids)


def up_to(letters: Iterable[Letter], day: dt.date | None) -> tuple[Letter, ...]:
    """The letters that were not written after a day; of an undated one nobody can say that it was."""
    return tuple(letter for letter in letters if day is None or letter.anchor is None or letter.anchor <= day)


def _crossings(drafts: Iterable[ThreadDraft]) -> Iterator[tuple[str, str]]:
    """The sections of two letters that a draft runs through, older first, once for each two statements."""
    for draft in drafts:
        for older, newer in combinations(draft.members, 2):
            if older.letter != newer.letter and older.section and newer.section:
                yield older.section, newer.section


def _given_on(decisions: Iterable[Decision], letters: Iterable[Letter]) -> tuple[Decision, ...]:
    """The rulings on these letters alone: one that quotes a letter of after the day could not be given then."""
    ids = {letter.id for letter in letters}
    return tuple(row for row in decisions if all(anchor.letter in ids for anchor in row.quotes))


def _corrected(correction: Correction | None) -> Iterator[Message]:
    """That the letters are read otherwise than without learned.toml, and on what ground."""
    if correction is not None:
        yield message("learned.applied", file=FILE_NAME, rulings=correction.rulings, changes=correction.changes)
