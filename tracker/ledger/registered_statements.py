"""What promises of parliament's register state, read as the sentences of letters are.

Each is read once, whatever letters stand beside it: in parts that are remembered, and made ahead by several processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import blake2b

from msgspec import Struct

from tracker.extraction import AnalysedLetter, analyse, default_detector, extract
from tracker.extraction.references import find_references
from tracker.extraction.statement_describer import describe
from tracker.extraction.statement_facts import StatementFacts
from tracker.language.pack import current, use
from tracker.model import Commitment, Firmness, Kind, Letter, Location, Passage, PassageKind, Run
from tracker.sources.register import Registered
from tracker.storage.cache import digest, remembered
from tracker.storage.parallel import make_ahead

_LETTER, _PASSAGE = "register", "register/1"
_PARTS = 64
"""Parts by number: of a register with some new promises only theirs are read anew; by judgement."""
_ENOUGH = 200
"""Fewer promises are read here: other processes would take longer to begin; by judgement."""


class RegisteredStatement(Struct, frozen=True):
    """What a promise states, with what the analysis says of its words."""

    statement: Commitment
    facts: StatementFacts


def read_registered(promises: Iterable[Registered]) -> dict[str, RegisteredStatement]:
    """What promises state, by their numbers."""
    parts: dict[int, list[Registered]] = {}
    for promise in promises:
        place = blake2b(promise.number.encode(), digest_size=1).digest()[0] % _PARTS
        parts.setdefault(place, []).append(promise)
    several = [(current().code, tuple(rows)) for _, rows in sorted(parts.items())]
    if sum(len(rows) for _, rows in several) >= _ENOUGH:
        make_ahead(_read_part, several, _about)
    found: dict[str, RegisteredStatement] = {}
    for part in several:
        found |= _read_part(part)
    return found


def as_letter(promise: Registered) -> AnalysedLetter:
    """A promise as linking reads it: a paper of its own, so that nothing in it points back to another promise."""
    text = promise.text
    passage = Passage(_PASSAGE, None, PassageKind.PARAGRAPH, text, (Run(0, 0, len(text)),), 1)
    return analyse(Letter(_LETTER, "", text, (passage,), (), date=promise.made))


def _about(part: tuple[str, tuple[Registered, ...]]) -> tuple[str, ...]:
    detector = default_detector()
    said = [(row.number, row.text, row.made, row.ministry) for row in part[1]]
    return ("registered", detector.name, detector.version, part[0], digest(said))


def _read_part(part: tuple[str, tuple[Registered, ...]]) -> Mapping[str, RegisteredStatement]:
    """Read some promises, in any process."""
    use(part[0])
    return remembered(dict[str, RegisteredStatement], _about(part), partial(_read, part[1]))


def _read(promises: Iterable[Registered]) -> dict[str, RegisteredStatement]:
    found: dict[str, RegisteredStatement] = {}
    for promise in promises:
        analysed = as_letter(promise)
        statement = _statement(analysed, promise)
        found[promise.number] = RegisteredStatement(statement, describe(analysed, (statement,))[statement.id])
    return found


def _statement(analysed: AnalysedLetter, promise: Registered) -> Commitment:
    """What a promise states, with what extraction reads in its words."""
    read = next(iter(extract(analysed, default_detector())[0]), None)
    return Commitment(
        id=promise.number,
        letter=_LETTER,
        section=None,
        passage=_PASSAGE,
        quote=promise.text,
        sentence=promise.text,
        location=Location(None, 1, 0, len(promise.text)),
        rule=_LETTER,
        confidence=1.0,
        references=find_references(promise.text),
        firmness=Firmness.FIRM,
        kind=read.kind if read else Kind.INFORM,
        actor=promise.ministry,
        deadline=read.deadline if read else None,
    )
