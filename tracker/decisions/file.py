"""decisions.toml: the analyst's rulings, as values, read and written.

A ruling says what it is about by quotes, so that it survives any renaming of ids, and keeps who decided, when and why.
The file is written whole or not at all, keeps its comments and order, and is locked while it changes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2s
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from tracker.decisions.slips import SlipVerdict
from tracker.errors import DecisionError
from tracker.i18n.message import Message, message
from tracker.model import Kind, Status
from tracker.storage.atomic import write_over
from tracker.storage.cache import digest, forget, remembered
from tracker.storage.lock import locked
from tracker.text.normalize import one_space
from tracker.text.toml import parse_toml

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

FILE_NAME = "decisions.toml"
LARGEST = 4_000_000
"""Bytes; a longer file is no list of rulings."""
LOCK_SECONDS = 30.0
"""How long a writer waits for another one."""

_CONFLICT = ("<<<<<<< ", ">>>>>>> ")
"""How git marks where two versions of a file were not joined."""

_BLOCK = re.compile(r"^\[\[decision\]\][^\n]*\n(?:(?!\[)[^\n]*\n?)*", re.MULTILINE)
"""A ruling as it is written here, with what follows it up to the next."""

_COMMENTS = re.compile(r"^[ \t]*#.*$", re.MULTILINE)

_HEADER = "Rulings of analysts on the letters of this folder. Written by `tracker decide`; may be edited by hand."


class Ruling(StrEnum):
    """What an analyst decides; each needs the quotes of the statements that it is about."""

    SAME = "same"
    """Two or more statements belong to one thread."""
    DIFFERENT = "different"
    """Two statements do not belong to one thread."""
    MERGE = "merge"
    """The threads of two or more statements are one."""
    SPLIT = "split"
    """The quoted statements leave their thread and form one of their own."""
    STATUS = "status"
    """The verdict on the thread of the quote; `value` is the status."""
    DEADLINE = "deadline"
    """When a commitment is due: `start` and `end`; `value` the words, and neither date: it has none."""
    REJECTED = "rejected"
    """The quote is not a commitment."""
    KIND = "kind"
    """What a commitment promises: `kind`."""
    MISSED = "missed"
    """The quote is a commitment, found or not; `kind` says which."""
    TITLE = "title"
    """The title of the thread of the quote is `value`."""
    SLIP = "slip"
    """What the letter of the quote did to the deadline: `value` "none", "extension", or "moved" (to `end`)."""
    NOTE = "note"
    """A remark on the thread of the quote is `value`."""
    REGISTERED = "registered"
    """The promise of parliament's register with the number `value` is that of the thread of the quote."""
    UNREGISTERED = "unregistered"
    """It is not."""


OF_REGISTER = frozenset({Ruling.REGISTERED, Ruling.UNREGISTERED})
"""Rulings on what is no letter: they change no statement, thread or verdict."""


class Anchor(Struct, frozen=True, forbid_unknown_fields=True):
    """A quote of a letter that a ruling is about; the hash tells whether somebody changed the quote in the file."""

    letter: str
    quote: str
    hash: str


