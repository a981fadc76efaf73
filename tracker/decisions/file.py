"""decisions.toml on disk: read, and written whole or not at all, locked while it changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from tracker.decisions.ruling import OF_REGISTER, Anchor, Decision, faults_of, texts_of
from tracker.decisions.toml_text import added, number_in, read_decisions, taken_out
from tracker.errors import DecisionError
from tracker.extraction.register_numbers import in_one_spelling
from tracker.i18n.message import MOST, first_of, message
from tracker.storage.atomic import write_over
from tracker.storage.lock import locked
from tracker.text.normalize import one_space
from tracker.text.system_fault import system_fault

LARGEST = 16_000_000
"""Bytes; a longer file is no list of rulings: 10,000 on two quotes of 320 signs take 9 million."""
LOCK_SECONDS = 30.0
"""How long a writer waits for another one."""


def read_rulings(path: Path) -> tuple[Decision, ...]:
    """The rulings of the decisions.toml at `path`, none where there is none. Raises DecisionError."""
    return read_decisions(text_of_file(path))


def text_of_file(path: Path) -> str:
    """The text of the decisions.toml at `path`, "" where there is none. Raises DecisionError, with faults in it too."""
    try:
        return _read(path)
    except OSError as fault:
        raise DecisionError("decisions.unreadable", path=path, cause=system_fault(fault)) from None


def find_ruling(
    decisions: Iterable[Decision], ruling: str, words: str, meant: Callable[[], Collection[Anchor]] = tuple
) -> Decision:
    """The one ruling of a kind with these words in a quote or in what it says; of several on the same quotes the last.

    Where none has them, one on the quotes that they mean, which are asked for then only. Raises DecisionError: none or
    several are found; the message lists those of the kind.
    """
    wanted = one_space(words).casefold()
    rows = [row for row in decisions if row.ruling == ruling]
    found = [row for row in rows if any(wanted in text.casefold() for text in (row.value, *texts_of(row)))]
    if rows and not found and ruling in OF_REGISTER:
        found = [row for row in rows if in_one_spelling(row.value) == in_one_spelling(words)]
    if rows and not found:
        quotes = frozenset(meant())
        found = [row for row in rows if not quotes.isdisjoint(row.quotes)]
    if len({texts_of(row) for row in found}) == 1:
        return found[-1]
    known = first_of(dict.fromkeys(f"“{row.quotes[0].quote}”" for row in (found or rows)), MOST) or message(
        "sheet.none"
    )
    asked = message("decisions.several" if found else "decisions.not-found", words=words, ruling=ruling, known=known)
    raise DecisionError(asked)


def record(path: Path, decision: Decision) -> None:
    """Append a ruling to the decisions.toml at `path`, keeping every comment and the order of what stands there.

    Raises DecisionError when the ruling or the file has faults, the file cannot be written, or another writer keeps
    it locked; the file is then as it was.
    """
    if faults := faults_of(decision):
        raise DecisionError("decisions.not-kept", faults=tuple(faults))
    _change(path, lambda text: added(text, decision))


def withdraw_ruling(path: Path, decision: Decision) -> None:
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
            write_over(path, _bounded(edit(text), text, path.name))
    except TimeoutError:
        raise DecisionError("decisions.locked", file=path.name) from None
    except OSError as fault:
        raise DecisionError("decisions.unwritable", path=path, cause=system_fault(fault)) from None


def _bounded(text: str, before: str, name: str) -> bytes:
    """The bytes of a text that can be read again, or is at least shorter than before. Raises DecisionError."""
    data = text.encode()
    if len(data) > LARGEST and len(text) > len(before):
        raise DecisionError("decisions.full", file=name, size=LARGEST)
    return data


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
    number_in(text)
    return text
