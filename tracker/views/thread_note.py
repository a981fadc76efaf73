"""A thread as a note: what was promised, what became of it and how it moved, each quote with its citation. Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.i18n.catalog import gettext
from tracker.ledger.fates import sureness
from tracker.ledger.queries import Index, deadlines_in
from tracker.model import Slip, Statement, Thread
from tracker.text.escape import plain
from tracker.views.citations import citation, official
from tracker.views.labels import ruled_words, word
from tracker.views.names import due, when
from tracker.views.registered import told_by_register
from tracker.views.text_style import GLUE


def thread_note(index: Index, thread: Thread) -> str:
    """The note, ready to be put into another text."""
    return "\n".join(plain(line) if line else "" for line in _lines(index, thread)) + "\n"


def _lines(index: Index, thread: Thread) -> Iterator[str]:
    ledger = index.ledger
    yield f"**{thread.title}**"
    yield ""
    day = ledger.as_of.isoformat() if ledger.as_of else gettext("word.unknown")
    late = f", {word('late')}" if thread.late else ""
    yield gettext(
        "note.verdict",
        status=f"{word(thread.status)}{late}",
        day=day,
        sure=gettext(f"sure.{sureness(thread.confidence)}"),
    )
    if ruled := ruled_words(thread):
        yield ruled
    yield from map(_slip, thread.slips)
    if known := told_by_register(index, thread):
        yield known
    yield ""
    for step in thread.members:
        row = index.statements.get(step.ref)
        if row is not None:
            yield f"- {when(index.letters[step.letter])}, {word(step.step)}: {_quoted(index, row)}"
            yield from (f"  {deadline}" for deadline in map(due, deadlines_in(row)))
    spoken = {letter.id for letter in index.letters_of(thread)}
    first = min((index.place[id_] for id_ in spoken), default=0)
    later = [letter for letter in ledger.letters if letter.anchor and index.place[letter.id] > first]
    yield from (f"- {when(row)}, {gettext('word.silent')}" for row in later if row.id not in spoken)


def _quoted(index: Index, row: Statement) -> str:
    address = official(index.letters[row.letter])
    place = citation(index, row).replace(GLUE, " ")
    return f"“{row.quote}” — {place}" + (f" <{address}>" if address else "")


def _slip(slip: Slip) -> str:
    old = slip.old_end.isoformat() if slip.old_end else "–"
    new = slip.new_end.isoformat() if slip.new_end else gettext("word.unknown")
    return gettext("note.slip", old=old, new=new, why=slip.explained or gettext("note.no-reason"))
