"""What stands behind an entry of an audit: who answered for the promise and who does now, and by which rules."""

from __future__ import annotations

from tracker.i18n.catalog import gettext, listed
from tracker.ledger.queries import Index
from tracker.model import Letter, Thread
from tracker.views.labels import read_by, rule
from tracker.views.names import short
from tracker.views.sheet import Detail


def responsible(index: Index, thread: Thread) -> tuple[Detail, ...]:
    """The signatories of the letter that promised it, and of the newest signed letter where that is another."""
    first = index.letters.get(thread.members[0].letter) if thread.members else None
    newest = next((letter for letter in reversed(index.ledger.letters) if letter.signatories), None)
    then, now = _signed(first), _signed(newest)
    both = gettext("sheet.then-now", then=then, now=now) if first and newest and first.id != newest.id else now
    return (Detail("responsible", gettext("sheet.responsible"), both),) if both else ()


def ground(index: Index, thread: Thread) -> Detail:
    """The rules that read its quotes and joined them, and how sure the whole is."""
    read = (read_by(row.rule) for row in index.quotes_of(thread))
    found = dict.fromkeys([*read, *(rule(row.rule) for row in thread.evidence)])
    sure = gettext("sheet.confidence", number=f"{thread.confidence:.0%}")
    return Detail("ground", gettext("sheet.ground"), "; ".join([*filter(None, found), sure]))


def _signed(letter: Letter | None) -> str:
    """The signatories of a letter, and the letter."""
    if letter is None:
        return ""
    names = listed(list(letter.signatories)) or gettext("word.unknown")
    return f"{names}, {short(letter)}"
