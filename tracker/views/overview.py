"""The collection in one screen: the letters read, the totals, and the most telling threads of each status."""

from __future__ import annotations

from tabulate import tabulate

from tracker.documents.torn import torn_sentences
from tracker.i18n.catalog import day, gettext, ngettext, score
from tracker.ledger.deadlines import slipped
from tracker.ledger.queries import Index
from tracker.model import Lateness, Status, Thread
from tracker.statuses import BY_GROUP, QUESTIONS
from tracker.views.chart_data import bars, trend
from tracker.views.labels import lateness, read_by, word
from tracker.views.names import course, paper, place, short, when
from tracker.views.provenance import ground
from tracker.views.sheet import ReportView, ThreadEntry, ViewBlock, entry, quote
from tracker.views.text_style import GLUE, TextStyle
from tracker.views.totals import letters as letters_table
from tracker.views.totals import notices, unread, without_date

SHOWN = 6
"""Threads shown of each group unless all are asked for."""


def render(index: Index, threads: tuple[Thread, ...], pen: TextStyle, *, everything: bool = False) -> str:
    """The report over the chosen threads, most telling first; `everything` shows each of them."""
    blocks = [
        pen.bold(pen.clip(_title(index), pen.width)),
        _letters(index, pen),
        _refused(index, pen),
        _totals(threads, pen),
        *(_group(index, threads, group, pen, everything=everything) for group in BY_GROUP),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def sheet(index: Index, threads: tuple[Thread, ...]) -> ReportView:
    """The same as a sheet, with every chosen thread."""
    chosen = {thread.id for thread in threads}
    return ReportView(
        title=_title(index),
        as_of=index.ledger.as_of,
        remarks=(_counted(threads), *unread(index), *notices(index), *without_date(index)),
        blocks=tuple(
            ViewBlock(
                "-".join(statuses),
                gettext(f"group.{group}"),
                tuple(_row(index, row) for row in threads if row.status in statuses),
            )
            for group, statuses in BY_GROUP.items()
        ),
        tables=(letters_table(index),),
        trend=trend(index, (thread for thread in slipped(index) if thread.id in chosen)),
        bars=bars(index, threads),
    )


def _title(index: Index) -> str:
    name, as_of = index.ledger.name or gettext("sheet.unnamed"), index.ledger.as_of
    return gettext("report.title", name=name, day=day(as_of, "long") if as_of else gettext("sheet.unknown-date"))


def _row(index: Index, thread: Thread) -> ThreadEntry:
    notes = quote(index, index.newest(thread))
    return entry(index, thread, _life(index, thread), notes, (ground(index, thread),))


def _letters(index: Index, pen: TextStyle) -> str:
    """A row for each letter: paper, date and its source, sections, commitments, reports, what is torn, title."""
    torn = [len(torn_sentences(letter)) for letter in index.ledger.letters]
    rows = [
        (
            pen.clip(paper(letter), 18),
            f"{when(letter)} {word(letter.date_source)}",
            len(letter.sections),
            len(index.commitments_of(letter.id)),
            len(index.reports_of(letter.id)),
            *([count] if any(torn) else ()),
        )
        for letter, count in zip(index.ledger.letters, torn, strict=True)
    ]
    heads = (
        gettext("column.letter"),
        gettext("column.date-and-source"),
        gettext("column.sections"),
        gettext("column.commitments"),
        gettext("column.reports"),
        *([gettext("column.torn")] if any(torn) else ()),
    )
    align = ("left", "left", *["right"] * (len(heads) - 2))
    # The heads go in as a row: tabulate would pad them.
    head, *body = tabulate([heads, *rows], tablefmt="plain", disable_numparse=True, colalign=align).splitlines()
    titled = [f"{row}  {letter.title or ''}".rstrip() for row, letter in zip(body, index.ledger.letters, strict=True)]
    return "\n".join(
        [pen.faint(pen.clip(f"  {head}", pen.width)), *(pen.clip(f"  {line}", pen.width) for line in titled)]
    )


def _refused(index: Index, pen: TextStyle) -> str:
    """What could not be read, and what the readers had to assume."""
    notes = (gettext("sheet.note", notice=notice) for notice in (*notices(index), *without_date(index)))
    return "\n".join(pen.wrap(line, 2) for line in (*unread(index), *notes))


def _totals(threads: tuple[Thread, ...], pen: TextStyle) -> str:
    """How many threads, and how many of each status."""
    line = pen.wrap(_counted(threads), 2)
    for status, number in _numbers(threads):
        told = f"{number} {word(status)}"
        line = line.replace(told, pen.kind(told, status))
    return line


def _counted(threads: tuple[Thread, ...]) -> str:
    parts = " · ".join(f"{number}{GLUE}{word(status)}" for status, number in _numbers(threads))
    return ngettext("count.threads", len(threads)) + (f": {parts}" if parts else "")


def _numbers(threads: tuple[Thread, ...]) -> list[tuple[Status, int]]:
    """The statuses that occur, and how often."""
    numbers = ((status, sum(thread.status == status for thread in threads)) for status in Status)
    return [(status, number) for status, number in numbers if number]


def _group(
    index: Index,
    threads: tuple[Thread, ...],
    group: str,
    pen: TextStyle,
    *,
    everything: bool,
) -> str:
    """The threads of one heading, or "" where there are none."""
    statuses = BY_GROUP[group]
    chosen = [thread for status in statuses for thread in threads if thread.status == status]
    if not chosen:
        return ""
    shown = chosen if everything else chosen[:SHOWN]
    lines = [
        pen.bold(pen.kind(f"{gettext(f'group.{group}')} ({len(chosen)})", statuses[0])),
        *(_entry(index, thread, pen) for thread in shown),
    ]
    if len(shown) < len(chosen):
        lines.append(pen.faint("  " + gettext("sheet.more", number=len(chosen) - len(shown)) + " (--all)"))
    return "\n".join(lines)


def _entry(index: Index, thread: Thread, pen: TextStyle) -> str:
    """A thread: title and id, its life in one line, and the quote that the verdict rests on."""
    lines = [pen.spread(thread.title, thread.id), pen.wrap(life(index, thread), 4)]
    newest = index.newest(thread)
    if newest:
        where = f"{place(index, newest)}; {read_by(newest.rule)}, {score(thread.confidence)}"
        lines.append(pen.wrap(f"“{newest.quote}”", 4, lines=2))
        lines.append(pen.faint(pen.wrap(where, 4, lines=1)))
    return "\n".join(lines)


def life(index: Index, thread: Thread) -> str:
    """The life of a thread in one line: deadlines old → new, what became of them, the letters it runs through."""
    ruled = gettext("sheet.decided-by", name=thread.decided_by) if thread.decided_by else ""
    return " · ".join(part for part in (*_life(index, thread), ruled) if part)


def _life(index: Index, thread: Thread) -> tuple[str, str, str]:
    """The parts of that line, some of them empty; who decided is left out."""
    letters = " → ".join(short(letter) for letter in index.letters_of(thread))
    return course(index, thread), _outcome(index, thread), letters


def _outcome(index: Index, thread: Thread) -> str:
    """What the deadline or its passing says, in the words that the verdict permits."""
    if thread.status is Status.LAPSED:
        searched = gettext("report.searched", number=len(thread.searched) + thread.more_searched).replace(" ", GLUE)
        return gettext("report.lapsed") + " " + searched
    if thread.status in QUESTIONS:
        return gettext(f"report.{thread.status}")
    if thread.status is Status.DROPPED:
        return gettext("report.withdrawn")
    if thread.status is Status.DELIVERED:
        told = lateness(thread.lateness) if thread.lateness is not Lateness.UNKNOWN else ""
        return " · ".join(part for part in (gettext("word.partly") if thread.partly else "", told) if part)
    days = index.days_slipped(thread)
    if not days:
        return ""
    later = ngettext("count.days-later", days)
    return gettext("report.later-moves", later=later, number=len(thread.slips)) if len(thread.slips) > 1 else later
