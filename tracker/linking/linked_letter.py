"""What linking found in one letter, given those before it: kept, so that one letter more costs only its own work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from tracker.linking.clustering import Group, StandingMatch
from tracker.linking.join_reason import Joint
from tracker.linking.kept_matches import KeptMatches
from tracker.linking.meaning import meaning_name
from tracker.linking.profile_store import KeptProfile
from tracker.linking.vocabulary import Vocabulary
from tracker.model import AnyStatement
from tracker.storage.cache import digest, remembered


class LinkedLetter(Struct, frozen=True):
    """What a letter adds to those before it; statements and groups are told by their positions among all."""

    profiles: tuple[KeptProfile, ...]
    """Those of its statements, in their order."""
    keys: tuple[dict[str, float], ...]
    """The words that each is looked up by, with what each tells."""
    vocabulary: Vocabulary
    groups: tuple[Group, ...]
    joints: tuple[Joint, ...]
    matches: KeptMatches
    """With statements of earlier letters."""
    standing: tuple[StandingMatch, ...]
    """Those that stand."""
    answers: tuple[StandingMatch, ...]
    """Those that stand where nothing else answers the promise: a delivery of what was due."""
    left_out: frozenset[str] = frozenset()
    """The tentative reports, by id, that no promise of an earlier letter bears out: they are no statements."""


class LinkedBefore:
    """What was linked before, by all that it was made of: each letter up to it with its statements, in order.

    `made_of` says by letter what its statements rest on; a letter that is not there is linked anew, and so is what
    follows it.
    """

    def __init__(self, made_of: Mapping[str, Sequence[str]]) -> None:
        self._made_of = made_of
        self._so_far: str | None = meaning_name()
        self.rests_on: dict[str, str] = {}
        """For each letter that can be remembered a digest of all that it was linked from."""

    def linked(self, letter: str, statements: Sequence[AnyStatement], make: Callable[[], LinkedLetter]) -> LinkedLetter:
        """The next letter, linked by `make` where it was not before."""
        if self._so_far is None or letter not in self._made_of:
            self._so_far = None
            return make()
        self._so_far = self.rests_on[letter] = digest((self._so_far, *self._made_of[letter], statements))
        return remembered(LinkedLetter, ("linked", self._so_far), make)
