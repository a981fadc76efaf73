"""The five letters tell the story that a careful reader finds in them, in the report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracker.cli import main

pytestmark = pytest.mark.usefixtures("shared")

GROUPS = ("Postponed", "Overdue, not mentioned since", "Delivered", "Delivered late", "Extended")

STORY = [
    pytest.param("Postponed", ["landelijk netwerk", "2024-12-31", "2025-12-31"], id="the network moves to 2025"),
    pytest.param("Extended", ["convenantsaanpak in de G5"], id="the covenants go on"),
    pytest.param("Postponed", ["kwaliteitskader", "2018-06-01", "no date"], id="a framework without a new date"),
    pytest.param(
        "Delivered", ["Dashboard Onderwijsarbeidsmarkt is gelanceerd", "2023-10-01"], id="the dashboard is there"
    ),
    pytest.param("Delivered late", ["beroepsbeeld", "begin 2024", "late"], id="a profile is late"),
    pytest.param(
        "Overdue, not mentioned since",
        ["sturen wij u dit plan van aanpak toe", "2017-02-20", "not mentioned in any later letter"],
        id="a plan is not heard of again",
    ),
]


@pytest.fixture
def groups(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, seeds: Path) -> dict[str, list[str]]:
    """The entries of the report by group, each as one line of text."""
    monkeypatch.setenv("COLUMNS", "140")
    assert main(["report", str(seeds), "--all"]) == 0
    found: dict[str, list[str]] = {}
    for line in capsys.readouterr().out.splitlines():
        heading = next((group for group in GROUPS if re.match(rf"{group} \(\d", line)), None)
        if heading:
            entries = found.setdefault(heading, [])
        elif re.match(r"\S.* \(\d+\)$", line):
            entries = []
        elif found and line.startswith("  ") and not line.startswith("    "):
            entries.append(line)
        elif found and line and entries:
            entries[-1] += " " + line.strip()
    return found


@pytest.mark.parametrize(("group", "words"), STORY)
def test_the_report_tells(group: str, words: list[str], groups: dict[str, list[str]]) -> None:
    assert [entry for entry in groups[group] if all(word in entry for word in words)]
