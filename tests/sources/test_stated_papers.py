"""What letters.toml says of papers, as rounds write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.sources.stated_papers import StatedPapers

TWO = ('{path = "b.txt", title = "B"}', '[[letter]]\npath = "b.txt"\ntitle = "B"\n')
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


@pytest.mark.parametrize(
    "text",
    [
        f"letter = [{TWO[0]}]\n",
        f"letter = [\n  {TWO[0]}, # mine\n]\nsource = {{dossier = '27923'}}\ntitle = 'T'\n",
        f"title = 'T'\nsource = []\n{TWO[1]}",
        f"{TWO[1]}# last",
        f"{TWO[1]}[actors]\n'A' = ['b']\n",
        f"""{TWO[1]}[[letter]]\npath = 'a.xml'\ntitle = 'Mine' # so there\n""",
        f"""letter = [{TWO[0]}, {{path = 'a.xml', title = 'Mine'}}]\n""",
    ],
)
def test_however_a_person_wrote_letters_toml_it_is_read_again(tmp_path: Path, text: str) -> None:
    """And says what it said: a round that leaves what nobody can read takes the whole collection away."""
    (tmp_path / "letters.toml").write_text(text, "utf-8")
    before = StatedPapers(tmp_path).manifest
    stated = StatedPapers(tmp_path)
    stated.tell("kst-27923-1", FACTS)
    stated.tell("kst-27923-2", {"path": "c.xml", "paper": "kst-27923-2", "title": "C"})
    stated.drop("kst-27923-2")
    stated.correct("kst-27923-1", {"date": "2024-03-01"})
    stated.source({"dossier": "36600"})
    after = StatedPapers(tmp_path).manifest
    assert after.letters.keys() == {"b.txt", "a.xml"}
    assert after.letters["b.txt"] == before.letters["b.txt"]
    entry = after.letters["a.xml"]
    assert (entry.paper, entry.sha256, entry.date) == ("kst-27923-1", "00", "2024-03-01")
    assert entry.title == ("Mine" if "a.xml" in before.letters else "Havens")
    assert (after.title, after.actors) == (before.title, before.actors)
    assert [row.dossier for row in after.sources] == [*(row.dossier for row in before.sources), "36600"]
    assert text.count("#") == (tmp_path / "letters.toml").read_text("utf-8").count("#")


def test_a_file_may_be_that_of_another_letter(stated: StatedPapers, tmp_path: Path) -> None:
    stated.correct("kst-27923-1", {"path": "kst-27923-2.xml"})
    assert stated.speaks_of_another("kst-27923-2.xml", "kst-27923-2")
    assert not stated.speaks_of_another("kst-27923-2.xml", "kst-27923-1")
    (tmp_path / "letters.toml").write_text("[[letter]]\npath = 'b.xml'\n[[letter]]\npath = 'a.xml'\npaper = 'x'\n")
    again = StatedPapers(tmp_path)
    assert not again.speaks_of_another("b.xml", "kst-27923-1"), "nothing says which it is"
    assert again.speaks_of_another("b.xml", "x"), "that one has a file"
