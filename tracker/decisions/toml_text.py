"""The rulings as the text of decisions.toml: read, with one more, with one less; comments and order are kept."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from tracker.decisions.ruling import Decision, faults_of
from tracker.documents.lfs import is_pointer
from tracker.errors import DecisionError
from tracker.i18n.message import message
from tracker.storage.cache import digest, remembered
from tracker.text.toml import TomlError, parse_toml
from tracker.text.wrong_form import form_fault, nth_table

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

FILE_NAME = "decisions.toml"

_CONFLICT = ("<<<<<<< ", ">>>>>>> ")
"""How git marks where two versions of a file were not joined."""

_BLOCK = re.compile(r"^\[\[decision\]\][^\n]*\n(?:(?!\[)[^\n]*\n?)*", re.MULTILINE)
"""A ruling as it is written here, with what follows it up to the next."""

_COMMENTS = re.compile(r"^[ \t]*#.*$", re.MULTILINE)

_HEADER = "Rulings of analysts on the letters of this folder. Written by `tracker decide`; may be edited by hand."


def read_decisions(text: str) -> tuple[Decision, ...]:
    """The rulings of a decisions.toml in the order of the file; a text that was read before is not parsed again.

    Raises DecisionError with all faults at once, each with its place.
    """
    return msgspec.json.decode(rows_of(text), type=tuple[Decision, ...])


@lru_cache(maxsize=1)
def rows_of(text: str) -> str:
    """The same rulings as JSON, remembered. Raises DecisionError."""
    return remembered(str, about(text), lambda: msgspec.json.encode(_parsed(text)).decode())


def about(text: str) -> tuple[str, str]:
    """What a text is remembered by."""
    return "decisions", digest(text)


def _parsed(text: str) -> tuple[Decision, ...]:
    if is_pointer(text.encode()):
        raise DecisionError("collection.lfs", file=FILE_NAME)
    if marks := [at for at, line in enumerate(text.splitlines(), start=1) if line.startswith(_CONFLICT)]:
        raise DecisionError("decisions.conflict", file=FILE_NAME, lines=", ".join(map(str, marks)))
    try:
        table = parse_toml(text)
    except TomlError as fault:
        raise DecisionError("decisions.no-toml", file=FILE_NAME, cause=fault.reason) from None
    rows = table.pop("decision", [])
    faults = [message("decisions.unknown-key", key=key) for key in table]
    found: list[Decision] = []
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
        try:
            found.append(msgspec.convert(row, Decision))
        except msgspec.ValidationError as fault:
            told = form_fault(fault, text, Decision, nth_table(text, "decision", number))
            faults.append(message("decisions.fault", number=number, fault=told))
        else:
            faults += (message("decisions.fault", number=number, fault=fault) for fault in faults_of(found[-1]))
    if faults:
        raise DecisionError("decisions.faults", file=FILE_NAME, faults=tuple(faults))
    return tuple(found)


def added(text: str, decision: Decision) -> str:
    """The text of the file with one more ruling at its end."""
    import tomlkit

    document: TOMLDocument = tomlkit.document()
    document.add("decision", tomlkit.aot())
    document["decision"].append(_table(decision))
    block = tomlkit.dumps(document)
    if _parsed(block) != (decision,):
        raise DecisionError("decisions.lossy", file=FILE_NAME)
    before = text or f"# {_HEADER}\n"
    gap = "\n" if before.endswith("\n") else "\n\n"
    changed = f"{before}{gap}{block}"
    known, new = rows_of(text).removesuffix("]"), msgspec.json.encode(decision).decode()
    rows = f"{known}{',' if known != '[' else ''}{new}]"
    remembered(str, about(changed), lambda: rows)
    return changed


def taken_out(text: str, decision: Decision) -> str:
    """The text of the file without the last ruling that is equal to this one; comments after it stay."""
    known = read_decisions(text)
    places = [place for place, row in enumerate(known) if row == decision]
    if not places:
        raise DecisionError("decisions.gone", file=FILE_NAME)
    blocks = list(_BLOCK.finditer(text))
    if len(blocks) == len(known):
        begin, block = blocks[places[-1]].start(), blocks[places[-1]][0]
        said = len(block.rstrip()) if "#" not in block else block.rindex("]") + 1
        changed = text[:begin] + text[begin + said :].removeprefix("\n").removeprefix("\n")
        whole = not _COMMENTS.sub("", block[said:]).strip() and _is(block[:said], decision)
    else:
        changed, whole = _taken_out_anyhow(text, places[-1], len(known)), False
    rest = (*known[: places[-1]], *known[places[-1] + 1 :])
    if not whole and _parsed(changed) != rest:
        raise DecisionError("decisions.lossy-withdrawal", file=FILE_NAME)
    remembered(str, about(changed), lambda: msgspec.json.encode(rest).decode())
    return changed


def _is(block: str, decision: Decision) -> bool:
    """Whether a piece of a file is this ruling and nothing else."""
    try:
        return _parsed(block) == (decision,)
    except DecisionError:
        return False


def _taken_out_anyhow(text: str, place: int, number: int) -> str:
    """The text without one of its rulings, however they are laid out."""
    import tomlkit

    document: TOMLDocument = tomlkit.parse(text)
    if number == 1:
        del document["decision"]
    else:
        del document["decision"][place]
    return tomlkit.dumps(document)


def _table(decision: Decision) -> Any:
    """A ruling as a TOML table, its quotes one a line."""
    import tomlkit

    table = tomlkit.table()
    for key, value in msgspec.to_builtins(decision, builtin_types=(dt.datetime, dt.date)).items():
        if key != "quotes":
            table.add(key, value)
    quotes = tomlkit.array().multiline(multiline=True)
    for quote in decision.quotes:
        row = tomlkit.inline_table()
        row.update(msgspec.to_builtins(quote))
        quotes.append(row)
    table.add("quotes", quotes)
    return table
