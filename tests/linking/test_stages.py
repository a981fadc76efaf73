"""Numbered stages are told apart; counts and parts of the year are no stages."""

from __future__ import annotations

import pytest

from tracker.linking.stages import stages_of, unlike_stages

STAGES = [
    ("in 2031 volgt de derde en laatste tranche", {("tranche", "derde")}),
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
    "a year": (["plan", "2024", "komt"], set()),
    "a number of what follows": (["leraren", "12", "scholen"], set()),
    "a numbered thing": (["kade", "van", "dorp", "3", "op"], {("dorp", "3")}),
    "a number at the end": (["kavel", "12"], {("kavel", "12")}),
}


@pytest.mark.parametrize(("words", "stages"), NUMBERED.values(), ids=NUMBERED.keys())
def test_what_a_number_tells_apart(words: list[str], stages: set[tuple[str, str]]) -> None:
    assert stages_of(words) == stages
