"""All sections of two letters with how alike they are, and the matches found between them so far."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from tracker.alignment.section_profile import Profile
from tracker.alignment.similarity import Resemblance
from tracker.alignment.weights import COMPARED, CROWD, HEADING_WITHIN_GAIN, HEADINGS_GAIN, MOST_CELLS, RARE_WORDS


class SectionMatch(Struct, frozen=True):
    """Two sections, the pass that matched them and how sure that pass is (0..1)."""

    older: Profile
    newer: Profile
    matched_by: str
    score: float


ProfilePair = tuple[Profile, Profile, float]
"""What a pass finds: a section of the older letter, one of the newer, and how sure it is (0..1)."""


class MatchTable:
    """The sections of two letters by each other; all its measures are the same from either side.

    Where they are very many, only those that share most of their weightiest words are compared.
    """

    def __init__(self, older: tuple[Profile, ...], newer: tuple[Profile, ...]) -> None:
        self.older, self.newer = older, newer
        self.words = Resemblance(older, newer)
        self.found: dict[tuple[str, str], SectionMatch] = {}
        self._below, self._leaves = _families((*older, *newer))
        self._cells = self._all() if len(older) * len(newer) <= MOST_CELLS else self._nearest()
        self._compared: dict[str, list[Profile]] = defaultdict(list)
        self.content: dict[tuple[str, str], float] = {}
        self.subject: dict[tuple[str, str], float] = {}
        self.alike: dict[tuple[str, str], float] = {}
        for a, b in self.cells():
            self.content[a.id, b.id], self.subject[a.id, b.id] = self.words.content_and_subject(a, b)
            self.alike[a.id, b.id] = self._likeness(a, b)
            self._compared[a.id].append(b)
            self._compared[b.id].append(a)
        self._most_alike = self._greatest(self.alike, self.cells())
        self._most_shared = self._greatest(self.content, ((a, b) for a, b in self.cells() if _tells(a) and _tells(b)))
        self._partners: dict[str, set[str]] = defaultdict(set)
        self.plain: set[str] = set()
        """The sections that a plain pass matched: they answer one section and no other by resemblance."""

    def cells(self) -> Iterator[tuple[Profile, Profile]]:
        """Give each section of the older letter with those of the newer that it is compared with, in their order."""
        return iter(self._cells)

    def open_cells(self) -> Iterator[tuple[Profile, Profile]]:
        """Give the cells that are not matched yet."""
        return ((a, b) for a, b in self.cells() if (a.id, b.id) not in self.found)

    def free_cells(self) -> Iterator[tuple[Profile, Profile]]:
        """Give the open cells of sections that no plain pass matched."""
        return ((a, b) for a, b in self.open_cells() if not {a.id, b.id} & self.plain)

    def record(self, name: str, pairs: Iterable[ProfilePair], *, plain: bool) -> None:
        """Add the matches of a pass, when it has found all; those of an earlier pass stand."""
        for a, b, score in list(pairs):
            self.plain |= {a.id, b.id} if plain else set()
            self.found.setdefault((a.id, b.id), SectionMatch(a, b, name, min(1.0, score)))
            self._partners[a.id].add(b.id)
            self._partners[b.id].add(a.id)

    def best_for(self, section: Profile, alike: float) -> bool:
        """Whether no section of the other letter is more like this one than `alike`."""
        return alike >= self._most_alike[section.id]

    def most_shared(self, section: Profile) -> float:
        """Give the most content that a section shares with any of the other letter that has no subsections."""
        return self._most_shared[section.id]

    def shares(self, section: Profile, other: Profile) -> float:
        """Give the content that two sections share, whichever is first; none where they are not compared."""
        pair = (section.id, other.id)
        return self.content[pair] if pair in self.content else self.content.get((other.id, section.id), 0.0)

    def compared(self, section: Profile) -> list[Profile]:
        """Give the sections of the other letter that one is compared with, in their order."""
        return self._compared[section.id]

    def partners(self, section: Profile) -> set[str]:
        """Give the ids of the sections that one is matched with."""
        return self._partners[section.id]

    def below(self, section: Profile) -> list[Profile]:
        """Give the sections below one, at any depth."""
        return self._below[section.id]

    def leaves(self, section: Profile) -> list[Profile]:
        """Give the sections below one that have none below them, or the section itself."""
        return self._leaves[section.id]

    def _all(self) -> list[tuple[Profile, Profile]]:
        return [(a, b) for a in self.older for b in self.newer]

    def _nearest(self) -> list[tuple[Profile, Profile]]:
        """The cells of sections that share most of their weightiest words, seen from either side, in order."""
        forth = {(a.id, b.id): (a, b) for a, b in self._sharing(self.older, self.newer)}
        back = {(a.id, b.id): (a, b) for b, a in self._sharing(self.newer, self.older)}
        return sorted((forth | back).values(), key=lambda pair: (pair[0].section.order, pair[1].section.order))

    def _sharing(self, ours: Iterable[Profile], theirs: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
        """For each section the few others that share most of those words; a word of a crowd of sections finds none."""
        places: dict[str, list[int]] = defaultdict(list)
        for at, other in enumerate(theirs):
            for word in self.words.weightiest(other, RARE_WORDS):
                places[word].append(at)
        for section in ours:
            found = (places.get(word, ()) for word in self.words.weightiest(section, RARE_WORDS))
            shared = Counter(chain.from_iterable(row for row in found if len(row) <= CROWD))
            for at, _ in shared.most_common(COMPARED):
                yield section, theirs[at]

    def _likeness(self, a: Profile, b: Profile) -> float:
        """The shared subject and a little for the headings; a section that has a role for a subject is like none."""
        if a.role or b.role:
            return 0.0
        shared, within = self.words.headings(a, b)
        return self.subject[a.id, b.id] + HEADINGS_GAIN * shared + HEADING_WITHIN_GAIN * within

    @staticmethod
    def _greatest(values: dict[tuple[str, str], float], cells: Iterable[tuple[Profile, Profile]]) -> dict[str, float]:
        greatest: dict[str, float] = defaultdict(float)
        for a, b in cells:
            value = values[a.id, b.id]
            greatest[a.id] = max(greatest[a.id], value)
            greatest[b.id] = max(greatest[b.id], value)
        return greatest


def _tells(section: Profile) -> bool:
    return not section.children and not section.role


def _families(sections: tuple[Profile, ...]) -> tuple[dict[str, list[Profile]], dict[str, list[Profile]]]:
    below: dict[str, list[Profile]] = {section.id: [] for section in sections}
    for section in sections:
        for ancestor in section.ancestors:
            below[ancestor].append(section)
    leaves = {
        section.id: [other for other in below[section.id] if not other.children] or [section] for section in sections
    }
    return below, leaves
