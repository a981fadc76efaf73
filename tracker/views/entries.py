"""One promise as an entry of a report: what is told of it depends on what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tracker.i18n.catalog import gettext, ngettext
from tracker.language.figures import figure_pattern
from tracker.ledger.deadlines import newest_progress
from tracker.ledger.fates import told_fate
from tracker.ledger.queries import Index
from tracker.model import EditKind, Lateness, Searched, Slip, Statement, Status, Thread
from tracker.report_headings import FATES, EntryForm, Fate
from tracker.text.word_diff import word_edits
from tracker.views.labels import lateness, passed_reason, told_by_letters, word
from tracker.views.names import course, short, unheard
from tracker.views.provenance import ground, who_answers
from tracker.views.sheet import Detail, ThreadEntry, ViewNote, edit_note, entry, quote
from tracker.views.text_style import GLUE
from tracker.views.unread_papers import named_papers, unsearched

ShowEntry = Callable[[Index, Thread], ThreadEntry]


def thread_entry(index: Index, kind: Fate, thread: Thread) -> ThreadEntry:
    """A thread with what is to be told of one with this fate."""
    if thread.by_letters is not None:
        return contested_entry(index, thread)
    told = told_fate(index, thread) if kind is Fate.DOUBTED else kind
    shown = _FORMS[FATES[told].entry]
    return (standing if shown is silent and thread.status is not Status.LAPSED else shown)(index, thread)


def silent(index: Index, thread: Thread) -> ThreadEntry:
    """A deadline that passed unmentioned, which letters were searched, and the promise itself."""
    letters = ", ".join(short(index.letters[row.letter]) for row in thread.searched if row.letter in index.letters)
    searched = " " + gettext("audit.searched", letters=letters) if letters else ""
    facts = (course(index, thread), gettext("report.lapsed") + searched, _unread(index, thread))
    return entry(index, thread, facts, quote(index, index.newest(thread)), _details(index, thread))


def open_question(index: Index, thread: Thread) -> ThreadEntry:
    """A deadline that passed with no verdict: the promise, and the later passages that speak of it."""
    facts = (course(index, thread), passed_reason(thread))
    promise = index.newest(thread)
    later = tuple(ViewNote("near", row.text, place=_place(index, row)) for row in thread.searched)
    return entry(index, thread, facts, (*quote(index, promise, "was"), *later), _details(index, thread))


def contested_entry(index: Index, thread: Thread) -> ThreadEntry:
    """What parliament's register contradicts: what the letters alone say, their words, and the register's."""
    facts = (course(index, thread), told_by_letters(thread))
    newest, first = index.newest(thread), _promise(index, thread)
    later = tuple(ViewNote("near", row.text, place=_place(index, row)) for row in thread.searched if row.passage)
    quotes = (*_was_and_now(index, first, newest), *(later if thread.by_letters is Status.UNCLEAR else ()))
    return entry(index, thread, facts, quotes, _details(index, thread))


def slipped_entry(index: Index, thread: Thread) -> ThreadEntry:
    """First deadline, each new one, days and times, then each slip with its quotes and the letter's explanation."""
    days, times = index.days_slipped(thread), len(thread.slips)
    moved = ngettext("count.days", days)
    slip = ngettext("audit.slip", times, days=moved)
    undated = ngettext("audit.slip-undated", times)
    facts = (course(index, thread), slip if days else undated, gettext("audit.now", status=word(thread.status)))
    return entry(index, thread, facts, moves(index, thread.slips), _details(index, thread))


def partly(index: Index, thread: Thread) -> ThreadEntry:
    """The sentence that carries the deadline, and the newest words on how it goes."""
    first, told = _promise(index, thread), newest_progress(thread)
    newest = index.statements[told] if told else index.newest(thread)
    facts = (course(index, thread), gettext("audit.now", status=word(thread.status)))
    return entry(index, thread, facts, _was_and_now(index, first, newest), _details(index, thread))


