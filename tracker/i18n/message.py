"""A sentence before it is said: the id of its message and what is filled in, for the language of whoever reads it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Message:
    """The id of a message in the catalogs, and its parameters by name; msgspec encodes it as it is."""

    id: str
    params: tuple[tuple[str, str | int | float | Message | tuple[Message, ...]], ...] = ()

    def __str__(self) -> str:
        """The sentence in English with ISO dates: what programs read and tests name."""
        from tracker.i18n.catalog import PLAIN, speaking, text_of

        with speaking(PLAIN):
            return text_of(self)


FewOf = TypeVar("FewOf", bound="str | Message")

Value = str | int | float | Message | tuple[Message, ...]
"""What a message can be filled in with: words, figures, another message, or several."""

MOST = 20
"""Faults or notices of one kind that are told at once."""

Text = str | Message
"""A message, or words that stand as they are: those of a letter or of an analyst."""


def message(id_: str, /, **params: object) -> Message:
    """The message of an id with its parameters; what is no Value is taken by its words."""
    return Message(id_, tuple((name, _value(given)) for name, given in params.items()))


def first_of(words: Iterable[str], most: int) -> Value:
    """Words in a row, the first ones of many."""
    known = list(words)
    first = ", ".join(known[:most])
    return message("list.more", words=first, number=len(known) - most) if len(known) > most else first


def first_of_many(told: Iterable[FewOf]) -> tuple[FewOf | Message, ...]:
    """Faults or notices of one kind, the first ones of many with how many more there are."""
    known = list(told)
    more = (message("sheet.more", number=len(known) - MOST),) if len(known) > MOST else ()
    return (*known[:MOST], *more)


def _value(given: object) -> Value:
    return given if isinstance(given, int | float | Message | tuple) else str(given)
