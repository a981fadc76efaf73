"""The collection in one screen: how it is going, the letters read, and the most telling threads of each fate."""

from __future__ import annotations

from tabulate import tabulate

from tracker.documents.torn_sentences import torn_sentences
from tracker.i18n.catalog import day, gettext, ngettext
from tracker.ledger.deadlines import slipped
from tracker.ledger.fates import fates, sureness
from tracker.ledger.queries import Index
from tracker.model import Lateness, Statement, Status, Thread
from tracker.report_headings import FATES, Fate, Phase
from tracker.statuses import QUESTIONS
from tracker.views.blocks import BRIEF, blocks
from tracker.views.chart_data import bars, calendar, shares, trend
from tracker.views.labels import lateness, passed_reason, ruled_words, told_by_letters, word
from tracker.views.named_cases import by_name
from tracker.views.names import course, paper, place, short, unheard, when
from tracker.views.page_one import cases, fate_counts, method, sentences, trust
from tracker.views.registered import told_by_register
from tracker.views.responsible import responsible
from tracker.views.same_promise import twin
from tracker.views.sheet import Case, ReportView
from tracker.views.text_style import GLUE, TextStyle
from tracker.views.totals import examined, notices, unread, without_date
from tracker.views.totals import letters as letters_table

SHOWN, SETTLED = 6, 3
"""Threads shown of each fate unless all are asked for: where something is the matter, and where nothing is."""

_BRIEF = BRIEF | {kind for kind, row in FATES.items() if row.is_ahead}
"""What an audit is brief on, and what is still to come."""


def render(
    index: Index, threads: tuple[Thread, ...], pen: TextStyle, *, everything: bool = False, soft: bool = False
) -> str:
    """The report over the chosen threads; `everything` shows each of them, `soft` those without a firm word too."""
    fated = fates(index, threads)
    heaviest = cases(index, fated)
    parts = [
        pen.bold(pen.clip(_title(index), pen.width)),
        "\n".join(pen.wrap(sentence, 2) for sentence in sentences(index, fated)),
        _cases(heaviest, pen),
        "\n".join(pen.wrap(line, 2) for line in (*responsible(index, fated), *by_name(index, fated, heaviest))),
        _letters(index, pen),
        _refused(index, pen),
        *(_group(index, kind, fated[kind], pen, _room(kind, everything=everything, soft=soft)) for kind in Fate),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def sheet(index: Index, threads: tuple[Thread, ...], *, soft: bool = False) -> ReportView:
    """The same as a sheet, with every chosen thread; of those without a firm word the number alone unless `soft`."""
    chosen = {thread.id for thread in threads}
    fated = fates(index, threads)
    heaviest = cases(index, fated)
    named = (*responsible(index, fated), *by_name(index, fated, heaviest))
    return ReportView(
        title=_title(index),
        as_of=index.ledger.as_of,
        remarks=(*named, *examined(index), *without_date(index), trust()),
        sentences=sentences(index, fated),
        figures=fate_counts(index, fated),
        shares=shares(index, fated),
        cases=heaviest,
        blocks=blocks(index, fated, folded=() if soft else (Fate.SOFT,), brief=_BRIEF),
        tables=(letters_table(index),),
        trend=trend(index, (*(row for row in slipped(index) if row.id in chosen), *fated[Fate.EXTENDED])),
        bars=bars(index, threads),
        calendar=calendar(index, threads),
        method=method(),
    )


def _title(index: Index) -> str:
    ledger, as_of = index.ledger, index.ledger.as_of
    name = ledger.title or ledger.name or gettext("sheet.unnamed")
    return gettext("report.title", name=name, day=day(as_of, "long")) if as_of else gettext("report.undated", name=name)


def _cases(found: tuple[Case, ...], pen: TextStyle) -> str:
    """The heaviest cases, a paragraph each."""
    lines = (pen.wrap(f"{at}. {row.title}: {' · '.join(row.parts)}", 2) for at, row in enumerate(found, start=1))
    return "\n".join([pen.bold(gettext("page-one.cases")), *lines]) if found else ""


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


def _room(kind: Fate, *, everything: bool, soft: bool) -> int | None:
    """How many threads of a fate are shown, None for all: few where nothing is the matter."""
    if kind is Fate.SOFT and not soft:
        return 0
    if everything:
        return None
    return SETTLED if kind in BRIEF else SHOWN


def _group(index: Index, kind: Fate, threads: tuple[Thread, ...], pen: TextStyle, room: int | None) -> str:
    """The threads of one fate, or "" where there are none."""
    if not threads:
        return ""
    shown = threads[:room]
    lines = [
        pen.bold(pen.kind(pen.wrap(f"{gettext(f'part.{kind}')} ({len(threads)})", 0), threads[0].status)),
        *(_entry(index, thread, _proof(index, kind, thread), pen) for thread in shown),
    ]
    if len(shown) < len(threads):
        ask = "--soft" if room == 0 else "--all"
        lines.append(pen.faint("  " + gettext("sheet.more", number=len(threads) - len(shown)) + f" ({ask})"))
    return "\n".join(lines)


def _proof(index: Index, kind: Fate, thread: Thread) -> Statement | None:
    """The words that the verdict rests on: while a promise runs, those that name its deadline."""
    told = FATES[kind].told
    runs = told is not None and told[0] in (Phase.RUNNING, Phase.PAST)
    return (index.carrier(thread) if runs else None) or index.newest(thread)


def _entry(index: Index, thread: Thread, newest: Statement | None, pen: TextStyle) -> str:
    """A thread: title and id, its life in one line, and the quote that the verdict rests on."""
    known = " · ".join(
        part for part in (life(index, thread), told_by_register(index, thread), twin(index, thread)) if part
    )
    lines = [pen.spread(thread.title, thread.id), pen.wrap(known, 4)]
    if newest:
        where = f"{place(index, newest)}; {gettext(f'sure.{sureness(thread.confidence)}')}"
        lines.append(pen.wrap(f"“{newest.quote}”", 4, lines=2))
        lines.append(pen.faint(pen.wrap(where, 4, lines=1)))
    return "\n".join(lines)


def life(index: Index, thread: Thread) -> str:
    """The life of a thread in one line: deadlines old → new, what became of them, the letters it runs through."""
    return " · ".join(part for part in (*_life(index, thread), ruled_words(thread)) if part)


def _life(index: Index, thread: Thread) -> tuple[str, str, str]:
    """The parts of that line, some of them empty; who decided is left out."""
    letters = " → ".join(short(letter) for letter in index.letters_of(thread))
    return course(index, thread), _outcome(index, thread), letters


def _outcome(index: Index, thread: Thread) -> str:
    """What the deadline or its passing says, in the words that the verdict permits."""
    if thread.by_letters:
        return told_by_letters(thread)
    if thread.status is Status.LAPSED:
        searched = gettext("report.searched", number=len(thread.searched) + thread.more_searched).replace(" ", GLUE)
        return gettext("report.lapsed") + " " + searched
    if thread.status in QUESTIONS:
        return passed_reason(thread)
    if thread.status is Status.DROPPED:
        return gettext("report.withdrawn")
    if thread.status is Status.DELIVERED:
        told = lateness(thread.lateness) if thread.lateness is not Lateness.UNKNOWN else ""
        return " · ".join(part for part in (gettext("word.partly") if thread.partly else "", told) if part)
    days = index.days_slipped(thread)
    if not days:
        return " · ".join(part for part in (word(thread.status), unheard(index, thread)) if part)
    later = ngettext("count.days-later", days)
    return gettext("report.later-moves", later=later, number=len(thread.slips)) if len(thread.slips) > 1 else later
