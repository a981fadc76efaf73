"""Two letters as a reader compares them: section by section, passage by passage, with the word edits. No layout."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tracker.alignment import align, align_passages
from tracker.language.figures import figures
from tracker.ledger.queries import Index
from tracker.model import Edit, EditKind, PassageKind, PassagePair, Relation, Section
from tracker.render.letter_diff import DiffWalk
from tracker.text.word_diff import word_edits

NOTES = "notes"
"""The key of the heading over the footnotes."""


class Heading(Struct, frozen=True):
    """The head of a section: how it relates (None over the footnotes), and its heading in both letters, "" for none."""

    key: str
    relation: Relation | None
    old: str
    new: str


class Pair(Struct, frozen=True):
    """A passage in both letters, or in one; `edits` where the two are alike and not equal."""

    key: str
    old: str
    new: str
    edits: tuple[Edit, ...] = ()
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


def compare(index: Index, older: str, newer: str) -> Comparison:
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
    parts += [Heading(NOTES, None, "", ""), *footnotes] if footnotes else []
    return Comparison(older, newer, tuple(parts))


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
        edits = word_edits(*texts, figures()) if all(texts) and texts[0] != texts[1] else ()
        moved = old.section if old and new and olds and old.section not in olds else None
        key = f"{pair.from_ or ''}|{pair.to or ''}"
        if edits and not any(edit.kind is EditKind.EQUAL for edit in edits):
            edits = ()
        yield Pair(key, *texts, edits, walk.headings.get(moved or "", ""))
