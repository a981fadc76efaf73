"""Two letters → their sections and passages matched; all letters → the topics that run through them."""

from __future__ import annotations

from collections import Counter

from tracker.alignment.match_table import SectionMatch
from tracker.alignment.passages import align_passages
from tracker.alignment.section_profile import profiles
from tracker.alignment.sections import match_sections
from tracker.alignment.sentences import SentencePair, align_sentences, rewriting
from tracker.alignment.topics import find_topics
from tracker.model import Alignment, Letter, Relation, SectionPair

__all__ = ["SentencePair", "align", "align_passages", "align_sentences", "find_topics", "rewriting"]


def align(older: Letter, newer: Letter) -> Alignment:
    """Match the sections of two letters; every section of either stands in at least one pair.

    Pairs stand in the order of the older letter, then what is new in that of the newer. Whatever is in doubt is gone
    and new. `align(newer, older)` gives the same pairs seen from the other side.
    """
    ours, theirs = profiles(older), profiles(newer)
    matches = match_sections(ours, theirs)
    table = _Answers(matches)
    pairs = [_pair(match, table) for match in matches]
    matched = {section for match in matches for section in (match.older.id, match.newer.id)}
    gone = [SectionPair(a.id, None, Relation.GONE, "no match", 0.0) for a in ours if a.id not in matched]
    new = [SectionPair(None, b.id, Relation.NEW, "no match", 0.0) for b in theirs if b.id not in matched]
    order = {section.id: section.section.order for section in (*ours, *theirs)}
    known = sorted(
        [*pairs, *gone], key=lambda pair: (order[pair.from_section or ""], order.get(pair.to_section or "", 0))
    )
    return Alignment(older.id, newer.id, (*known, *new))


class _Answers:
    """How many sections each one answers, and which."""

    def __init__(self, matches: tuple[SectionMatch, ...]) -> None:
        self.pairs = {(match.older.id, match.newer.id) for match in matches}
        self.of_older = Counter(older for older, _ in self.pairs)
        self.of_newer = Counter(newer for _, newer in self.pairs)


def _pair(match: SectionMatch, answers: _Answers) -> SectionPair:
    return SectionPair(
        match.older.id, match.newer.id, _relation(match, answers), match.matched_by, round(match.score, 4)
    )


def _relation(match: SectionMatch, answers: _Answers) -> Relation:
    """One section that answers several is split, several that answer one are merged; a new number is no change."""
    onward, backward = answers.of_older[match.older.id], answers.of_newer[match.newer.id]
    if match.matched_by in ("identical", "same number and heading") or onward == backward:
        return _single_relation(match, answers)
    return Relation.SPLIT if onward > backward else Relation.MERGED


def _single_relation(match: SectionMatch, answers: _Answers) -> Relation:
    if match.matched_by == "moved" or _under_another(match, answers):
        return Relation.MOVED
    return Relation.SAME if match.older.title == match.newer.title else Relation.RENAMED


def _under_another(match: SectionMatch, answers: _Answers) -> bool:
    """Whether the parents of both are matched, but not with one another."""
    ours, theirs = match.older.ancestors[:1], match.newer.ancestors[:1]
    if not ours or not theirs:
        return False
    known = bool(answers.of_older[ours[0]] and answers.of_newer[theirs[0]])
    return known and (ours[0], theirs[0]) not in answers.pairs
