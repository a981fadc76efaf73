"""The ends of a letter: the masthead above its text and the signatures below, told from running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tracker.documents.layout.patterns import ShapeName, match
from tracker.documents.structure.candidates import HeadingCandidate
from tracker.documents.structure.date_line import bare_date, find_date_line
from tracker.documents.structure.signatories import find_signatures
from tracker.model import PassageKind

_MASTHEAD: tuple[ShapeName, ...] = (
    "dossier_head",
    "paper_number",
    "paper_kind",
    "addressee",
    "subject",
    "salutation",
    "letterhead",
    "council_number",
)
_ANCHORS: tuple[ShapeName, ...] = ("addressee", "salutation")
"""What ends a masthead; without one of these or a dated line a letter has none."""
_REACH = 40
"""How many blocks from the top a masthead may last."""
_WORDS = 5
"""A sentence has at least so many words."""
_PROSE = 9
"""A sentence of running text has at least so many words: a shorter one may be a letterhead's. Judged, not measured."""
_LONGEST = 200
"""A longer block is a paragraph of the letter."""
_VALUE = 80
"""Characters of the value of a label, at most: by judgement; not measured."""
_LONGEST_SUBJECT = 400
"""Characters of the line that names what a letter is about, at most: by judgement; not measured."""
_SENTENCES = re.compile(r"[a-z]{3}[.?!]( [A-Z]|$)")


def mark_ends(candidates: Sequence[HeadingCandidate]) -> list[HeadingCandidate]:
    """The blocks, those of masthead and signatures marked as such."""
    top = _masthead_end(candidates)
    marked = [_as(_freed(this), PassageKind.MASTHEAD) if at < top else this for at, this in enumerate(candidates)]
    for at in find_signatures(marked, top):
        marked[at] = _as(marked[at], PassageKind.SIGNATURE)
    return marked


def _freed(this: HeadingCandidate) -> HeadingCandidate:
    """An item of a list that is no sentence, above the end of a masthead, as a line: an agenda, a menu, the annexes."""
    item = this.block.kind is PassageKind.LIST_ITEM and this.block.place is None and not _is_sentence(this.text)
    return HeadingCandidate(replace(this.block, kind=None), this.mended) if item else this


def _as(this: HeadingCandidate, kind: PassageKind) -> HeadingCandidate:
    return this if this.block.kind is not None else HeadingCandidate(replace(this.block, kind=kind), this.mended)


def _masthead_end(candidates: Sequence[HeadingCandidate]) -> int:
    """How many blocks at the top are masthead: down to its last line, which never stands below text or a salutation.

    A sentence may stand within the masthead only where an addressee or salutation follows it. Questions of members that
    are printed with their answers have nothing but a masthead above the first of them.
    """
    asked = _first_question(candidates)
    if any(match("questions_head", this.text) for this in candidates[:asked]):
        return asked
    end, anchored, text, prose = 0, False, False, False
    for at, this in enumerate(candidates[:_REACH]):
        if this.block.kind is not None:
            continue
        long = len(this.text) > _LONGEST and not (_valued(candidates, at) or _names_matter(this.text))
        if match("enacts", this.text) or long:
            break
        dated = not prose and (find_date_line([], [this.text]) is not None or _is_date_below_label(candidates, at))
        anchor = any(match(name, this.text) for name in _ANCHORS)
        if anchor or (not text and (dated or any(match(name, this.text) for name in _MASTHEAD))):
            end = at + 1 + _is_subject_label(candidates, at)
            anchored = anchored or dated or anchor
        elif not text and _is_page_label(this):
            end = at + 1 + _is_value(candidates, at + 1)
        else:
            text = text or (anchored and _is_sentence(this.text))
            prose = prose or (not anchored and _is_prose(this.text))
        if match("salutation", this.text):
            break
    return end if anchored else 0


def _names_matter(text: str) -> bool:
    """Whether a long block is what the letter is about, after its label or the number of its dossier, and no sentences.

    The dossier of a bill has the bill's whole name for a title, however long.
    """
    labelled = len(text) <= _LONGEST_SUBJECT and bool(match("subject", text))
    return (labelled or bool(match("dossier_head", text))) and not _SENTENCES.search(text)


def _is_subject_label(candidates: Sequence[HeadingCandidate], at: int) -> bool:
    """Whether a line says that the next one is the subject of the letter."""
    after = candidates[at + 1] if at + 1 < len(candidates) else None
    titled = after is not None and after.block.kind is None and len(after.text) <= _LONGEST
    return titled and bool(match("subject_label", candidates[at].text))


def _is_page_label(this: HeadingCandidate) -> bool:
    """Whether a line is a label of the page of a council's paper; in a table that is one at the begin of a row."""
    place = this.block.place
    return (place is None or place.first) and bool(match("page_label", this.text))


def _is_value(candidates: Sequence[HeadingCandidate], at: int) -> bool:
    """Whether a line may be what the label above it announces: short, no sentence, and nothing of its own."""
    value = candidates[at] if at < len(candidates) else None
    return (
        value is not None
        and value.block.kind is None
        and len(value.text) <= _VALUE
        and not (_is_sentence(value.text) or match("page_label", value.text))
    )


def _is_date_below_label(candidates: Sequence[HeadingCandidate], at: int) -> bool:
    """Whether a line is the day that the label above it announces."""
    return (
        at > 0 and bool(match("date_heading", candidates[at - 1].text)) and bare_date(candidates[at].text) is not None
    )


def _is_sentence(text: str) -> bool:
    return text[-1] in ".?!" and len(text.split()) >= _WORDS


def _is_prose(text: str) -> bool:
    """Whether a line is running text: a day below it is not that of the head, as at the end of a notice."""
    return text[-1] in ".?!;" and len(text.split()) >= _PROSE


def _first_question(candidates: Sequence[HeadingCandidate]) -> int:
    labels = (at for at, this in enumerate(candidates[:_REACH]) if match("question_label", this.text))
    return next(labels, 0)


def _valued(candidates: Sequence[HeadingCandidate], at: int) -> bool:
    """Whether a block is what stands below a label of the masthead: a subject or project may be long."""
    return at > 0 and bool(match("long_value_label", candidates[at - 1].text))
