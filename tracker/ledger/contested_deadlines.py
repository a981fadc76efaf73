"""What the letters alone say became of a deadline, where parliament's register says otherwise: a question, no verdict.

The register knows papers and debates that are not among the letters. So nobody surely forgot what it calls met or
withdrawn, and nobody surely withdrew what it calls met; nor may that be said where its word for it is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from tracker.i18n.message import message
from tracker.ledger.queries import Index
from tracker.model import Evidence, RegisterMatch, RegisterTwin, Status, Thread
from tracker.report_headings import FATES, Phase
from tracker.statuses import FACTS

RULE = "register"
"""The name of the ground."""

AGAINST = 0.4
"""What is left of the confidence in a verdict that the register contradicts: below what is probable; by judgement."""

LIKELY = 0.5
"""How likely (0..1) a promise of the register is that of a thread that it possibly contradicts: as likely as not, by
judgement. Of 1,500 met promises of other bodies 627 are asked about beside five letters, nearly all below."""

_PASSED = frozenset(
    status for status, row in FACTS.items() if (told := FATES[row.fate].told) and told[0] is Phase.PASSED
)
"""The verdicts on a deadline that passed: none of them says what became of the promise."""

_WITHDRAWN = frozenset(status for status, row in FACTS.items() if row.is_accusing and row.is_settled)
"""The verdicts that it does not go through."""


def contested_threads(threads: Iterable[Thread], registered: Iterable[RegisterMatch]) -> tuple[Thread, ...]:
    """The threads, of which those are unclear that the register says otherwise of; what an analyst decided stands.

    So are those that it as likely as not says otherwise of, until somebody ruled on that; not those that another of its
    promises surely is, unless the one changes or repeats that.
    """
    known = list(registered)
    sure: dict[str, set[str]] = defaultdict(set)
    for row in known:
        if row.sure:
            sure[row.thread].add(row.number)
    rows: dict[str, list[RegisterMatch]] = defaultdict(list)
    for row in sorted(known, key=lambda row: not row.sure):
        others = sure.get(row.thread, ())
        if row.sure or (is_likely(row) and (not others or {*row.changes, *row.repeats}.intersection(others))):
            rows[row.thread].append(row)
    return tuple(_contested(thread, rows[thread.id]) if thread.id in rows else thread for thread in threads)


def is_likely(row: RegisterMatch) -> bool:
    """Whether a promise of the register is surely that of a thread, or as likely as not."""
    return row.sure or row.score >= LIKELY


def by_letters(index: Index) -> Index:
    """The ledger as the letters alone have it."""
    threads = tuple(
        replace(thread, status=thread.by_letters, by_letters=None) if thread.by_letters else thread
        for thread in index.ledger.threads
    )
    return index.ruled(replace(index.ledger, threads=threads))


def is_settled_there(index: Index, thread: Thread) -> bool:
    """Whether the register calls a thread met or withdrawn, so that nobody has to be asked how it stands."""
    return any(row.sure and (row.met or row.closed) for row in index.registered.get(thread.id, ()))


def _contested(thread: Thread, rows: Iterable[RegisterMatch]) -> Thread:
    against = next((row for row in rows if _speaks_against(row, thread.status)), None)
    if against is None or thread.decided_by:
        return thread
    known = {"number": against.number, "status": against.status}
    sure = against.sure
    said = message("evidence.register", **known) if sure else message("evidence.register-possibly", **known)
    return replace(
        thread,
        status=Status.UNCLEAR,
        by_letters=thread.status,
        confidence=round(thread.confidence * AGAINST, 3),
        evidence=(*thread.evidence, Evidence(RULE, 1.0, said)),
    )


def _speaks_against(row: RegisterMatch, status: Status) -> bool:
    """Whether what the register says of a promise, or of another under its number, cannot be where a verdict holds."""
    told: tuple[RegisterMatch | RegisterTwin, ...] = (row, *row.twins)
    may_be_met = any(map(_may_be_met, told))
    return (status in _PASSED and (may_be_met or row.closed)) or (status in _WITHDRAWN and may_be_met)


def _may_be_met(row: RegisterMatch | RegisterTwin) -> bool:
    """Whether the register says so, or something of which nobody knows whether it does."""
    return row.met or (row.unclear and bool(row.status))
