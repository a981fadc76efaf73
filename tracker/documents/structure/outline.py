"""Blocks → sections and passages: what each block is, which heading it stands under, and what introduces a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.layout.blocks import Block, LinearText, line_words
from tracker.documents.layout.cleanup import mend
from tracker.documents.layout.dehyphenate import Hyphens
from tracker.documents.layout.list_markers import label_of
from tracker.documents.layout.patterns import match
from tracker.documents.structure.candidates import HeadingCandidate
from tracker.documents.structure.consultation import quote_parties
from tracker.documents.structure.detached_list_marks import join_marks
from tracker.documents.structure.false_table_heads import drop_false_heads
from tracker.documents.structure.front_back_matter import mark_ends
from tracker.documents.structure.heading_levels import Title, levels_of
from tracker.documents.structure.heading_numbers import join_numbers, join_titles
from tracker.documents.structure.headings import find_headings
from tracker.documents.structure.interruptions import join_interrupted
from tracker.documents.structure.label_tables import name_by_labels
from tracker.documents.structure.manual_line_breaks import part_lines
from tracker.documents.structure.questions import join_questions, mark_questions
from tracker.documents.structure.residue import find_debris
from tracker.documents.structure.tabbed_labels import part_tabbed
from tracker.documents.structure.typed_notes import set_notes_apart
from tracker.model import Passage, PassageKind, Section
from tracker.text.offsets import Span

_ASIDE = (PassageKind.FOOTNOTE, PassageKind.FURNITURE)
_SITE = (None, PassageKind.HEADING, PassageKind.LIST_ITEM)
"""What a site's lines look like."""
_TITLE = 80
"""A line without a mark at its end is no title of a list where it is longer; by judgement."""


class Outline(Struct, frozen=True):
    """The sections and passages of a letter, in order."""

    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]


class Arrangement(Struct, frozen=True):
    """The blocks of a letter with their kinds settled: the running text, and what stands aside from it."""

    running: tuple[HeadingCandidate, ...]
    aside: tuple[HeadingCandidate, ...]

    @property
    def blocks(self) -> tuple[HeadingCandidate, ...]:
        """All blocks: the running text, then what stands aside."""
        return (*self.running, *self.aside)

    def lines(self, *kinds: PassageKind) -> list[str]:
        """The words of the blocks of these kinds, in order; of all blocks when none is named."""
        return [this.text for this in self.blocks if not kinds or this.block.kind in kinds]


def arrange(source: LinearText) -> Arrangement:
    """Settle what each block of a source is."""
    hyphens = Hyphens(source.text)
    blocks = part_tabbed(part_lines(source.blocks, source.text), source.text)
    blocks = set_notes_apart(blocks, source.text)
    blocks = drop_false_heads(name_by_labels(_site_aside(blocks, source.text), source.text), source.text)
    running = [block for block in blocks if block.kind not in _ASIDE]
    for join in (join_interrupted, join_titles, mark_questions, join_questions, join_numbers, join_marks):
        running = join(running, source.text)
    mended = [_mended(block, source.text, hyphens) for block in running]
    candidates = _mark_debris(mark_ends([this for this in mended if this.text]))
    headings = find_headings(candidates)
    decided = [_decide(this, at in headings, source.text, hyphens) for at, this in enumerate(candidates)]
    decided = quote_parties(decided)
    aside = [HeadingCandidate(block, mend(source.text, block, hyphens)) for block in blocks if block.kind in _ASIDE]
    return Arrangement(tuple(decided), tuple(aside))


def _site_aside(blocks: Sequence[Block], source: str) -> list[Block]:
    """The blocks, those that a site prints around a paper as furniture; a word of its menu beside another such line."""
    words = [line_words(block, source) if block.place is None and block.kind in _SITE else "" for block in blocks]
    sure = [bool(match("site_line", text)) for text in words]
    likely = [is_sure or bool(match("site_word", text)) for is_sure, text in zip(sure, words, strict=True)]
    beside = [a or b for a, b in zip([False, *likely[:-1]], [*likely[1:], False], strict=True)]
    return [
        replace(block, kind=PassageKind.FURNITURE) if is_sure or (may_be and is_beside) else block
        for block, is_sure, may_be, is_beside in zip(blocks, sure, likely, beside, strict=True)
    ]


def _mended(block: Block, source: str, hyphens: Hyphens) -> HeadingCandidate:
    """A block with its words; note marks are its words where it has no others."""
    mended = mend(source, block, hyphens)
    if mended.notes and not mended.text:
        block = replace(block, cuts=tuple(cut for cut in block.cuts if not cut.marks))
        mended = mend(source, block, hyphens)
    return HeadingCandidate(block, mended)


def outline(letter: str, arrangement: Arrangement, source: str) -> Outline:
    """The outline of a letter: `letter` is its id, which the ids of sections and passages begin with."""
    sections, homes = _sections(letter, arrangement.running)
    noted = _place_aside(arrangement.aside, arrangement.running, homes)
    placed = sorted([*zip(arrangement.running, homes, strict=True), *noted], key=lambda pair: pair[0].block.spans[0])
    return Outline(tuple(sections), tuple(_passages(letter, placed, source)))


def _mark_debris(candidates: Sequence[HeadingCandidate]) -> list[HeadingCandidate]:
    debris = find_debris(candidates)
    return [
        HeadingCandidate(replace(this.block, kind=PassageKind.TABLE_CELL), this.mended) if at in debris else this
        for at, this in enumerate(candidates)
    ]


