"""The subjects that run through all letters: sections joined by their matches, with a label from their headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.alignment.clusters import DisjointSets
from tracker.alignment.section_profile import role_of
from tracker.alignment.weights import BRIDGE, CROSSINGS, LONGEST_LABEL
from tracker.documents.structure.section_number import title_of
from tracker.language.lemmas import content_words
from tracker.model import Alignment, Letter, Section, Topic
from tracker.text.short_id import short_id


def find_topics(
    letters: Sequence[Letter], alignments: Sequence[Alignment], crossings: Iterable[tuple[str, str]] = ()
) -> tuple[Topic, ...]:
    """Give the topics that at least two letters treat, in the order in which they first appear.

    `crossings` are the sections of two letters that one thread runs through, as often as one does. A section is in one
    topic at most; its id follows from its oldest section, so that a new letter renames none.
    """
    sections = {section.id: section for letter in letters for section in letter.sections}
    owners = {section.id: letter.id for letter in letters for section in letter.sections}
    often = (pair for pair, times in Counter(crossings).items() if times >= CROSSINGS)
    links = [*_links(alignments, sections), *((older, newer, BRIDGE) for older, newer in often)]
    groups = _join(sections, sorted(links, key=_strength))
    return tuple(
        _topic([sections[name] for name in group]) for group in groups if len({owners[name] for name in group}) > 1
    )


def _links(alignments: Sequence[Alignment], sections: Mapping[str, Section]) -> Iterator[tuple[str, str, float]]:
    """The matches of sections that have a subject; how letters close is none."""
    for alignment in alignments:
        for pair in alignment.pairs:
            older, newer = sections.get(pair.from_section or ""), sections.get(pair.to_section or "")
            if older and newer and not role_of(older.heading) and not role_of(newer.heading):
                yield older.id, newer.id, pair.score


def _strength(link: tuple[str, str, float]) -> tuple[float, str, str]:
    older, newer, score = link
    return -score, older, newer


def _join(names: Iterable[str], links: Iterable[tuple[str, str, float]]) -> list[list[str]]:
    """Groups of linked names, each and all in the order of the names."""
    sets = DisjointSets(names)
    for older, newer, score in links:
        if score >= BRIDGE or min(len(sets.members(older)), len(sets.members(newer))) == 1:
            sets.join(older, newer)
    return sets.clusters()


def _topic(sections: list[Section]) -> Topic:
    return Topic(f"topic-{short_id(sections[0].id)}", _label(sections), tuple(section.id for section in sections))


def _label(sections: list[Section]) -> str:
    """The title that says most of what all of them say: its words stand in many of the headings, and it is high up."""
    words = {section.id: frozenset(content_words(section.heading)) for section in sections}
    common = Counter(word for each in words.values() for word in each)

    def worth(section: Section) -> tuple[bool, float, int, int]:
        own = words[section.id]
        typical = sum(common[word] for word in own) / (len(own) + 1) / section.level
        return len(section.heading) <= LONGEST_LABEL, typical, -len(section.heading), -section.order

    return title_of(max(sections, key=worth).heading)
