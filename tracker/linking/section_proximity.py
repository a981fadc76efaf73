"""How surely the sections of two statements treat the same subject, read from the alignments of the letters."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.linking.profile import StatementProfile
from tracker.linking.weights import ALIGNED, LEVEL, OPENING, SAME_LETTER, SAME_SECTION, UNKNOWN
from tracker.model import Alignment, Letter


class Kinship:
    """Looks up aligned sections, also through the sections that they are part of."""

    def __init__(self, letters: Iterable[Letter], alignments: Iterable[Alignment]) -> None:
        """Keep the scores of all pairs, both ways."""
        self._scores: dict[tuple[str | None, str | None], float] = {}
        self._aligned: set[frozenset[str]] = set()
        known = {letter.id for letter in letters}
        for alignment in alignments:
            if not {alignment.from_, alignment.to} <= known:
                continue
            self._aligned.add(frozenset((alignment.from_, alignment.to)))
            for pair in alignment.pairs:
                score = ALIGNED + (1 - ALIGNED) * pair.score
                self._scores[pair.from_section, pair.to_section] = score
                self._scores[pair.to_section, pair.from_section] = score

    def of(self, one: StatementProfile, other: StatementProfile) -> float:
        """From 0 (surely unrelated) to 1 (surely the same)."""
        inside = one.statement.letter == other.statement.letter
        if inside and one.statement.section == other.statement.section:
            return SAME_SECTION
        if not one.sections or not other.sections:
            return OPENING
        if inside:
            return SAME_LETTER
        if frozenset((one.statement.letter, other.statement.letter)) not in self._aligned:
            return UNKNOWN
        return max(
            self._scores.get((mine, yours), 0.0) * LEVEL ** (up + over)
            for up, mine in enumerate(one.sections)
            for over, yours in enumerate(other.sections)
        )
