"""The answers of the register of parliament, page by page."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import nullcontext
from typing import Any

import pytest

from tests.sources.answers import client
from tracker.errors import SourceError
from tracker.sources.odata import beginning, day_there, papers_of, withdrawn_since
from tracker.sources.papers import Dossier
from tracker.sources.services import known_services

SIGNED = "Eerste ondertekenaar"
DOSSIER = {"Id": "d", "ApiGewijzigdOp": "2024", "Verwijderd": False, "Nummer": 27923, "Toevoeging": None, "Titel": "H"}
ROW = {
    "Id": "00-1", "ApiGewijzigdOp": "2024-03-02", "Verwijderd": False, "Soort": "Brief regering",
    "DocumentNummer": "2024D12345", "Titel": "T", "Onderwerp": "Voortgang", "Datum": "2024-03-01T00:00:00Z",
    "Volgnummer": 460, "Aanhangselnummer": None, "ContentType": "application/pdf; x", "Kamerstukdossier": [DOSSIER],
    "DocumentActor": [
        {"Id": "a", "ApiGewijzigdOp": "2024", "Verwijderd": False, "ActorNaam": " A. Minister ", "Relatie": SIGNED},
        {"Id": "b", "ApiGewijzigdOp": "2024", "Verwijderd": True, "ActorNaam": "B", "Relatie": SIGNED},
        {"Id": "c", "ApiGewijzigdOp": "2024", "Verwijderd": False, "ActorNaam": "C", "Relatie": "Afzender van iets"},
    ],
}  # fmt: skip


def page(*rows: dict[str, Any], **more: str | int) -> bytes:
    return json.dumps({"value": rows, **more}).encode()


def listed(*rows: dict[str, Any]) -> list[str]:
    service = known_services().parliament
    return [row.id for row in papers_of(client(http=page(*rows)), service, Dossier(27923))]


def test_a_record_is_a_paper_with_its_file_and_signatories() -> None:
    service = known_services().parliament
    (paper,) = papers_of(client(http=page(ROW)), service, Dossier(27923))
    assert (paper.id, paper.number, paper.title, paper.record) == ("kst-27923-460", "460", "Voortgang", "00-1")
    assert [form.name for form in paper.forms] == ["pdf"]
    assert "A. Minister" in paper.signatories
    assert "B" not in paper.signatories


def test_papers_of_the_day_itself_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Midnight of Dutch time is still the day before where the service compares moments."""
    asked: list[str] = []

    def answered(_client: object, _service: object, question: str, _type: object) -> tuple[()]:
        asked.append(question)
        return ()

    monkeypatch.setattr("tracker.sources.odata.records", answered)
    service = known_services().parliament
    assert list(papers_of(client(http=page()), service, Dossier(27923), since=dt.date(2024, 3, 1))) == []
    assert "2024-02-29T" in asked[0]


@pytest.mark.parametrize(
    ("change", "ids"),
    [
        ({"Kamerstukdossier": [DOSSIER | {"Nummer": 36600}]}, []),
        ({"Kamerstukdossier": [DOSSIER | {"Verwijderd": True}]}, []),
        ({"Kamerstukdossier": []}, []),
        ({"Kamerstukdossier": [DOSSIER | {"Toevoeging": "VIII"}]}, []),
        ({"Volgnummer": None}, ["2024D12345"]),
        ({"Volgnummer": None, "Soort": "Bijlage"}, []),
        ({"Onderwerp": None}, ["kst-27923-460"]),
    ],
)
def test_what_is_no_paper_of_the_dossier_is_passed_over(change: dict[str, Any], ids: list[str]) -> None:
    assert listed(ROW | change) == ids


@pytest.mark.parametrize(
    ("asked", "found"),
    [("461", []), ("460", ["kst-27923-460"]), ("2024D99999", []), ("2024D12345", ["kst-27923-460"])],
)
def test_of_one_paper_asked_for_no_other_is_taken(asked: str, found: list[str]) -> None:
    """A service that does not heed the filter answers with whatever it has."""
    dossier = Dossier(27923) if asked.isdecimal() else None
    papers = papers_of(client(http=page(ROW)), known_services().parliament, dossier, paper=asked)
    assert [row.id for row in papers] == found


