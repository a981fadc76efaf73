"""Series with annotated threads, made and published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tracker.training.series import made_series, published_series, read_series, says_the_same

TEXT = """@ 2023-03-01 | brief | Waterbrief
#\tDe rivieren
F deliver + T01\tVoor de zomer van 2024 stuur ik uw Kamer het actieplan waterberging.

F start + T02?\tIn 2024 openen wij een meldpunt voor geluid.

@ 2024-06-01 | brief | Waterbrief
#\tDe rivieren
R delivered + T01\tHet actieplan waterberging is op 3 mei 2024 aan uw Kamer gestuurd.

= threads
T01 | Actieplan waterberging sturen | delivered | no
T02 | Meldpunt geluid openen | lapsed | no
"""


def test_a_series_has_papers_members_and_statuses() -> None:
    found = read_series(TEXT)
    assert [day for day, _ in found.papers] == ["2023-03-01", "2024-06-01"]
    assert found.statuses == {"T01": "delivered", "T02": "lapsed"}
    assert [row.paper for row in found.members["T01"]] == [0, 1]
    assert [(row.text[:7], row.optional) for row in found.members["T02"]] == [("In 2024", True)]


def test_each_statement_of_a_made_series_has_its_threads(tmp_path: Path) -> None:
    (tmp_path / "water.series").write_text(TEXT, encoding="utf-8")
    (found,) = made_series(tmp_path)
    assert found.name == "water"
    statements = {row.id: row.quote for row in (*found.ledger.commitments, *found.ledger.reports)}
    threads = {statements[name]: names for name, names in found.threads.items()}
    assert {quote[:20]: names for quote, names in threads.items() if "actieplan" in quote} == {
        "Voor de zomer van 20": {"T01"},
        "Het actieplan waterb": {"T01"},
    }


def test_nothing_learns_from_a_series_that_only_measures(tmp_path: Path) -> None:
    (tmp_path / "unseen-water.series").write_text(TEXT, encoding="utf-8")
    assert list(made_series(tmp_path)) == []


def test_published_papers_are_found_by_their_names_or_years(tmp_path: Path) -> None:
    papers, gold = tmp_path / "papers", tmp_path / "gold"
    papers.mkdir()
    gold.mkdir()
    quote = "Voor de zomer van 2024 stuur ik uw Kamer het actieplan waterberging."
    (papers / "2023-03-01_brief.txt").write_text(f"Datum 1 maart 2023\n\nGeachte voorzitter,\n\n{quote}\n", "utf-8")
    (papers / "2022-03-01_ander.txt").write_text("Datum 1 maart 2022\n\nGeachte voorzitter,\n\nNiets.\n", "utf-8")
    row = {"id": "w1", "members": [{"letter": "2023", "quote": quote}, {"letter": "2020", "quote": quote}]}
    (gold / "water.threads.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (found,) = published_series(papers, gold)
    assert (found.name, [letter.path for letter in found.ledger.letters]) == ("water", ["2023-03-01_brief.txt"])
    assert list(found.threads.values()) == [{"w1"}]


SAME = {
    "another sentence": ("Er komt een brug over de Maas.", "Er komt een school in de stad.", False),
    "a short one in a long one": ("Er komt een brug.", "Er komt een brug over de Maas bij Grave.", False),
    "a clause of a sentence": (
        "dat er in 2024 een brug over de Maas komt",
        "Wij melden dat er in 2024 een brug over de Maas komt.",
        True,
    ),
    "other signs": ("Er komt een brug, in 2024.", "Er komt een brug in 2024", True),
}


@pytest.mark.parametrize(("one", "other", "same"), SAME.values(), ids=SAME.keys())
def test_what_says_the_same(one: str, other: str, same: bool) -> None:
    assert says_the_same(one, other) is says_the_same(other, one) is same
