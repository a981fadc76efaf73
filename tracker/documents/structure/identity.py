"""Which paper this is: dossier and number, or the code of a paper that is in no dossier."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from tracker.documents.layout.blocks import Printed
from tracker.documents.layout.patterns import ShapeName, find, match

_ENOUGH = 3
"""So many references must agree on a dossier before it is taken for the letter's own."""
_OPENING = 15
"""So many lines from the top a paper says what it is."""
_FIRST = 1
"""So many lines at the top of a page without a head may be what the head of each is."""
_HEAD = 120
"""A longer line is running text."""
_BARS = re.compile(r"\s*[|;]\s*")
_LETTERS = re.compile(r"[A-Z]{1,2}")
_BASE = re.compile(r"(\d{2})[ .]?(\d{3})(?!\d)[\s-]*\(?([IVXLC]+[A-E]?|[A-Z]|\d{1,4})?\)?")


class Identity(Struct, frozen=True):
    """What is printed; None where the letter is silent; `guessed`: the dossier comes from references."""

    dossier: str | None = None
    number: str | None = None
    code: str | None = None
    """What names a paper without a dossier: "ah-tk-20232024-2313"."""
    guessed: bool = False


def read_identity(top: Sequence[str], heads: Sequence[str], lines: Sequence[str], printed: Printed) -> Identity:
    """The identity of a letter: from its metadata, masthead, running heads, its code in the margin, its references."""
    around = [*heads, *top, *lines[:_OPENING]]
    running = next((found for text in [*heads, *lines[:_FIRST]] if (found := match("running_head", text))), None)
    coded = next((found for text in around if (found := match("paper_code", text))), None)
    both = next((found for text in top if (found := match("dossier_and_number", text))), None)
    code = printed.code or (coded["code"].casefold() if coded and coded["code"] else None) or _appendix(around)
    dossier = (
        printed.dossier
        or (both and both["dossier"])
        or _first_group("dossier_head", top, "dossier")
        or _first_group("dossier_alone", top, "dossier")
        or (running and running["dossier"])
        or (coded and coded["dossier"])
    )
    number = (
        printed.number
        or (both and both["number"])
        or _first_group("paper_number", [*top, *_lettered(top)], "number")
        or (running and running["number"])
        or (coded and coded["number"])
        or (code and code.rpartition("-")[2])
        or _first_group("council_number", list(_fields(around)), "number")
        or (None if dossier else _own_reference(around))
    )
    referred = None if dossier or code else _referred_dossier(lines)
    own = fullest(dossier) if dossier else referred
    return Identity(own, number or None, None if dossier else code, referred is not None)


def stated_code(identifier: str) -> str | None:
    """The code of a paper that is in no dossier, where the identifier in its metadata is one."""
    found = match("paper_code", identifier)
    return found["code"] if found else None


def fullest(*dossiers: str) -> str | None:
    """The first dossier as papers spell it ("36 600 XXIII"), with the longest suffix that the others give it."""
    found = [one for text in dossiers if (one := _BASE.match(text.strip()))]
    if not found:
        return dossiers[0] if dossiers else None
    base = found[0].group(1, 2)
    suffix = max((one.group(3) or "" for one in found if one.group(1, 2) == base), key=len)
    return f"{base[0]} {base[1]}{('-' if suffix.isdigit() else ' ') if suffix else ''}{suffix}"


def _first_group(pattern: ShapeName, lines: Sequence[str], group: str) -> str | None:
    return next((found[group] for text in lines if (found := match(pattern, text))), None)


def _lettered(lines: Sequence[str]) -> Iterator[str]:
    """Each letter that stands alone, as the Senate numbers papers, with the line below it, which says what it is."""
    return (f"{letter} {kind}" for letter, kind in pairwise(lines) if _LETTERS.fullmatch(letter.strip()))


def _own_reference(lines: Sequence[str]) -> str | None:
    """What a paper that is none of the States General calls itself ("Ons kenmerk: 2031-0123")."""
    if any(match("of_the_state", text) for text in lines):
        return None
    return _first_group("own_reference", [text for text in _fields(lines) if len(text) <= _HEAD], "number")


def _fields(lines: Sequence[str]) -> Iterator[str]:
    """Each line, what bars part it into, and each label that stands alone with its value."""
    yield from lines
    yield from (part for text in lines for part in _BARS.split(text) if part != text)
    yield from _labelled(lines)


def _labelled(lines: Sequence[str]) -> Iterator[str]:
    """Each label that stands alone, with the line below it."""
    return (f"{label} {value}" for label, value in pairwise(lines) if not any(char.isdigit() for char in label))


def _appendix(lines: Sequence[str]) -> str | None:
    """The code of answers that are printed in the appendix of the proceedings: house, session, number."""
    if not any(match("appendix", text) for text in lines):
        return None
    session = next((found["session"] for text in lines if (found := match("session", text))), None)
    number = next((text for text in lines if re.fullmatch(r"\d{2,4}", text)), None)
    if session is None or number is None:
        return None
    begin = session[:4]
    return f"ah-tk-{begin}{int(begin) + 1}-{number}"


def _referred_dossier(lines: Sequence[str]) -> str | None:
    """The dossier that a letter without a masthead refers to most."""
    counts = Counter(found["dossier"].replace(" ", "") for line in lines for found in find("dossier_reference", line))
    if not counts:
        return None
    dossier, count = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    others = sum(counts.values()) - count
    return f"{dossier[:2]} {dossier[2:]}" if count >= _ENOUGH and count * 2 > others else None
