"""Who answers for a promise: those who signed the letter that made it, and those who sign for its dossier now."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tracker.documents.layout.patterns import match
from tracker.i18n.catalog import gettext, listed
from tracker.language.offices import field_of, is_of_field
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
    return paper or any(map(role_of_office, letter.offices))


def role_of_office(office: str) -> str:
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
    """The offices that sign for the promise now, without their articles; a name where no office is printed.

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
    return actor if role_of_office(actor) else ""


def addressed(names: Iterable[str]) -> str:
    """Who answers, in a row: an office, which begins with a small letter, has its article; a name has none."""
    return listed([gettext("office.in-sentence", office=name) if name[:1].islower() else name for name in names])


def newest_signed(index: Index, thread: Thread) -> Letter | None:
    """The newest letter of the promise's dossier that was signed for a field in which a letter speaks of the promise.

    Another ministry may write in the same dossier, and letters of two may have none.
    """
    about = {letter.dossier for letter in _first(index, thread)}
    speaking = [row for row in index.letters_of(thread) if row.signatories]
    signed = [row for row in reversed(index.ledger.letters) if row.signatories and row.dossier in about]
    return next((row for row in signed if not speaking or any(_signs_for(row, other) for other in speaking)), None)


def _signs_for(newer: Letter, older: Letter) -> bool:
    """Whether those who signed a letter may answer for another one of its dossier.

    Where one of the two names no field of the state they may, if that is so of both, the paper tells its dossier, or
    one name signed both.
    """
    mine, yours = ([office for office in letter.offices if field_of(office)] for letter in (newer, older))
    if mine and yours:
        return any(is_of_field(one, other) for one in mine for other in yours)
    return bool(mine) is bool(yours) or newer.dossier is not None or bool({*newer.signatories} & {*older.signatories})


def by_predecessors(index: Index, thread: Thread) -> bool:
    """Whether those who sign for its dossier now are others, all of them, than those who signed the promise."""
    newest = newest_signed(index, thread)
    then, now = (
        {name.split()[-1].casefold() for name in names}
        for names in (signed_first(index, thread), newest.signatories if newest else ())
    )
    return bool(then and now) and not then & now


def offices(letter: Letter) -> tuple[str, ...]:
    """The offices of those who signed, each once and without its article; a name where none is printed."""
    return tuple(dict.fromkeys(bare_office(office) if office else name for name, office in _signed(letter)))


def signatories(letter: Letter) -> tuple[str, ...]:
    """Those who signed, each with the office that is printed."""
    return tuple(f"{name} ({office})" if office else name for name, office in _signed(letter))


def bare_office(office: str) -> str:
    """An office as it stands in a sentence, without its article."""
    found = match("office_parts", office)
    bare = office[found.start("role") :] if found else office
    return bare[:1].lower() + bare[1:]


def _signed(letter: Letter) -> tuple[tuple[str, str], ...]:
    return tuple(zip(letter.signatories, letter.offices or ("",) * len(letter.signatories), strict=True))


def _first(index: Index, thread: Thread) -> tuple[Letter, ...]:
    """The first letter that speaks of a promise; none where none does any more."""
    return tuple(index.letters[row.letter] for row in thread.members[:1])
