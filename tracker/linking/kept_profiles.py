"""The profiles of the statements of all letters: kept as bytes, each read when it is first asked for.

Of a letter more only those are asked for that its own statements are compared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Raw, Struct

from tracker.extraction import Facts, StatementFacts
from tracker.linking.candidates import index_keys
from tracker.linking.profile import ProfileWords, StatementProfile, profile_of, words_of
from tracker.linking.stages import Stage
from tracker.model import AnyStatement


class KeptProfile(Struct, frozen=True, array_like=True):
    """What is kept of a profile: what is asked of every statement, and the rest unread."""

    keys: dict[str, float]
    """The words that it is looked up by, with what each tells."""
    meaning: bytes
    """Its vector."""
    stages: frozenset[Stage]
    """The numbered stages that its quote names."""
    words: Raw
    """The rest, as msgspec encodes ProfileWords."""


def kept_of(profile: StatementProfile) -> KeptProfile:
    """What is kept of a profile."""
    return KeptProfile(
        index_keys(profile), profile.meaning, profile.stages, Raw(msgspec.msgpack.encode(words_of(profile)))
    )


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
        self.kept += kept

    def facts(self, at: int) -> StatementFacts:
        """The facts of a statement."""
        return self._facts[self.statements[at].id]

    def __len__(self) -> int:
        return len(self.statements)

    def __getitem__(self, at: int) -> StatementProfile:
        found = self._read.get(at)
        if found is None:
            kept = self.kept[at]
            words = msgspec.msgpack.decode(kept.words, type=ProfileWords)
            found = self._read[at] = profile_of(words, kept.meaning, self.statements[at], self.facts(at))
        return found

    def __iter__(self) -> Iterator[StatementProfile]:
        return map(self.__getitem__, range(len(self)))
