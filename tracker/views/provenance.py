"""What stands behind an entry of an audit: who answered for the promise and who does now, and why."""

from __future__ import annotations

from tracker.i18n.catalog import gettext, listed
from tracker.ledger.queries import Index
from tracker.model import Letter, Thread
from tracker.views.labels import meaning
from tracker.views.names import short
from tracker.views.offices import newest_signed
from tracker.views.sheet import Detail


def who_answers(index: Index, thread: Thread) -> tuple[Detail, ...]:
    """Who signed the letter that promised it, and who the newest one of its dossier where that is another."""
    first = index.letters.get(thread.members[0].letter) if thread.members else None
    newest = newest_signed(index, thread)
    then, now = _signed(first), _signed(newest)
    both = gettext("sheet.then-now", then=then, now=now) if first and newest and first.id != newest.id else now
    return (Detail("responsible", gettext("sheet.responsible"), both),) if both else ()


def ground(index: Index, thread: Thread) -> Detail:
    """Why the sentence that the verdict rests on is read so; ids of rules are for JSON, `thread` and `explain`."""
    newest = index.newest(thread)
    return Detail("ground", gettext("sheet.ground"), _plain_reason(newest.rule) if newest else "")


def _plain_reason(rule: str) -> str:
    return meaning(rule).rstrip(".") or rule


def _signed(letter: Letter | None) -> str:
    """The signatories of a letter, and the letter."""
    if letter is None:
        return ""
    names = listed(list(letter.signatories)) or gettext("word.unknown")
    return f"{names}, {short(letter)}"
