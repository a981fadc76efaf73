"""Letters by topics: which subjects run through the series, and how much each letter promises about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from tracker.i18n.catalog import day, gettext, ngettext
from tracker.ledger.queries import Index
from tracker.model import Topic
from tracker.statuses import FACTS
from tracker.views.labels import word
from tracker.views.names import short
from tracker.views.sheet import ReportView, ViewTable
from tracker.views.totals import unread_and_unapplied

ABSENT = "–"
"""Stands where a letter does not treat a topic; one that treats it and promises nothing has 0."""


def sheet(index: Index) -> ReportView:
    """The topics that at least two letters treat, in the order in which they first appear."""
    name, as_of = index.ledger.title or index.ledger.name or gettext("sheet.unnamed"), index.ledger.as_of
    shown = day(as_of, "long") if as_of else gettext("sheet.unknown-date")
    numbers = (
        ngettext("count.topics", len(index.ledger.topics)),
        ngettext("count.letters", len(index.ledger.letters)),
    )
    return ReportView(
        title=gettext("report.title", name=name, day=shown),
        as_of=as_of,
        remarks=(gettext("topics.examined", topics=numbers[0], letters=numbers[1]), *unread_and_unapplied(index)),
        blocks=(),
        tables=(topics_table(index),),
    )


def topics_table(index: Index) -> ViewTable:
    """A row for each topic: the promises that each letter makes about it, then what became of its threads."""
    made = Counter((row.letter, row.section) for row in index.ledger.commitments)
    fates = Counter((index.topic(thread), thread.status) for thread in index.ledger.threads)
    ended = [status for status, row in FACTS.items() if not row.is_pending]
    told = [status for status in ended if any(fates[topic.label, status] for topic in index.ledger.topics)]
    heads = (gettext("column.topic"), *_columns(index), *map(word, told))
    rows = tuple(
        (topic.label, *_promises(index, topic, made), *(fates[topic.label, status] for status in told))
        for topic in index.ledger.topics
    )
    return ViewTable("letters-by-topics", gettext("topics.table"), heads, rows)


def _columns(index: Index) -> tuple[str, ...]:
    """The heads of the letters: the year, or where several are of one year the name of the paper."""
    years = [str(letter.anchor.year) if letter.anchor else "" for letter in index.ledger.letters]
    return tuple(
        year if year and years.count(year) == 1 else short(letter)
        for year, letter in zip(years, index.ledger.letters, strict=True)
    )


def _promises(index: Index, topic: Topic, made: Mapping[tuple[str, str | None], int]) -> Iterator[str | int]:
    """For each letter how many promises its sections about a topic make."""
    for letter in index.ledger.letters:
        treated = [section.id for section in letter.sections if section.id in topic.sections]
        yield sum(made.get((letter.id, section), 0) for section in treated) if treated else ABSENT
