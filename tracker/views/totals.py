"""The figures of an audit: totals by who answers, actor, kind and topic, the letters examined, what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from tracker.documents.structure.section_number import title_of
from tracker.i18n.catalog import gettext, ngettext, text_of
from tracker.i18n.message import Message, Text, first_of_many, message
from tracker.ledger.fates import counted
from tracker.ledger.queries import Index
from tracker.model import Commitment, DateSource, Letter, Status, Thread
from tracker.statuses import COLUMNS
from tracker.views.citations import cited
from tracker.views.labels import word
from tracker.views.names import cited_as, short, when
from tracker.views.offices import answering, signatories, signed_first, undertaker
from tracker.views.sheet import ViewTable
from tracker.views.text_style import GLUE

SHOWN = 12
"""Rows of a table of totals at most."""

RARE = 3
"""Names with fewer promises than this are told together, where they are more than a few."""

FEW = 4
"""So many rare names are still told one by one, where there is room."""

RESPONSIBLE = ("offices", "signatories")
"""The keys of the tables by who answers for a promise: the office now, the signatories then."""


def examined(index: Index) -> tuple[str, ...]:
    """Which letters were read, and what could not be read or dated."""
    no_day = [letter for letter in index.ledger.letters if letter.date is None]
    return (
        letters_read(index.ledger.letters),
        *missing(index, len(index.ledger.missing)),
        *_shortened_notices(index.ledger.notices),
        *(gettext("totals.no-exact-date", letter=cited(letter), day=when(letter)) for letter in no_day),
        *unread(index),
    )


def letters_read(letters: Sequence[Letter]) -> str:
    """How many letters were read, and which."""
    return ngettext("totals.read", len(letters), letters=", ".join(map(short, letters)))


def unread(index: Index) -> tuple[str, ...]:
    """The files that were refused, each with its reason."""
    rows = index.ledger.refused
    return tuple(gettext("totals.not-read", file=row.path, reason=text_of(row.reason)) for row in rows)


def notices(index: Index) -> tuple[str, ...]:
    """What the reader of the letters should know, and which papers the collection lacks."""
    return (*missing(index), *_shortened_notices(index.ledger.notices))


def _shortened_notices(notices: Iterable[Text]) -> Iterator[str]:
    """Notices, of each kind the first ones with how many more there are."""
    kinds: dict[tuple[str, ...], list[Text]] = {}
    for notice in notices:
        kinds.setdefault(_ids(notice), []).append(notice)
    for rows in kinds.values():
        yield from map(text_of, first_of_many(rows))


def _ids(notice: Text) -> tuple[str, ...]:
    """The id of a message and of those in it; none of words that stand as they are."""
    if isinstance(notice, str):
        return ()
    return (notice.id, *(value.id for _, value in notice.params if isinstance(value, Message)))


_ON_RULINGS = frozenset({"ruling.not-applied", "ruling.contrary"})


def unread_and_unapplied(index: Index) -> tuple[str, ...]:
    """What every face tells: files not read and rulings not applied, each with the reason, and contrary rulings."""
    rows = index.ledger.notices
    return (
        *unread(index),
        *_shortened_notices(row for row in rows if isinstance(row, Message) and row.id in _ON_RULINGS),
    )


def missing(index: Index, most: int = SHOWN) -> tuple[str, ...]:
    """The papers that the letters cite and the collection lacks, those cited most first; `most` of them are named."""
    rows = sorted(index.ledger.missing, key=lambda row: -row.times)
    dossiers: dict[str, list[str]] = {}
    for row in rows[:most]:
        known = dossiers.setdefault(row.dossier, [])
        form: Literal["bare", "short"] = "short" if known else "bare"
        known.append(f"{cited_as(form, row.dossier, row.number)} ({row.times}×)".replace(" ", GLUE))
    named = "; ".join(map(", ".join, dossiers.values()))
    more = " …" if len(rows) > most else ""
    return (ngettext("totals.missing", len(rows), papers=named + more),) if rows else ()


def without_date(index: Index) -> tuple[str, ...]:
    """The letters in which no date was found, each with the remedy."""
    unknown = [letter for letter in index.ledger.letters if letter.date_source is DateSource.UNKNOWN]
    return tuple(
        text_of(message("notice.of-letter", path=letter.path, notice=message("notice.no-date"))) for letter in unknown
    )


def total_tables(index: Index) -> tuple[ViewTable, ...]:
    """Totals by who answers now and who signed, by actor, kind and topic, then the letters.

    What several sign counts for each of them. What no topic of several letters holds is of its letter's chapter.
    """
    first = {thread.id: _promise(index, thread) for thread in index.ledger.threads}
    return (
        *by_responsible(index),
        _totals(index, "actors", gettext("totals.by-actor"), lambda row: (_actor(index, first[row.id]),)),
        _totals(index, "kinds", gettext("totals.by-kind"), lambda row: (_kind(first[row.id]),)),
        _totals(index, "topics", gettext("totals.by-topic"), lambda row: (_topic(index, row),)),
        letters(index),
    )


def letters(index: Index) -> ViewTable:
    """The letters with who signed them, and how many promises and reports each holds."""
    rows = tuple(
        (
            cited(letter),
            when(letter),
            ", ".join(signatories(letter)),
            len(index.commitments_of(letter.id)),
            len(index.reports_of(letter.id)),
        )
        for letter in index.ledger.letters
    )
    heads = (
        gettext("column.letter"),
        gettext("column.date"),
        gettext("letter.signed-by"),
        gettext("column.promises"),
        gettext("column.reports"),
    )
    return ViewTable("letters", gettext("totals.letters"), heads, rows)


def by_responsible(index: Index) -> tuple[ViewTable, ...]:
    """Totals by who answers now and by who signed then; no table where nobody signed."""
    return tuple(table for key in RESPONSIBLE if (table := _responsible(index, key)).rows)


def _responsible(index: Index, key: str) -> ViewTable:
    """The table of who answers now, or of who signed then."""
    named = answering if key == "offices" else signed_first
    unsigned = (gettext("totals.unsigned"),) if any(named(index, row) for row in index.ledger.threads) else ()
    return _totals(index, key, gettext(f"totals.by-{key}"), lambda row: named(index, row) or unsigned, rare=1)


def _totals(
    index: Index, key: str, heading: str, named: Callable[[Thread], Iterable[str]], rare: int = RARE
) -> ViewTable:
    """How many threads each name has, in all and by status; names with the most first, the rare ones together."""
    names = [(name, counted(index, thread)) for thread in index.ledger.threads for name in named(thread)]
    numbers = Counter(name for name, _ in names)
    frequent = sorted(numbers, key=lambda name: (-numbers[name], name))[:SHOWN]
    few = sum(numbers[name] < rare for name in numbers) <= FEW
    shown = [name for name in frequent if few or numbers[name] >= rare]
    rest = set(numbers) - set(shown)
    rows = [_row(name, (status for found, status in names if found == name)) for name in shown]
    if rest:
        rows.append(
            _row(gettext("totals.others", number=len(rest)), (status for found, status in names if found in rest))
        )
    heads = ("", gettext("column.promises"), gettext("column.open"), *(word(row[0]) for row in COLUMNS[1:]))
    return ViewTable(key, heading, heads, tuple(rows))


def _row(name: str, statuses: Iterable[Status]) -> tuple[str | int, ...]:
    found = Counter(statuses)
    return name, found.total(), *(sum(found[status] for status in column) for column in COLUMNS)


def _promise(index: Index, thread: Thread) -> Commitment | None:
    return next((row for row in index.quotes_of(thread) if isinstance(row, Commitment)), None)


def _actor(index: Index, row: Commitment | None) -> str:
    return word(undertaker(index, row.actor)) if row else gettext("totals.only-reported")


def _topic(index: Index, thread: Thread) -> str:
    """The topic of a thread; else the chapter that its first words stand in."""
    first = next(iter(index.quotes_of(thread)), None)
    section = index.sections.get(first.section or "") if first else None
    while section and section.parent in index.sections:
        section = index.sections[section.parent]
    return index.topic(thread) or (title_of(section.heading) if section else gettext("totals.no-topic"))


def _kind(row: Commitment | None) -> str:
    return word(row.kind) if row else gettext("totals.only-reported")
