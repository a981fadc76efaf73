"""What other rulings change in a ledger of the same letters: little, to be sent from one process to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from tracker.decisions.stale import Stale
from tracker.i18n.message import Message
from tracker.ledger.rejudging import Judged
from tracker.model import Commitment, StatusReport, Thread


class _HasId(Protocol):
    """What has an id that nothing else of its kind has."""

    @property
    def id(self) -> str:
        """The id."""


_Row = TypeVar("_Row", bound=_HasId)


class ChangedRows(Struct, Generic[_Row], frozen=True):
    """ChangedRows of which most are known: the ids of all in their order, and those that are new or otherwise."""

    order: tuple[str, ...]
    new: tuple[_Row, ...]


class LedgerDifference(Struct, frozen=True):
    """What is otherwise under other rulings; letters, alignments and topics never are."""

    threads: ChangedRows[Thread]
    commitments: ChangedRows[Commitment]
    reports: ChangedRows[StatusReport]
    unruled: tuple[Thread, ...]
    stale: tuple[Stale, ...]
    notices: tuple[Message | str, ...]


def difference(before: Judged, after: Judged) -> LedgerDifference:
    """What makes of one ledger the other, of the same letters."""
    one, other = before.ledger, after.ledger
    return LedgerDifference(
        threads=_rows(one.threads, other.threads),
        commitments=_rows(one.commitments, other.commitments),
        reports=_rows(one.reports, other.reports),
        unruled=after.unruled,
        stale=after.stale,
        notices=other.notices,
    )


def changed(known: Judged, by: LedgerDifference) -> Judged:
    """The ledger that a difference makes of the one that is known."""
    ledger = replace(
        known.ledger,
        threads=_made(known.ledger.threads, by.threads),
        commitments=_made(known.ledger.commitments, by.commitments),
        reports=_made(known.ledger.reports, by.reports),
        notices=by.notices,
    )
    return Judged(ledger, by.unruled, by.stale)


def _rows(before: Iterable[_Row], after: Sequence[_Row]) -> ChangedRows[_Row]:
    known: Mapping[str, _Row] = {row.id: row for row in before}
    new = (row for row in after if (same := known.get(row.id)) is not row and same != row)
    return ChangedRows(tuple(row.id for row in after), tuple(new))


def _made(known: Iterable[_Row], by: ChangedRows[_Row]) -> tuple[_Row, ...]:
    rows = {row.id: row for row in (*known, *by.new)}
    return tuple(rows[id_] for id_ in by.order)
