"""The audit of deadlines, laid out as the half-yearly rappel of a parliament.

What passed without a word, what was moved, what was met in part or late, what was withdrawn, and what expires soon;
then totals, and what was examined and could not be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tracker.i18n.catalog import day, gettext, ngettext, text_of
from tracker.ledger.deadlines import coming, met_late, of_status, partly_met, passed, progress, slipped
from tracker.ledger.queries import Index
from tracker.model import Slip, Status, Thread
from tracker.statuses import FINDINGS, QUESTIONS
from tracker.views.chart_data import bars, trend
from tracker.views.labels import word
from tracker.views.names import course, short
from tracker.views.provenance import ground, responsible
from tracker.views.sheet import Detail, ReportView, ThreadEntry, ViewBlock, ViewNote, entry, quote
from tracker.views.totals import examined, totals


def sheet(index: Index) -> ReportView:
    """The audit of a ledger as of its date."""
    ledger = index.ledger
    name, as_of = ledger.name or gettext("audit.unnamed"), ledger.as_of
    moved = slipped(index)
    return ReportView(
        title=gettext("audit.title", name=name, day=day(as_of, "long") if as_of else gettext("sheet.unknown-date")),
        as_of=as_of,
        remarks=examined(index),
        blocks=_blocks(index, moved),
        tables=totals(index),
        trend=trend(index, moved),
        bars=bars(index, ledger.threads),
    )


def _blocks(index: Index, moved: tuple[Thread, ...]) -> tuple[ViewBlock, ...]:
    """The parts of the audit in the order of a rappel; a promise stands in each that is true of it."""
    withdrawn = {status.value: (of_status(index, status), _ended) for status in FINDINGS if status is not Status.LAPSED}
    parts: dict[str, tuple[tuple[Thread, ...], Callable[[Index, Thread], ThreadEntry]]] = {
        Status.LAPSED.value: (passed(index), silent),
        **{status.value: (of_status(index, status), open_question) for status in QUESTIONS},
        "slipped": (moved, _slipped),
        "partly": (partly_met(index), _partly),
        "late": (met_late(index), _met_late),
        **withdrawn,
        "coming": (coming(index), due_soon),
    }
    return tuple(
        ViewBlock(key, gettext(f"part.{key}"), tuple(show(index, row) for row in threads), gettext(f"part.{key}.means"))
        for key, (threads, show) in parts.items()
    )


def moves(index: Index, slips: Iterable[Slip]) -> tuple[ViewNote, ...]:
    """Each move of a deadline: its quotes, and why."""
    return tuple(note for slip in slips for note in _move(index, slip))


def silent(index: Index, thread: Thread) -> ThreadEntry:
    """A deadline that passed unmentioned, which letters were searched, and the promise itself."""
    letters = ", ".join(short(index.letters[row.letter]) for row in thread.searched if row.letter in index.letters)
    silence = gettext("report.lapsed")
    searched = " " + gettext("audit.searched", letters=letters) if letters else ""
    missing = (text_of(row.text) for row in thread.evidence if row.rule == "missing")
    facts = (course(index, thread), silence + searched, *missing)
    return entry(index, thread, facts, quote(index, index.newest(thread)), _details(index, thread))


def open_question(index: Index, thread: Thread) -> ThreadEntry:
    """A deadline that passed with no verdict: the promise, and the later passages that speak of it."""
    facts = (course(index, thread), gettext(f"report.{thread.status}"))
    promise = index.newest(thread)
    later = tuple(ViewNote("now", row.text, place=_letter(index, row.letter)) for row in thread.searched)
    return entry(index, thread, facts, (*quote(index, promise, "was"), *later), _details(index, thread))


def _letter(index: Index, letter: str) -> str:
    return short(index.letters[letter]) if letter in index.letters else letter


def due_soon(index: Index, thread: Thread) -> ThreadEntry:
    """An open promise with the words and the last day of its deadline."""
    facts = (course(index, thread), word(thread.status))
    return entry(index, thread, facts, quote(index, index.newest(thread)), _details(index, thread))


def _details(index: Index, thread: Thread) -> tuple[Detail, ...]:
    """Who answers for it, and what the verdict rests on."""
    return (*responsible(index, thread), ground(index, thread))


def _slipped(index: Index, thread: Thread) -> ThreadEntry:
    """First deadline, each new one, days and times, then each slip with its quotes and the letter's explanation."""
    days, times = index.days_slipped(thread), len(thread.slips)
    moved = ngettext("count.days", days)
    slip = ngettext("audit.slip", times, days=moved)
    undated = ngettext("audit.slip-undated", times)
    facts = (course(index, thread), slip if days else undated, gettext("audit.now", status=word(thread.status)))
    return entry(index, thread, facts, moves(index, thread.slips), _details(index, thread))


def _partly(index: Index, thread: Thread) -> ThreadEntry:
    """The promise as it was first quoted, and the newest words on how it goes."""
    first, told = next(iter(index.quotes_of(thread)), None), progress(thread)
    facts = (course(index, thread), gettext("audit.now", status=word(thread.status)))
    notes = (*quote(index, first, "was"), *quote(index, index.statements[told], "now")) if told else ()
    return entry(index, thread, facts, notes, _details(index, thread))


def _met_late(index: Index, thread: Thread) -> ThreadEntry:
    first, newest = next(iter(index.quotes_of(thread)), None), index.newest(thread)
    was = quote(index, first, "was") if first is not newest else ()
    facts = (course(index, thread), gettext("audit.delivered-late"))
    return entry(index, thread, facts, (*was, *quote(index, newest, "now")), _details(index, thread))


def _ended(index: Index, thread: Thread) -> ThreadEntry:
    """The promise as it was first quoted, and the words that end it."""
    newest, first = index.newest(thread), next(iter(index.quotes_of(thread)), None)
    was = quote(index, first, "was") if first is not newest else ()
    notes = (*was, *quote(index, newest, "now"))
    return entry(index, thread, (course(index, thread),), notes, _details(index, thread))


def _move(index: Index, slip: Slip) -> tuple[ViewNote, ...]:
    """One move: the quote that set the deadline, the quote that moved it (once where they are the same), and why."""
    was, now = (index.statements.get(ref) for ref in (slip.from_ref, slip.to_ref))
    rows = [("was", was), ("now", now)] if was and now and was.quote != now.quote else [("moved", now or was)]
    quotes = tuple(note for lead, row in rows for note in quote(index, row, lead))
    return *quotes, _why(slip, [note.text for note in quotes])


def _why(slip: Slip, shown: list[str]) -> ViewNote:
    """The letter's explanation, unless it is the sentence just shown."""
    if slip.explained is None:
        return ViewNote("why", gettext("audit.unexplained"), quoted=False)
    if slip.explained in shown:
        return ViewNote("why", gettext("audit.explained-above"), quoted=False)
    return ViewNote("why", slip.explained)
