from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.processor import is_linear
from tracker.language.figures import figure_pattern
from tracker.model import Edit, EditKind
from tracker.text.word_diff import edits_around, split_tokens, too_different, word_edits

MIRROR = {EditKind.EQUAL: EditKind.EQUAL, EditKind.DELETE: EditKind.INSERT, EditKind.INSERT: EditKind.DELETE}


def side(edits: tuple[Edit, ...], kind: EditKind) -> str:
    return "".join(edit.text for edit in edits if edit.kind in (EditKind.EQUAL, kind))


def shown(edits: tuple[Edit, ...]) -> str:
    signs = {EditKind.EQUAL: "{}", EditKind.DELETE: "[-{}-]", EditKind.INSERT: "[+{}+]"}
    return "".join(signs[edit.kind].format(edit.text) for edit in edits)


def mirrored(edits: tuple[Edit, ...]) -> list[tuple[str, set[tuple[EditKind, str]]]]:
    """The edits with each replacement as a set, since both sides show what is deleted first."""
    groups: list[tuple[str, set[tuple[EditKind, str]]]] = [("", set())]
    for edit in edits:
        if edit.kind is EditKind.EQUAL:
            groups.append((edit.text, set()))
        else:
            groups[-1][1].add((edit.kind, edit.text))
    return groups


WHOLE = {
    "date": "1 augustus 2024",
    "date without year": "12 mei",
    "amount": "€ 2.5 mln",
    "amount in full": "€ 1.500.000,-",
    "millions": "20 miljoen euro",
    "percentage": "12,5%",
    "percentage in words": "80 procent",
    "school year": "2024-2025",
    "decimals": "1.234,56",
    "compound": "zij-instroom",
    "genitive": "regio's",
    "figure with letters": "G5",
    "paper": "27923-492",
}


@pytest.mark.parametrize("token", WHOLE.values(), ids=WHOLE)
def test_a_token_is_kept_whole(token: str) -> None:
    assert split_tokens(f"tot {token} geldt", figure_pattern()) == ("tot", " ", token, " ", "geldt")


def test_the_end_of_a_sentence_is_no_part_of_a_number() -> None:
    assert split_tokens("eind 2024. In", figure_pattern()) == ("eind", " ", "2024", ".", " ", "In")


EDITS = {
    "nothing": ("Het plan volgt.", "Het plan volgt.", "Het plan volgt."),
    "nothing at all": ("", "", ""),
    "a date": (
        "geldt tot 1 augustus 2024 voor scholen",
        "geldt tot 1 augustus 2025 voor scholen",
        "geldt tot [-1 augustus 2024-][+1 augustus 2025+] voor scholen",
    ),
    "an amount": (
        "Er is € 2.5 mln voor scholen",
        "Er is € 12.5 mln voor scholen",
        "Er is [-€ 2.5 mln-][+€ 12.5 mln+] voor scholen",
    ),
    "a word put in": ("wij sturen het plan", "wij sturen u het plan", "wij sturen[+ u+] het plan"),
    "too different": (
        "De regeling vervalt.",
        "Scholen krijgen geld.",
        "[-De regeling vervalt.-][+Scholen krijgen geld.+]",
    ),
    "from nothing": ("", "Nieuw.", "[+Nieuw.+]"),
}


@pytest.mark.parametrize(("old", "new", "expected"), EDITS.values(), ids=EDITS)
def test_edits(old: str, new: str, expected: str) -> None:
    assert shown(word_edits(old, new, figure_pattern())) == expected


WORDS = st.lists(
    st.sampled_from(["de", "het", "plan", "regio’s", "2024", "2025", "€ 2.5 mln", "1 mei 2024", ",", ".", "\n"])
)
TEXTS = st.one_of(WORDS.map(" ".join), st.text(max_size=60), st.text(alphabet="ab \ue000\U000f0000.1", max_size=30))


@given(TEXTS)
def test_tokens_join_to_the_text(text: str) -> None:
    assert "".join(split_tokens(text, figure_pattern())) == text


@given(TEXTS, TEXTS)
def test_edits_rebuild_both_texts(old: str, new: str) -> None:
    edits = word_edits(old, new, figure_pattern())
    assert (side(edits, EditKind.DELETE), side(edits, EditKind.INSERT)) == (old, new)
    assert all(edit.text for edit in edits)


