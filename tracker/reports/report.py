"""The collection in one screen: the letters read, the totals, and the most telling threads of each status."""

from __future__ import annotations

from tabulate import tabulate

from tracker.ledger import Index
from tracker.model import Lateness, Status, Thread
from tracker.reports.names import count, course, dated, paper, place, short
from tracker.reports.pen import GLUE, Pen
from tracker.reports.sheet import Block, Entry, Sheet, entry, quote

SHOWN = 6
"""Threads shown of each group unless all are asked for."""

GROUPS: tuple[tuple[str, tuple[Status, ...]], ...] = (
    ("Postponed", (Status.POSTPONED,)),
    ("Changed", (Status.CHANGED,)),
    ("Dropped or not heard of again", (Status.DROPPED, Status.LAPSED)),
    ("Delivered", (Status.DELIVERED,)),
    ("Promised or repeated", (Status.REPEATED, Status.PROMISED)),
)


def render(index: Index, threads: tuple[Thread, ...], pen: Pen, *, everything: bool = False) -> str:
    """The report over the chosen threads, most telling first; `everything` shows each of them."""
    ledger = index.ledger
    title = f"{ledger.name or 'Letters'}, as of {ledger.as_of or 'an unknown date'}"
    blocks = [
        pen.bold(pen.clip(title, pen.width)),
        _letters(index, pen),
        _refused(index, pen),
        _totals(threads, pen),
        *(_group(index, threads, group, pen, everything=everything) for group in GROUPS),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def sheet(index: Index, threads: tuple[Thread, ...]) -> Sheet:
    """The same as a sheet, with every chosen thread."""
    ledger = index.ledger
    letters = (f"{paper(letter)}, {dated(letter)} ({letter.date_source})" for letter in ledger.letters)
    unread = (f"not read: {row.path}: {row.reason}" for row in ledger.refused)
    return Sheet(
        title=f"{ledger.name or 'Letters'}, as of {ledger.as_of or 'an unknown date'}",
        as_of=ledger.as_of,
        remarks=(*letters, *unread, *ledger.notices),
        blocks=tuple(
            Block("-".join(statuses), heading, tuple(_row(index, row) for row in threads if row.status in statuses))
            for heading, statuses in GROUPS
        ),
    )


def _row(index: Index, thread: Thread) -> Entry:
    return entry(index, thread, _life(index, thread), quote(index, index.newest(thread)))


def _letters(index: Index, pen: Pen) -> str:
    """A row for each letter: paper, date and where it came from, sections, commitments, reports, title."""
    rows = [
        (
            pen.clip(paper(letter), 18),
            f"{dated(letter)} {letter.date_source}",
            len(letter.sections),
            len(index.commitments_of(letter.id)),
            len(index.reports_of(letter.id)),
        )
        for letter in index.ledger.letters
    ]
    heads = ("letter", "date and source", "sections", "commitments", "reports")
    align = ("left", "left", "right", "right", "right")
    # The heads go in as a row: tabulate would pad them.
    head, *body = tabulate([heads, *rows], tablefmt="plain", disable_numparse=True, colalign=align).splitlines()
    titled = [f"{row}  {letter.title or ''}".rstrip() for row, letter in zip(body, index.ledger.letters, strict=True)]
    return "\n".join(
        [pen.faint(pen.clip(f"  {head}", pen.width)), *(pen.clip(f"  {line}", pen.width) for line in titled)]
    )


def _refused(index: Index, pen: Pen) -> str:
    """What could not be read, and what the readers had to assume."""
    refused = [pen.wrap(f"not read: {row.path}: {row.reason}", 2) for row in index.ledger.refused]
    return "\n".join([*refused, *(pen.wrap(f"note: {notice}", 2) for notice in index.ledger.notices)])


def _totals(threads: tuple[Thread, ...], pen: Pen) -> str:
    """How many threads, and how many of each status."""
    numbers = [(status, sum(thread.status == status for thread in threads)) for status in Status]
    parts = [f"{number}{GLUE}{status}" for status, number in numbers if number]
    line = pen.wrap(count(len(threads), "thread") + (": " + " · ".join(parts) if parts else ""), 2)
    for status, number in numbers:
        line = line.replace(f"{number} {status}", pen.kind(f"{number} {status}", status))
    return line


def _group(
    index: Index, threads: tuple[Thread, ...], group: tuple[str, tuple[Status, ...]], pen: Pen, *, everything: bool
) -> str:
    """The threads of one heading, or "" where there are none."""
    heading, statuses = group
    chosen = [thread for status in statuses for thread in threads if thread.status == status]
    if not chosen:
        return ""
    shown = chosen if everything else chosen[:SHOWN]
    lines = [
        pen.bold(pen.kind(f"{heading} ({len(chosen)})", statuses[0])),
        *(_entry(index, thread, pen) for thread in shown),
    ]
    if len(shown) < len(chosen):
        lines.append(pen.faint(f"  … and {len(chosen) - len(shown)} more (--all)"))
    return "\n".join(lines)


def _entry(index: Index, thread: Thread, pen: Pen) -> str:
    """A thread: title and id, its life in one line, and the quote that the verdict rests on."""
    lines = [pen.spread(thread.title, thread.id), pen.wrap(life(index, thread), 4)]
    newest = index.newest(thread)
    if newest:
        ground = f"{place(index, newest)}; {newest.rule}, {thread.confidence:.2f}"
        lines.append(pen.wrap(f"“{newest.quote}”", 4, lines=2))
        lines.append(pen.faint(pen.wrap(ground, 4, lines=1)))
    return "\n".join(lines)


def life(index: Index, thread: Thread) -> str:
    """The life of a thread in one line: deadlines old → new, what became of them, the letters it runs through."""
    ruled = f"decided by {thread.decided_by}" if thread.decided_by else ""
    return " · ".join(part for part in (*_life(index, thread), ruled) if part)


def _life(index: Index, thread: Thread) -> tuple[str, str, str]:
    """The parts of that line, some of them empty; who decided is left out."""
    letters = " → ".join(short(letter) for letter in index.letters_of(thread))
    return course(index, thread), _outcome(index, thread), letters


def _outcome(index: Index, thread: Thread) -> str:
    """What the deadline or its passing says, in the words that the verdict permits."""
    if thread.status is Status.LAPSED:
        return f"no later letter in this collection mentions it ({len(thread.searched)}{GLUE}searched)"
    if thread.status is Status.DROPPED:
        return "withdrawn in a letter's own words"
    if thread.status is Status.DELIVERED:
        return {Lateness.LATE: "late", Lateness.ON_TIME: "on time", Lateness.DEPENDS: "in time on some readings"}.get(
            thread.lateness, ""
        )
    days = index.days_slipped(thread)
    if days:
        return f"{count(days, 'day')} later" + (f" in {len(thread.slips)} moves" if len(thread.slips) > 1 else "")
    return ""
