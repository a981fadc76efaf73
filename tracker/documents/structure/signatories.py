"""Who speaks in a letter: the names below it with their offices, or who answers where questions are printed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tracker.documents.layout.patterns import find, match
from tracker.documents.layout.signed_names import is_name, name_and_office
from tracker.documents.structure.candidates import HeadingCandidate
from tracker.documents.structure.offices import one_spelling

_OFFICE = 4
"""So many lines below closing words a name may stand."""


class Signed(Struct, frozen=True):
    """The names, and the office that each is printed with, "" where none is."""

    names: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


def find_signatures(candidates: Sequence[HeadingCandidate], top: int) -> list[int]:
    """The positions, from `top` on, of closing words, of offices beside a name, and of those names."""
    found: list[int] = []
    for at in range(top, len(candidates)):
        this = candidates[at]
        if not this.open or not this.short:
            continue
        after = candidates[at + 1] if at + 1 < len(candidates) else None
        if match("closing", this.text):
            found += range(at, _last_name(candidates, at) + 1)
        elif _office_and_name(this.text) or (match("signing_body", this.text) and not (after and _decides(after))):
            found.append(at)
        elif after is not None and _stand_together(this, after):
            found += [at, at + 1]
        elif found and found[-1] == at - 1 and _is_name(this):
            found.append(at)
    return sorted(set(found))


def signed_by(lines: Sequence[str], stated: Sequence[str] = ()) -> Signed:
    """Who signed, from the lines of the signature, each with the office above or right below; or the names `stated`."""
    parts = [part for line in lines for part in _office_and_name(line) or name_and_office(line) or (line,)]
    behind = {name: office for line in lines for office, name in [name_and_office(line) or ("", "")] if name}
    names = tuple(stated) or tuple(part for part in parts if match("person", part) and not match("function", part))
    held: dict[str, str] = {}
    office, last = "", ""
    for line in parts:
        if line in names:
            held[line], office, last = behind.get(line, office), "", line
        elif match("function", line):
            office = one_spelling(line.rstrip(" ,"))
        elif last and not held[last] and match("office", line):
            held[last] = one_spelling(line.rstrip(" ,"))
    return Signed(names, tuple(held.get(name, "") for name in names))


def _office_and_name(line: str) -> tuple[str, str] | None:
    """The two halves of a line that is an office with the name of who holds it, as the official site prints them."""
    office, comma, name = line.rpartition(", ")
    return (office, name) if comma and match("person", name) and match("function", office) else None


def answered_by(lines: Sequence[str]) -> Signed:
    """Who answers questions that are printed with their answers, as the line above the first of them says."""
    line = next((line for line in lines if match("answering", line)), "")
    found = [(one["name"], one_spelling(f"{one['office']} {one['of']}")) for one in find("answerer", line)]
    return Signed(tuple(name for name, _ in found), tuple(office for _, office in found))


def _stand_together(this: HeadingCandidate, after: HeadingCandidate) -> bool:
    """Whether two lines are an office with its name below it, or above it."""
    if match("function", this.text):
        return _is_name(after)
    return _is_name(this) and after.open and after.short and bool(match("office", after.text))


def _decides(this: HeadingCandidate) -> bool:
    """Whether a line goes on with a decision of the body above it."""
    return bool(match("considers", this.text) or match("enacts", this.text))


def _last_name(candidates: Sequence[HeadingCandidate], closing: int) -> int:
    """The position of the name below closing words, an office between them perhaps; that of the words where none is."""
    below = range(closing + 1, min(closing + 1 + _OFFICE, len(candidates)))
    return next((at for at in below if _is_name(candidates[at])), closing)


def _is_name(this: HeadingCandidate) -> bool:
    """Whether a line is the name of a person, perhaps with the office behind it."""
    return this.open and is_name(this.text)
