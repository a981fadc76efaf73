"""What is wrong with the form of a file that a person may edit: the key, the line, what is expected."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import get_args, get_type_hints

from tracker.i18n.message import Message, message
from tracker.text.excerpt import clipped

_PLACE = re.compile(r" - at `\$?\.?([^`]*)`$")
_QUOTED = re.compile(r"[`'](.*?)[`']")
_LINE = re.compile(r"\(at line (\d+), column (\d+)\)$")
_BYTE = re.compile(r"\(byte (\d+)\)$")
_TYPES = {
    "str": "text",
    "int": "whole-number",
    "float": "number",
    "bool": "yes-or-no",
    "array": "list",
    "object": "table",
    "null": "nothing",
    "date": "date",
    "datetime": "moment",
}
"""What the libraries call a type: the message that names it to a person."""
_LONGEST = 60
"""Characters of a wrong value or of a key that are shown."""


def form_fault(
    fault: BaseException, text: str = "", kind: type | None = None, line_of: Callable[[str], int] | None = None
) -> Message:
    """What a reader of TOML or JSON, or of the values in it, found wrong.

    `text` is the file, to name the line; `kind` what it was read as, to name the values that may stand there;
    `line_of` gives the line of a key, 0 for none, where it is not the first of that name in the text.
    """
    find = line_of or (lambda key: _line(text, key))
    if isinstance(fault, RecursionError):
        return message("form.nested")
    if isinstance(fault, UnicodeDecodeError):
        return message("form.no-utf8")
    said = str(fault)
    found = _PLACE.search(said)
    key, said = (found[1], said[: found.start()]) if found else ("", said)
    names = _QUOTED.findall(said)
    if said.startswith("Object contains unknown field") and names:
        return _at(_joined(key, names[0]), find, message("form.unknown"))
    if said.startswith("Object missing required field") and names:
        return message("form.key", key=_shown(_joined(key, names[0])), fault=message("form.missing"))
    if said.startswith("Integer value out of range") or said.startswith("Exceeds the limit"):
        return _at(key, find, message("form.too-great"))
    return _at(key, find, wrong) if (wrong := _value_fault(said, names, key, kind)) else _syntax(said, text)


def _value_fault(said: str, names: list[str], key: str, kind: type | None) -> Message | None:
    """What is wrong with a value; None where the fault is of another sort."""
    if said.startswith("Invalid enum value"):
        value = said.removeprefix("Invalid enum value").strip(" '")[:_LONGEST]
        known = _allowed(kind, key)
        return message("form.none-of", value=value, known=known) if known else message("form.no-value", value=value)
    if said.startswith("Invalid RFC3339 encoded"):
        return message("form.no-moment" if said.endswith("datetime") else "form.no-date")
    if said.startswith("Expected `") and len(names) > 1:
        wanted, got = (_TYPES.get(name.split(" ")[0], "another") for name in (names[0], names[-1]))
        return message("form.expected", wanted=message(f"form.{wanted}"), got=message(f"form.{got}"))
    return None


@cache
def _allowed(kind: type | None, key: str) -> str:
    """The values that a field may have where they are few and named, with commas between them."""
    hint = get_type_hints(kind).get(key) if kind else None
    named = (one for one in (hint, *get_args(hint)) if isinstance(one, type) and issubclass(one, Enum))
    return ", ".join(str(member.value) for one in named for member in one)


def _syntax(said: str, text: str) -> Message:
    """Where what is no TOML or JSON goes wrong."""
    if said.startswith("Cannot overwrite a value") or said.startswith("Cannot declare"):
        wrong = message("form.twice")
    elif said.endswith("(at end of document)") or "truncated" in said:
        return message("form.unfinished")
    else:
        wrong = message("form.unreadable")
    if at := _LINE.search(said):
        return message("form.on-line", line=int(at[1]), fault=wrong)
    if at := _BYTE.search(said):
        line = text.encode()[: int(at[1])].count(b"\n") + 1
        return message("form.on-line", line=line, fault=wrong) if text else wrong
    return wrong


def _at(key: str, find: Callable[[str], int], fault: Message) -> Message:
    if not key:
        return fault
    line = find(key.rsplit(".", maxsplit=1)[-1].split("[", maxsplit=1)[0])
    shown = _shown(key)
    return (
        message("form.key-on-line", key=shown, line=line, fault=fault)
        if line
        else message("form.key", key=shown, fault=fault)
    )


def _line(text: str, key: str) -> int:
    """The first line of a key in a text, 0 where it has none."""
    found = re.compile(rf"^[ \t]*+[\"']?{re.escape(key)}[\"']?[ \t]*+[=:]", re.MULTILINE).search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _joined(*parts: str) -> str:
    return ".".join(filter(None, parts))


def _shown(key: str) -> str:
    return clipped(key, _LONGEST)
