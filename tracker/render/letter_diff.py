"""Two letters: how their sections match, and the word edits of the passages and sentences that are alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from tracker.alignment import SentencePair
from tracker.i18n.catalog import gettext, ngettext, score
from tracker.language.figures import figure_pattern
from tracker.model import (
    Alignment,
    EditKind,
    Letter,
    Passage,
    PassageKind,
    PassagePair,
    Relation,
    Section,
    SectionPair,
)
from tracker.render.text import block_lines
from tracker.text.word_diff import word_edits
from tracker.views.labels import matching, word
from tracker.views.names import paper, when
from tracker.views.sheet import ViewBlock
from tracker.views.text_style import TextStyle


def render(
    older: Letter,
    newer: Letter,
    alignment: Alignment,
    passages: tuple[PassagePair, ...],
    pen: TextStyle,
    *,
    sentences: tuple[SentencePair, ...] = (),
    outline: bool = False,
    promises: ViewBlock | None = None,
) -> str:
    """The difference from `older` to `newer`, the promises that changed first; `outline` leaves the passages out.

    `sentences` are those of passages without a partner that are about the same.
    """
    head = pen.bold(pen.wrap(f"{paper(older)}, {when(older)} → {paper(newer)}, {when(newer)}", 0))
    relations = Counter(pair.relation for pair in alignment.pairs)
    totals = " · ".join(f"{relations[relation]} {word(relation)}" for relation in Relation if relations[relation])
    counted = pen.wrap(gettext("diff.sections", totals=totals or gettext("sheet.none")), 2)
    if sentences:
        counted = f"{counted}\n{pen.wrap(gettext('diff.sentences', totals=_sentence_totals(sentences)), 2)}"
    walk = DiffWalk(older, newer, alignment, passages, sentences)
    blocks = [_section(walk, section, pen, outline=outline) for section in newer.sections]
    blocks += [_gone(walk, pair, pen, outline=outline) for pair in alignment.pairs if pair.to_section is None]
    if not outline:
        blocks = [_loose(walk, pen, notes=False), *blocks, _loose(walk, pen, notes=True)]
    joint = "\n" if outline else "\n\n"
    told = [block_lines(promises, pen) + "\n\n"] if promises and promises.entries else []
    if not (told or _shared(passages) or any(pair.from_section and pair.to_section for pair in alignment.pairs)):
        told = [pen.wrap(gettext("diff.nothing-in-common"), 2) + "\n\n"]
    return f"{head}\n{counted}\n\n" + "".join(told) + joint.join(block for block in blocks if block) + "\n"


def _sentence_totals(sentences: tuple[SentencePair, ...]) -> str:
    relations = Counter(pair.relation for pair in sentences)
    return " · ".join(f"{relations[one]} {_sentence_word(one)}" for one in Relation if relations[one])


def _sentence_word(relation: Relation) -> str:
    """What became of a sentence: where a section is renamed, a sentence is rewritten."""
    return gettext("diff.rewritten") if relation is Relation.RENAMED else word(relation)


def _shared(passages: tuple[PassagePair, ...]) -> bool:
    """Whether any passage of one letter has its like in the other."""
    return any(pair.from_ and pair.to for pair in passages)


class DiffWalk:
    """Two letters with their sections, passages and pairs at hand by id."""

    def __init__(
        self,
        older: Letter,
        newer: Letter,
        alignment: Alignment,
        passages: tuple[PassagePair, ...],
        sentences: tuple[SentencePair, ...] = (),
    ) -> None:
        self.headings = {section.id: section.heading for letter in (older, newer) for section in letter.sections}
        self.texts = {passage.id: passage for letter in (older, newer) for passage in letter.passages}
        self.sections = alignment.pairs
        self.passages = passages
        self._sentences: dict[str, list[SentencePair]] = defaultdict(list)
        for pair in sentences:
            for passage in (pair.old[0].passage, pair.new[0].passage):
                self._sentences[passage].append(pair)

    def pieces(self, passage: str) -> Iterator[str | SentencePair]:
        """A passage without a partner in its order: the pairs that its sentences are in, and the text between them."""
        text, at = self.texts[passage].text, 0
        sides = ((pair.old if pair.old[0].passage == passage else pair.new, pair) for pair in self._sentences[passage])
        for side, pair in sorted(sides, key=lambda one: one[0][0].begin):
            yield text[at : side[0].begin].strip()
            yield pair
            at = side[-1].end
        yield text[at:].strip()

    def to(self, section: Section) -> list[SectionPair]:
        """The pairs of a newer section."""
        return [pair for pair in self.sections if pair.to_section == section.id]

    def into(self, section: str | None) -> list[PassagePair]:
        """The pairs whose newer passage stands in this section, in reading order."""
        return [pair for pair in self.passages if pair.to and self.texts[pair.to].section == section]

    def lost(self, section: str | None) -> list[PassagePair]:
        """The older passages of this section that the newer letter no longer has."""
        gone = [pair for pair in self.passages if pair.from_ and not pair.to]
        return [pair for pair in gone if self.texts[pair.from_ or ""].section == section]

    def is_note(self, pair: PassagePair) -> bool:
        """Whether a pair is of footnotes."""
        return self.texts[pair.to or pair.from_ or ""].kind is PassageKind.FOOTNOTE

    def home(self, old_section: str) -> str | None:
        """The newer section under which the lost passages of an older one are shown: its best match."""
        pairs = [pair for pair in self.sections if pair.from_section == old_section and pair.to_section]
        return max(pairs, key=lambda pair: pair.score).to_section if pairs else None


def _loose(walk: DiffWalk, pen: TextStyle, *, notes: bool) -> str:
    """What changed outside the sections: before the first heading, or in the footnotes; "" where nothing did."""
    pairs = [pair for pair in (*walk.into(None), *walk.lost(None)) if walk.is_note(pair) == notes]
    lines = _changes(walk, pairs, pen)
    return (
        "\n".join([pen.bold(gettext("diff.footnotes") if notes else gettext("diff.before-first-heading")), *lines])
        if lines
        else ""
    )


def _section(walk: DiffWalk, section: Section, pen: TextStyle, *, outline: bool) -> str:
    """A section of the newer letter: its relation, its edits and new passages, and those lost from its partners."""
    matches = walk.to(section)
    head = _heading(walk, section, matches, pen)
    if outline:
        return head
    pairs = walk.into(section.id)
    olds = [match.from_section for match in matches if match.from_section]
    lost = [pair for old in olds if walk.home(old) == section.id for pair in walk.lost(old)]
    same = sum(_unchanged(walk, pair) for pair in pairs)
    unchanged = ngettext("diff.unchanged", same)
    note = [pen.faint(f"  = {unchanged}")] if same else []
    return "\n".join([head, *_changes(walk, pairs, pen), *_changes(walk, lost, pen), *note])


def _heading(walk: DiffWalk, section: Section, matches: list[SectionPair], pen: TextStyle) -> str:
    """The newer heading with its relation, and the older headings where they differ."""
    relation = matches[0].relation if matches else Relation.NEW
    olds = [walk.headings[match.from_section] for match in matches if match.from_section]
    how = f" ({matching(matches[0].matched_by)}, {score(matches[0].score)})" if olds else ""
    head = pen.bold(pen.wrap(f"{section.heading} [{word(relation)}{how}]", 0))
    was = [pen.wrap(gettext("diff.was", heading=old), 2) for old in olds if old != section.heading]
    return "\n".join([head, *was])


def _gone(walk: DiffWalk, pair: SectionPair, pen: TextStyle, *, outline: bool) -> str:
    """A section that only the older letter has."""
    if pair.from_section is None:
        return ""
    head = pen.bold(pen.wrap(f"{walk.headings[pair.from_section]} [{word(pair.relation)}]", 0))
    lines = [] if outline else _changes(walk, walk.lost(pair.from_section), pen)
    return "\n".join([head, *lines])


def _changes(walk: DiffWalk, pairs: Iterable[PassagePair], pen: TextStyle) -> list[str]:
    """What differs: "~" for a text with word edits, "+" for a new one, "-" for a lost one."""
    changes = (_change(walk, pair, pen) for pair in pairs if not _unchanged(walk, pair))
    return [change for change in changes if change]


def _change(walk: DiffWalk, pair: PassagePair, pen: TextStyle) -> str:
    old, new = _text(walk, pair.from_), _text(walk, pair.to)
    if not (old and new):
        return "\n".join(_pieces(walk, pair, pen))
    edits = word_edits(old, new, figure_pattern())
    if any(edit.kind is EditKind.EQUAL for edit in edits):
        return _marked("~", pen.edits(edits, 4))
    return f"{_gone_text(old, pen)}\n{_new_text(new, pen)}"


def _pieces(walk: DiffWalk, pair: PassagePair, pen: TextStyle) -> Iterator[str]:
    """A passage that only one letter has, its paired sentences at the place of the newer one."""
    for piece in walk.pieces(pair.to or pair.from_ or ""):
        if isinstance(piece, str):
            yield from [_new_text(piece, pen) if pair.to else _gone_text(piece, pen)] if piece else ()
        elif pair.to:
            yield _rewritten(walk, piece, pen)


def _rewritten(walk: DiffWalk, pair: SentencePair, pen: TextStyle) -> str:
    """A sentence, or neighbours, with its word edits and what else became of it."""
    old, new = pair.texts
    edits = pair.edits
    if old == new:
        text = _marked("=", pen.faint(pen.wrap(new, 4)))
    else:
        text = _marked("~", pen.edits(edits, 4)) if edits else f"{_gone_text(old, pen)}\n{_new_text(new, pen)}"
    if pair.relation in (Relation.SAME, Relation.RENAMED):
        return text
    before = walk.headings.get(walk.texts[pair.old[0].passage].section or "", "")
    notes = [_sentence_word(pair.relation)]
    if pair.relation is Relation.MOVED and before:
        notes.append(gettext("diff.was", heading=before))
    return "\n".join([text, pen.faint(pen.wrap(f"({'; '.join(notes)})", 4))])


def _gone_text(text: str, pen: TextStyle) -> str:
    return pen.gone(_marked("-", pen.wrap(text, 4)))


def _new_text(text: str, pen: TextStyle) -> str:
    return pen.came(_marked("+", pen.wrap(text, 4)))


def _marked(sign: str, block: str) -> str:
    """A folded block with its sign in the margin."""
    return f"  {sign}{block[3:]}"


def _unchanged(walk: DiffWalk, pair: PassagePair) -> bool:
    return bool(pair.from_ and pair.to) and _text(walk, pair.from_) == _text(walk, pair.to)


def _text(walk: DiffWalk, passage: str | None) -> str:
    found: Passage | None = walk.texts.get(passage or "")
    return found.text if found else ""
