"""From a collection to its ledger: the one door that every face uses.

Data flows one way: letters → statements → alignments → threads → verdicts → ledger, and analysts'
rulings have the last word on statements, threads and verdicts. Every loop here is linear in the number of letters: a
letter is aligned with its nearest predecessors only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from tracker.alignment import find_topics
from tracker.alignment.neighbours import align_neighbours
from tracker.decisions.apply import rule_statements, rule_threads
from tracker.decisions.drafts import rule_drafts
from tracker.decisions.ruling import OF_REGISTER, Decision
from tracker.decisions.stale import sift
from tracker.documents import ReadResult, read_collection
from tracker.errors import culprits, spared
from tracker.extraction import (
    Statements,
    analyse,
    default_detector,
)
from tracker.extraction.actors import by_one_name
from tracker.extraction.learned.correction import FILE_NAME, Correction, read_correction
from tracker.extraction.letter_statements import (
    LetterStatements,
    facts_in,
    facts_of,
    read_ahead,
    sound,
    statements_of,
    without_encoder,
)
from tracker.i18n.message import Message, message
from tracker.language.pack import use
from tracker.ledger.judged import ON_VERDICTS, Judged, told_contrary, unruled
from tracker.linking import ThreadDraft, link
from tracker.linking.meaning import meaning_name
from tracker.model import (
    Alignment,
    AnyStatement,
    Collection,
    Commitment,
    Ledger,
    Letter,
    Thread,
    Topic,
)
from tracker.opening import open_collection, rulings_of
from tracker.status import judge_all
from tracker.status.counted import with_counted_ends
from tracker.status.missing_papers import missing_papers
from tracker.storage.cache import digest, remembered

if TYPE_CHECKING:
    from tracker.linking.linker import IncrementalLinker
    from tracker.sources.register import Register

__all__ = ["build_ledger", "correction_of", "judge", "judge_reading", "open_collection", "register_of", "rulings_of"]

T = TypeVar("T")
Verdicts = tuple[tuple[Thread, ...], tuple[Topic, ...]]


def build_ledger(collection: Collection, as_of: dt.date | None = None) -> Ledger:
    """The ledger of a collection as of a date, by default the date of its newest letter; later letters are left out.

    Raises CollectionError, DecisionError.
    """
    reading, correction = read_collection(collection), correction_of(collection)
    return with_register(judge_reading(reading, collection.name, as_of, rulings_of(collection), correction), collection)


def correction_of(collection: Collection) -> Correction | None:
    """What rulings taught the reader of these letters, if it was kept. Raises DecisionError."""
    return read_correction(collection.learned) if collection.learned is not None else None


def register_of(collection: Collection) -> Register | None:
    """What parliament's register says of promises, None where it was not fetched. Raises CollectionError."""
    if collection.register is None:
        return None
    from tracker.sources.register import read_register

    return read_register(collection.register)


def judge_reading(
    reading: ReadResult,
    name: str,
    as_of: dt.date | None = None,
    decisions: tuple[Decision, ...] = (),
    correction: Correction | None = None,
) -> Ledger:
    """The ledger of letters that were read already.

    Rulings whose quotes no longer stand are told, not applied; that a correction is applied is told.
    """
    return judge(reading, name, as_of, decisions, correction).ledger


def judge(
    reading: ReadResult,
    name: str,
    as_of: dt.date | None = None,
    decisions: tuple[Decision, ...] = (),
    correction: Correction | None = None,
) -> Judged:
    """The same ledger with what is needed to give it other rulings on its verdicts."""
    use(reading.language)
    day = as_of or max((letter.anchor for letter in reading.letters if letter.anchor), default=None)
    letters = up_to(reading.letters, day)
    standing, stale = sift(decisions, reading.letters)
    read = statements_of(letters, correction)
    read_ahead(letters, read, correction)
    sources, unread = sound(read)
    letters = tuple(source.analysed.letter for source in sources)
    alignments = align_neighbours([(source.name, source.analysed.letter) for source in sources])
    given = _given_on(standing, letters)
    (commitments, reports), (judged, topics), left_out = _judged(sources, alignments, given, day)
    threads = rule_threads(given, judged, (*commitments, *reports))
    commitments, reports = with_counted_ends(commitments, reports, threads)
    ledger = Ledger(
        as_of=day,
        letters=letters,
        commitments=by_one_name(commitments, dict(reading.actors)),
        reports=reports,
        threads=threads,
        alignments=alignments,
        topics=topics,
        refused=(*reading.refused, *unread),
        notices=(
            *reading.notices,
            *left_out,
            *(row.told for row in stale),
            *_corrected(correction),
            *without_encoder(sources, correction),
            *told_contrary(given, threads, (*commitments, *reports)),
        ),
        name=name,
        missing=missing_papers([source.analysed for source in sources]),
        detector="+".join(filter(None, (default_detector(correction).name, meaning_name()))),
        title=reading.title,
    )
    return Judged(ledger, unruled(judged, threads), stale)


