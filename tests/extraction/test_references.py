"""The papers and the like that a text names."""

from __future__ import annotations

import pytest

from tracker.extraction.references import find_citations, find_papers, find_references


@pytest.mark.parametrize(
    ("text", "kind", "ident"),
    [
        ("zie Kamerstuk 27 923, nr. 443", "kamerstuk", "kst-27923-443"),
        ("Kamerstukken II 2023/24, 29689, nr. 1234", "kamerstuk", "kst-29689-1234"),
        ("(Kamerstuk 36 200 VIII, nr. 99)", "kamerstuk", "kst-36200-VIII-99"),
        ("TZ202402-158", "toezegging", "TZ202402-158"),
        ("de motie Visser/De Boer werd aangenomen", "motie", "Visser/De Boer"),
    ],
)
def test_references(text: str, kind: str, ident: str) -> None:
    assert [(row.kind, row.id) for row in find_references(text)] == [(kind, ident)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("de dossiers 31 293 en 27 923", ()),
        ("Kamerstuk 31 293, 27 923, nr. 4", ("kst-27923-4",)),
        ("Kamerstuk 31 293 en Kamerstuk 27 923, nr. 456", ("kst-27923-456",)),
        ("Kamerstuk 31 293, nr. 671 en 27 923, nr. 456", ("kst-31293-671", "kst-27923-456")),
        ("in 2022 en 27 923, nr. 456", ("kst-27923-456",)),
        ("Kamerstukken 31 293 en 27 923, nr. 671", ("kst-31293-671",)),
        ("Kamerstukken II 2022/23, 31293 en 27923, nr. 671", ("kst-31293-671",)),
        ("Kamerstuk 31 293/27 923, nr. 671", ("kst-31293-671",)),
        ("Kamerstukken II 2021/22, 35 925 VIII en 27 923 XV, nr. 12", ("kst-35925-VIII-12",)),
        ("Kamerstukken 31 293, 27 923 en 30 012, nr. 7", ("kst-31293-7",)),
        ("Kamerstukken 31 293 en 27 923 (nr. 671)", ("kst-31293-671",)),
    ],
)
def test_a_number_behind_several_dossiers_is_that_of_the_first(text: str, found: tuple[str, ...]) -> None:
    assert find_papers(text) == found


def test_only_published_papers_are_papers() -> None:
    text = "Zie 2024D01234, Kamerstuk 29 515, nrs. 3-5, de motie Visser, TZ202402-158, bijlage 2 en vraag 3."
    assert find_papers(text) == ("2024D01234", "kst-29515-3", "kst-29515-4", "kst-29515-5")


def test_a_citation_goes_on_to_its_last_number() -> None:
    """So that none of them is taken for an amount."""
    text = "In Kamerstuk 29 515, nrs. 12, 13 en 15 plaatsen wij dit."
    (citation,) = find_citations(text)
    assert text[citation.begin : citation.end] == "Kamerstuk 29 515, nrs. 12, 13 en 15"
    assert {row.text for row in citation.references} == {text[citation.begin : citation.end]}


@pytest.mark.parametrize(("numbers", "found"), [("3-900", ["3", "900"]), ("9-7", ["9", "7"]), ("4-4", ["4"])])
def test_of_a_range_that_is_none_the_ends_are_told(numbers: str, found: list[str]) -> None:
    assert find_papers(f"Kamerstuk 29 515, nrs. {numbers}") == tuple(f"kst-29515-{one}" for one in found)
