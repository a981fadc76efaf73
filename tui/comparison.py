"""Two letters as a reader compares them: section by section, passage by passage, with the word edits. No layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from tracker.alignment import align, align_passages, rewriting
from tracker.alignment.content_overlap import SentenceText, akin, in_order, pieces_of
from tracker.extraction import AnalysedLetter, analyse
from tracker.language.figures import figure_pattern
from tracker.ledger.queries import Index
from tracker.ledger.selection import select
from tracker.model import Edit, EditKind, PassageKind, PassagePair, Relation, Section
from tracker.render.letter_diff import DiffWalk
from tracker.text.word_diff import word_edits

NOTES = "notes"
"""The key of the heading over the footnotes."""


_Read = tuple[AnalysedLetter, AnalysedLetter]
"""Both letters, to be asked for their words and sentences."""


class Heading(Struct, frozen=True, tag=True):
    """The head of a section: how it relates (None over the footnotes), and its heading in both letters, "" for none."""

    key: str
    relation: Relation | None
    old: str
    new: str


class Pair(Struct, frozen=True, tag=True):
    """A passage in both letters, or in one; `edits` where the two are alike and not equal."""

    key: str
    old: str
    new: str
    edits: tuple[Edit, ...] = ()
    akin: bool = False
    """Whether the two say something about the same in other words, and stand beside each other for that alone."""
    moved_from: str = ""
    """The older heading, where the passage comes from a section that is no partner of this one."""

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return self.old == self.new


class Comparison(Struct, frozen=True):
    """The parts in the order of the newer letter, sections that are gone at the end."""

    older: str
    newer: str
    parts: tuple[Heading | Pair, ...]

    @property
    def changes(self) -> int:
        """How many passages differ."""
        return sum(isinstance(part, Pair) and not part.same for part in self.parts)


def compare_letters(index: Index, older: str, newer: str) -> Comparison:
    """The comparison of two letters of a ledger, whichever they are; footnotes stand at its end."""
    ours, theirs = index.letters[older], index.letters[newer]
    alignment = index.alignment(older, newer) or align(ours, theirs)
    pairs = align_passages(ours, theirs, alignment)
    notes = {row.id for letter in (ours, theirs) for row in letter.passages if row.kind is PassageKind.FOOTNOTE}
    walk = DiffWalk(ours, theirs, alignment, tuple(pair for pair in pairs if not {pair.from_, pair.to} & notes))
    parts: list[Heading | Pair] = [*_pairs(walk, walk.into(None), set()), *_pairs(walk, walk.lost(None), set())]
    for section in theirs.sections:
        parts += _section(walk, section)
    for gone in (pair for pair in alignment.pairs if pair.to_section is None and pair.from_section is not None):
        key = gone.from_section or ""
        parts.append(Heading(key, gone.relation, walk.headings[key], ""))
        parts += _pairs(walk, walk.lost(key), set())
    footnotes = list(_pairs(walk, (pair for pair in pairs if {pair.from_, pair.to} & notes), set()))
    read = (analyse(ours), analyse(theirs))
    parts = _beside(parts, _partners(index, read, parts), read)
    parts += [Heading(NOTES, None, "", ""), *footnotes] if footnotes else []
    return Comparison(older, newer, tuple(parts))


def _partners(index: Index, read: _Read, parts: Iterable[Heading | Pair]) -> dict[str, str]:
    """For the keys of passages that only one letter has: those that speak of one promise, then those in like words."""
    older, newer = (one.letter.id for one in read)
    pairs = [part for part in parts if isinstance(part, Pair)]
    olds = {part.key.partition("|")[0]: part for part in pairs if not part.new}
    news = {part.key.partition("|")[2]: part for part in pairs if not part.old}
    found: dict[str, str] = {}
    for thread in select(index):
        moved = {ref for slip in thread.slips for ref in (slip.from_ref, slip.to_ref)}
        rows = sorted(index.quotes_of(thread), key=lambda row: row.id not in moved)
        was = next((row.passage for row in rows if row.letter == older and row.passage in olds), None)
        now = next((row.passage for row in rows if row.letter == newer and row.passage in news), None)
        if was and now:
            found[olds.pop(was).key] = news.pop(now).key
    rest = akin(
        [(part.key, read[0].words_of(passage)) for passage, part in olds.items()],
        [(part.key, read[1].words_of(passage)) for passage, part in news.items()],
    )
    return found | rest


def _beside(parts: Iterable[Heading | Pair], partners: dict[str, str], read: _Read) -> list[Heading | Pair]:
    """The parts with partners as one part, where the newer one stands."""
    known = {part.key: part for part in parts if isinstance(part, Pair)}
    olds = {new: known[old] for old, new in partners.items()}
    joined: list[Heading | Pair] = []
    for part in parts:
        if isinstance(part, Pair) and part.key in olds:
            old = olds[part.key]
            was, now = old.key.partition("|")[0], part.key.partition("|")[2]
            edits = _sentence_edits(pieces_of(read[0], was, old.old), pieces_of(read[1], now, part.new))
            joined.append(Pair(f"{was}|{now}", old.old, part.new, edits, akin=True))
        elif part.key not in partners:
            joined.append(part)
    return joined


def _sentence_edits(old: Sequence[SentenceText], new: Sequence[SentenceText]) -> tuple[Edit, ...]:
    """The edits sentence by sentence, around what the two name; a sentence without a partner is gone, or new, whole.

    Where no sentence has a partner, the edits of all of them together.
    """
    edits: list[Edit] = []
    for was, now in in_order(old, new):
        found = changed_words(was, now) if was and now else ()
        edits += found or [Edit(kind, text) for kind, text in ((EditKind.DELETE, was), (EditKind.INSERT, now)) if text]
    if any(edit.kind is EditKind.EQUAL for edit in edits):
        return tuple(edits)
    return rewriting(*("".join(row.text for row in side) for side in (old, new)))


def changed_words(old: str, new: str) -> tuple[Edit, ...]:
    """The word edits between two texts about the same; () where they share no word that says something."""
    edits = word_edits(old, new, figure_pattern())
    return edits if any(edit.kind is EditKind.EQUAL for edit in edits) else rewriting(old, new)


def _section(walk: DiffWalk, section: Section) -> Iterable[Heading | Pair]:
    """A newer section with its partners' lost passages after its own."""
    matches = walk.to(section)
    olds = [match.from_section for match in matches if match.from_section]
    relation = matches[0].relation if matches else Relation.NEW
    yield Heading(section.id, relation, " · ".join(walk.headings[old] for old in olds), section.heading)
    yield from _pairs(walk, walk.into(section.id), set(olds))
    for old in olds:
        if walk.home(old) == section.id:
            yield from _pairs(walk, walk.lost(old), set(olds))


def _pairs(walk: DiffWalk, pairs: Iterable[PassagePair], olds: set[str]) -> Iterable[Pair]:
    """The passages of pairs; one whose older passage stands in none of the sections `olds` was moved."""
    for pair in pairs:
        old = walk.texts[pair.from_] if pair.from_ else None
        new = walk.texts[pair.to] if pair.to else None
        texts = (old.text if old else "", new.text if new else "")
        edits = changed_words(*texts) if all(texts) and texts[0] != texts[1] else ()
        moved = old.section if old and new and olds and old.section not in olds else None
        key = f"{pair.from_ or ''}|{pair.to or ''}"
        yield Pair(key, *texts, edits, moved_from=walk.headings.get(moved or "", ""))
