"""Who answers for a promise: those who signed the letter that made it, and those who sign for its dossier now."""

from __future__ import annotations

from functools import lru_cache

from tracker.documents.layout.patterns import match
from tracker.ledger.queries import Index
from tracker.model import Commitment, Letter, Thread

CABINET, SENDER = "cabinet", "sender"
"""Whoever signs, as the model has it; and as a report names whoever signs for another body than the state."""


def undertaker(index: Index, actor: str) -> str:
    """Who is to do it: of whoever signs the cabinet only where letters of the state are read, else who sent them."""
    return SENDER if actor == CABINET and not of_state(index) else actor


@lru_cache(maxsize=1)
def of_state(index: Index) -> bool:
    """Whether a letter of the collection is a paper of parliament, or somebody signs it for a ministry."""
    return any(is_of_state(letter) for letter in index.ledger.letters)


def is_of_state(letter: Letter) -> bool:
    """Whether a letter is a paper of a dossier of parliament, or a minister or state secretary signs it."""
    paper = letter.dossier is not None and letter.number is not None
    return paper or any(map(role_of, letter.offices))


def role_of(office: str) -> str:
    """The role of an office of the state, in small letters ("minister"); "" of any other office, and of a name."""
    found = match("office_parts", office)
    return found["role"].casefold() if found else ""


def signed_first(index: Index, thread: Thread) -> tuple[str, ...]:
    """The names of those who signed the first letter that speaks of a promise; the print of offices varies.

    Nobody, where it is of an office that none of them holds.
    """
    if _other_office(index, thread):
        return ()
    return tuple(name for letter in _first(index, thread) for name in letter.signatories)


def answering(index: Index, thread: Thread) -> tuple[str, ...]:
    """The offices that sign the newest letter of the promise's dossier, a name where no office is printed.

    An office that signed nothing, where the letter says that this is to do it.
    """
    if other := _other_office(index, thread):
        return (other,)
    newest = newest_signed(index, thread)
    return offices(newest) if newest else ()


def _other_office(index: Index, thread: Thread) -> str:
    """The office of the state that the promise is of, where nobody who signed holds it; else ""."""
    promises = (index.statements.get(step.ref) for step in thread.members)
    actor = next((row.actor for row in promises if isinstance(row, Commitment)), CABINET)
    return actor if role_of(actor) else ""


def newest_signed(index: Index, thread: Thread) -> Letter | None:
    """The newest letter of the promise's dossier that somebody signed."""
    about = {letter.dossier for letter in _first(index, thread)}
    signed = (row for row in reversed(index.ledger.letters) if row.signatories and row.dossier in about)
    return next(signed, None)


def by_predecessors(index: Index, thread: Thread) -> bool:
    """Whether those who sign for its dossier now are others, all of them, than those who signed the promise."""
    newest = newest_signed(index, thread)
    then, now = (
        {name.split()[-1].casefold() for name in names}
        for names in (signed_first(index, thread), newest.signatories if newest else ())
    )
    return bool(then and now) and not then & now


def offices(letter: Letter) -> tuple[str, ...]:
    """The offices of those who signed, as they stand in a sentence; a name where none is printed."""
    return tuple(office[:1].lower() + office[1:] if office else name for name, office in _signed(letter))


def signatories(letter: Letter) -> tuple[str, ...]:
    """Those who signed, each with the office that is printed."""
    return tuple(f"{name} ({office})" if office else name for name, office in _signed(letter))


def _signed(letter: Letter) -> tuple[tuple[str, str], ...]:
    return tuple(zip(letter.signatories, letter.offices or ("",) * len(letter.signatories), strict=True))


def _first(index: Index, thread: Thread) -> tuple[Letter, ...]:
    """The first letter that speaks of a promise; none where none does any more."""
    return tuple(index.letters[row.letter] for row in thread.members[:1])
