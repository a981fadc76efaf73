"""The data of a language against the types that it must have: every fault with its file, its place and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Struct

from tracker.errors import RulesetError

T = TypeVar("T")


class Regex(str):
    """A regular expression."""

    __slots__ = ()


class LowRegex(Regex):
    """One for text in lower case, where capitals can match nothing."""

    __slots__ = ()


def checked(name: str, data: object, kind: type[T]) -> T:
    """What the data of the file `name`.toml says, as a type.

    Raises RulesetError: all that does not fit it.
    """
    if found := list(faults(data, kind)):
        raise RulesetError([f"{name}.toml: {fault}" for fault in found])
    return _converted(data, kind)


def faults(data: object, kind: Any, place: str = "") -> Iterator[str]:
    """What of the data does not fit a type: where it stands ("words.unit.jaar"), what it is and what is wrong."""
    try:
        _converted(data, kind)
    except msgspec.ValidationError as error:
        if inner := list(_inner_faults(data, kind, place)):
            yield from inner
        elif _is_table(data, kind):  # its parts contradict one another
            yield str(error)
        else:
            yield f"{place or 'all of it'}: {_shown(data)}: {error}"


def pattern_fault(text: str, *, low: bool) -> str:
    """What is wrong with a regular expression, perhaps for text in lower case; "" if nothing is."""
    try:
        re.compile(text)
    except re.error as error:
        return f"does not compile: {error}"
    return capitals_fault(text) if low else ""


def capitals_fault(text: str) -> str:
    """That an expression for text in lower case has capitals, names of groups and escapes aside; "" if it has none."""
    found = "".join(re.findall(r"[A-Z]", re.sub(r"\\.|\(\?P[<=]\w+", "", text)))
    return f"has capitals, but text is matched in lower case: {found}" if found else ""


def _converted(data: object, kind: type[T]) -> T:
    return msgspec.convert(data, kind, dec_hook=_pattern)


def _pattern(kind: type[T], data: object) -> T:
    """A pattern that is one; msgspec tells of a ValueError with its place."""
    if not isinstance(data, str):
        raise TypeError("is no text")
    if fault := pattern_fault(data, low=issubclass(kind, LowRegex)):
        raise ValueError(fault)
    return kind(data)  # type: ignore[call-arg]  # a Regex: msgspec knows all other types itself


def _inner_faults(data: object, kind: Any, place: str) -> Iterator[str]:
    """The faults of the parts of what has parts."""
    if isinstance(data, Mapping) and _is_table(data, kind):
        fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
        yield from (f"{_under(place, key)} is unknown" for key in data if key not in fields)
        for key, field in fields.items():
            if key in data:
                yield from faults(data[key], field.type, _under(place, key))
            elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
                yield f"{_under(place, key)} is missing"
    elif isinstance(data, Mapping) and get_origin(kind) is dict:
        of_key, of_value = get_args(kind)
        for key, value in data.items():
            if list(faults(key, of_key)):
                yield f"{_under(place, key)} is unknown"
            else:
                yield from faults(value, of_value, _under(place, key))
    elif isinstance(data, list) and get_args(kind)[1:] in ((), (...,)) and get_origin(kind):
        for at, value in enumerate(data):
            yield from faults(value, get_args(kind)[0], _place_in(place, at, value))


def _is_table(data: object, kind: Any) -> bool:
    return isinstance(data, Mapping) and isinstance(kind, type) and issubclass(kind, Struct)


def _under(place: str, key: object) -> str:
    return f"{place}.{key}" if place else str(key)


def _place_in(place: str, at: int, value: object) -> str:
    """A row is called by its id, or else by its number."""
    name = value.get("id", value.get("name")) if isinstance(value, Mapping) else None
    return _under(place, at + 1 if name is None else name)


def _shown(data: object) -> str:
    shown = repr(data)
    return shown if len(shown) <= 80 else f"{shown[:79]}…"
