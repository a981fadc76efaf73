"""The pages of a PDF → printed lines: what stands on one baseline without a wide gap, with its place and type.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
from msgspec import Struct
from msgspec.structs import replace
from pypdfium2 import raw

from tracker.documents.formats.pdf_grid import Grid, grids_of
from tracker.documents.formats.pdf_gutters import with_gutters
from tracker.documents.formats.pdf_letters import PdfLetter, characters_of
from tracker.documents.formats.pdf_row_rules import with_columns
from tracker.documents.formats.pdf_rules import Stroke, rules_of
from tracker.documents.formats.pdf_struck import struck_in
from tracker.documents.layout.list_markers import in_formula
from tracker.documents.limits import Limits
from tracker.errors import LetterError

_WIDE = 2.2
"""A gap of so many letter sizes ends a line: what follows is another column."""
_SPACE = 0.155
"""A gap of less than this share of the letter size is none, though the library puts a space there."""
_SPACE_AFTER_CAPITAL = 0.26
"""The same after a single capital, which stands further from the next letter."""
_SPACE_AFTER_STOP = 0.11
"""The same between a stop and a word."""
_INITIAL = 1.6
"""A capital larger than the letters behind it by this factor begins their first word."""
_STOPS = ".,;:-)"
_SPACE_BEFORE_HYPHEN = 0.2
"""The same before a hyphen."""
_RAISED = 0.82
"""Letters smaller than this share of their line are raised marks."""
_LIFTED = 0.2
"""So are letters that stand higher than their line by more than this share of its size."""
_LOWERED = 0.04
"""Small letters that stand lower than their line by more than this share of its size belong to a formula (CO₂)."""
_FIGURES = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_POWER = re.compile(r"(?<!\d)10$")
_APART = 0.6
"""Baselines further apart than this share of the letter size are two lines."""
_OVERPRINT = 0.2
"""The same words within this share of the letter size of one another are printed twice to look bold."""
_HYPHENS = "\x02\ufffe"
"""What the library writes for a hyphen at the end of a line."""


class Mark(Struct, frozen=True):
    """A raised figure in a line: offset and length in its text."""

    offset: int
    length: int


class PdfLine(Struct, frozen=True):
    """A printed line; coordinates are in points from the lower left corner of the page."""

    page: int
    left: float
    right: float
    base: float
    size: float
    text: str
    stress: float
    """How much of it is in a font that is called bold (1) or italic (0.5)."""
    marks: tuple[Mark, ...] = ()
    turn: int = 0
    """Quarter turns to the left in which it is printed; its place is given as if the page were turned upright."""
    weight: int = 0
    """How heavy most of it is, as the file tells: only to be compared with other text of the same file."""
    struck: bool = False
    """Whether it is struck through."""
    reach: float = 0.0
    """How far to the right the lines of its column reach; 0 where it stands in no column beside another."""


class Sheet(Struct, frozen=True):
    """The lines of a page in the order of its content."""

    lines: tuple[PdfLine, ...]
    height: float
    """Points from the foot to the top, the page held as most of its letters stand."""
    picture: bool = False
    """Whether it has no text, but a picture."""
    grids: tuple[Grid, ...] = ()
    """Its ruled tables, from the top."""


def read_sheets(document: pdfium.PdfDocument, limits: Limits) -> Iterator[Sheet]:
    """The pages of a document.

    Raises LetterError: they hold more text than the limits allow.
    """
    total = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        total += text.count_chars()
        if total > limits.text:
            raise LetterError("letter.too-many-characters", most=limits.text)
        left, foot, right, top = page.get_cropbox()
        letters = list(characters_of(text, (left, foot, right, top)))
        rules = with_gutters(with_columns(rules_of(page, left, foot), letters), letters)
        grids = grids_of(rules)
        walls = [wall for grid in grids for wall in grid.standing]
        lines = [line for row in _split(letters, walls) for line in _lines_of(row, rules.lying, number + 1)]
        turns = Counter[int]()
        for line in lines:
            turns[line.turn] += len(line.text)
        upright = not max(turns, key=lambda turn: (turns[turn], -turn), default=0) % 2
        height, picture = top - foot if upright else right - left, not lines and _pictured(page)
        yield Sheet(tuple(_printed_once(lines)), height, picture, grids if upright else ())
        text.close()
        page.close()


def _pictured(page: pdfium.PdfPage) -> bool:
    return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None


def _printed_once(lines: list[PdfLine]) -> Iterator[PdfLine]:
    """The lines without those printed over themselves, as a shadow, to look bold, or as a second layer of text."""
    seen: dict[str, list[PdfLine]] = {}
    for line in lines:
        twins = seen.setdefault(line.text, [])
        most = _OVERPRINT * line.size
        if any(abs(one.left - line.left) < most and abs(one.base - line.base) < most for one in twins):
            continue
        twins.append(line)
        yield line


def _split(letters: Iterable[PdfLetter], walls: Sequence[Stroke] = ()) -> Iterator[list[PdfLetter]]:
    """The letters, line by line, on one side of a wall each; spaces that only narrow gaps were taken for are out."""
    line: list[PdfLetter] = []
    base = size = 0.0
    space: PdfLetter | None = None
    for letter in letters:
        if letter.made:
            space = letter
            continue
        if line and (_breaks(line[-1], letter, base, size) or (walls and _parted(line[-1], letter, space, walls))):
            yield line
            line, size, space = [], 0.0, None
        if not line and letter.char.isspace():
            continue
        if space is not None and line and _apart(line, letter):
            line.append(space)
        space = None
        if not line or letter.size > size:
            base, size = letter.base, letter.size
        line.append(letter)
    if line:
        yield line


def _apart(line: list[PdfLetter], letter: PdfLetter) -> bool:
    """Whether the gap between a line and the next letter is wide enough for a space."""
    last = line[-1]
    if len(line) == 1 and _begins_word(last, letter):
        return False
    wide = _SPACE_BEFORE_HYPHEN if letter.char == "-" else _SPACE
    if last.char in _STOPS and letter.char.isalpha():
        wide = _SPACE_AFTER_STOP
    elif last.char.isupper() and not (letter.char.islower() and len(line) > 1 and line[-2].char.isupper()):
        wide = _SPACE_AFTER_CAPITAL
    return letter.left - last.right > wide * letter.size


def _begins_word(initial: PdfLetter, letter: PdfLetter) -> bool:
    """Whether a letter goes on with the word of a large initial, which over lines of text stands apart from it."""
    return initial.size > _INITIAL * letter.size and initial.char.isupper() and letter.char.islower()


def _breaks(last: PdfLetter, letter: PdfLetter, base: float, size: float) -> bool:
    """Whether a letter begins a new line: lower, back to the left, or far to the right."""
    if letter.turn != last.turn:
        return True
    largest = max(size, letter.size)
    if abs(letter.base - base) > _APART * largest or letter.left < last.left - largest:
        return True
    return letter.left - last.right > _WIDE * largest


def _parted(last: PdfLetter, letter: PdfLetter, space: PdfLetter | None, walls: Sequence[Stroke]) -> bool:
    """Whether a wall of a table stands between two letters that are not of one word."""
    if space is None and not last.char.isspace() and letter.left - last.right < _SPACE * letter.size:
        return False
    return any(last.left + 1 < wall.at < letter.right - 1 and wall.begin <= letter.base <= wall.end for wall in walls)


def _lines_of(letters: list[PdfLetter], rules: list[Stroke], page: int) -> Iterator[PdfLine]:
    """The printed line of letters, and what of it is struck through."""
    if not any(not one.char.isspace() for one in letters):
        return
    struck = struck_in(letters, rules) if rules else []
    if not any(struck):
        yield line_of(letters, page)
        return
    for out in (False, True):
        part = [letter for letter, gone in zip(letters, struck, strict=True) if gone is out]
        if any(not one.char.isspace() for one in part):
            yield replace(line_of(part, page), struck=out)


def line_of(letters: list[PdfLetter], page: int) -> PdfLine:
    """A printed line of letters; its size and baseline are those of most of them."""
    letters = _trimmed(letters)
    sizes = Counter(round(letter.size, 1) for letter in letters if not letter.char.isspace())
    size = max(sizes, key=lambda one: (sizes[one], one))
    base = Counter(round(letter.base, 1) for letter in letters).most_common(1)[0][0]
    raised = [size > 0 and _is_raised(letter, base, size) for letter in letters]
    text = "".join("-" if letter.char in _HYPHENS else letter.char for letter in letters)
    inked = [
        letter for letter, up in zip(letters, raised, strict=True) if not up and not letter.char.isspace()
    ] or letters
    stress = sum(letter.stress for letter in inked) / len(inked)
    weight = Counter(letter.weight for letter in inked).most_common(1)[0][0]
    left, right, turn = letters[0].left, letters[-1].right, letters[0].turn
    return PdfLine(page, left, right, base, size, text, round(stress, 1), _marks(text, raised), turn, weight)


def _is_raised(letter: PdfLetter, base: float, size: float) -> bool:
    rise = letter.base - base
    return rise > _LIFTED * size or (letter.size <= _RAISED * size and rise > -_LOWERED * size)


def _trimmed(letters: list[PdfLetter]) -> list[PdfLetter]:
    begin, end = 0, len(letters)
    while letters[begin].char.isspace():
        begin += 1
    while letters[end - 1].char.isspace():
        end -= 1
    return letters[begin:end]


def _marks(text: str, raised: list[bool]) -> tuple[Mark, ...]:
    """The raised figures of a line, also right behind a figure that is not raised ("in 2027⁸"); powers of ten aside."""
    shown = "".join(char if up else "." for char, up in zip(text, raised, strict=True))
    return tuple(
        Mark(found.start(), len(found.group()))
        for found in _FIGURES.finditer(shown)
        if not in_formula(text[: found.start()], found.group()) and not _POWER.search(text[: found.start()])
    )
