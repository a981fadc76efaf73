"""How surely two statements stand in sections of the same subject."""

from __future__ import annotations

from msgspec.structs import replace

from tests.series import Made, Promise, build, profiled
from tracker.linking.profile import StatementProfile
from tracker.linking.section_proximity import Kinship
from tracker.linking.weights import ALIGNED, LEVEL, OPENING, SAME_LETTER, SAME_SECTION, UNKNOWN
from tracker.model import Alignment, Relation, SectionPair

PLAN, DESK, MAP = (Promise(f"Er komt een {thing}.") for thing in ("plan", "loket", "kaart"))


def profiles(name: str) -> tuple[StatementProfile, ...]:
    """Two of one section, one of another and one before the first heading."""
    return profiled(
        Made(name, "2024-01-01", {"": [Promise("Er komt een brug.")], "Water": [PLAN, DESK], "Zon": [MAP]})
    )[0]


OPEN, WATER, WATER_TOO, SUN = profiles("a")
OTHER_OPEN, OTHER_WATER, _, OTHER_SUN = profiles("b")
LETTERS = [build(Made(name, "2024-01-01", {}))[0] for name in ("a", "b")]


def kinship(*pairs: tuple[str | None, str | None, float]) -> Kinship:
    rows = tuple(SectionPair(one, other, Relation.SAME, "heading", score) for one, other, score in pairs)
    return Kinship(LETTERS, [Alignment("a", "b", rows)])


def test_within_one_letter() -> None:
    known = kinship()
    assert known.of(WATER, WATER_TOO) == SAME_SECTION > known.of(OPEN, WATER) == OPENING
    assert known.of(WATER, SUN) == SAME_LETTER


def test_across_letters_by_their_alignment_both_ways() -> None:
    known = kinship(("a/s1", "b/s2", 0.5), ("a/s2", None, 1.0))
    assert known.of(WATER, OTHER_SUN) == known.of(OTHER_SUN, WATER) == ALIGNED + (1 - ALIGNED) * 0.5
    assert known.of(SUN, OTHER_WATER) == 0.0
    assert known.of(OPEN, OTHER_WATER) == OPENING


def test_sections_above_count_less() -> None:
    known, below = kinship(("a/s1", "b/s2", 1.0)), replace(WATER, sections=("a/s9", "a/s1"))
    assert known.of(below, OTHER_SUN) == LEVEL
    assert known.of(below, replace(OTHER_SUN, sections=("b/s9", "b/s2"))) == LEVEL**2


def test_letters_that_are_not_aligned_say_little() -> None:
    assert Kinship(LETTERS, []).of(WATER, OTHER_WATER) == UNKNOWN
    stranger = Alignment("a", "x", (SectionPair("a/s1", "b/s1", Relation.SAME, "heading", 1.0),))
    assert Kinship(LETTERS, [stranger]).of(WATER, OTHER_WATER) == UNKNOWN
