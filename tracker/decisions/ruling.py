"""A ruling of an analyst: what it says, the quotes that it is about, and who made it, when and why.

It says what it is about by quotes, so that it survives any renaming of ids.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from tracker.i18n.message import Message, message
from tracker.model import Kind, SlipVerdict, Status
from tracker.text.escape import is_text
from tracker.text.normalize import one_space
from tracker.text.short_id import short_id


class Ruling(StrEnum):
    """What an analyst decides; each needs the quotes of the statements that it is about."""

    SAME = "same"
    """Two or more statements belong to one thread."""
    DIFFERENT = "different"
    """Two statements do not belong to one thread."""
    MERGE = "merge"
    """The threads of two or more statements are one."""
    SPLIT = "split"
    """The quoted statements leave their thread and form one of their own."""
    STATUS = "status"
    """The verdict on the thread of the quote; `value` is the status."""
    DEADLINE = "deadline"
    """When a commitment is due: `start` and `end`; `value` the words, and neither date: it has none."""
    REJECTED = "rejected"
    """The quote is not a commitment."""
    KIND = "kind"
    """What a commitment promises: `kind`."""
    MISSED = "missed"
    """The quote is a commitment, found or not; `kind` says which."""
    TITLE = "title"
    """The title of the thread of the quote is `value`."""
    SLIP = "slip"
    """What the letter of the quote did to the deadline: `value` "none", "extension", or "moved" (to `end`)."""
    NOTE = "note"
    """A remark on the thread of the quote is `value`."""
    REGISTERED = "registered"
    """The promise of parliament's register with the number `value` is that of the thread of the quote."""
    UNREGISTERED = "unregistered"
    """It is not."""


OF_REGISTER = frozenset({Ruling.REGISTERED, Ruling.UNREGISTERED})
"""Rulings on what is no letter: they change no statement, thread or verdict."""
OF_THREADS = OF_REGISTER | {Ruling.MERGE, Ruling.STATUS, Ruling.TITLE, Ruling.NOTE}
"""Rulings on whole threads; the others are on statements."""
_OF_SEVERAL = frozenset({Ruling.SAME, Ruling.DIFFERENT, Ruling.MERGE})
_OF_WORDS = frozenset({Ruling.TITLE, Ruling.NOTE}) | OF_REGISTER
_OF_KIND = frozenset({Ruling.MISSED, Ruling.KIND})
_STATUSES, _SLIPS = frozenset(Status), frozenset(SlipVerdict)


class Anchor(Struct, frozen=True, forbid_unknown_fields=True):
    """A quote of a letter that a ruling is about; the hash tells whether somebody changed the quote in the file."""

    letter: str
    quote: str
    hash: str


class Decision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One ruling: what, on which quotes, by whom, when and why."""

    ruling: Ruling
    who: str
    when: dt.datetime
    why: str
    quotes: tuple[Anchor, ...]
    value: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    kind: Kind | None = None


def quote_hash(quote: str) -> str:
    """Eight hexadecimal digits that stand for a folded quote, as in the ids of statements."""
    return short_id(one_space(quote))


def anchor(letter: str, quote: str) -> Anchor:
    """A quote of a letter, folded and with its hash."""
    return Anchor(letter=letter, quote=one_space(quote), hash=quote_hash(quote))


def texts_of(decision: Decision) -> tuple[str, ...]:
    """The quotes of a ruling."""
    return tuple(quote.quote for quote in decision.quotes)


def faults_of(decision: Decision) -> list[Message]:
    """What keeps a ruling from being understood."""
    ruling, value = decision.ruling, decision.value
    faults = []
    if not decision.who.strip():
        faults.append(message("decisions.no-who"))
    if decision.when.tzinfo is None:
        faults.append(message("decisions.no-zone"))
    if len(decision.quotes) < (needed := 2 if ruling in _OF_SEVERAL else 1):
        faults.append(message("decisions.few-quotes", ruling=ruling, number=needed))
    if ruling is Ruling.STATUS and value not in _STATUSES:
        faults.append(message("decisions.no-status", value=repr(value)))
    if ruling is Ruling.SLIP and value not in _SLIPS:
        faults.append(message("decisions.no-slip", value=repr(value)))
    if ruling in _OF_WORDS and not value.strip():
        faults.append(message("decisions.no-value", ruling=ruling))
    if ruling in _OF_KIND and decision.kind is None:
        faults.append(message("decisions.no-kind", ruling=ruling))
    if _no_text(decision):
        faults.append(message("decisions.no-text"))
    if decision.start and decision.end and decision.start > decision.end:
        faults.append(message("decisions.start-after-end"))
    if decision.start is not None and decision.end is None:
        faults.append(message("decisions.no-end"))
    return faults


def _no_text(decision: Decision) -> bool:
    """Whether a word of the ruling is no Unicode: bytes of an argument that are no UTF-8."""
    words = (
        decision.who,
        decision.why,
        decision.value,
        *texts_of(decision),
        *(quote.letter for quote in decision.quotes),
    )
    return not all(map(is_text, words))
