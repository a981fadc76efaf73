"""Who is to answer for what asks for attention, and who promised it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial

from tracker.i18n.catalog import gettext, listed, ngettext
from tracker.ledger.fates import was_dated
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.report_headings import FATES, Fate
from tracker.views.blocks import Fated
from tracker.views.offices import addressed, answering, by_predecessors, signed_first

SHOWN = 5
"""Lines of those who promised at most."""

Asked = list[tuple[Fate, Thread]]
"""Promises that somebody is to answer for, with what became of them."""

_ASKED = tuple(kind for kind, row in FATES.items() if row.is_answered_for)
"""The fates that an office is to answer for."""


def responsible(index: Index, fated: Fated) -> tuple[str, ...]:
    """How many promises each office is to answer for, then who promised them."""
    asked = [(kind, thread) for kind in _ASKED for thread in fated[kind]]
    return (
        *(_answering(index, office, rows) for office, rows in _grouped(asked, partial(answering, index)) if office),
        *_signed(index, asked),
    )


def _grouped(asked: Asked, key: Callable[[Thread], tuple[str, ...]]) -> list[tuple[tuple[str, ...], Asked]]:
    """Promises by the names that a key gives them, those with the most first."""
    groups: dict[tuple[str, ...], Asked] = defaultdict(list)
    for kind, thread in asked:
        groups[key(thread)].append((kind, thread))
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def _answering(index: Index, office: tuple[str, ...], asked: Asked) -> str:
    """What an office is to answer for, and how much of it others promised than hold it now."""
    others = sum(by_predecessors(index, thread) for _, thread in asked)
    line = gettext("page-one.answering", office=addressed(office), told=_numbered(index, asked))
    return f"{line}; {ngettext('page-one.by-others', others)}" if others else line


def _signed(index: Index, asked: Asked) -> tuple[str, ...]:
    """Of each who signed a promise first how much of it is asked, a line each; nothing where nobody signed."""
    groups = _grouped(asked, partial(signed_first, index))
    if not any(names for names, _ in groups):
        return ()
    rest = [row for _, rows in groups[SHOWN:] for row in rows]
    lines = [_signed_by(index, names, rows) for names, rows in groups[:SHOWN]]
    others = [gettext("page-one.signed-others", years=_years(index, rest), told=_numbered(index, rest))] if rest else []
    return (*lines, *others)


def _signed_by(index: Index, names: tuple[str, ...], asked: Asked) -> str:
    told = _numbered(index, asked)
    if not names:
        return gettext("page-one.signed-unknown", told=told)
    return gettext("page-one.signed", names=listed(names), years=_years(index, asked), told=told)


def _years(index: Index, asked: Asked) -> str:
    """The years of the letters that made these promises."""
    written = (index.letters[thread.members[0].letter].anchor for _, thread in asked if thread.members)
    return listed([str(year) for year in sorted({day.year for day in written if day})])


def _numbered(index: Index, asked: Asked) -> str:
    """How many have each fate; of how many no letter names a day, which are in no figure of dated promises."""
    found = Counter(kind for kind, _ in asked)
    undated = Counter(kind for kind, thread in asked if not was_dated(index, thread))
    return listed([_some(kind, found[kind], undated[kind]) for kind in _ASKED if kind in found])


def _some(kind: Fate, number: int, undated: int) -> str:
    told = gettext(f"figure.{kind}", number=number)
    return f"{told} ({ngettext('page-one.undated-among', undated)})" if undated else told