@pytest.mark.parametrize(("number", "found"), [("232402313", ["ah-tk-20232024-2313"]), ("232402314", [])])
def test_answers_are_known_by_their_number(number: str, found: list[str]) -> None:
    row = ROW | {"Volgnummer": -1, "Aanhangselnummer": number, "Kamerstukdossier": []}
    papers = papers_of(client(http=page(row)), known_services().parliament, None, paper="ah-tk-20232024-2313")
    assert [one.id for one in papers] == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, ["kst-27923-460"]),
        ({"Volgnummer": None, "Kamerstukdossier": [], "Aanhangselnummer": "232402313"}, ["ah-tk-20232024-2313"]),
        ({"Volgnummer": None, "Kamerstukdossier": []}, ["2024D12345"]),
        ({"Soort": "Bijlage"}, []),
        ({"Zaak": [{"Nummer": "2024Z00002", "Verwijderd": False}]}, []),
        ({"Zaak": [{"Nummer": "2024Z00001", "Verwijderd": True}]}, []),
        ({"Zaak": []}, []),
    ],
)
def test_a_case_has_all_its_papers_but_annexes(change: dict[str, Any], found: list[str]) -> None:
    row = ROW | {"Zaak": [{"Nummer": "2024Z00001", "Verwijderd": False}]} | change
    papers = papers_of(client(http=page(row)), known_services().parliament, None, paper="2024Z00001")
    assert [one.id for one in papers] == found


def test_a_record_comes_once() -> None:
    assert listed(ROW, ROW) == ["kst-27923-460"]


@pytest.mark.parametrize(
    ("counts", "told"), [((3, 2), "sent 2 of 3"), ((2, 3), "sent 2 of 3"), ((2, 2), ""), ((1, 2), "")]
)
def test_pages_that_hold_fewer_than_there_are_are_no_whole_answer(counts: tuple[int, int], told: str) -> None:
    """One that was taken back meanwhile moves the others a place up: the first of the next page is in none."""
    first = page(ROW, **{"@odata.nextLink": "Document?more", "@odata.count": counts[0]})
    last = page(ROW | {"Id": "00-2", "Volgnummer": 461}, **{"@odata.count": counts[1]})
    found: list[str] = []
    with pytest.raises(SourceError, match=told) if told else nullcontext():
        service = known_services().parliament
        found += (row.id for row in papers_of(client(more=last, http=first), service, Dossier(27923)))
    assert found or told


def test_withdrawn_records_are_told_with_when() -> None:
    gone = {"Id": "00-2", "ApiGewijzigdOp": "2024-04-01", "Verwijderd": True}
    service = known_services().parliament
    assert list(withdrawn_since(client(http=page(gone, {**gone, "Id": "3", "Verwijderd": False})), service, "x")) == [
        ("00-2", "2024-04-01")
    ]


@pytest.mark.parametrize(
    ("data", "told", "words"),
    [
        (b"<html> Storing ", "source.no-answer", "<html> Storing"),
        (page(ROW | {"Volgnummer": "x"}), "source.other-form", "Volgnummer"),
        (page({"Id": "1"}), "source.other-form", "ApiGewijzigdOp"),
    ],
)
def test_what_is_no_answer_is_told(data: bytes, told: str, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        list(papers_of(client(http=data), known_services().parliament, Dossier(27923)))
    assert caught.value.message.id == told


def test_a_mark_before_an_answer_is_none_of_it() -> None:
    answer = b"\xef\xbb\xbf" + page(ROW)
    assert len(list(papers_of(client(http=answer), known_services().parliament, Dossier(27923)))) == 1


def test_how_an_answer_begins() -> None:
    assert beginning(b"\xff  <html>\n" + b"x" * 300) == f"\ufffd <html> {'x' * 51}"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2024-02-29T22:59:00Z", dt.date(2024, 2, 29)),
        ("2024-02-29T23:00:00Z", dt.date(2024, 3, 1)),
        ("2024-06-30T22:00:00Z", dt.date(2024, 7, 1)),
        ("2024-03-01T00:00:00+01:00", dt.date(2024, 3, 1)),
        ("2024-03-01T00:00:00", dt.date(2024, 3, 1)),
        ("2024-03-01", dt.date(2024, 3, 1)),
        ("0001-01-01T00:00:00Z", dt.date(1, 1, 1)),
        ("soon", None),
        (None, None),
    ],
)
def test_a_moment_is_the_day_where_parliament_sits(moment: str | None, day: dt.date | None) -> None:
    assert day_there(moment, "Europe/Amsterdam") == day


@pytest.mark.parametrize(("code", "record"), [("..", "00-1"), ("", "00-1"), ("../..", "../"), (None, "{}")])
def test_a_paper_without_a_number_has_an_id_whatever_it_is_called(code: str | None, record: str) -> None:
    """One that can be the name of a file: the register's number, else its record."""
    (id_,) = listed(ROW | {"Volgnummer": None, "DocumentNummer": code, "Id": record})
    assert id_.replace("-", "").isalnum()
