"""A sentence before it is said: the id of its message and what is filled in, for the language of whoever reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """The id of a message in the catalogs, and its parameters by name; msgspec encodes it as it is."""

    id: str
    params: tuple[tuple[str, str | int | float | Message | tuple[Message, ...]], ...] = ()


Value = str | int | float | Message | tuple[Message, ...]
"""What a message can be filled in with: words, figures, another message, or several."""

Text = str | Message
"""A message, or words that stand as they are: those of a letter or of an analyst."""


def message(id_: str, /, **params: Value) -> Message:
    """The message of an id with its parameters."""
    return Message(id_, tuple(params.items()))
