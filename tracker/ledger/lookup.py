"""Which thread or statement an analyst means: by its id, its quote, or words of it."""

from __future__ import annotations

from tracker.errors import UnknownThreadError
from tracker.i18n.message import first_of
from tracker.ledger.queries import Index
from tracker.ledger.selection import telling
from tracker.model import Statement, Thread
from tracker.text.normalize import comparable, one_space
from tracker.text.short_id import THREAD_MARK, thread_id


def find_threads(index: Index, words: str) -> tuple[Thread, ...]:
    """The threads with this id (or the start of it), else those that hold all the words; those about them first.

    Raises UnknownThreadError where there is none.
    """
    named = [thread for thread in index.ledger.threads if thread.id.startswith(words.strip().lower())]
    named = named or _once_called(index, words.strip().lower())
    if len(named) == 1 or (named and words.strip().lower().startswith(THREAD_MARK)):
        return tuple(sorted(named, key=lambda thread: thread.id))
    wanted = comparable(words).split()
    scored = [(_mentions(index, thread, wanted), thread) for thread in index.ledger.threads]
    found = sorted(
        ((place, thread) for place, thread in scored if place is not None),
        key=lambda pair: (pair[0], telling(index, pair[1])),
    )
    if not found or not wanted:
        raise UnknownThreadError("thread.unknown", words=words)
    return tuple(thread for _, thread in found)


def former_ids(index: Index, thread: Thread) -> tuple[str, ...]:
    """What threads were or would be called that are now in a thread: each begins with one of its other statements."""
    own = (step.ref for step in thread.members if step.ref and index.thread_of[step.ref] is thread)
    return tuple(row for row in dict.fromkeys(map(thread_id, own)) if row not in index.threads)


def _once_called(index: Index, words: str) -> list[Thread]:
    """The threads that another with this id (or the start of it) was joined with."""
    if not words.startswith(THREAD_MARK) or words == THREAD_MARK:
        return []
    return [row for row in index.ledger.threads if any(name.startswith(words) for name in former_ids(index, row))]


def find_thread(index: Index, words: str) -> Thread:
    """The one thread that words mean (see find_threads). Raises UnknownThreadError: none or several."""
    found = find_threads(index, words)
    if len(found) > 1:
        raise UnknownThreadError("thread.several", words=words, found=first_of((row.id for row in found), 8))
    return found[0]


def find_statement(index: Index, words: str) -> Statement:
    """The one statement with this id or quote, or a part of an id that no other has, or all the words in its quote.

    Raises UnknownThreadError: none or several.
    """
    wanted = words.casefold().split()
    rows = index.statements.values()
    named = [row for row in rows if len(wanted) == 1 and wanted[0] in row.id.casefold()]
    ways = (
        [row for row in rows if row.id == words or row.quote == one_space(words)],
        named if len(named) == 1 else [],
        [row for row in rows if wanted and all(word in row.quote.casefold() for word in wanted)],
    )
    found = {(row.letter, row.quote): row for row in next((way for way in ways if way), [])}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        ids = first_of((row.id for row in found.values()), 8)
        raise UnknownThreadError("thread.several-statements", words=words, found=ids)
    raise UnknownThreadError("thread.unknown-statement", words=words)


def _mentions(index: Index, thread: Thread, wanted: list[str]) -> int | None:
    """0 where the title or half of the quotes hold all the words, 1 where all together do, None where not."""
    title = comparable(thread.title)
    quotes = [comparable(row.quote) for row in index.quotes_of(thread)]
    holding = sum(all(word in quote for word in wanted) for quote in quotes)
    if all(word in title for word in wanted) or (quotes and 2 * holding >= len(quotes)):
        return 0
    text = " ".join([title, *quotes])
    return 1 if all(word in text for word in wanted) else None
