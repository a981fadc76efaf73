"""Sentences that reading may have torn: they begin in the middle, do not end, or have no verb. Told, never silent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from tracker.documents.layout.patterns import match, phrases
from tracker.language.pack import current
from tracker.model import Letter, Passage, PassageKind
from tracker.storage.cache import digest, remembered
from tracker.text.tokens import tokenize

_WORDS = 6
"""Shorter lines are labels and titles: they need neither verb nor end."""
_FEW = 3
"""A cell or an item of so many words may break off."""
_VERBLESS = 12
"""So many words in one sentence are no title."""
_BEGINS = re.compile(r"[a-zß-öø-ÿ,;)\]»]")
_SMALL_NAMES = re.compile(r"[a-z]+\b\.?[)\d]|[a-z]{1,2}[.)]|[a-z]+[A-Z]|(https?:|www\.)|\S+@|['’‘]")
"""What begins small without being torn: "a)", "iPad", an address, ’s-Gravenhage."""
_ENDS = re.compile(r"[.?!:;…]['’\"”»)\]]*$")
_MOST = 0.5
"""Where so many cells begin or end as sentences do, the others are torn: by judgement, not measured."""
_PARTS = (PassageKind.TABLE_CELL, PassageKind.LIST_ITEM)
_LEADS = re.compile(r"[:;,]$")


class Tear(StrEnum):
    """Why a passage looks torn."""

    BEGIN = "begin"
    END = "end"
    VERB = "verb"


class TornSentence(Struct, frozen=True):
    """A passage that looks torn, and where it stands."""

    passage: Passage
    line: int
    tear: Tear


class _Style(NamedTuple):
    """Whether most cells of a letter begin with a capital, and end with a stop."""

    capital: bool
    stop: bool


def torn_sentences(letter: Letter) -> tuple[TornSentence, ...]:
    """The paragraphs, cells and items of a letter that look torn, in order."""
    about = ("torn", current().code, digest(letter))
    return remembered(tuple[TornSentence, ...], about, lambda: tuple(_torn(letter)))


def _torn(letter: Letter) -> Iterator[TornSentence]:
    running = [one for one in letter.passages if one.kind not in (PassageKind.FOOTNOTE, PassageKind.FURNITURE)]
    style = _style(running)
    for before, this, after in zip([None, *running], running, [*running[1:], None], strict=False):
        tear = _tear_in(style, this) if this.kind in _PARTS else None
        if this.kind is PassageKind.PARAGRAPH:
            tear = _tear(before, this, after)
        if this.runs and tear:
            yield TornSentence(this, letter.text.count("\n", 0, this.runs[0].source) + 1, tear)


def _tear(before: Passage | None, this: Passage, after: Passage | None) -> Tear | None:
    """How a paragraph is torn; what a list or a heading before it leads to, or a list after it ends, is whole."""
    if match("considers", this.text) or match("enacts", this.text):
        return None
    words = this.text.split()
    led = before is not None and (_leads(before) or bool(_LEADS.search(before.text)))
    if _BEGINS.match(this.text) and not led and not _SMALL_NAMES.match(this.text):
        return Tear.BEGIN
    if len(words) < _WORDS:
        return None
    goes_on = after is not None and after.kind in (PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.QUOTE)
    last = words[-1].casefold()
    if not _ENDS.search(this.text) and not goes_on and (len(words) >= _VERBLESS or last in phrases().unfinished):
        return Tear.END
    if len(words) >= _VERBLESS and not _has_verb(this.text):
        return Tear.VERB
    return None


def _leads(before: Passage) -> bool:
    """Whether a passage may lead to a sentence that begins small: no whole cell, and no item that breaks off."""
    if before.kind is PassageKind.TABLE_CELL:
        return len(before.text.split()) < _WORDS
    return before.kind is not PassageKind.PARAGRAPH and not (
        before.kind is PassageKind.LIST_ITEM and _breaks_off(before.text)
    )


def _breaks_off(text: str) -> bool:
    """Whether a text ends in a word that no sentence ends in; a verb may end one without its stop."""
    if _ENDS.search(text) or text.rsplit(maxsplit=1)[-1].casefold() not in phrases().unfinished:
        return False
    tokens = tokenize(text)
    return not current().is_finite(tokens, len(tokens) - 1)


def _style(running: Sequence[Passage]) -> _Style:
    """How most of the cells that are no labels begin and end."""
    cells = [one for one in running if one.kind is PassageKind.TABLE_CELL and len(one.text.split()) >= _WORDS]
    begin = sum(_BEGINS.match(one.text) is None for one in cells)
    end = sum(_ENDS.search(one.text) is not None for one in cells)
    return _Style(begin >= _MOST * len(cells), end >= _MOST * len(cells))


def _tear_in(style: _Style, this: Passage) -> Tear | None:
    """How a cell or an item is torn: it breaks off, or as a cell begins or ends unlike most; items do as they like."""
    words = len(this.text.split())
    cell = words >= _WORDS and this.kind is PassageKind.TABLE_CELL
    small = _BEGINS.match(this.text) and not (_SMALL_NAMES.match(this.text) or _LEADS.search(this.text))
    if cell and style.capital and small:
        return Tear.BEGIN
    joins = this.text.rsplit(maxsplit=1)[-1].casefold() in phrases().suspending
    if (cell and style.stop and not _ENDS.search(this.text)) or (
        words >= _FEW and _breaks_off(this.text) and not joins
    ):
        return Tear.END
    return None


def _has_verb(text: str) -> bool:
    tokens = tokenize(text)
    return any(current().is_finite(tokens, at) for at in range(len(tokens)))
