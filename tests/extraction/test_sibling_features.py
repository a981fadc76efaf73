"""What tells one act from its sibling."""

from __future__ import annotations

import pytest

from tracker.extraction.naming import Name, NamePlace
from tracker.extraction.sibling_features import (
    begins,
    called,
    done_afterwards,
    editions_of,
    needed_beforehand,
    numerals_of,
    prepares,
    steps_of,
    unlike_names,
    unlike_parts,
    unshared,
)

NUMERALS = [
    ("een brug komt er", set()),
    ("de helft van de straten", set()),
    ("de brug komt drie maanden later", set()),
    ("vijftien straten zijn ingericht", {"15"}),
    ("in twaalf van de dertig dorpen", {"12", "30"}),
]


@pytest.mark.parametrize(("text", "found"), NUMERALS)
def test_numbers_in_words_are_figures(text: str, found: set[str]) -> None:
    assert numerals_of(text.split()) == found


EDITIONS = [
    ("in 2024 komt de brug", set()),
    ("van 2024 tot 2026", set()),
    ("de verordening parkeerbelastingen 2025 ligt voor", {"2025"}),
    ("de ontwerpbegroting voor 2023", {"2023"}),
    ("prestatieafspraken 2025-2028", {"2025", "2028"}),
    ("er komen 2024 woningen", set()),
    ("de aanleg is gepland met uitloop naar het 2e kwartaal 2027", set()),
    ("de aanleg met een doorloop naar 2027", set()),
    ("de aanleg begint met uitloop tot de zomer van 2027", set()),
    ("de brug kost 15000", set()),
]


@pytest.mark.parametrize(("text", "found"), EDITIONS)
def test_the_year_of_an_edition(text: str, found: set[str]) -> None:
    assert editions_of(text.split()) == found


STEPS = [
    ("de wet gaat naar de kamer", set()),
    ("de aanleg van het fietspad begint", {"start"}),
    ("de rondweg wordt opgeleverd", {"completion"}),
    ("het voorstel gaat in internetconsultatie", {"consultation"}),
    ("de inwerkingtreding van de wet", {"force"}),
]


@pytest.mark.parametrize(("text", "found"), STEPS)
def test_the_steps_that_words_name(text: str, found: set[str]) -> None:
    assert steps_of(text.split()) == found


NAMED = [
    ("Bomen langs de singel", set()),
    ("De raad en het UWV vergaderen over TenneT", set()),
    ("De haven van Ede en de A12", {"ede", "a12"}),
    ("een loket in het noorden", {"noorden"}),
]


@pytest.mark.parametrize(("text", "found"), NAMED)
def test_proper_names_and_sides_of_the_land(text: str, found: set[str]) -> None:
    words = tuple(text.split())
    assert called([Name(words, (), NamePlace.OBJECT, "")], words[0].lower()) == found


def test_who_acts_gives_a_thing_no_name() -> None:
    assert called([Name(("Ede",), ("ede",), NamePlace.SUBJECT, "")], "in") == set()
    assert called([Name(("haven", "van", "Ede"), (), NamePlace.SUBJECT, "")], "de") == {"ede"}


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"ede"}, set(), ""),
        ({"ede"}, {"ede", "laren"}, ""),
        ({"haven"}, {"laren"}, ""),
        ({"ede"}, {"laren"}, "ede ≠ laren"),
    ],
)
def test_unlike_names_tell_of_two_things(one: set[str], other: set[str], told: str) -> None:
    words = (("de", "haven", "in", *one), ("een", "haven", "in", *other))
    assert unlike_names(frozenset(one), frozenset(other), words) == told


SPELLINGS = [
    (("het", "concept", "stadsplan"), ("het", "concept-havenplan"), "concept-stadsplan ≠ concept-havenplan"),
    (("het", "concept", "havenplan"), ("het", "concept-havenplan"), ""),
    (("het", "conceptplan"), ("het", "concept-plan"), ""),
]


@pytest.mark.parametrize(("one", "other", "told"), SPELLINGS)
def test_a_name_is_one_however_it_is_parted(one: tuple[str, ...], other: tuple[str, ...], told: str) -> None:
    names = [frozenset({"-".join(words[1:])}) for words in (one, other)]
    assert unlike_names(*names, (one, other)) == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"15"}, {"15", "20"}, ""),
        ({"15"}, set(), ""),
        (set(), set(), ""),
        ({"15"}, {"20", "25"}, "15 ≠ 20, 25"),
    ],
)
def test_they_are_apart_where_both_name_and_nothing_is_common(one: set[str], other: set[str], told: str) -> None:
    assert unshared(frozenset(one), frozenset(other)) == told


@pytest.mark.parametrize(("steps", "prepares_it"), [(set(), False), ({"force", "start"}, False), ({"tender"}, True)])
def test_steps_that_prepare_a_thing(steps: set[str], *, prepares_it: bool) -> None:
    assert prepares(frozenset(steps)) is prepares_it


PARTS = {
    "only one says for whom": ("gids", "gids voor artsen", ""),
    "a word that is cut off": ("gids voor school- en", "gids voor artsen", ""),
    "another preposition": ("gids met artsen", "gids voor boeren", ""),
    "a compound": ("gids voor huisartsen", "gids voor artsen", ""),
    "of other nouns": ("land van herkomst", "nota van Georgië", ""),
    "of a thing and of an act": ("land van herkomst", "beoordeling van Georgië", ""),
    "of two acts": ("bouw van bruggen", "oplevering van sluizen", "brug ≠ sluizen"),
    "for others": ("gids voor boeren", "gids voor artsen", "boer ≠ arts"),
}


@pytest.mark.parametrize(("one", "other", "told"), PARTS.values(), ids=PARTS.keys())
def test_parts_that_have_nothing_in_common(one: str, other: str, told: str) -> None:
    assert unlike_parts(*([Name(tuple(row.split()), (), NamePlace.OBJECT, "")] for row in (one, other))) == told


@pytest.mark.parametrize(("steps", "begun"), [(set(), False), ({"tender", "completion"}, False), ({"force"}, True)])
def test_steps_by_which_a_thing_begins(steps: set[str], *, begun: bool) -> None:
    assert begins(frozenset(steps)) is begun


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("het plan is klaar", set()),
        ("de uitvoering", {"execution"}),
        ("bespreken en herzien", {"treatment", "revision"}),
    ],
)
def test_what_is_done_with_a_paper(text: str, found: set[str]) -> None:
    assert done_afterwards(text.split()) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("de bouw van de kade", set()),
        ("de omgevingsvergunning", {"permit"}),
        ("drie offertes en het budget", {"offer", "money"}),
    ],
)
def test_what_comes_before_a_thing_is_made(text: str, found: set[str]) -> None:
    assert needed_beforehand(text.split()) == found
