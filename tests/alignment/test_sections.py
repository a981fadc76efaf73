"""Sections of two letters are matched by heading and text; in doubt one is gone and another new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from rapidfuzz import fuzz

from tests.alignment.made import CARE, HOUSES, NOISE, PARTS, WATER, Part, letter
from tracker.alignment import align
from tracker.alignment.section_profile import profiles
from tracker.alignment.sections import match_sections
from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.model import Alignment, Letter, Relation

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = Path(__file__).parents[3] / "shared" / "gold"


def found(older: Letter, newer: Letter) -> list[str]:
    """The matched pairs as "number of the older section > of the newer: relation"."""
    return [
        f"{pair.from_section.partition('/s')[2]} > {pair.to_section.partition('/s')[2]}: {pair.relation}"
        for pair in align(older, newer).pairs
        if pair.from_section and pair.to_section
    ]


NO_MATCH = {
    "other subjects": ([("Dijken", WATER)], [("Luchthavens", NOISE)]),
    "one name in passing": (
        [("Dijken", WATER + " Het Planbureau rekent mee.")],
        [("Luchthavens", NOISE + " Het Planbureau rekent mee.")],
    ),
    "a heading that names nothing": ([("Antwoord op vraag 1", WATER)], [("Antwoord op vraag 1", NOISE)]),
    "a number in common": ([("1. Dijken", WATER)], [("1. Luchthavens", NOISE)]),
    "nothing on one side": ([("Dijken", WATER)], []),
}


@pytest.mark.parametrize(("older", "newer"), NO_MATCH.values(), ids=NO_MATCH)
def test_in_doubt_a_section_is_gone_and_another_new(older: list[Part], newer: list[Part]) -> None:
    alignment = align(letter("old", *older), letter("new", *newer))
    assert {pair.relation for pair in alignment.pairs} <= {Relation.GONE, Relation.NEW}


MATCHES = {
    "the same": ([("1. Dijken", WATER)], [("1. Dijken", WATER)], ["1 > 1: same"]),
    "renumbered": (
        [("1. Dijken", WATER), ("2. Huur", HOUSES)],
        [("1. Huur", HOUSES), ("2. Dijken", WATER)],
        ["1 > 2: same", "2 > 1: same"],
    ),
    "rewritten under its heading": ([("1. Dijken", WATER)], [("2. Dijken", "Alles is anders.")], ["1 > 1: same"]),
    "another year in the heading": ([("Resultaten 2024", WATER)], [("Resultaten 2025", NOISE)], ["1 > 1: renamed"]),
    "another heading": ([("Dijken", WATER, CARE)], [("Hoogwater", WATER, CARE, NOISE)], ["1 > 1: renamed"]),
    "closing words": (
        [("Dijken", WATER), ("Tot slot", "Dank.")],
        [("Luchthavens", NOISE), ("Afsluitend", "Groet.")],
        ["2 > 2: renamed"],
    ),
    "split": (
        [("Dijken en huur", WATER, HOUSES)],
        [("Dijken", WATER), ("Huur", HOUSES)],
        ["1 > 1: split", "1 > 2: split"],
    ),
    "merged": (
        [("Dijken", WATER), ("Huur", HOUSES)],
        [("Dijken en huur", WATER, HOUSES)],
        ["1 > 1: merged", "2 > 1: merged"],
    ),
    "put under another parent": (
        [("Water", WATER), ("#Huur", HOUSES), ("Zorg", CARE)],
        [("Water", WATER), ("Zorg", CARE), ("#Huur", HOUSES)],
        ["1 > 1: same", "2 > 3: moved", "3 > 2: same"],
    ),
}


@pytest.mark.parametrize(("older", "newer", "expected"), MATCHES.values(), ids=MATCHES)
def test_matches(older: list[Part], newer: list[Part], expected: list[str]) -> None:
    assert found(letter("old", *older), letter("new", *newer)) == expected


MIRROR = {
    Relation.SPLIT: Relation.MERGED,
    Relation.MERGED: Relation.SPLIT,
    Relation.GONE: Relation.NEW,
    Relation.NEW: Relation.GONE,
}


@given(PARTS, PARTS)
def test_alignment_mirrors_and_covers_every_section(older: list[Part], newer: list[Part]) -> None:
    one, other = letter("old", *older), letter("new", *newer)
    forth, back = align(one, other), align(other, one)
    assert {(p.from_section, p.to_section, p.relation, p.matched_by, p.score) for p in forth.pairs} == {
        (p.to_section, p.from_section, MIRROR.get(p.relation, p.relation), p.matched_by, p.score) for p in back.pairs
    }
    assert {p.from_section for p in forth.pairs} - {None} == {section.id for section in one.sections}
    assert {p.to_section for p in forth.pairs} - {None} == {section.id for section in other.sections}
    assert all(0 <= pair.score <= 1 for pair in forth.pairs)


def test_the_first_pass_that_fits_names_the_match() -> None:
    older = profiles(letter("old", ("1. Dijken", WATER), ("2. Zorg", CARE), ("3. Huur", HOUSES), ("Tot slot", "Dank.")))
    newer = profiles(letter("new", ("1. Dijken", WATER), ("2. Zorg", NOISE), ("4. Huur", CARE), ("Slot", "Groet.")))
    named = {match.older.title: match.matched_by for match in match_sections(older, newer)}
    assert named == {
        "dijken": "identical",
        "zorg": "same number and heading",
        "huur": "same heading",
        "tot slot": "same heading",
    }


def test_sections_of_the_seeds_against_the_annotations() -> None:
    path = GOLD / "alignments.jsonl"
    if not path.exists():
        pytest.skip("the annotated pairs are not beside this checkout")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    letters = {str(one.date)[:4]: one for one in read_collection(load_collection(SEEDS)).letters}
    older, newer = letters[rows[0]["from"]], letters[rows[0]["to"]]
    pairs = _headings(align(older, newer), older, newer)
    wanted = [row for row in rows if not row.get("optional")]
    hits = sum(any(_alike(pair, row) for pair in pairs) for row in wanted)
    right = sum(any(_alike(pair, row) for row in rows) for pair in pairs)
    precision, recall = right / len(pairs), hits / len(wanted)
    assert 2 * precision * recall / (precision + recall) >= 0.9


def _headings(alignment: Alignment, older: Letter, newer: Letter) -> list[tuple[str, str]]:
    heading = {section.id: section.heading for section in (*older.sections, *newer.sections)}
    return [
        (heading[p.from_section], heading[p.to_section]) for p in alignment.pairs if p.from_section and p.to_section
    ]


def _alike(pair: tuple[str, str], row: dict[str, str]) -> bool:
    sides = zip(pair, (row["from_section"], row["to_section"]), strict=True)
    return all(fuzz.ratio(one.casefold(), other.casefold()) >= 88 for one, other in sides)