class Decision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One ruling: what, on which quotes, by whom, when and why."""

    ruling: Ruling
    who: str
    when: dt.datetime
    why: str
    quotes: tuple[Anchor, ...]
    value: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    kind: Kind | None = None


def quote_hash(quote: str) -> str:
    """Eight hexadecimal digits that stand for a folded quote, as in the ids of statements."""
    return blake2s(one_space(quote).encode(), digest_size=4).hexdigest()


def anchor(letter: str, quote: str) -> Anchor:
    """A quote of a letter, folded and with its hash."""
    return Anchor(letter=letter, quote=one_space(quote), hash=quote_hash(quote))


def read_decisions(text: str) -> tuple[Decision, ...]:
    """The rulings of a decisions.toml in the order of the file; a text that was read before is not parsed again.

    Raises DecisionError with all faults at once, each with its place.
    """
    return msgspec.json.decode(_rows(text), type=tuple[Decision, ...])


@lru_cache(maxsize=1)
def _rows(text: str) -> str:
    """The same rulings as JSON, remembered. Raises DecisionError."""
    return remembered(str, _about(text), lambda: msgspec.json.encode(_parsed(text)).decode())


def _about(text: str) -> tuple[str, str]:
    return "decisions", digest(text)


def _parsed(text: str) -> tuple[Decision, ...]:
    if marks := [at for at, line in enumerate(text.splitlines(), start=1) if line.startswith(_CONFLICT)]:
        raise DecisionError("decisions.conflict", file=FILE_NAME, lines=", ".join(map(str, marks)))
    try:
        table = parse_toml(text)
    except ValueError as fault:
        raise DecisionError("decisions.no-toml", file=FILE_NAME, cause=fault) from None
    rows = table.pop("decision", [])
    faults = [message("decisions.unknown-key", key=key) for key in table]
    found: list[Decision] = []
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
        try:
            found.append(msgspec.convert(row, Decision))
        except msgspec.ValidationError as fault:
            faults.append(message("decisions.fault", number=number, fault=fault))
        else:
            faults += (message("decisions.fault", number=number, fault=fault) for fault in _faults(found[-1]))
    if faults:
        raise DecisionError("decisions.faults", file=FILE_NAME, faults=tuple(faults))
    return tuple(found)


def read_file(path: Path) -> tuple[Decision, ...]:
    """The rulings of the decisions.toml at `path`, none where there is none. Raises DecisionError."""
    return read_decisions(text_of_file(path))


def text_of_file(path: Path) -> str:
    """The text of the decisions.toml at `path`, "" where there is none. Raises DecisionError, with faults in it too."""
    try:
        return _read(path)
    except OSError as fault:
        raise DecisionError("decisions.unreadable", path=path, cause=fault.strerror) from None


def find(decisions: Iterable[Decision], ruling: str, words: str) -> Decision:
    """The one ruling of a kind with these words in a quote or in what it says; of several on the same quotes the last.

    Raises DecisionError: none or several have them; the message lists those of the kind.
    """
    wanted = one_space(words).casefold()
    rows = [row for row in decisions if row.ruling == ruling]
    found = [row for row in rows if any(wanted in text.casefold() for text in (row.value, *_texts(row)))]
    if len({_texts(row) for row in found}) == 1:
        return found[-1]
    known = "; ".join(f"“{row.quotes[0].quote}”" for row in (found or rows)) or message("sheet.none")
    asked = message("decisions.several" if found else "decisions.not-found", words=words, ruling=ruling, known=known)
    raise DecisionError(asked)


def _texts(decision: Decision) -> tuple[str, ...]:
    return tuple(quote.quote for quote in decision.quotes)


def record(path: Path, decision: Decision) -> None:
    """Append a ruling to the decisions.toml at `path`, keeping every comment and the order of what stands there.

    Raises DecisionError when the ruling or the file has faults, the file cannot be written, or another writer keeps
    it locked; the file is then as it was.
    """
    if faults := _faults(decision):
        raise DecisionError("decisions.not-kept", faults=tuple(faults))
    _change(path, lambda text: added(text, decision))


def withdraw(path: Path, decision: Decision) -> None:
    """Take a ruling out of the decisions.toml at `path`: the last one that is equal; all else stays as it stands.

    Raises DecisionError when it is not there, or as `record` does; the file is then as it was.
    """
    _change(path, lambda text: taken_out(text, decision))


def _change(path: Path, edit: Callable[[str], str]) -> None:
    """Replace the file by what `edit` makes of its text, while no other writer can."""
    if path.is_symlink():
        raise DecisionError("decisions.link", file=path.name)
    try:
        with locked(path.parent, LOCK_SECONDS):
            text = _read(path)
            write_over(path, edit(text))
            forget(_about(text))
    except TimeoutError:
        raise DecisionError("decisions.locked", file=path.name) from None
    except OSError as fault:
        raise DecisionError("decisions.unwritable", path=path, cause=fault.strerror) from None


def _faults(decision: Decision) -> list[Message]:
    """What keeps a ruling from being understood."""
    quotes, value = len(decision.quotes), decision.value
    needed = 2 if decision.ruling in {Ruling.SAME, Ruling.DIFFERENT, Ruling.MERGE} else 1
    checks: Iterable[tuple[bool, Message]] = (
        (not decision.who.strip(), message("decisions.no-who")),
        (decision.when.tzinfo is None, message("decisions.no-zone")),
        (quotes < needed, message("decisions.few-quotes", ruling=decision.ruling, number=needed)),
        (
            decision.ruling is Ruling.STATUS and value not in set(Status),
            message("decisions.no-status", value=repr(value)),
        ),
        (
            decision.ruling is Ruling.SLIP and value not in set(SlipVerdict),
            message("decisions.no-slip", value=repr(value)),
        ),
        (
            decision.ruling in {Ruling.TITLE, Ruling.NOTE, *OF_REGISTER} and not value.strip(),
            message("decisions.no-value", ruling=decision.ruling),
        ),
        (
            decision.ruling in {Ruling.MISSED, Ruling.KIND} and decision.kind is None,
            message("decisions.no-kind", ruling=decision.ruling),
        ),
        (_no_text(decision), message("decisions.no-text")),
        (bool(decision.start and decision.end and decision.start > decision.end), message("decisions.start-after-end")),
        (decision.start is not None and decision.end is None, message("decisions.no-end")),
    )
    return [fault for wrong, fault in checks if wrong]


def _no_text(decision: Decision) -> bool:
    """Whether a word of the ruling is no Unicode: bytes of an argument that are no UTF-8."""
    words = (
        decision.who,
        decision.why,
        decision.value,
        *_texts(decision),
        *(quote.letter for quote in decision.quotes),
    )
    return any("\ud800" <= sign <= "\udfff" for word in words for sign in word)


def _read(path: Path) -> str:
    """The file as text, "" where there is none yet; with faults it is not added to."""
    if not path.exists():
        return ""
    if path.stat().st_size > LARGEST:
        raise DecisionError("decisions.too-large", file=path.name, size=LARGEST)
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise DecisionError("decisions.not-utf8", file=path.name) from None
    _rows(text)
    return text


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
    known, new = _rows(text).removesuffix("]"), msgspec.json.encode(decision).decode()
    rows = f"{known}{',' if known != '[' else ''}{new}]"
    remembered(str, _about(changed), lambda: rows)
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
    remembered(str, _about(changed), lambda: msgspec.json.encode(rest).decode())
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