def _decide(this: HeadingCandidate, heading: bool, source: str, hyphens: Hyphens) -> HeadingCandidate:
    """The block with its kind settled."""
    block = this.block
    if heading or (block.place and block.place.first and block.place.label):
        return HeadingCandidate(replace(block, kind=PassageKind.HEADING), this.mended)
    if block.kind is not None:
        return this
    label = label_of(this.text)
    spans = _after_mark(block, label.mark, source) if label is not None else None
    if label is not None and spans is not None:
        item = replace(block, kind=PassageKind.LIST_ITEM, mark=label.mark, spans=spans)
        return HeadingCandidate(item, mend(source, item, hyphens))
    kind = PassageKind.TABLE_CELL if block.place else PassageKind.PARAGRAPH
    if match("ask", this.text):
        kind = PassageKind.QUOTE
    return HeadingCandidate(replace(block, kind=kind), this.mended)


def _after_mark(block: Block, mark: str, source: str) -> tuple[Span, ...] | None:
    """The spans without the mark that the first begins with or consists of; None where no words follow the mark."""
    (begin, end), *others = block.spans
    if others and mark[-1] in ".)" and source[begin:end].strip() == mark:
        return tuple(others)
    found = re.compile(rf"\s*{re.escape(mark)}(?=\s+\S)").match(source, begin, end)
    return ((found.end(), end), *others) if found else None


def _sections(letter: str, decided: Sequence[HeadingCandidate]) -> tuple[list[Section], list[str | None]]:
    """The sections, and for each block the section it stands in."""
    titles = _titles(decided)
    levels = levels_of([title for title, _ in titles])
    sections: list[Section] = []
    starts: dict[int, str] = {}
    above: list[Section] = []
    for (title, at), level in zip(titles, levels, strict=True):
        order = len(sections) + 1
        above = [section for section in above if section.level < level]
        sections.append(Section(f"{letter}/s{order}", title.text, level, order, above[-1].id if above else None))
        above.append(sections[-1])
        starts[at] = sections[-1].id
    homes: list[str | None] = []
    for at in range(len(decided)):
        homes.append(starts.get(at, homes[-1] if homes else None))
    return sections, homes


def _titles(decided: Sequence[HeadingCandidate]) -> list[tuple[Title, int]]:
    """The title of each section with the position of its first block; a table of subjects has a title of its own."""
    titles: list[tuple[Title, int]] = []
    tables: set[int] = set()
    part = 0
    for at, this in enumerate(decided):
        place, kind = this.block.place, this.block.kind
        part = 1 if kind is PassageKind.SIGNATURE else part
        if place and place.label and place.table not in tables:
            tables.add(place.table)
            titles.append((Title(place.label, 1, part=part), at))
        if kind is PassageKind.HEADING:
            given = 2 if place else this.block.level
            tight = at + 1 < len(decided) and decided[at + 1].block.gap == 0
            titles.append((Title(this.text, given, tight=tight, part=part), at))
    return titles


def _place_aside(
    aside: Sequence[HeadingCandidate], decided: Sequence[HeadingCandidate], homes: Sequence[str | None]
) -> list[tuple[HeadingCandidate, str | None]]:
    """Footnotes with the section that their mark stands in; furniture stands in none."""
    home_of = {note.mark: home for this, home in zip(decided, homes, strict=True) for note in this.mended.notes}
    return [
        (this, home_of.get(this.block.mark or "?") if this.block.kind is PassageKind.FOOTNOTE else None)
        for this in aside
    ]


def _passages(letter: str, placed: Sequence[tuple[HeadingCandidate, str | None]], source: str) -> list[Passage]:
    """The passages, numbered in the order of the source."""
    passages: list[Passage] = []
    lead_in: str | None = None
    line, counted = 1, 0
    for order, (this, home) in enumerate(placed, start=1):
        block, kind = this.block, this.block.kind or PassageKind.PARAGRAPH
        begin = block.spans[0][0]
        line, counted = line + source.count("\n", counted, begin), begin
        if kind is PassageKind.PARAGRAPH or kind is PassageKind.TABLE_CELL:
            lead_in = this.text if _introduces(this.text, kind) else None
        elif kind not in (PassageKind.LIST_ITEM, *_ASIDE):
            lead_in = None
        passages.append(
            Passage(
                id=f"{letter}/p{order}",
                section=home,
                kind=kind,
                text=this.text,
                runs=this.mended.runs,
                line=line,
                page=block.page,
                lead_in=_last_sentence(lead_in) if lead_in and kind is PassageKind.LIST_ITEM else None,
                row=block.place.row or None if block.place else None,
                column=block.place.column if block.place else None,
                mark=block.mark,
                notes=this.mended.notes,
            )
        )
    return passages


def _introduces(text: str, kind: PassageKind) -> bool:
    """Whether a list may be what a text announces: by its colon, as the answer to its question, or below its title."""
    title = len(text) <= _TITLE and (text[-1:].isalnum() or text.endswith(")"))
    return text.endswith(":") or (kind is PassageKind.PARAGRAPH and (title or text.endswith("?")))


def _last_sentence(paragraph: str) -> str:
    """The sentence that introduces a list: the last of its paragraph."""
    from tracker.language.sentences import split_sentences

    begin, end = split_sentences(paragraph)[-1]
    return paragraph[begin:end]
