"""The papers, registered promises, motions and annexes that a text names. Patterns are data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from tracker.language.pack import cached
from tracker.language.patterns import pattern_set, with_classes
from tracker.language.resources import entries, word_set
from tracker.model import Reference
from tracker.text.days import YEAR
from tracker.text.normalize import DASHES
from tracker.text.pattern_set import PatternSet

_NO_WORD = "(?!)"
_RANGE = 50
"""Papers that a citation names by the first and the last of them; more is a slip of the pen; by judgement."""
_SESSION = re.compile(rf"({YEAR})\D+\d\d(?:\d\d)?")
"""A session of parliament, by the years in which it begins and ends: "2023/24", "2023-2024"."""
_HYPHENS = str.maketrans(dict.fromkeys(DASHES, "-"))
"""Any dash as a hyphen."""
_LAST = 3
"""Figures at the end of the number of a registered promise, which a further one may be given by."""
_FIGURES = re.compile(r"\d+")
_SPACING = re.compile(r"[\s.]+")


class Citation(Struct, frozen=True):
    """A place of a text that names things, by its offsets, and what it names."""

    begin: int
    end: int
    references: tuple[Reference, ...]


def find_references(text: str) -> tuple[Reference, ...]:
    """The papers, registered promises, motions and annexes that a quote names, each once, in order."""
    found = sorted(find_citations(text), key=lambda citation: citation.begin)
    named = (reference for citation in found for reference in citation.references)
    return tuple({(reference.kind, reference.id): reference for reference in named}.values())


def find_papers(text: str) -> tuple[str, ...]:
    """The ids of the published papers that a text names: those that a source may answer for."""
    kinds = entries("details", "ids")
    return tuple(reference.id for reference in find_references(text) if reference.kind in kinds)


def find_citations(text: str) -> Iterator[Citation]:
    """The places of a text that name papers and the like, those of a kind together."""
    plain = text.translate(_HYPHENS)
    registered = word_set("details", "registered")
    known, patterns = _patterns()
    for kind, pattern in map(patterns.__getitem__, sorted(known.possible(plain))):
        if kind in registered:
            yield from _of_registered(kind, pattern.finditer(plain), text)
            continue
        for match in pattern.finditer(plain):
            yield _of_numbers(kind, match, text) if kind in entries("details", "ids") else _of_one(kind, match, text)


@cached(maxsize=1)
def _patterns() -> tuple[PatternSet, tuple[tuple[str, re.Pattern[str]], ...]]:
    """The pattern of each kind, and what tells of which of them a text may have one."""
    known = entries("details", "references")
    return pattern_set(known.values()), tuple((kind, re.compile(pattern)) for kind, pattern in known.items())


@cached(maxsize=2)
def _next_number(name: str) -> re.Pattern[str]:
    return re.compile(with_classes(entries("details", "numbers").get(name) or _NO_WORD))


def _of_one(kind: str, match: re.Match[str], text: str) -> Citation:
    """What names one thing, by the first part of it that there is."""
    begin, end = next(match.span(name) for name, part in match.groupdict().items() if part)
    named = Reference(kind, text[begin:end].strip(), text[match.start() : match.end()])
    return Citation(match.start(), match.end(), (named,))


def _of_registered(kind: str, matches: Iterable[re.Match[str]], text: str) -> Iterator[Citation]:
    """What names registered promises: each number with those that go on from it by their last figures."""
    end = 0
    for match in matches:
        if match.start() < end:
            continue
        ids, end = _registered_numbers(match, text)
        said = text[match.start() : end]
        yield Citation(match.start(), end, tuple(Reference(kind, one, said) for one in ids))


def _registered_numbers(match: re.Match[str], text: str) -> tuple[tuple[str, ...], int]:
    """The numbers of a citation from its first on, with those between the ends of a range, and where they end."""
    begin, end = match.span("number")
    front, last = text[begin : end - _LAST], match.string[end - _LAST : end]
    numbers = [text[begin:end]]
    while found := _next_number("further_registered").match(match.string, end):
        through = found["through"] or ""
        if found["front"] and not (any(map(str.isalpha, through)) and _is_one_front(found["front"], front)):
            break
        between = range(int(last) + 1, int(found["number"])) if through else range(0)
        numbers += [f"{front}{number:0{_LAST}}" for number in between if len(between) < _RANGE]
        last, end = found["number"], found.end()
        numbers.append(front + last)
    return tuple(dict.fromkeys(numbers)), end


def _is_one_front(one: str, other: str) -> bool:
    """Whether two numbers begin alike, however they are spelled."""
    return _FIGURES.findall(one) == _FIGURES.findall(other)


def _of_numbers(kind: str, match: re.Match[str], text: str) -> Citation:
    """What names papers by an id of their own: those of all the numbers that it gives."""
    *names, last = entries("details", "ids")[kind]
    parts = match.groupdict("")
    front = [_in_id(part) for name in names if (part := parts.get(name, name))]
    numbers, end = _numbers(match, last)
    said = text[match.start() : end]
    named = tuple(Reference(kind, "-".join((*front, number)), said) for number in numbers)
    return Citation(match.start(), end, named)


def _in_id(part: str) -> str:
    """A part of a citation as ids have it: without spaces and dots, a session by its years in full."""
    session = _SESSION.fullmatch(part)
    return f"{session[1]}{int(session[1]) + 1}" if session else _SPACING.sub("", part)


def _numbers(match: re.Match[str], part: str) -> tuple[tuple[str, ...], int]:
    """The numbers of a citation from its first on, with those between the ends of a range, and where they end.

    Of a range that is too long, the ends alone.
    """
    numbers, end, parts = [_in_id(match[part])], match.end(), match.groupdict()
    pattern = _next_number("further" if parts.get("several") or parts.get("joined") else "further_of_one")
    while "several" in parts and (found := pattern.match(match.string, end)):
        first, last = numbers[-1], found["number"]
        if found["through"] and first.isdecimal() and 0 < int(last) - int(first) < _RANGE:
            numbers += map(str, range(int(first) + 1, int(last)))
        numbers.append(last)
        end = found.end()
    return tuple(dict.fromkeys(numbers)), end
