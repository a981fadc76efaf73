"""The profiles of the statements of all letters: kept as bytes, each read when it is first asked for.

Of a letter more only those are asked for that its own statements are compared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from tracker.extraction import Facts, StatementFacts
from tracker.linking.profile import ProfileWords, StatementProfile, profile_of, profile_words
from tracker.linking.stages import Stage
from tracker.model import AnyStatement


class KeptProfile(Struct, frozen=True, array_like=True):
    """What is kept of a profile: what is asked of every statement, and the rest unread."""

    meaning: bytes
    """Its vector."""
    stages: frozenset[Stage]
    """The numbered stages that its quote names."""
    words: Raw
    """The rest, as msgspec encodes ProfileWords."""


def kept_of(profile: StatementProfile) -> KeptProfile:
    """What is kept of a profile."""
    return KeptProfile(profile.meaning, profile.stages, Raw(msgspec.msgpack.encode(profile_words(profile))))


MOST_READ = 4_096
"""Profiles that are at hand at once, of some 30 kB each: those of 40 letters, of which one letter asks for a third;
by judgement."""


class Profiles:
    """Profiles by the positions of their statements."""

    def __init__(self, facts: Facts) -> None:
        """Know of no statement yet; the facts are those of all that will be added."""
        self.statements: list[AnyStatement] = []
        self.kept: list[KeptProfile] = []
        self._facts = facts
        self._read: dict[int, StatementProfile] = {}

    def add(self, statements: Iterable[AnyStatement], kept: Iterable[KeptProfile]) -> None:
        """Add the next statements with what is kept of their profiles."""
        self.statements += statements
        self.kept += (
            replace(row, words=row.words.copy()) for row in kept
        )  # not the whole entry that they were read in

    def facts(self, at: int) -> StatementFacts:
        """The facts of a statement."""
        return self._facts[self.statements[at].id]

    def __len__(self) -> int:
        return len(self.statements)

    def __getitem__(self, at: int) -> StatementProfile:
        found = self._read.pop(at, None)
        if found is None:
            kept = self.kept[at]
            words = msgspec.msgpack.decode(kept.words, type=ProfileWords)
            found = profile_of(words, kept.meaning, self.statements[at], self.facts(at))
        self.have(at, found)
        return found

    def have(self, at: int, profile: StatementProfile) -> None:
        """Have a profile at hand; beyond MOST_READ the one that was asked for longest ago goes."""
        self._read[at] = profile
        if len(self._read) > MOST_READ:
            del self._read[next(iter(self._read))]

    def __iter__(self) -> Iterator[StatementProfile]:
        return map(self.__getitem__, range(len(self)))