def met(index: Index, thread: Thread) -> ThreadEntry:
    """The sentence that carries the deadline, beside the words that report it done or end it."""
    first, newest = _promise(index, thread), index.newest(thread)
    told = _in_time(thread) if thread.status is Status.DELIVERED else word(thread.status)
    return entry(
        index, thread, (course(index, thread), told), _was_and_now(index, first, newest), _details(index, thread)
    )


def standing(index: Index, thread: Thread) -> ThreadEntry:
    """A promise with the words that name its deadline and the newest ones, and the status that it has."""
    facts = (course(index, thread), word(thread.status))
    rows = [row for row in index.quotes_of(thread) if row in (index.carrier(thread), index.newest(thread))]
    quotes = _was_and_now(index, rows[0], rows[-1]) if rows[1:] else quote(index, rows[0] if rows else None)
    return entry(index, thread, facts, quotes, _details(index, thread))


def undated(index: Index, thread: Thread) -> ThreadEntry:
    """The same of one without a deadline, and since when no letter takes it up."""
    facts = (course(index, thread), word(thread.status), unheard(index, thread))
    return entry(index, thread, facts, quote(index, index.newest(thread)), _details(index, thread))


def moves(index: Index, slips: Iterable[Slip]) -> tuple[ViewNote, ...]:
    """Each move of a deadline: its quotes, and why."""
    return tuple(note for slip in slips for note in _move(index, slip))


def word_changes(was: Statement | None, now: Statement | None) -> tuple[ViewNote, ...]:
    """The word edits between two quotes, each in its whole sentence, where they are alike enough to be read."""
    if was is None or now is None:
        return ()
    old, new = (row.sentence if row.quote in row.sentence else row.quote for row in (was, now))
    edits = word_edits(old, new, figure_pattern())
    alike = any(edit.kind is EditKind.EQUAL for edit in edits) and old != new
    return (edit_note(edits),) if alike else ()


_FORMS: dict[EntryForm, ShowEntry] = {
    EntryForm.STANDING: standing,
    EntryForm.UNDATED: undated,
    EntryForm.SILENT: silent,
    EntryForm.QUESTION: open_question,
    EntryForm.SLIPPED: slipped_entry,
    EntryForm.PARTLY: partly,
    EntryForm.MET: met,
}


def _in_time(thread: Thread) -> str:
    if thread.lateness is Lateness.LATE:
        return gettext("audit.delivered-late")
    return lateness(thread.lateness) if thread.lateness is not Lateness.UNKNOWN else ""


def _promise(index: Index, thread: Thread) -> Statement | None:
    """The commitment by whose last day a thread is judged; of what has none the first words."""
    return index.carrier(thread) or next(iter(index.quotes_of(thread)), None)


def _was_and_now(index: Index, was: Statement | None, now: Statement | None) -> tuple[ViewNote, ...]:
    """The promise and the newest words, once where they are the same."""
    return (*(quote(index, was, "was") if was is not now else ()), *quote(index, now, "now"))


def _unread(index: Index, thread: Thread) -> str:
    """How many papers may speak of a promise and could not be searched, and which above all; "" where none is."""
    papers, names = unsearched(thread), named_papers(index, thread)
    more = " …" if len(papers) > len(names) else ""
    return (
        ngettext("report.missing", len(papers), papers=f" ({', '.join(names)}{more})" if names else "")
        if papers
        else ""
    )


def _letter(index: Index, letter: str) -> str:
    return short(index.letters[letter]) if letter in index.letters else letter


def _place(index: Index, found: Searched) -> str:
    """The letter of a passage that was found, and its line."""
    passage = index.passages.get(found.passage or "")
    line = gettext("statement.line", number=str(passage.line)).replace(" ", GLUE) if passage else ""
    return ", ".join(part for part in (_letter(index, found.letter), line) if part)


def _details(index: Index, thread: Thread) -> tuple[Detail, ...]:
    """Who answers for it, and what the verdict rests on."""
    return (*who_answers(index, thread), ground(index, thread))


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
