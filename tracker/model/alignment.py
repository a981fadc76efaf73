"""Two letters side by side: sections and passages matched, words edited."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field


class Relation(StrEnum):
    """How a section of one letter relates to a section of another."""

    SAME = "same"
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    NEW = "new"
    GONE = "gone"


class SectionPair(Struct, frozen=True):
    """Two sections on the same subject, the pass that matched them and its score (0..1); one side None: new or gone."""

    from_section: str | None
    to_section: str | None
    relation: Relation
    matched_by: str
    score: float


class Alignment(Struct, frozen=True):
    """The sections of two letters, matched; every section of either letter is in at least one pair."""

    from_: str = field(name="from")
    to: str
    pairs: tuple[SectionPair, ...]


class PassagePair(Struct, frozen=True):
    """Two passages that are alike, or one that is only in the older (`to` None) or newer (`from_` None) letter."""

    from_: str | None
    to: str | None
    matched_by: str
    score: float


class EditKind(StrEnum):
    """A word edit: the two texts are rebuilt by taking equal+delete or equal+insert."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


class Edit(Struct, frozen=True, array_like=True):
    """A stretch of words that two texts share, or that only the old or only the new one has."""

    kind: EditKind
    text: str
