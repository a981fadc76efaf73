"""Letter → profiles of its sections: number, title, role and words, which is all that the matching looks at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from msgspec import Struct

from tracker.documents.structure.section_number import split_number
from tracker.extraction import analyse
from tracker.language.lemmas import content_of, root
from tracker.language.pack import cached
from tracker.language.patterns import whole_match
from tracker.model import Letter, Passage, PassageKind, Section
from tracker.text.normalize import trimmed

SPEAKING = frozenset(
    {PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.QUOTE, PassageKind.HEADING}
)
"""The kinds of passage that tell what a section is about; the rest is furniture, or speaks of sources."""


class Profile(Struct, frozen=True):
    """What a section is compared by; words are roots with how often they stand there, a compound's parts included."""

    section: Section
    number: str
    title: str
    """The heading without its number, folded; empty where it names nothing."""
    role: str | None
    heading: frozenset[str]
    own: Mapping[str, int]
    full: Mapping[str, int]
    """The words of the section with all its subsections."""
    text: str
    """The section's own text without its heading, folded for comparison."""
    lines: frozenset[str]
    """Its passages, folded likewise."""
    children: tuple[str, ...]
    ancestors: tuple[str, ...]

    @property
    def id(self) -> str:
        """The section's id."""
        return self.section.id


@cached(maxsize=256)
def profiles(letter: Letter) -> tuple[Profile, ...]:
    """Give the profiles of a letter's sections, in order."""
    bodies, analysed = _bodies(letter), analyse(letter)
    parents = {section.id: section.parent for section in letter.sections}
    lines = {section.id: _ancestors(section.id, parents) for section in letter.sections}
    own = {
        section.id: Counter(
            chain(
                roots(analysed.heading_words(section.id)),
                *(roots(analysed.words_of(passage.id)) for passage in bodies[section.id]),
            )
        )
        for section in letter.sections
    }
    full = {section.id: Counter(own[section.id]) for section in letter.sections}
    for section in letter.sections:
        for ancestor in lines[section.id]:
            full[ancestor].update(own[section.id])
    children: dict[str, list[str]] = {section.id: [] for section in letter.sections}
    for section in letter.sections:
        for parent in lines[section.id][:1]:
            children[parent].append(section.id)
    return tuple(
        _profile(
            section,
            bodies[section.id],
            heading=frozenset(roots(analysed.heading_words(section.id))),
            own=own[section.id],
            full=full[section.id],
            children=tuple(children[section.id]),
            ancestors=lines[section.id],
        )
        for section in letter.sections
    )


def roots(words: Iterable[str]) -> tuple[str, ...]:
    """Give the roots of the content words among words, each compound with its parts."""
    return tuple(map(root, content_of(words)))


def split_heading(heading: str) -> tuple[str, str]:
    """Split a heading into its number ("" without one) and its title in lower case without signs at its ends."""
    number, title = split_number(heading)
    return number.lower(), trimmed(title)


def role_of(heading: str) -> str | None:
    """Give the role that a heading names in place of a subject, such as "closing", if any."""
    return whole_match("headings", "role", split_heading(heading)[1])


def _bodies(letter: Letter) -> dict[str, list[Passage]]:
    bodies: dict[str, list[Passage]] = {section.id: [] for section in letter.sections}
    for passage in letter.passages:
        if passage.section in bodies and passage.kind in SPEAKING - {PassageKind.HEADING}:
            bodies[passage.section].append(passage)
    return bodies


def _ancestors(section: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    line: list[str] = []
    parent = parents[section]
    while parent is not None and parent in parents and parent not in line:
        line.append(parent)
        parent = parents[parent]
    return tuple(line)


def _profile(
    section: Section,
    body: list[Passage],
    *,
    heading: frozenset[str],
    own: Mapping[str, int],
    full: Mapping[str, int],
    children: tuple[str, ...],
    ancestors: tuple[str, ...],
) -> Profile:
    lines = [trimmed(passage.text) for passage in body]
    number, title = split_heading(section.heading)
    title = "" if whole_match("headings", "empty", title) else title
    return Profile(
        section=section,
        number=number,
        title=title,
        role=whole_match("headings", "role", title),
        heading=heading,
        own=own,
        full=full,
        text=" ".join(lines),
        lines=frozenset(lines),
        children=children,
        ancestors=ancestors,
    )
