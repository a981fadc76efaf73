"""What the letters of a collection come to under rulings, remembered: every face asks for the same and finds the same.

The links of its threads are kept apart from it: no screen shows them, and few commands all parts of their evidence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

import msgspec
from msgspec.structs import replace

from tracker.decisions.ruling import Decision
from tracker.documents.limits import allowed
from tracker.ledger.rejudging import Judged, reruled
from tracker.model import Collection, Ledger, Link, Thread
from tracker.storage.cache import digest, forget, is_remembered, keep, recalled
from tracker.storage.fingerprint import fingerprint

Of = tuple[str, ...]
"""What a ledger is made of, rulings aside."""

_Links = tuple[tuple[Link, ...], ...]
"""The links of each thread."""

MOST_LINKS = 20_000
"""Links of some 3 kB each that are kept; more are found anew from what is kept of each letter. By judgement."""


def of_letters(collection: Collection, as_of: dt.date | None, only: tuple[str, ...] = ()) -> Of:
    """What a ledger of a collection as of a day is made of; `only` are the letters that count, by id, () for all."""
    return (*fingerprint(replace(collection, decisions=None)), str(allowed()), str(as_of or ""), *only)


def is_kept(of: Of, rulings: Sequence[Decision]) -> bool:
    """Whether it is known what the letters come to under these rulings."""
    return is_remembered(_about(of, rulings))


def keep_judged(of: Of, rulings: Sequence[Decision], judged: Judged) -> None:
    """Keep what the letters come to."""
    links: _Links = tuple(thread.links for thread in judged.ledger.threads)
    if are_few(judged.ledger.threads):
        keep(digest(_links_of(_about(of, rulings), whole=judged.whole)), msgspec.msgpack.encode(links))
    _keep_without_links(of, rulings, without_links(judged))


def are_few(threads: Iterable[Thread]) -> bool:
    """Whether the links of threads are few enough to be kept."""
    return sum(len(thread.links) for thread in threads) <= MOST_LINKS


def judged_once(of: Of, rulings: Sequence[Decision], make: Callable[[], Judged]) -> Judged:
    """What the letters come to, without links: as it is kept, or as it is made now; what was refused is read again."""
    found: Judged | None = recalled(Judged, _about(of, rulings)) or _ruled(of, rulings)
    if found is None:
        whole = make()
        keep_judged(of, rulings, whole)
        found = without_links(whole)
    return _unless_refused(of, rulings, found)


def _ruled(of: Of, rulings: Sequence[Decision]) -> Judged | None:
    """What it comes to from what is kept of all rulings but the last; None where that changes more than verdicts.

    What parliament's register says is weighed anew with every ruling.
    """
    before = rulings[:-1]
    known: Judged | None = recalled(Judged, _about(of, before)) if rulings else None
    found = reruled(known, before, rulings) if known is not None and not known.ledger.registered else None
    if found is not None:
        _keep_without_links(of, rulings, found)
    return found


def _keep_without_links(of: Of, rulings: Sequence[Decision], judged: Judged) -> None:
    keep(digest(_about(of, rulings)), msgspec.msgpack.encode(judged))


def ledger_once(of: Of, rulings: Sequence[Decision], make: Callable[[], Judged], *, whole: bool = True) -> Ledger:
    """The ledger with the links of its threads: as it is kept, or as it is made now; what was refused is read again.

    Unless it is to be `whole`, links need not have all parts of their evidence.
    """
    about = _about(of, rulings)
    links: _Links | None = recalled(_Links, _links_of(about, whole=True))
    if links is None and not whole:
        links = recalled(_Links, _links_of(about, whole=False))
    found: Judged | None = recalled(Judged, about) if links is not None else None
    if found is None or links is None:
        found = make()
        keep_judged(of, rulings, found)
    else:
        pairs = zip(found.ledger.threads, links, strict=True)
        threads = tuple(replace(thread, links=row) for thread, row in pairs)
        found = replace(found, ledger=replace(found.ledger, threads=threads))
    return _unless_refused(of, rulings, found).ledger


def without_links(judged: Judged) -> Judged:
    """The same without the links of its threads."""
    ledger = replace(judged.ledger, threads=threads_without_links(judged.ledger.threads))
    return replace(judged, ledger=ledger, unruled=threads_without_links(judged.unruled))


def threads_without_links(threads: Iterable[Thread]) -> tuple[Thread, ...]:
    """Threads without their links."""
    return tuple(replace(thread, links=()) for thread in threads)


def _unless_refused(of: Of, rulings: Sequence[Decision], judged: Judged) -> Judged:
    """The same; forgotten where a file was refused, which may be read the next time."""
    if judged.ledger.refused:
        about = _about(of, rulings)
        forget(about)
        forget(_links_of(about, whole=True))
        forget(_links_of(about, whole=False))
    return judged


def _about(of: Of, rulings: Sequence[Decision]) -> tuple[str, ...]:
    return ("judged", digest(tuple(rulings)), *of)


def _links_of(about: tuple[str, ...], *, whole: bool) -> tuple[str, ...]:
    return ("links" if whole else "bare links", *about[1:])
