"""Where parliament's register and the letters disagree on a promise, what awaits a ruling, and what no letter holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from tracker.extraction.register_numbers import names, pieces
from tracker.i18n.catalog import day, gettext
from tracker.ledger.met_together import met_together
from tracker.ledger.queries import Index
from tracker.model import RegisterMatch, Status, StepKind
from tracker.sources.register import Register, Registered
from tracker.statuses import FACTS
from tracker.views.labels import word
from tracker.views.registered import facts, said
from tracker.views.sheet import ThreadEntry, ViewBlock, ViewNote, quote


def disagreements(index: Index, register: Register, *, cut: bool = False) -> tuple[ViewBlock, ...]:
    """What one says was met and the other does not, with both words for it and the ground of the match.

    Where several threads are one promise of the register, it disagrees with all of them: one that agrees is enough, for
    of which thread the register speaks is not known then, and to tell the others would accuse falsely. That the letters
    say of one promise both that it was met and that it was not stands in a block of its own.

    Of a promise that another changes only that one counts.

    Nor does it where it has one open that letters of after its day say was met, or where it says that a promise was
    met and a later letter says so of several and not which.

    Where letters of before the register were `cut` off, by which it may have judged, nothing is said to disagree.

    And, where there are any, promises that are possibly those of threads, for an analyst to rule on, and promises that
    no thread is, so that each of the register stands with its thread or in one of these blocks; and those that it does
    not say any more, by which nothing is judged.
    """
    together, since = met_together(index), _met_since(index, register.retrieved)
    rows = [
        row
        for row in _newest(index.ledger.registered)
        if not (row.sure and row.thread in (together if row.met else since))
    ]
    agreed = {row.number for row in rows if row.sure and not _disagrees(index, row)}
    both = agreed & _disagreed(index, rows)
    sure = [] if cut else [_entry(index, row) for row in rows if row.sure and row.number not in agreed]
    split = [_entry(index, row) for row in rows if row.sure and row.number in both]
    asked = [_entry(index, row) for row in rows if not row.sure]
    known = {row.number for row in index.ledger.registered}
    words = {letter.id: frozenset(pieces(letter.text)) for letter in index.ledger.letters}
    others = [row for row in register.standing if row.number not in known]
    lacking = (_lacking(index, row, words) for row in sorted(others, key=lambda row: (row.met, row.number)))
    gone = (_lacking(index, row, words) for row in register.promises if row.gone)
    more = (
        _block("register-contradicting", split),
        _block("register-asked", asked),
        _block("register-unmatched", lacking),
        _block("register-gone", gone),
    )
    compared = _block("register", sure, means="part.register.later" if cut else "", day=register.retrieved)
    return (compared, *(one for one in more if one.entries))


def _met_since(index: Index, day: dt.date) -> frozenset[str]:
    """The ids of the threads that letters of after a day alone say were met."""
    met = {
        thread.id: [index.letters[step.letter].anchor for step in thread.members if step.step is StepKind.DELIVERED]
        for thread in index.ledger.threads
    }
    return frozenset(id_ for id_, days in met.items() if days and all(one and one > day for one in days))


def _block(key: str, entries: Iterable[ThreadEntry], means: str = "", **said: object) -> ViewBlock:
    """Entries under the heading of a key, and what they mean by another message where one is given."""
    told = gettext(means or f"part.{key}.means", **said)
    return ViewBlock(key=key, heading=gettext(f"part.{key}"), entries=tuple(entries), means=told)


def _newest(rows: Iterable[RegisterMatch]) -> list[RegisterMatch]:
    """The matches without those that another of the same thread changes: by the newest promise the register speaks.

    Also where that asks for more, so that nobody knows what was met of it.
    """
    known = list(rows)
    changed = {(number, row.thread) for row in known if row.sure or row.more for number in row.changes}
    return [row for row in known if (row.number, row.thread) not in changed]


def _disagreed(index: Index, rows: Iterable[RegisterMatch]) -> frozenset[str]:
    """The numbers with which a thread disagrees; one that only was never taken up again denies no promise met."""
    against = (row for row in rows if row.sure and _disagrees(index, row))
    return frozenset(
        row.number for row in against if not (row.met and FACTS[index.threads[row.thread].status].is_pending)
    )


def _disagrees(index: Index, row: RegisterMatch) -> bool:
    """Whether one says that it was met and the other does not; a later word of either may be missing.

    What the letters say was met in part agrees with either. Where the status is in words that are not known, or the
    number is of two promises, the register says nothing sure.
    """
    thread = index.threads[row.thread]
    if thread.partly:
        return False
    delivered = thread.status is Status.DELIVERED
    said = ((row.met, row.unclear), *((one.met, one.unclear) for one in row.twins))
    return all(met != delivered and not unclear for met, unclear in said)


def _entry(index: Index, row: RegisterMatch) -> ThreadEntry:
    thread = index.threads[row.thread]
    letters = gettext("register.letters", status=word(thread.status))
    told = ViewNote("", row.text, place=gettext("register.place", number=row.number))
    return ThreadEntry(
        title=thread.title,
        notes=(told, *quote(index, index.newest(thread), "now")),
        facts=(*facts(row), letters),
        thread=thread.id,
    )


def _lacking(index: Index, row: Registered, had: Mapping[str, frozenset[str]]) -> ThreadEntry:
    """A promise that no thread is, and where a letter names it all the same."""
    return ThreadEntry(
        title=row.number,
        notes=(ViewNote("", row.text),) if row.text else (),
        facts=(*said(row), *_made(index, row), *_named(index, row, had)),
    )


def _made(index: Index, row: Registered) -> Iterator[str]:
    if row.gone:
        yield gettext("register.gone", day=day(row.gone))
    if row.made:
        yield gettext("register.made", day=day(row.made))
        newest = max((letter.anchor for letter in index.ledger.letters if letter.anchor), default=row.made)
        if row.made > newest:
            yield gettext("register.after")


def _named(index: Index, row: Registered, had: Mapping[str, frozenset[str]]) -> Iterator[str]:
    known = frozenset(pieces(row.number))
    letters = [id_ for id_, words in had.items() if words >= known and names(index.letters[id_].text, row.number)]
    if letters:
        yield gettext("register.named", letters=", ".join(letters))
