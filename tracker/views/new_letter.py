"""The report of a new letter, as a sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import partial

from msgspec.structs import replace

from tracker.i18n.catalog import gettext, listed, ngettext
from tracker.ledger.fates import is_firm
from tracker.ledger.news import News, news_of
from tracker.ledger.queries import Index
from tracker.model import Lateness, Letter, StepKind, Thread
from tracker.report_headings import Fate
from tracker.statuses import STEPS
from tracker.views.entries import ShowEntry, moves, silent, standing, thread_entry, word_changes
from tracker.views.labels import counted_news, lateness
from tracker.views.names import course, paper, short, when
from tracker.views.page_one import method
from tracker.views.provenance import ground
from tracker.views.sheet import ReportView, ThreadEntry, ViewBlock, ViewNote, entry, quote
from tracker.views.totals import notices, unread


def sheet(index: Index, letter: Letter, remarks: tuple[str, ...] = (), *, soft: bool = False) -> ReportView:
    """The report of a letter of a ledger as of that letter's day; `remarks` stand before those on what was examined.

    What accuses stands first, then what is to be judged. What it newly promises stands last; of what is no firm promise
    the number alone, unless `soft`.
    """
    news = news_of(index, letter)
    other = partial(_changed, letter=letter)
    shown: dict[StepKind, ShowEntry] = {
        StepKind.DELIVERED: _delivered,
        StepKind.POSTPONED: partial(_postponed, letter=letter),
    }
    steps = [
        (STEPS[kind].is_accusing, _block(index, kind.value, threads, shown.get(kind, other)))
        for kind, threads in news.steps.items()
        if kind is not StepKind.PROMISED
    ]
    blocks = (
        _block(index, "silent", news.silent, silent),
        *(block for is_accusing, block in steps if is_accusing),
        *(_asked(index, kind, threads) for kind, threads in news.asked.items()),
        *(block for is_accusing, block in steps if not is_accusing),
        _block(index, "coming", news.coming, standing),
        _new(index, news.steps[StepKind.PROMISED], soft=soft),
    )
    return ReportView(
        title=gettext(
            "new-letter.title",
            paper=paper(letter),
            day=when(letter, "long"),
            title=letter.title or gettext("new-letter.untitled"),
        ),
        key=letter.id,
        as_of=index.ledger.as_of,
        sentences=_sentences(blocks),
        remarks=(*remarks, *_remarks(index, news)),
        blocks=blocks,
        method=method(),
        spoken=news.spoken,
    )


def _block(index: Index, key: str, threads: Iterable[Thread], show: ShowEntry) -> ViewBlock:
    return ViewBlock(key, gettext(f"news.{key}"), tuple(show(index, thread) for thread in threads))


def _asked(index: Index, kind: Fate, threads: tuple[Thread, ...]) -> ViewBlock:
    """What is left to be judged, as the report of the collection tells it."""
    return ViewBlock(
        kind.value, gettext(f"part.{kind}"), tuple(thread_entry(index, kind, thread) for thread in threads)
    )


def _new(index: Index, threads: tuple[Thread, ...], *, soft: bool) -> ViewBlock:
    """What a letter newly promises: the dated first, a line each."""
    chosen = [thread for thread in threads if soft or is_firm(index, thread)]
    ordered = sorted(chosen, key=lambda thread: index.due(thread) or dt.date.max)
    block = _block(index, StepKind.PROMISED.value, ordered, _promised)
    hidden = len(threads) - len(chosen)
    return replace(block, brief=True, folded=hidden, means=ngettext("news.folded", hidden) if hidden else "")


def _sentences(blocks: Iterable[ViewBlock]) -> tuple[str, ...]:
    """What the letter brings, in one sentence."""
    told = [counted_news(block.key, block.number) for block in blocks if block.number]
    return (gettext("news.told", told=listed(told)),) if told else ()


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
        *([ngettext("new-letter.asked-before", news.asked_before)] if news.asked_before else []),
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
    days = course(index, thread)
    # Where a day is known and nothing was judged, as of one that is still to come, nothing is said of lateness.
    late = "" if days and thread.lateness is Lateness.UNKNOWN else lateness(thread.lateness)
    return entry(index, thread, (days, late), (*was, *quote(index, newest, "now")), (ground(index, thread),))


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
    return *quote(index, was, "was"), *quote(index, now, "now"), *word_changes(was, now)
