"""The report of a new letter, as a sheet."""

from __future__ import annotations

from functools import partial

from tracker.i18n.catalog import gettext, ngettext
from tracker.language.figures import figures
from tracker.ledger.news import News, news_of
from tracker.ledger.queries import Index
from tracker.model import EditKind, Letter, Statement, StepKind, Thread
from tracker.text.word_diff import word_edits
from tracker.views.entries import ShowEntry, moves, silent, standing
from tracker.views.labels import lateness
from tracker.views.names import course, paper, short, when
from tracker.views.provenance import ground
from tracker.views.sheet import ReportView, ThreadEntry, ViewBlock, ViewNote, entry, quote, wording
from tracker.views.totals import notices, unread


def sheet(index: Index, letter: Letter, remarks: tuple[str, ...] = ()) -> ReportView:
    """The report of a letter of a ledger as of that letter's day; `remarks` stand before those on what was examined."""
    news = news_of(index, letter)
    other = partial(_changed, letter=letter)
    shown: dict[StepKind, ShowEntry] = {
        StepKind.PROMISED: _promised,
        StepKind.DELIVERED: _delivered,
        StepKind.POSTPONED: partial(_postponed, letter=letter),
    }
    blocks: tuple[tuple[str, tuple[Thread, ...], ShowEntry], ...] = (
        *((kind.value, threads, shown.get(kind, other)) for kind, threads in news.steps.items()),
        ("silent", news.silent, silent),
        ("coming", news.coming, standing),
    )
    return ReportView(
        title=gettext(
            "new-letter.title",
            paper=paper(letter),
            day=when(letter, "long"),
            title=letter.title or gettext("new-letter.untitled"),
        ),
        as_of=index.ledger.as_of,
        remarks=(*remarks, *_remarks(index, news)),
        blocks=tuple(
            ViewBlock(key, gettext(f"news.{key}"), tuple(show(index, thread) for thread in threads))
            for key, threads, show in blocks
        ),
    )


def _remarks(index: Index, news: News) -> tuple[str, ...]:
    """What was compared, and what is not listed."""
    before = index.place[news.letter.id]
    previous = short(news.previous) if news.previous else ""
    compared = ngettext(
        "new-letter.compared",
        before,
        previous=previous,
    )
    if not before:
        compared = gettext("new-letter.first")
    spoken = ngettext("new-letter.spoken", news.spoken)
    unlisted = ngettext(
        "new-letter.unlisted",
        news.silent_before,
        previous=previous,
    )
    return (
        f"{compared}; {spoken}",
        *([unlisted] if news.silent_before else []),
        *unread(index),
        *notices(index),
    )


def _promised(index: Index, thread: Thread) -> ThreadEntry:
    notes = quote(index, index.newest(thread))
    return entry(index, thread, (course(index, thread),), notes, (ground(index, thread),))


def _delivered(index: Index, thread: Thread) -> ThreadEntry:
    """The promise as first quoted beside the words that report it done."""
    newest, first = index.newest(thread), next(iter(index.quotes_of(thread)), None)
    was = quote(index, first, "was") if first is not newest else ()
    facts = (course(index, thread), lateness(thread.lateness))
    return entry(index, thread, facts, (*was, *quote(index, newest, "now")), (ground(index, thread),))


def _postponed(index: Index, thread: Thread, letter: Letter) -> ThreadEntry:
    """The moves of this letter, each with its old and its new words."""
    slips = [slip for slip in thread.slips if slip.to_letter == letter.id]
    days = sum(slip.days or 0 for slip in slips)
    notes = moves(index, slips) if slips else _was_and_now(index, thread, letter)
    later = ngettext("count.days-later", days) if days else ""
    return entry(index, thread, (course(index, thread), later), notes, (ground(index, thread),))


def _changed(index: Index, thread: Thread, letter: Letter) -> ThreadEntry:
    notes = _was_and_now(index, thread, letter)
    return entry(index, thread, (course(index, thread),), notes, (ground(index, thread),))


def _was_and_now(index: Index, thread: Thread, letter: Letter) -> tuple[ViewNote, ...]:
    """The last words of an earlier letter, those of this one, and the edits where they are alike enough to be read."""
    rows = index.quotes_of(thread)
    now = next((row for row in reversed(rows) if row.letter == letter.id), None)
    was = next((row for row in reversed(rows) if row.letter != letter.id), None)
    return *quote(index, was, "was"), *quote(index, now, "now"), *_edits(was, now)


def _edits(was: Statement | None, now: Statement | None) -> tuple[ViewNote, ...]:
    if was is None or now is None:
        return ()
    edits = word_edits(was.quote, now.quote, figures())
    alike = any(edit.kind is EditKind.EQUAL for edit in edits) and was.quote != now.quote
    return (wording(edits),) if alike else ()
