"""Sentences that reading may have torn: they begin in the middle, do not end, or have no verb. Told, never silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from tracker.documents.layout.patterns import match, phrases
from tracker.language.pack import current
from tracker.model import Letter, Passage, PassageKind
from tracker.storage.cache import digest, remembered
from tracker.text.tokens import tokenize

_WORDS = 6
"""Shorter lines are labels and titles: they need neither verb nor end."""
_VERBLESS = 12
"""So many words in one sentence are no title."""
_BEGINS = re.compile(r"[a-zß-öø-ÿ,;)\]»]")
_SMALL_NAMES = re.compile(r"[a-z]+\b\.?[)\d]|[a-z]{1,2}[.)]|[a-z]+[A-Z]|(https?:|www\.)|\S+@|['’‘]")
"""What begins small without being torn: "a)", "iPad", an address, ’s-Gravenhage."""
_ENDS = re.compile(r"[.?!:;…]['’\"”»)\]]*$")
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


def torn_sentences(letter: Letter) -> tuple[TornSentence, ...]:
    """The paragraphs of a letter that look torn, in order."""
    about = ("torn", current().code, digest(letter))
    return remembered(tuple[TornSentence, ...], about, lambda: tuple(_torn(letter)))


def _torn(letter: Letter) -> Iterator[TornSentence]:
    running = [one for one in letter.passages if one.kind not in (PassageKind.FOOTNOTE, PassageKind.FURNITURE)]
    for before, this, after in zip([None, *running], running, [*running[1:], None], strict=False):
        if this.kind is PassageKind.PARAGRAPH and this.runs and (tear := _tear(before, this, after)):
            yield TornSentence(this, letter.text.count("\n", 0, this.runs[0].source) + 1, tear)


def _tear(before: Passage | None, this: Passage, after: Passage | None) -> Tear | None:
    """How a paragraph is torn; what a list or a heading before it leads to, or a list after it ends, is whole."""
    if match("considers", this.text) or match("enacts", this.text):
        return None
    words = this.text.split()
    led = before is not None and (before.kind is not PassageKind.PARAGRAPH or bool(_LEADS.search(before.text)))
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


def _has_verb(text: str) -> bool:
    tokens = tokenize(text)
    return any(current().is_finite(tokens, at) for at in range(len(tokens)))
