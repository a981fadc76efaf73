"""The blocks of a report: every promise in the one that its fate names."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from tracker.i18n.catalog import gettext, ngettext
from tracker.ledger.fates import was_dated
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.report_headings import FATES, Fate
from tracker.views.entries import thread_entry
from tracker.views.sheet import ViewBlock

Fated = Mapping[Fate, tuple[Thread, ...]]
"""The threads by fate."""

BRIEF = frozenset(kind for kind, row in FATES.items() if row.is_brief)
"""The fates of which a line each is enough on paper."""

AUDITED = tuple(kind for kind, row in FATES.items() if row.is_audited)
"""The fates that an audit lists."""


def blocks(
    index: Index,
    fated: Fated,
    chosen: Iterable[Fate] = Fate,
    folded: Container[Fate] = (),
    brief: Container[Fate] = BRIEF,
) -> tuple[ViewBlock, ...]:
    """A block for each of the chosen fates, in the order of a report; of the folded ones the number alone."""
    return tuple(
        _block(index, kind, fated[kind], brief=kind in brief, folded=kind in folded)
        for kind in Fate
        if kind in set(chosen)
    )


def _block(index: Index, kind: Fate, threads: tuple[Thread, ...], *, brief: bool, folded: bool) -> ViewBlock:
    entries = () if folded else tuple(thread_entry(index, kind, thread) for thread in threads)
    return ViewBlock(
        key=kind.value,
        heading=gettext(f"part.{kind}"),
        entries=entries,
        means=_means(index, kind, threads, folded),
        brief=brief,
        folded=len(threads) - len(entries),
    )


def _means(index: Index, kind: Fate, threads: tuple[Thread, ...], folded: bool) -> str:
    """What stands in a block; how many of its promises have a date, where only some do."""
    dated = sum(was_dated(index, thread) for thread in threads)
    some = ngettext("part.dated", dated) if 0 < dated < len(threads) else ""
    hidden = gettext("part.folded") if folded and threads else ""
    return " ".join(part for part in (gettext(f"part.{kind}.means"), some, hidden) if part)
