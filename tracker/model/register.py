"""A promise of parliament's register beside a thread of the letters."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class MatchGround(StrEnum):
    """What says that a registered promise is that of a thread; "asked" is not over the line, and for an analyst.

    "changes": the register says that it changes or repeats one that is.
    """

    RULED = "ruled"
    CARRIED = "carried"
    CHANGES = "changes"
    WORDS = "words"
    ASKED = "asked"


class RegisterTwin(Struct, frozen=True):
    """Another promise that the register has under the same number; which of them is meant nobody can know."""

    text: str
    status: str
    met: bool
    unclear: bool = False


class RegisterMatch(Struct, frozen=True):
    """A registered promise with the id of its thread, and the words that linking found, with its score.

    `met` is whether `status`, in the register's words, says that it was, and `unclear` whether those words are none
    that are known; `by` are the papers that met it.
    """

    number: str
    thread: str
    ground: MatchGround
    text: str
    status: str
    met: bool
    by: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    score: float = 1.0
    unclear: bool = False
    twins: tuple[RegisterTwin, ...] = ()
    who: str = ""
    """Who ruled so."""
    closed: bool = False
    """Whether the register says that it was not met and that nobody waits for it any more."""
    more: tuple[str, ...] = ()
    """The words by which it asks for more than the promise of the thread that it changes or repeats."""

    @property
    def sure(self) -> bool:
        """Whether it is that of the thread without asking anybody."""
        return self.ground is not MatchGround.ASKED
