from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from tracker.alignment import align, align_passages, find_topics
from tracker.alignment.section_profile import split_heading, title_of
from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.language.resources import read_table
from tracker.model import Alignment, Letter, Passage, PassageKind, Relation, Section

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = Path(__file__).parents[3] / "shared" / "gold"

Part = tuple[str, *tuple[str, ...]]
"""A heading, with a # for each level below the first, and the paragraphs under it."""

WATER = "De waterschappen verhogen de dijken langs de rivieren; de dijkverzwaring loopt tot het droge seizoen."
NOISE = "Het geluidsregister meet de hinder rond luchthavens; omwonenden lezen de meetpunten en de hinder mee."
HOUSES = "Woningcorporaties bouwen betaalbare huurwoningen; de huurwoningen komen in krimpgebieden met leegstand."
CARE = "De wijkverpleging krijgt een nieuw tarief; wijkverpleegkundigen en huisartsen stemmen de thuiszorg af."


def letter(name: str, *parts: Part) -> Letter:
    sections: list[Section] = []
    passages: list[Passage] = []
    for order, (heading, *bodies) in enumerate(parts, start=1):
        level = heading.count("#") + 1
        parent = next((s.id for s in reversed(sections) if s.level < level), None)
        sections.append(Section(f"{name}/s{order}", heading.lstrip("#"), level, order, parent))
        texts = [(PassageKind.HEADING, heading.lstrip("#")), *((PassageKind.PARAGRAPH, body) for body in bodies)]
        for kind, text in texts:
            passages.append(Passage(f"{name}/p{len(passages) + 1}", sections[-1].id, kind, text, (), 1))
    return Letter(name, f"{name}.txt", "", tuple(passages), tuple(sections))


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


PARTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["1. Dijken", "Dijken", "2. Huur", "#Huur", "#Thuiszorg", "##Zorg", "Tot slot", "Slot", "72.", "#"]
        ),
        st.sampled_from([WATER, NOISE, HOUSES, CARE, "", WATER + " " + CARE]),
    ),
    max_size=7,
)
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


@given(PARTS, PARTS)
def test_passages_mirror_and_stand_in_one_pair_each(older: list[Part], newer: list[Part]) -> None:
    one, other = letter("old", *older), letter("new", *newer)
    forth = align_passages(one, other, align(one, other))
    back = align_passages(other, one, align(other, one))
    assert {(p.from_, p.to, p.matched_by, p.score) for p in forth} == {
        (p.to, p.from_, p.matched_by, p.score) for p in back
    }
    ids = [name for pair in forth for name in (pair.from_, pair.to) if name]
    assert len(ids) == len(set(ids))


def passages(older: Letter, newer: Letter) -> list[str]:
    pairs = align_passages(older, newer, align(older, newer))
    return [f"{(p.from_ or '-')[-2:]} > {(p.to or '-')[-2:]}: {p.matched_by}" for p in pairs]


def test_passages_inside_and_outside_matched_sections() -> None:
    older = letter("old", ("Dijken", WATER, HOUSES), ("Zorg", CARE))
    newer = letter("new", ("Dijken", WATER.replace("langs", "bij")), ("Zorg", CARE, HOUSES, NOISE))
    assert passages(older, newer) == ["p2 > p2: alike", "p3 > p5: moved", "p5 > p4: identical", "- > p6: no match"]


def test_furniture_and_signatures_never_count() -> None:
    older, newer = letter("old", ("Zorg", CARE)), letter("new", ("Zorg", CARE))
    signed = Passage("new/p9", "new/s1", PassageKind.SIGNATURE, "Hoogachtend, de minister", (), 1)
    assert passages(older, Letter("new", "", "", (*newer.passages, signed), newer.sections)) == ["p2 > p2: identical"]


def test_topics_run_through_letters_and_bear_a_heading() -> None:
    first = letter("a", ("1. Dijken", WATER), ("2. De huurwoningen", HOUSES), ("Tot slot", CARE))
    second = letter("b", ("1. De huurwoningen in krimpgebieden", HOUSES), ("Tot slot", CARE))
    third = letter("c", ("Huurwoningen", HOUSES), ("Luchthavens", NOISE))
    alignments = [align(first, second), align(second, third)]
    topics = find_topics([first, second, third], alignments)
    assert [(topic.label, topic.sections) for topic in topics] == [("Huurwoningen", ("a/s2", "b/s1", "c/s1"))]
    assert find_topics([first, second], alignments[:1])[0].id == topics[0].id


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("1.2 De dijken:", "1.2", "de dijken"),
        ("iii. Instroom", "iii", "instroom"),
        ("IV. Vraag en aanbod", "iv", "vraag en aanbod"),
        ("... en meer", "", "en meer"),
        ("I know", "", "i know"),
        ("2024 in cijfers", "", "2024 in cijfers"),
        ("72.", "", "72"),
    ],
)
def test_split_heading(heading: str, number: str, title: str) -> None:
    assert split_heading(heading) == (number, title)


def test_title_of() -> None:
    assert title_of("2. Een landelijk netwerk.") == "Landelijk netwerk"
    assert title_of("... en meer") == "En meer"
    assert title_of("72.") == "72"


@pytest.mark.parametrize("rule", [rule for table in ("role", "empty") for rule in read_table("headings")[table]])
def test_heading_rules_fit_their_examples(rule: dict[str, list[str]]) -> None:
    pattern = re.compile(str(rule["text"]))
    assert [text for text in rule["no"] if pattern.fullmatch(text)] == []
    assert [text for text in rule["yes"] if not pattern.fullmatch(text)] == []


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
