"""The data of a language against the types that it must have: every fault with its file, its place and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from string import Formatter
from typing import Annotated, Any, ClassVar, TypeVar, cast, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Meta, Struct

from tracker.errors import RulesetError
from tracker.text.excerpt import clipped

T = TypeVar("T")


Word = Annotated[str, Meta(pattern=r"\A\S+(?: \S+)*\Z")]
"""A word or turn as texts have it: one that is empty or has blanks too many would never be found."""
SplitVerb = Annotated[str, Meta(pattern=r"\A(?:\w+\|)?\w+\Z")]
"""An infinitive; a bar stands behind a prefix that can part from it ("op|leveren")."""


class Checked(str):
    """Text of a form of its own; what is not of that form is told."""

    __slots__ = ()

    @classmethod
    def fault(cls, text: str) -> str:
        """What is wrong with a text, "" if nothing is."""
        raise NotImplementedError


class Regex(Checked):
    """A regular expression."""

    __slots__ = ()

    @classmethod
    def fault(cls, text: str) -> str:
        """Why it does not compile."""
        return pattern_fault(text, low=False)


class LowRegex(Regex):
    """One for text in lower case, where capitals can match nothing."""

    __slots__ = ()

    @classmethod
    def fault(cls, text: str) -> str:
        """Why it does not compile, or can match nothing."""
        return pattern_fault(text, low=True)


class Template(Checked):
    """Text with the names of what is filled in between braces."""

    __slots__ = ()
    names: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def fault(cls, text: str) -> str:
        """That it has braces left open, or names what nobody fills in."""
        try:
            named = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        except ValueError as fault:
            return str(fault)
        unknown = [name for name in named if name not in cls.names]
        return f"names {unknown[0]!r}, which nobody fills in" if unknown else ""


def checked(name: str, data: object, kind: type[T]) -> T:
    """What the data of the file `name`.toml says, as a type.

    Raises RulesetError: all that does not fit it.
    """
    try:
        return _converted(data, kind)
    except msgspec.ValidationError as error:
        raise RulesetError([f"{name}.toml: {fault}" for fault in faults(data, kind)]) from error


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


@cache  # a table is looked at by itself, and as a part of what is made of it
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
    return msgspec.convert(data, kind, dec_hook=_form)


def _form(kind: type[T], data: object) -> T:
    """A text that is of its form; msgspec tells of a ValueError with its place."""
    if not isinstance(data, str):
        raise TypeError("is no text")
    if fault := cast("type[Checked]", kind).fault(data):  # msgspec knows all other types itself
        raise ValueError(fault)
    return kind(data)  # type: ignore[call-arg]


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
    elif isinstance(data, list) and (kinds := _kinds_of_rows(kind, len(data))):
        for at, (value, of_value) in enumerate(zip(data, kinds, strict=True)):
            yield from faults(value, of_value, _place_in(place, at, value))


def _kinds_of_rows(kind: Any, number: int) -> Sequence[Any]:
    """The type of each row of a list of so many; none where it must not have so many, or is no list."""
    kinds = get_args(kind) if get_origin(kind) else ()
    if kinds[1:] in ((), (...,)):
        return kinds[:1] * number
    return kinds if len(kinds) == number else ()


def _is_table(data: object, kind: Any) -> bool:
    return isinstance(data, Mapping) and isinstance(kind, type) and issubclass(kind, Struct)


def _under(place: str, key: object) -> str:
    return f"{place}.{key}" if place else str(key)


def _place_in(place: str, at: int, value: object) -> str:
    """A row is called by its id, or else by its number."""
    name = value.get("id", value.get("name")) if isinstance(value, Mapping) else None
    return _under(place, at + 1 if name is None else name)


def _shown(data: object) -> str:
    return clipped(repr(data), 80)
