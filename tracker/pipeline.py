"""From a collection to its ledger: the one door that every face uses.

Data flows one way: letters → statements → alignments → threads → verdicts → ledger, and analysts'
rulings have the last word on statements, threads and verdicts. Every loop here is linear in the number of letters: a
letter is aligned with its nearest predecessors only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tracker.decisions.apply import rule_statements
from tracker.decisions.ruling import Decision
from tracker.decisions.stale import sift
from tracker.documents import ReadResult, read_collection
from tracker.errors import spared
from tracker.extraction.learned.correction import Correction, read_correction
from tracker.extraction.letter_statements import facts_in, statements_of
from tracker.extraction.statement_facts import with_registered
from tracker.i18n.message import Message, message
from tracker.incremental_ledger import IncrementalLedger, up_to
from tracker.ledger.rejudging import Judged
from tracker.model import Collection, Commitment, Ledger
from tracker.open_collection import open_collection, rulings_of

if TYPE_CHECKING:
    from tracker.linking.linker import IncrementalLinker
    from tracker.sources.register import Register

__all__ = [
    "build_ledger",
    "correction_of",
    "judge_collection",
    "judge_letters",
    "judge_read",
    "ledger_of",
    "open_collection",
    "register_of",
    "rulings_of",
    "up_to",
]


def build_ledger(collection: Collection, as_of: dt.date | None = None) -> Ledger:
    """The ledger of a collection as of a date, by default the date of its newest letter; later letters are left out.

    Raises CollectionError, DecisionError.
    """
    return ledger_of(read_collection(collection), collection, collection.name, as_of)


def ledger_of(reading: ReadResult, collection: Collection, name: str, as_of: dt.date | None = None) -> Ledger:
    """The ledger of letters that were read already, with the rulings and the register beside them.

    Rulings whose quotes no longer stand are told, not applied; that a correction is applied is told. Raises
    CollectionError, DecisionError.
    """
    return judge_read(reading, collection, name, as_of).ledger


def judge_read(
    reading: ReadResult, collection: Collection, name: str, as_of: dt.date | None = None, *, whole: bool = True
) -> Judged:
    """The same, with what is known of the rulings on it; very many links have all their evidence only where `whole`.

    Raises CollectionError, DecisionError.
    """
    incremental = IncrementalLedger(reading, name, as_of, correction_of(collection), whole=whole)
    return judge_collection(incremental, collection, rulings_of(collection))


def judge_collection(incremental: IncrementalLedger, collection: Collection, rulings: Sequence[Decision]) -> Judged:
    """The ledger of letters and the register beside them.

    What the letters promise without the number that the register has it under is met where they say so of that number,
    and did not lapse where they speak of it.
    Raises CollectionError, DecisionError.
    """
    judged = incremental.under(rulings)
    beside = _beside_register(judged, collection)
    if not beside.ledger.registered:
        return beside
    from tracker.ledger.registered_numbers import are_named_apart, registered_numbers

    numbers = registered_numbers(beside.ledger)
    if not are_named_apart(beside.ledger, numbers):
        return beside
    incremental.know(numbers)
    return _beside_register(incremental.under(rulings), collection)


def _beside_register(judged: Judged, collection: Collection) -> Judged:
    """The same with the register, which may contradict what the letters alone say, also where a ruling is withdrawn."""
    ledger = with_register(judged.ledger, collection)
    if not ledger.registered:
        return replace(judged, ledger=ledger)
    from tracker.ledger.contested_deadlines import contested_threads

    return replace(judged, ledger=ledger, unruled=contested_threads(judged.unruled, ledger.registered))


def correction_of(collection: Collection) -> Correction | None:
    """What rulings taught the reader of these letters, if it was kept. Raises DecisionError."""
    return read_correction(collection.learned) if collection.learned is not None else None


def register_of(collection: Collection) -> Register | None:
    """What parliament's register says of promises, None where it was not fetched. Raises CollectionError."""
    if collection.register is None:
        return None
    from tracker.sources.register import read_register, shortened_register

    return shortened_register(read_register(collection.register))


def judge_letters(
    reading: ReadResult,
    name: str,
    as_of: dt.date | None = None,
    decisions: tuple[Decision, ...] = (),
    correction: Correction | None = None,
) -> Judged:
    """The ledger of letters that were read already, with what it takes to give it other rulings on its verdicts."""
    return IncrementalLedger(reading, name, as_of, correction).under(decisions)


def with_register(ledger: Ledger, collection: Collection) -> Ledger:
    """The ledger with the promises of parliament's register that its threads are; a fault of ours in that is told.

    Raises CollectionError, DecisionError.
    """
    register = register_of(collection)
    if register is None or not register.standing:
        return ledger
    from tracker.ledger.contested_deadlines import contested_threads
    from tracker.ledger.queries import Index
    from tracker.ledger.register import register_matches
    from tracker.sources.register_notices import register_notices

    ledger = replace(ledger, notices=(*ledger.notices, *register_notices(register.standing)))
    rulings, correction = rulings_of(collection), correction_of(collection)
    index = Index(ledger)
    found = spared(lambda: register_matches(index, linker_of(ledger, correction), register.standing, rulings))
    if isinstance(found, Message):
        return replace(ledger, notices=(*ledger.notices, message("notice.register-left-out", fault=found)))
    return replace(ledger, registered=found, threads=contested_threads(ledger.threads, found))


def linker_of(ledger: Ledger, correction: Correction | None) -> IncrementalLinker:
    """The linker after it has taken all letters of a ledger; those that were linked before are remembered."""
    from tracker.ledger.registered_numbers import registered_numbers
    from tracker.linking import linked_series

    sources = statements_of(ledger.letters, correction)
    letters = [source.analysed for source in sources]
    made_of = {source.analysed.letter.id: source.made_of for source in sources}
    commitments = _as_read(ledger.commitments, (row for source in sources for row in source.statements()[0]))
    told = {row.id for row in ledger.reports}
    found = (row for source in sources for row in source.statements()[1])
    reports = [row for row in found if row.id in told or row.tentative]
    rows = (commitments, reports, ledger.alignments)
    facts = with_registered(facts_in(sources), registered_numbers(ledger) if ledger.registered else {})
    return linked_series.linker_after(letters, *rows, facts, made_of=made_of)


def _as_read(rows: Iterable[Commitment], read: Iterable[Commitment]) -> Iterator[Commitment]:
    """Commitments with their actor as the letter names him: so they were linked, which is remembered."""
    known = {row.id: row for row in read}
    for row in rows:
        one = known.get(row.id, row)
        yield one if replace(row, actor=one.actor) == one else row


def commitments_of(
    reading: ReadResult, decisions: tuple[Decision, ...], correction: Correction | None
) -> tuple[Commitment, ...]:
    """What the letters promise as the reader with this correction finds it, and the rulings that stand."""
    standing, _ = sift(decisions, reading.letters)
    found = tuple(row for source in statements_of(reading.letters, correction) for row in source.statements()[0])
    return rule_statements(standing, reading.letters, found)
