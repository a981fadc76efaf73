"""Written consultations: what the parties ask is quoted, what the government answers is not, whichever way they stand.

The parties speak in one part and the government in the next; or each question has its answer below it, under a label or
without one; or a paragraph tells again what a party asks, before the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from tracker.documents.layout.patterns import find, match
from tracker.documents.structure.candidates import STRESSED, HeadingCandidate
from tracker.model import PassageKind

_SPOKEN = (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM)
_ASKED = (*_SPOKEN, PassageKind.TABLE_CELL)
_ENDS = ".?!:"
_ANSWERED = 2
"""Where in so many paragraphs of the parties' part the author speaks of himself, the answers stand there too."""


def quote_parties(decided: Sequence[HeadingCandidate]) -> list[HeadingCandidate]:
    """The blocks, with what the parties say quoted."""
    parts = _parts(decided)
    quoted = {at for at, this in enumerate(decided) if this.block.kind in _SPOKEN and _asks_only(this.text)}
    quoted |= {at for at, this in enumerate(decided) if this.block.kind in _ASKED and _asks_author(this)}
    quoted |= set(_stressed(decided))
    for number, group in groupby(range(len(decided)), key=lambda at: parts[at]):
        part = list(group)
        if number and not _answered([decided[at] for at in part]):
            quoted |= set(_but_labelled(part, decided))
    return [
        HeadingCandidate(replace(this.block, kind=PassageKind.QUOTE), this.mended) if at in quoted else this
        for at, this in enumerate(decided)
    ]


def _parts(decided: Sequence[HeadingCandidate]) -> list[int]:
    """For each block which of the parts of the parties it stands in, counted from 1; 0 in none."""
    parts: list[int] = []
    part, inside = 0, False
    for this in decided:
        if this.block.kind is PassageKind.HEADING:
            begins = match("parties_part", this.text) is not None
            part += begins
            inside = begins or (inside and not match("answers_part", this.text))
        parts.append(part if inside else 0)
    return parts


def _answered(part: Sequence[HeadingCandidate]) -> bool:
    """Whether the answers stand among the questions, without a label."""
    return sum(this.block.kind in _SPOKEN and _speaks(this.text) for this in part) >= _ANSWERED


def _but_labelled(part: Sequence[int], decided: Sequence[HeadingCandidate]) -> list[int]:
    """The paragraphs and items of a part, but those below the label of an answer until a party or heading follows."""
    found: list[int] = []
    answering = False
    for at in part:
        this = decided[at]
        if this.block.kind is PassageKind.HEADING or match("party_asks", this.text):
            answering = False
        elif match("answer_label", this.text):
            answering = True
        if this.block.kind in _SPOKEN and not answering:
            found.append(at)
    return found


def _asks_only(text: str) -> bool:
    """Whether a paragraph begins and ends with what a party asks or says, and its author says nothing in it."""
    from tracker.language.sentences import split_sentences

    if not match("party_asks", text):
        return False
    begin, end = split_sentences(text)[-1]
    last = text[begin:end]
    return bool(match("party_asks", last) or last.endswith("?")) and not _speaks(text)


def _asks_author(this: HeadingCandidate) -> bool:
    """Whether a text ends with a question to its author, or with any where it is a numbered point, and is not his."""
    if not this.text.endswith("?") or _speaks(this.text):
        return False
    numbered = this.block.kind is PassageKind.LIST_ITEM and (this.block.mark or "").strip("().").isdigit()
    return numbered or (_addresses(this.text) and not any(find("authors_speak", this.text)))


def _addresses(text: str) -> bool:
    """Whether the last sentence of a text asks its author."""
    from tracker.language.sentences import split_sentences

    begin, end = split_sentences(text)[-1]
    return any(find("addresses_author", text[begin:end]))


def _stressed(decided: Sequence[HeadingCandidate]) -> Iterator[int]:
    """What stands in bold or italic right above a question to the author in the same type, the answer plain below."""
    for stressed, group in groupby(range(len(decided)), key=lambda at: decided[at].block.emphasis > STRESSED):
        run = list(group)
        below = decided[run[-1] + 1].block.kind if run[-1] + 1 < len(decided) else None
        asked = [at for at in run if decided[at].text.endswith("?") and _addresses(decided[at].text)]
        if stressed and asked and asked[-1] == run[-1] and below in _SPOKEN:
            yield from (at for at in run if decided[at].block.kind in _SPOKEN and decided[at].text[-1] in _ENDS)


def _speaks(text: str) -> bool:
    """Whether the author of a paragraph speaks of himself."""
    return any(find("author_speaks", text))
