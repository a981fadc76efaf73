"""Text → sentences, as offsets. The language finds the boundaries; its list of abbreviations takes some away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.language.pack import cached, current
from tracker.language.patterns import NOTHING
from tracker.language.resources import month_abbreviations, read_table, word_list

_CONTINUES = re.compile(r"^[\s(«“\"]*(?:[)\]»”][.,;]?\s*)*[a-zà-ÿ]")
"""A piece that is no sentence of its own: it starts small, be it behind a bracket that closes ("nr. 2).) kan niet")."""


_POINT = re.compile(r"(?<!\S)\d{1,2}(?:\.\d{1,2}){1,3}:\s+(?=[^\W\d_])")
"""The number of a point in an outline with a colon: "5.1: "."""


@cached(maxsize=2)
def _at_end(kind: str) -> re.Pattern[str]:
    """One of the abbreviations of a list at the end of a text."""
    return re.compile(rf"(?<!\w)(?:{_short_words(kind)})\s*$", re.IGNORECASE)


def _short_words(kind: str) -> str:
    """The abbreviations of a list, those of the months too, as a pattern."""
    months = (name for name in month_abbreviations() if name.endswith("."))
    words = sorted({*word_list("abbreviations", kind), *months}, key=len, reverse=True)
    return "|".join(map(re.escape, words)) or NOTHING


_STUCK_END = re.compile(
    r"(?:[^\W\d_]{3}[.!?][»”\"’')]?(?:\d{1,3}|[¹²³⁰⁴-⁹]+)\s*(?=[«“\"‘(]?[A-ZÀ-Þ][^\W\d_])"
    r"|[a-zß-ÿ]{4}[.!?](?=[A-ZÀ-Þ][a-zß-ÿ]+\s))"
)
"""The end of a sentence with the mark of a note stuck to it, as in copied text ("acties.2 In"), or without a space."""
LONGEST = 2_000
"""Signs of a sentence; what is longer is cut at a mark or a space, since analysis takes the square of it."""
_TAIL = 80
"""Signs at the end of a sentence in which an abbreviation stands."""


def _joins(left: str, right: str) -> bool:
    """Whether a boundary is none: after an abbreviation, or where the next piece starts small."""
    if _at_end("abbreviations").search(left):
        return True
    if _at_end("may_end").search(left) and re.match(read_table("abbreviations").get("goes_on", NOTHING), right):
        return True
    return bool(_CONTINUES.match(right)) and not left.rstrip().endswith(("?", "!"))


def _sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences as the language and its abbreviations have them, with the white space around them."""
    bounds: list[tuple[int, int]] = []
    at = 0
    for piece in current().segment(text):
        begin = text.find(piece, at)
        begin = at if begin < 0 else begin
        at = begin + len(piece)
        if bounds and _joins(text[max(bounds[-1][0], bounds[-1][1] - _TAIL) : bounds[-1][1]], text[begin:at]):
            bounds[-1] = (bounds[-1][0], at)
        else:
            bounds.append((begin, at))
    return bounds


def holds_too_long(text: str) -> bool:
    """Whether a sentence of a passage is longer than what is analysed as one."""
    return len(text) > LONGEST and any(end - begin > LONGEST for begin, end in _sentences(text))


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets (begin, end) of the sentences of a passage, without white space around them; they hold every word.

    None is longer than LONGEST.
    """
    ended = (piece for begin, end in _sentences(text) for piece in _at_stuck_ends(text, begin, end))
    parted = (part for begin, end in ended for part in _at_abbreviations(text, begin, end))
    points = (point for begin, end in parted for point in _points(text, begin, end))
    short = (piece for begin, end in points for piece in _cut(text, begin, end))
    return tuple(trimmed for begin, end in short if (trimmed := _trim(text, begin, end))[0] < trimmed[1])


def _at_stuck_ends(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece that runs on behind a mark or the next sentence in those that it is; after an abbreviation it is one."""
    for found in _STUCK_END.finditer(text, begin, end):
        stop = max(found[0].rfind(sign) for sign in ".!?")
        if not _at_end("abbreviations").search(text[max(begin, found.start() - _TAIL) : found.start() + stop + 1]):
            yield begin, found.end()
            begin = found.end()
    yield begin, end


@cached(maxsize=1)
def _new_sentence() -> re.Pattern[str]:
    """An abbreviation that may end a sentence, the space after it, and a word by which only a new one begins."""
    begins = read_table("abbreviations").get("begins", NOTHING)
    return re.compile(rf"(?<!\w)(?i:{_short_words('may_end')})\s+(?={begins})")


def _at_abbreviations(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that goes on after an abbreviation as a new one would ("… in het vo. De scholen …") in those parts."""
    places = [found.end() for found in _new_sentence().finditer(text, begin, end)]
    yield from zip([begin, *places], [*places, end], strict=True)


def _points(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that runs from one numbered point to the next ("5.1: … 5.2: …") in those points."""
    places = [found.start() for found in _POINT.finditer(text, begin, end)]
    if not places or text[begin : places[0]].strip():
        places = [begin]
    yield from zip([begin, *places[1:]], [*places[1:], end], strict=True)


def _cut(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces that can be analysed: cut after the last mark, else the last space, in their second half."""
    while end - begin > LONGEST:
        half = begin + LONGEST // 2
        places = (text.rfind(sign, half, begin + LONGEST) for sign in (";", ",", " "))
        at = next((place + 1 for place in places if place >= 0), begin + LONGEST)
        yield begin, at
        begin = at
    yield begin, end


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    return begin, end
