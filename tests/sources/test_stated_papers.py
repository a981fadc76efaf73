"""What letters.toml says of papers, as rounds write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.sources.stated_papers import StatedPapers

FACTS = {"path": "a.xml", "paper": "kst-27923-1", "title": "Havens", "sha256": "00"}


@pytest.fixture
def stated(tmp_path: Path) -> StatedPapers:
    found = StatedPapers(tmp_path)
    found.tell("kst-27923-1", FACTS)
    return found


def test_what_a_person_stated_stands_where_the_file_is_another(stated: StatedPapers, tmp_path: Path) -> None:
    path = tmp_path / "letters.toml"
    path.write_text(path.read_text("utf-8").replace("Havens", "Mine"), "utf-8")
    again = StatedPapers(tmp_path)
    again.tell("kst-27923-1", {**FACTS, "path": "b.xml", "sha256": "11"})
    for known in (again, StatedPapers(tmp_path)):
        entry = known.entries["kst-27923-1"]
        assert (entry.path, entry.title, entry.sha256) == ("b.xml", "Mine", "11")


def test_facts_are_corrected_and_papers_dropped(stated: StatedPapers, tmp_path: Path) -> None:
    stated.correct("kst-27923-1", {"title": "Sluizen"})
    assert StatedPapers(tmp_path).entries["kst-27923-1"].title == "Sluizen"
    stated.drop("kst-27923-1")
    assert (stated.entries, StatedPapers(tmp_path).entries) == ({}, {})


def test_a_source_is_stated_beside_others(stated: StatedPapers, tmp_path: Path) -> None:
    for dossier in ("27923", "36600"):
        stated.source({"dossier": dossier})
    assert [row.dossier for row in StatedPapers(tmp_path).manifest.sources] == ["27923", "36600"]


def test_a_paper_that_has_no_id_is_known_by_its_dossier_and_number(tmp_path: Path) -> None:
    text = '[[letter]]\npath = "a.txt"\ndossier = "27 923"\nnumber = "8"\n\n[[letter]]\npath = "b.txt"\n'
    (tmp_path / "letters.toml").write_text(text, "utf-8")
    assert list(StatedPapers(tmp_path).entries) == ["kst-27923-8"]
