"""What is to be said of parliament's register itself before anything is judged by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.i18n.message import Message, first_of, message
from tracker.sources.register import LONGEST, Registered

_SHOWN = 5
"""Numbers and words that a notice names."""


def register_notices(promises: Iterable[Registered]) -> Iterator[Message]:
    """What of the register is not known or not read whole.

    Words for the status of a promise, what has none, which numbers are of two promises, what is told in other words
    than are known, and what is too long.
    """
    known = list(promises)
    unclear = [row for row in known if row.unclear and row.status]
    without = tuple(row.number for row in known if row.unclear and not row.status)
    words = tuple(dict.fromkeys(row.status for row in unclear))
    doubled = tuple(row.number for row in known if row.twins)
    odd = [row for row in known if row.unread]
    fields = tuple(dict.fromkeys(name for row in odd for name in row.unread))
    long = tuple(row.number for row in known if len(row.text) > LONGEST)
    if words:
        numbers = first_of(tuple(row.number for row in unclear), _SHOWN)
        yield message("notice.register-status", words=first_of(words, _SHOWN), numbers=numbers)
    if without:
        yield message("notice.register-no-status", numbers=first_of(without, _SHOWN))
    if doubled:
        yield message("notice.register-doubled", numbers=first_of(doubled, _SHOWN))
    if odd:
        numbers = first_of(tuple(row.number for row in odd), _SHOWN)
        yield message("notice.register-unread", fields=first_of(fields, _SHOWN), numbers=numbers)
    if long:
        yield message("notice.register-long", numbers=first_of(long, _SHOWN), most=LONGEST)
