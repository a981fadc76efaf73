"""Citations, and addresses that are built from ids and paths alone."""

from __future__ import annotations

from typing import Literal

import pytest
from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, NEW, OLD, SMALL
from tracker.ledger.queries import Index
from tracker.model import Section
from tracker.views.citations import citation, cited, file_link, official
from tracker.views.names import cited_as


@pytest.mark.parametrize(
    ("id_", "address"),
    [
        ("kst-21501-20-1950", "https://zoek.officielebekendmakingen.nl/kst-21501-20-1950.html"),
        ("ah-tk-20232024-12", "https://zoek.officielebekendmakingen.nl/ah-tk-20232024-12.html"),
        pytest.param("2015_vragen", "", id="a file's name"),
        pytest.param("kst-27923-492/../x", "", id="a path"),
        pytest.param("kst-27923-492?x=1", "", id="a query"),
        pytest.param("kst-27923-492\n", "", id="a line end"),
        pytest.param("javascript:kst-27923-492", "", id="a scheme"),
        pytest.param("kst-27923-492", "https://zoek.officielebekendmakingen.nl/kst-27923-492.html", id="a paper"),
        pytest.param(
            "kst-36410-VIII-12", "https://zoek.officielebekendmakingen.nl/kst-36410-VIII-12.html", id="a budget's paper"
        ),
    ],
)
def test_only_an_official_id_has_an_address(id_: str, address: str) -> None:
    assert official(replace(OLD, id=id_)) == address


@pytest.mark.parametrize(
    ("base", "path", "link"),
    [
        pytest.param("", "a.txt", "", id="nobody knows where"),
        pytest.param("seeds", "/etc/passwd", "", id="an absolute path"),
        pytest.param("seeds", "../x.txt", "", id="out of the collection"),
        pytest.param("seeds", "javascript:alert(1).txt", "./seeds/javascript%3Aalert%281%29.txt", id="a scheme"),
        pytest.param("../mijn brieven", "é.txt", "../mijn%20brieven/%C3%A9.txt", id="spaces and accents"),
        pytest.param(".", "a:b.txt", "./a%3Ab.txt", id="the same folder"),
    ],
)
def test_a_link_to_a_file_is_relative_and_stays_inside(base: str, path: str, link: str) -> None:
    assert file_link(base, path) == link


@pytest.mark.parametrize(
    ("heading", "parent", "told"),
    [
        pytest.param("Havens en sluizen", None, "§ Havens en sluizen", id="without a number"),
        pytest.param("Ik wil meer", None, "§ Ik wil meer", id="a word is no number"),
        pytest.param("60.000 leraren", None, "§ 60.000 leraren", id="an amount is no number"),
        pytest.param("2. Havens", None, "§ 2", id="a number"),
        pytest.param("1.2 Havens", None, "§ 1.2", id="two numbers"),
        pytest.param("IV. Havens", None, "§ IV", id="a roman number"),
        pytest.param("ii. Kades", "3. Havens", "§ 3.ii", id="a number under a number"),
        pytest.param("x " * 60, None, "§ x x", id="endless"),
    ],
)
def test_a_section_is_cited_by_its_number(heading: str, parent: str | None, told: str) -> None:
    above = (Section("s0", parent, 1, 1),) if parent else ()
    section = Section(COMMITMENTS[0].section or "", heading, 2, 2, "s0" if parent else None)
    index = Index(replace(SMALL, letters=(replace(OLD, sections=(*above, section)), NEW)))
    where = citation(index, COMMITMENTS[0]).replace("\xa0", " ")
    assert where.startswith(f"Kamerstuk 12 345, nr. 7, {told}")
    assert where.endswith(", p. 1, line 1")
    assert len(where) < 120


def test_a_part_without_a_number_between_is_passed_over() -> None:
    sections = (
        Section("s0", "1. Opleiden", 1, 1),
        Section("s1", "Stappenplan", 2, 2, "s0"),
        Section(COMMITMENTS[0].section or "", "iii. Instroom", 3, 3, "s1"),
    )
    index = Index(replace(SMALL, letters=(replace(OLD, sections=sections), NEW)))
    assert "§\xa01.iii, p." in citation(index, COMMITMENTS[0])


def test_a_letter_that_is_no_paper_is_cited_by_its_file() -> None:
    assert cited(replace(OLD, number=None)) == "kst-12345-7.txt"


@pytest.mark.parametrize(
    ("form", "told"), [("bare", "12345, 7"), ("full", "12345, 7"), ("short", "7")], ids=["bare", "full", "short"]
)
def test_a_language_without_a_way_to_cite_gives_the_numbers(
    monkeypatch: pytest.MonkeyPatch, form: Literal["bare", "full", "short"], told: str
) -> None:
    """What a pack lacks is told without words."""
    monkeypatch.setattr("tracker.views.names.entries", lambda *_: {})
    monkeypatch.setattr("tracker.views.citations.entries", lambda *_: {})
    assert cited_as(form, OLD.dossier, OLD.number).replace(" ", "") == told.replace(" ", "")
    assert official(replace(OLD, id="kst-27923-492")) == ""