def with_register(ledger: Ledger, collection: Collection) -> Ledger:
    """The ledger with the promises of parliament's register that its threads are; a fault of ours in that is told.

    Raises CollectionError, DecisionError.
    """
    register = register_of(collection)
    if register is None or not register.standing:
        return ledger
    from tracker.ledger.queries import Index
    from tracker.ledger.register import matches
    from tracker.sources.register_notices import register_notices

    ledger = replace(ledger, notices=(*ledger.notices, *register_notices(register.standing)))
    rulings, correction = rulings_of(collection), correction_of(collection)
    index = Index(ledger)
    found = spared(lambda: matches(index, linker_of(ledger, correction), register.standing, rulings))
    if isinstance(found, Message):
        return replace(ledger, notices=(*ledger.notices, message("notice.register-left-out", fault=found)))
    return replace(ledger, registered=found)


def linker_of(ledger: Ledger, correction: Correction | None) -> IncrementalLinker:
    """The linker after it has taken all letters of a ledger."""
    from tracker.linking import linker

    facts = facts_of(ledger.letters, correction)
    letters = [analyse(letter) for letter in ledger.letters]
    return linker.linker_of(letters, ledger.commitments, ledger.reports, ledger.alignments, facts)


def _judged(
    sources: Sequence[LetterStatements],
    alignments: tuple[Alignment, ...],
    rulings: tuple[Decision, ...],
    day: dt.date | None,
) -> tuple[Statements, Verdicts, list[Message]]:
    """The statements of all letters, and the verdicts on them as of a day before any ruling on those, remembered.

    Statements that a fault of ours keeps from a verdict are left out, and told.
    """
    letters = tuple(source.analysed.letter for source in sources)
    found = [source.statements() for source in sources]
    commitments = rule_statements(rulings, letters, tuple(row for rows, _ in found for row in rows))
    reports = tuple(row for _, rows in found for row in rows)
    before = tuple(row for row in rulings if row.ruling not in ON_VERDICTS | OF_REGISTER)
    made_of = (*chain.from_iterable(source.made_of for source in sources), digest(before), str(day), meaning_name())

    def judged(rows: Sequence[AnyStatement]) -> Verdicts:
        drafts, threads = _verdicts(sources, alignments, rulings, day, rows)
        return threads, find_topics(letters, alignments, _crossings(drafts))

    def fails(rows: Sequence[AnyStatement]) -> bool:
        try:
            judged(rows)
        except Exception:
            return True
        return False

    statements: tuple[AnyStatement, ...] = (*commitments, *reports)
    verdicts = spared(lambda: remembered(Verdicts, ("verdicts", *made_of), lambda: judged(statements)))
    left_out: list[Message] = []
    if isinstance(verdicts, Message):
        odd = {row.id for row in culprits(statements, fails)}
        left_out = [message("notice.left-out", quote=row.quote, fault=verdicts) for row in statements if row.id in odd]
        commitments = tuple(row for row in commitments if row.id not in odd)
        reports = tuple(row for row in reports if row.id not in odd)
        verdicts = judged((*commitments, *reports))
    return (commitments, reports), verdicts, left_out


def _verdicts(
    sources: Sequence[LetterStatements],
    alignments: tuple[Alignment, ...],
    rulings: tuple[Decision, ...],
    day: dt.date | None,
    rows: Sequence[AnyStatement],
) -> tuple[tuple[ThreadDraft, ...], tuple[Thread, ...]]:
    """What these statements say of one promise, and the verdicts on that."""
    analysed = [source.analysed for source in sources]
    commitments = [row for row in rows if isinstance(row, Commitment)]
    reports = [row for row in rows if not isinstance(row, Commitment)]
    made_of = {source.analysed.letter.id: source.made_of for source in sources}
    facts = facts_in(sources)
    drafts = link(analysed, commitments, reports, alignments, facts, made_of=made_of)
    ruled = rule_drafts(rulings, drafts, tuple(row.letter for row in analysed), facts, rows)
    return ruled, judge_all(ruled, analysed, day, reports)


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


def commitments_of(
    reading: ReadResult, decisions: tuple[Decision, ...], correction: Correction | None
) -> tuple[Commitment, ...]:
    """What the letters promise as the reader with this correction finds it, and the rulings that stand."""
    standing, _ = sift(decisions, reading.letters)
    found = tuple(row for source in statements_of(reading.letters, correction) for row in source.statements()[0])
    return rule_statements(standing, reading.letters, found)


def up_to(letters: Iterable[Letter], day: dt.date | None) -> tuple[Letter, ...]:
    """The letters that were not written after a day; of an undated one nobody can say that it was."""
    return tuple(letter for letter in letters if day is None or letter.anchor is None or letter.anchor <= day)
