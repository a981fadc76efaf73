"""Groups of one kind are told apart by all their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repositories import masthead
from tracker.commands.source import CollectionSource
from tracker.extraction.target_groups import named_groups
from tracker.model import Status


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De scholen krijgen een handreiking.", set()),
        ("De Povlakte is droog en het depot is vol.", set()),
        ("Op wo 3 mei spreken wij de raad.", set()),
        ("De middelbare termijn loopt af.", set()),
        ("De haven van Sluis wordt verdiept.", set()),
        ("Basisscholen en basisschoolleerlingen krijgen een handreiking.", {"primary"}),
        ("In het Primair Onderwijs volgt een handreiking.", {"primary"}),
        ("Een handreiking voor po-scholen en het mbo.", {"primary", "vocational"}),
        ("Op middelbare scholen volgt een handreiking.", {"secondary"}),
        ("Windparken op zee leveren stroom.", {"wind_at_sea"}),
        ("De vrachtwagens en personenauto's.", {"lorry", "car"}),
    ],
)
def test_a_text_names_groups_by_whole_words(text: str, found: set[str]) -> None:
    assert {name for _, name in named_groups(text)} == found


@pytest.mark.parametrize(
    ("where", "status"),
    [
        ("op middelbare scholen", Status.UNCLEAR),
        ("in het voortgezet onderwijs", Status.UNCLEAR),
        ("in het primair onderwijs", Status.DELIVERED),
        ("op basisscholen en in het mbo", Status.DELIVERED),
    ],
)
def test_what_is_said_of_another_group_of_the_kind_meets_no_promise(tmp_path: Path, where: str, status: Status) -> None:
    promised = (
        "Ik zeg toe uw Kamer voor de zomer van 2023 een evaluatie van het lesmateriaal op basisscholen te sturen.\n"
    )
    said = f"Op 3 juli 2023 is de evaluatie van het lesmateriaal {where} aan uw Kamer gestuurd.\n"
    (tmp_path / "1.txt").write_text(masthead("1", "1 maart 2023") + promised, "utf-8")
    (tmp_path / "2.txt").write_text(masthead("2", "10 september 2023") + said, "utf-8")
    assert CollectionSource(tmp_path).ledger.threads[0].status is status
