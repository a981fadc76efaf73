"""Values of the model with their messages said: programs read the English sentences, whatever language is spoken."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import asdict, replace

from tracker.i18n.message import Message

T = TypeVar("T")


def in_english(value: T) -> T:
    """The same value, each message in it replaced by its sentence."""
    return cast(T, _in_english(value))


def _in_english(value: object) -> object:
    if isinstance(value, Message):
        return str(value)
    if isinstance(value, tuple):
        return tuple(_in_english(row) for row in value)
    if isinstance(value, Struct):
        fields = asdict(value)
        changed = {name: new for name, old in fields.items() if (new := _in_english(old)) is not old and new != old}
        return replace(value, **changed) if changed else value
    return value


def as_text(schema: Any) -> Any:
    """A JSON Schema in which a message is what `said` makes of it: a string."""
    if isinstance(schema, list):
        return [as_text(row) for row in schema]
    if not isinstance(schema, dict):
        return schema
    if choices := schema.get("anyOf"):
        kept = [row for row in choices if row.get("$ref") != "#/$defs/Message"]
        if len(kept) < len(choices):
            types = [row["type"] for row in kept if set(row) == {"type"}]
            rest = {key: row for key, row in schema.items() if key != "anyOf"}
            return {**({"type": types[0]} if len(kept) == 1 else {"anyOf": kept}), **rest}
    return {key: as_text(row) for key, row in schema.items() if key != "Message"}
