"""Numbered stages are told apart; counts and parts of the year are no stages."""

from __future__ import annotations

import pytest

from tracker.linking.stages import stages_of, unlike_numbers, unlike_stages

STAGES = [
    ("in 2031 volgt de derde en laatste tranche", {("tranche", "derde"), ("tranche", "laatste")}),
    ("de eerste en tweede tranche zijn gestart", {("tranche", "eerste"), ("tranche", "tweede")}),
    ("fase 2 van de brug", {("fase", "tweede")}),
    ("de tweede aanvraagronde opent", {("ronde", "tweede")}),
    ("in 2 fasen", set()),
    ("in het tweede kwartaal", set()),
    ("de tweede brug in deze fase", set()),
    ("de voorlopige cijfers zijn bekend", {("", "voorlopig")}),
    ("de eindevaluatie is openbaar", {("", "definitief")}),
    ("voorlopig blijft het zo", set()),
]


@pytest.mark.parametrize(("text", "stages"), STAGES)
def test_a_quote_names_its_stages(text: str, stages: set[tuple[str, str]]) -> None:
    assert stages_of(text.split()) == stages


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("de tweede tranche", "de derde tranche", "tranche tweede ≠ derde"),
        ("de eerste en tweede tranche", "de tweede tranche", ""),
        ("de derde en laatste tranche", "de derde tranche", ""),
        ("de derde tranche", "de laatste tranche", "tranche derde ≠ laatste"),
        ("de tweede tranche", "fase 3", ""),
        ("de tweede tranche", "de tranche", ""),
        ("voorlopige cijfers", "definitieve cijfers", "voorlopig ≠ definitief"),
        ("de tussenevaluatie", "de eindevaluatie", "voorlopig ≠ definitief"),
        ("de cijfers", "de definitieve cijfers", ""),
    ],
)
def test_two_numbers_of_one_stage_are_two_promises(one: str, other: str, told: str) -> None:
    assert unlike_stages(stages_of(one.split()), stages_of(other.split())) == told


NUMBERED = {
    "a year": ("het plan 2024 komt", "het plan 2025 komt", ""),
    "a number of what follows": ("aan leraren 12 scholen", "aan leraren 14 scholen", ""),
    "a number before all": ("3 scholen", "4 scholen", ""),
    "the same number": ("de kade van dorp 3", "de kade van dorp 3", ""),
    "another sentence": ("de kade van dorp 3 gaat open", "de brug van dorp 4 gaat open", ""),
    "more words": ("zie nummer 443", "zie de brief met nummer 456", ""),
    "a numbered thing": ("de kade van dorp 3 op", "de kade van dorp 4 op", "dorp 3 ≠ 4"),
    "a numbered paper": ("rapport 1 over de havens", "rapport 2 over de havens", "rapport 1 ≠ 2"),
    "a numbered compound": ("kamerbrief 1 over de havens", "kamerbrief 2 over de havens", "kamerbrief 1 ≠ 2"),
    "a part": ("deel 1 van het onderzoek", "deel 2 van het onderzoek", "deel 1 ≠ 2"),
    "from a number on": ("van 1 uur tot de haven", "van 2 uur tot de haven", ""),
    "a number at the end": ("kavel 12", "kavel 7", "kavel 12 ≠ 7"),
}


@pytest.mark.parametrize(("one", "other", "unlike"), NUMBERED.values(), ids=NUMBERED.keys())
def test_what_numbers_alone_tell_apart(one: str, other: str, unlike: str) -> None:
    assert unlike_numbers(one.split(), other.split()) == unlike
    assert bool(unlike_numbers(other.split(), one.split())) is bool(unlike)


@pytest.mark.parametrize("text", ["het plan komt in kwartaal 2", "de stand van zaken in kamerstuk 27 923 nr 460"])
def test_times_and_citations_are_no_stages(text: str) -> None:
    assert stages_of(text.split()) == frozenset()
