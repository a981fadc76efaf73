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
_LAST_FIGURES = re.compile(r"(\d+)$")
_NEAR = 60
"""Characters before a number in which what it is a code of stands; by judgement, longer than words are."""
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


@cached(maxsize=8)
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
        begin = match.start("number")
        if begin < end or _is_other_code(match):
            continue
        ids, end = _whole_numbers(match, text) if match["whole"] else _registered_numbers(match, text)
        said = text[begin:end]
        yield Citation(begin, end, tuple(Reference(kind, one, said) for one in ids))


def _is_other_code(match: re.Match[str]) -> bool:
    """Whether what has the form of a number of the upper house, and no word for promises before it, is another code."""
    called = match["called"] or not match["whole"]
    return not called and any(_says_before(one, match.string, match.start()) for one in ("other_thing", "other_code"))


def is_of_other_thing(text: str, begin: int) -> bool:
    """Whether what stands before the form of a number of a promise has it for a code ("pumping station T01234")."""
    return _says_before("other_thing", text, begin)


def _says_before(name: str, text: str, begin: int) -> bool:
    return _next_number(name).search(text, max(0, begin - _NEAR), begin) is not None


def _whole_numbers(match: re.Match[str], text: str) -> tuple[tuple[str, ...], int]:
    """The numbers of a citation that gives each in full, in one form, and where they end."""
    begin, end = match.span("number")
    numbers = [text[begin:end]]
    while found := _next_number("further_whole").match(match.string, end):
        number = text[found.start("number") : found.end("number")]
        if _FIGURES.sub("", number) != _FIGURES.sub("", numbers[0]):
            break
        numbers += _between(numbers[-1], number) if found["through"] else ()
        numbers.append(number)
        end = found.end()
    return tuple(dict.fromkeys(numbers)), end


def _between(first: str, last: str) -> Iterator[str]:
    """The numbers between the ends of a range whose last figures alone differ."""
    one, other = _LAST_FIGURES.split(first), _LAST_FIGURES.split(last)
    if one[0] == other[0] and len(one[1]) == len(other[1]) and int(other[1]) - int(one[1]) < _RANGE:
        for number in range(int(one[1]) + 1, int(other[1])):
            yield f"{one[0]}{number:0{len(one[1])}}"


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
