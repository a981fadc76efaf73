"""How far a reading is: one count, of letters, that only grows, whatever is made of them one after another."""

from __future__ import annotations

STAGES = ("letter", "facts", "meaning")
"""What is made of each letter, by the first word of what remembers it: its text, its statements, their vectors."""


class LettersDone:
    """Counts a letter as done in as many parts as there are stages."""

    def __init__(self) -> None:
        """Nothing is known yet, not even how many there are."""
        self.number = 0
        """How many letters there are."""
        self._done = dict.fromkeys(STAGES, 0)
        self._stated = 0
        """How many letters are read so far as to be judged: first a few, in the end all."""

    def hear(self, made: str, done: int, number: int) -> None:
        """So many of so many things are made; vectors are made for some statements of a letter at a time."""
        if made == "letter":
            self.number = max(self.number, number)
        elif made == "facts":
            self._stated = number
        elif made == "meaning":
            done = self._stated * done // number if number else self._stated
        if made in self._done:
            self._done[made] = max(self._done[made], done)

    @property
    def done(self) -> int:
        """How many letters that comes to."""
        return min(sum(self._done.values()) // len(STAGES), self.number)