@given(TEXTS, TEXTS)
def test_edits_mirror(old: str, new: str) -> None:
    swapped = tuple(Edit(MIRROR[edit.kind], edit.text) for edit in word_edits(new, old, figure_pattern()))
    assert mirrored(word_edits(old, new, figure_pattern())) == mirrored(swapped)


@given(WORDS, WORDS)
def test_edits_never_cut_a_token(old: list[str], new: list[str]) -> None:
    tokens = {*split_tokens(" ".join(old), figure_pattern()), *split_tokens(" ".join(new), figure_pattern())}
    for edit in word_edits(" ".join(old), " ".join(new), figure_pattern()):
        assert set(split_tokens(edit.text, figure_pattern())) <= tokens


def test_too_different_looks_at_words_alone() -> None:
    assert too_different("een, twee, drie", "vier, vijf, zes", figure_pattern())
    assert not too_different("een, twee, drie", "drie twee vier", figure_pattern())
    assert not too_different("", "", figure_pattern())


def test_a_scattered_resemblance_is_no_edit() -> None:
    old = " ".join(str(number) for number in range(40))
    new = " ".join(str(number) for number in reversed(range(40)))
    assert [edit.kind for edit in word_edits(old, new, figure_pattern())] == [EditKind.DELETE, EditKind.INSERT]


def test_more_distinct_words_than_the_first_private_plane_holds() -> None:
    old = [f"w{number}" for number in range(20_000)]
    new = [f"x{number}" if number % 500 == 0 else word for number, word in enumerate(old)]
    edits = word_edits(" ".join(old), " ".join(new), figure_pattern())
    assert sum(edit.kind is EditKind.DELETE for edit in edits) == 40
    assert side(edits, EditKind.INSERT) == " ".join(new)


def test_a_stretch_too_large_to_compare_is_replaced_as_a_whole() -> None:
    around = " ".join(f"w{number}" for number in range(3_000))
    twice = [f"x{number}" for number in range(1_500)] * 2
    old = f"{around} {' '.join(twice)} einde"
    random.Random(1).shuffle(twice)  # noqa: S311
    edits = word_edits(old, f"{around} {' '.join(twice)} einde", figure_pattern())
    assert [edit.kind for edit in edits] == [EditKind.EQUAL, EditKind.DELETE, EditKind.INSERT, EditKind.EQUAL]


def tells(token: str) -> bool:
    return len(token) > 3


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("van de in een", "van in de een", "van [-de in-][+in de+] een", id="nothing that tells"),
        pytest.param(
            "De raad moet eind 2024 komen tot een netwerk.",
            "Er is nu een netwerk.",
            "[-De raad moet eind 2024 komen tot-][+Er is nu+] een netwerk.",
            id="around what tells",
        ),
        pytest.param("Het plan van de stad.", "Een weg in de polder.", "", id="no confetti"),
    ],
)
def test_edits_around_what_tells(old: str, new: str, expected: str) -> None:
    edits = edits_around(old, new, figure_pattern(), tells)
    assert side(edits, EditKind.DELETE) == old
    assert side(edits, EditKind.INSERT) == new
    if expected:
        assert shown(edits) == expected
    else:
        assert not any(edit.kind is EditKind.EQUAL and tells(edit.text) for edit in edits)


WORDS = st.lists(st.sampled_from(["de", "van", "netwerk", "regio", "2024", "plan."]), max_size=8).map(" ".join)


@given(WORDS, WORDS)
def test_edits_around_what_tells_rebuild_and_mirror(old: str, new: str) -> None:
    edits = edits_around(old, new, figure_pattern(), tells)
    assert (side(edits, EditKind.DELETE), side(edits, EditKind.INSERT)) == (old, new)
    assert mirrored(edits_around(new, old, figure_pattern(), tells)) == [
        (text, {(MIRROR[kind], part) for kind, part in group}) for text, group in mirrored(edits)
    ]


def test_a_word_without_end_takes_no_more_time_than_its_length() -> None:
    def work(size: int) -> None:
        word = "水土" * size
        assert (
            "".join(edit.text for edit in word_edits(f"a {word}", f"b {word}", figure_pattern())).count("水土") == size
        )

    assert is_linear(work, 1_000)
