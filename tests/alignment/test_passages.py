"""Passages are matched inside sections that match, then outside; each stands in one pair."""

from __future__ import annotations

from hypothesis import given

from tests.alignment.made import CARE, HOUSES, NOISE, PARTS, WATER, Part, letter
from tests.processor import is_linear
from tracker.alignment import align
from tracker.alignment.passages import align_passages
from tracker.model import Alignment, Letter, Passage, PassageKind


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


def test_long_passages_are_compared_by_their_words() -> None:
    """Sign by sign it would take the square of their length: a letter may be one passage."""
    text = "".join(f" Zaak{at}kunde komt gereed bij dienst{at}." for at in range(2_000)).strip()
    older, newer = letter("old", ("Zorg", text)), letter("new", ("Zorg", text.replace("gereed", "klaar")))
    assert passages(older, newer) == ["p2 > p2: alike"]
    other = letter("new", ("Zorg", text.replace("Zaak", "Ding").replace("dienst", "ploeg")))
    assert passages(older, other) == ["p2 > -: no match", "- > p2: no match"]


def test_comparing_takes_no_square_of_the_length() -> None:
    def work(number: int) -> None:
        rows = [f"Zaak{at}kunde komt gereed." for at in range(number)]
        older, newer = letter("old", ("Zorg", " ".join(rows))), letter("new", ("Zorg", " ".join(reversed(rows))))
        align_passages(older, newer, Alignment(older.id, newer.id, ()))

    assert is_linear(work, 4_000)
