"""The answers of the official publications, page by page."""

from __future__ import annotations

import datetime as dt
from typing import cast

import pytest

from tests.sources.answers import KnownAnswers, client
from tests.sources.server import PAGE
from tracker.errors import SourceError
from tracker.sources.client import Client
from tracker.sources.papers import Dossier
from tracker.sources.services import known_services
from tracker.sources.sru import publications_of

RECORD = (
    "<record><{id}>kst-27923-{number}</{id}><{dossier}>27923</{dossier}><{number_}>{number}</{number_}>"
    "<{title}>Voortgang {number}</{title}><{date}>2024-03-0{number}</{date}><subrubriek>Brief</subrubriek>"
    "<modified>2024-03-0{number}</modified>"
    "<itemUrl>https://x.nl/{number}.html</itemUrl><itemUrl>https://x.nl/{number}.xml</itemUrl>"
    "<itemUrl>https://x.nl/metadata.xml</itemUrl><itemUrl>https://x.nl/a.doc</itemUrl></record>"
)


def answer(*numbers: int, total: int) -> bytes:
    fields = known_services().publications.fields
    names = {"id": fields.id, "dossier": fields.dossier, "number_": fields.number}
    names |= {"title": fields.title, "date": fields.date}
    names = {name: element.rpartition(".")[2].rpartition(":")[2] for name, element in names.items()}
    rows = "".join(RECORD.format(number=number, **names) for number in numbers)
    whole = f"<numberOfRecords>{total}</numberOfRecords><records>{rows}</records>"
    return f"<searchRetrieveResponse>{whole}</searchRetrieveResponse>".encode()


DOSSIER = Dossier(27923)


def test_papers_come_with_their_forms_the_best_first() -> None:
    service = known_services().publications
    data = answer(1, 2, total=2)
    known = KnownAnswers(**{"http": data})
    one, two = publications_of(cast("Client", known), service, DOSSIER, since=dt.date(2024, 1, 1))
    assert (one.id, one.number, one.date, one.title) == ("kst-27923-1", "1", dt.date(2024, 3, 1), "Voortgang 1")
    assert [form.name for form in two.forms] == ["xml", "html"]
    assert len(known.asked) == 1
    assert "2024-01-01" in known.asked[0]


def test_a_paper_of_another_dossier_is_passed_over_and_each_comes_once() -> None:
    service = known_services().publications
    data = answer(1, 1, total=2)
    rows = list(publications_of(client(http=data), service, Dossier(36600)))
    assert rows == []
    assert len(list(publications_of(client(http=data), service, DOSSIER))) == 1


@pytest.mark.parametrize(
    ("dossier", "asked", "found"),
    [
        (DOSSIER, "2", []),
        (DOSSIER, "1", ["kst-27923-1"]),
        (None, "kst-1268678", []),
        (None, "kst-27923-1", ["kst-27923-1"]),
    ],
)
def test_of_one_paper_asked_for_no_other_is_taken(dossier: Dossier | None, asked: str, found: list[str]) -> None:
    """A service that does not heed the question answers with whatever it has."""
    rows = publications_of(client(http=answer(1, total=1)), known_services().publications, dossier, paper=asked)
    assert [row.id for row in rows] == found


@pytest.mark.parametrize("stated", ["27923;31289", "31289;27923"])
def test_a_paper_of_two_dossiers_has_the_id_that_it_is_published_under(stated: str) -> None:
    service = known_services().publications
    data = answer(1, total=1).replace(b">27923<", f">{stated}<".encode())
    for asked in (DOSSIER, Dossier(31289)):
        (row,) = publications_of(client(http=data), service, asked)
        assert (row.id, row.dossier, row.others) == ("kst-27923-1", DOSSIER, (Dossier(31289),))
    assert list(publications_of(client(http=data), service, Dossier(31289), paper="1")) == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (PAGE, "source.no-answer"),
        (b"<other/>", "source.no-answer"),
        (b"<searchRetrieveResponse><record><x/></record></searchRetrieveResponse>", "source.other-form"),
        (
            b"<searchRetrieveResponse><diagnostic><message>Te druk</message></diagnostic></searchRetrieveResponse>",
            "source.diagnostic",
        ),
        (
            b"<searchRetrieveResponse><numberOfRecords>1</numberOfRecords><record/></searchRetrieveResponse>",
            "source.other-form",
        ),
    ],
)
def test_what_is_no_answer_is_told(data: bytes, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(publications_of(client(http=data), known_services().publications, DOSSIER))
    assert caught.value.message.id == told


@pytest.mark.parametrize("field", ["documenttitel", "date", "identifier", "subrubriek", "modified", "itemUrl"])
def test_a_field_with_another_name_is_told(field: str) -> None:
    """By these papers are chosen, fetched and asked for again: without them none would be, and nobody knew why."""
    data = answer(1, 2, total=2).replace(f"{field}>".encode(), b"anders>")
    told = {"modified": "datumTijdstipWijzigingExpression"}.get(field, field)
    with pytest.raises(SourceError, match=told) as caught:
        list(publications_of(client(http=data), known_services().publications, DOSSIER))
    assert caught.value.message.id == "source.other-form"


@pytest.mark.parametrize(("then", "came"), [(answer(total=4), 2), (answer(1, 2, total=4), 2), (answer(3, total=4), 3)])
def test_a_list_that_is_shorter_than_it_says_is_told_with_what_came(then: bytes, came: int) -> None:
    """The next page is empty, the first one again, or a short one; one that is told twice in a page is no hole."""
    known = client(**{"startRecord=1&": answer(1, 2, total=4), "http": then})
    rows = publications_of(known, known_services().publications, DOSSIER)
    assert len([next(rows) for _ in range(came)]) == came
    with pytest.raises(SourceError) as caught:
        next(rows)
    assert caught.value.message.id == "source.short"
    assert dict(caught.value.message.params) == {"service": "SRU overheid.nl", "came": came, "number": 4}
    assert (
        len(list(publications_of(client(http=answer(1, 1, 2, total=3)), known_services().publications, DOSSIER))) == 2
    )


def test_an_answer_that_never_ends_is_given_up() -> None:
    with pytest.raises(SourceError) as caught:
        list(publications_of(client(http=answer(1, total=10**9)), known_services().publications, DOSSIER))
    assert caught.value.message.id == "source.endless"
