"""The letter that asks ministers how open promises stand: one for each office, its items in a table to be filled in."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from tracker.i18n.catalog import day, gettext, language, ngettext, words_of
from tracker.ledger.contested_deadlines import is_settled_there
from tracker.ledger.fates import fates
from tracker.ledger.queries import Index
from tracker.model import Thread
from tracker.report_headings import FATES, EntryForm, Fate
from tracker.views.citations import citation
from tracker.views.names import course
from tracker.views.offices import addressed, answering, by_predecessors, of_state, role_of_office
from tracker.views.totals import letters_read, missing


class RappelItem(Struct, frozen=True):
    """One promise that is asked after; its new date and the reply are left for the minister."""

    thread: str
    title: str
    quote: str
    place: str
    deadline: str
    state: str


class RappelLetter(Struct, frozen=True):
    """A letter to one office, ready to sign."""

    to: str
    subject: str
    date: str
    salutation: str
    paragraphs: tuple[str, ...]
    heads: tuple[str, ...]
    items: tuple[RappelItem, ...]
    closing: tuple[str, ...]


class RappelContent(Struct, frozen=True):
    """The letters, one for each office, and the day on which they are written."""

    letters: tuple[RappelLetter, ...]
    as_of: dt.date | None


def content(index: Index) -> RappelContent:
    """The letters about the open promises of a ledger as of its date, but for what parliament's register settles."""
    asked: dict[tuple[str, ...], list[tuple[Fate, Thread]]] = {}
    fated = fates(index, index.ledger.threads)
    for kind, threads in fated.items():
        for thread in threads if FATES[kind].is_asked_after else ():
            if is_settled_there(index, thread):
                continue
            asked.setdefault(answering(index, thread), []).append((kind, thread))
    return RappelContent(tuple(_letter(index, to, rows) for to, rows in asked.items()), index.ledger.as_of)


def _letter(index: Index, to: tuple[str, ...], asked: list[tuple[Fate, Thread]]) -> RappelLetter:
    ledger = index.ledger
    name = ledger.title or ledger.name or gettext("audit.unnamed")
    read = " ".join(
        (letters_read(ledger.letters) + ".", *(line if line.endswith("…") else f"{line}." for line in missing(index)))
    )
    return RappelLetter(
        to=gettext("rappel.to", office=addressed(to) or gettext(f"rappel.nobody-{_body(index)}")),
        subject=gettext("rappel.subject", name=name),
        date=day(ledger.as_of, "long") if ledger.as_of else gettext("sheet.unknown-date"),
        salutation=_salutation(to),
        paragraphs=(_found(index, name, asked), gettext("rappel.asked"), read),
        heads=tuple(gettext(f"rappel.head.{name}") for name in ("promise", "deadline", "state", "date", "reply")),
        items=tuple(_item(index, kind, thread) for kind, thread in asked),
        closing=(gettext("rappel.term"), gettext("rappel.regards"), gettext("rappel.signature")),
    )


def _body(index: Index) -> str:
    """For whom those speak who signed nothing: the state or another body."""
    return "state" if of_state(index) else "other"


def _salutation(to: tuple[str, ...]) -> str:
    """How who answers is greeted: several of the state together, one by the role, anybody else as a person."""
    roles = [role_of_office(office) for office in to]
    if roles[1:] and all(roles):
        return gettext("rappel.salutation-several")
    role = roles[0] if roles and not roles[1:] else ""
    known = words_of(f"rappel.salutation-{role}", language()) if role else None
    return known or gettext("rappel.salutation-person")


def _found(index: Index, name: str, asked: list[tuple[Fate, Thread]]) -> str:
    """How many promises are asked after, and how many of them those who held the office before made."""
    others = sum(by_predecessors(index, thread) for _, thread in asked)
    found = ngettext("rappel.found", len(asked), name=name)
    return f"{found} {ngettext('rappel.by-others', others)}" if others else found


def _item(index: Index, kind: Fate, thread: Thread) -> RappelItem:
    moved = FATES[kind].entry is EntryForm.SLIPPED
    row = index.newest(thread) if moved else index.carrier(thread) or index.newest(thread)
    return RappelItem(
        thread=thread.id,
        title=thread.title,
        quote=row.sentence or row.quote if row else "",
        place=citation(index, row) if row else "",
        deadline=course(index, thread),
        state=gettext(f"part.{kind}"),
    )
