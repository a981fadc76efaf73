"""The register of parliament (OData): its papers, typed, page by page."""

from __future__ import annotations

import datetime as dt
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import Generic, TypeVar
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.formats.registry import fetched_formats
from tracker.errors import SourceError
from tracker.i18n.message import message
from tracker.sources.client import Client, PassingError
from tracker.sources.hosts import joined_address
from tracker.sources.papers import (
    Dossier,
    ListedPaper,
    PaperForm,
    answers_id,
    answers_number,
    has_register_number,
    id_by_code,
    is_case,
    named_after,
    paper_id,
)
from tracker.sources.services import Parliament
from tracker.text.days import iso_day
from tracker.text.normalize import one_space
from tracker.text.wrong_form import form_fault

AnyRecord = TypeVar("AnyRecord", bound="RegisterRecord")

LARGEST = 32 << 20
"""Bytes of one page."""
_PAGES = 400
"""Pages of answers that are asked for at most."""
_A_DAY = dt.timedelta(days=1)
"""Days of papers are moments of Dutch time: of one of midnight it is still the evening before where it is asked."""
TYPES = {row.media: row.form for row in fetched_formats() if row.media}
"""The forms of a paper by what services call them."""


class RegisterRecord(Struct, frozen=True, rename="pascal"):
    """What every record has."""

    id: str
    api_gewijzigd_op: str
    verwijderd: bool


class ActorRecord(Struct, frozen=True, rename="pascal"):
    """Who has to do with a paper, and what."""

    actor_naam: str | None
    relatie: str | None
    verwijderd: bool = False


class DossierRecord(Struct, frozen=True, rename="pascal"):
    """A dossier."""

    nummer: int | None
    toevoeging: str | None
    titel: str | None
    verwijderd: bool = False


class CaseRecord(Struct, frozen=True, rename="pascal"):
    """A case that papers are of."""

    nummer: str | None
    verwijderd: bool = False


class DocumentRecord(RegisterRecord, frozen=True, rename="pascal"):
    """A paper; what this tracker cannot do without must be there, if only as nothing."""

    soort: str | None
    document_nummer: str | None
    aanhangselnummer: str | None
    onderwerp: str | None
    datum: str | None
    volgnummer: int | None
    content_type: str | None
    kamerstukdossier: tuple[DossierRecord, ...]
    document_actor: tuple[ActorRecord, ...]
    zaak: tuple[CaseRecord, ...] = ()


class RecordPage(Struct, Generic[AnyRecord], frozen=True):
    """An answer: records, where more of them are, and of how many."""

    value: tuple[AnyRecord, ...]
    next: str = msgspec.field(name="@odata.nextLink", default="")
    count: int | None = msgspec.field(name="@odata.count", default=None)


def papers_of(
    client: Client,
    service: Parliament,
    dossier: Dossier | None,
    *,
    paper: str = "",
    since: dt.date | None = None,
    changed: str = "",
) -> Iterator[ListedPaper]:
    """The papers of a dossier, or one of them: those of a day or later, whose record `changed` after a moment.

    Without a dossier: the paper of that id, or those of that case. Each record once, withdrawn ones as such. Raises
    SourceError.
    """
    asked = _of_dossier(service, dossier, paper) if dossier else _of_code(service, paper)
    if not asked:
        return
    filters = [asked]
    filters += [service.since.format(day=(since - _A_DAY).isoformat())] if since else []
    filters += [service.changed.format(moment=changed)] if changed else []
    template = service.case if is_case(paper) else service.papers
    for row in records(client, service, _question(service, template, filters), RecordPage[DocumentRecord]):
        if _is_asked(service, row, dossier, paper) and (found := _paper(service, dossier, row)):
            yield found if found.number or dossier or is_case(paper) else replace(found, id=id_by_code(paper))


def withdrawn_since(client: Client, service: Parliament, moment: str) -> Iterator[tuple[str, str]]:
    """The records of papers that were taken back after a moment, each with when. Raises SourceError."""
    question = service.base + quote(service.withdrawn.format(moment=moment), safe="(),/:'?$&=")
    for row in records(client, service, question, RecordPage[RegisterRecord]):
        if row.verwijderd:
            yield row.id, row.api_gewijzigd_op


def _question(service: Parliament, template: str, filters: list[str]) -> str:
    return service.base + template.format(filter=quote(" and ".join(filters), safe="(),/:'"))


def _of_dossier(service: Parliament, dossier: Dossier, paper: str) -> str:
    """How to ask for the papers of a dossier, or for one; "" where the register has none of that kind."""
    if paper and not paper.isdecimal():
        return ""
    suffix = f"'{dossier.suffix}'" if dossier.suffix else "null"
    template = service.of_paper if paper else service.of_dossier
    return template.format(number=dossier.number, suffix=suffix, paper=paper)


def _of_code(service: Parliament, code: str) -> str:
    """How to ask for a paper by its id, "" where the register does not know ids of that kind."""
    if is_case(code):
        return service.of_case.format(code=code)
    if answers := answers_number(code):
        return service.of_answers.format(code=answers)
    return service.of_code.format(code=id_by_code(code)) if has_register_number(code) else ""


def records(
    client: Client, service: Parliament, question: str, form: type[RecordPage[AnyRecord]]
) -> Iterator[AnyRecord]:
    """The records that answer a question, each once, however often pages repeat them.

    Raises SourceError: an answer is none, or the pages hold fewer than there are, as where one was taken back meanwhile
    and the rest moved up.
    """
    seen: set[str] = set()
    asked: set[str] = set()
    came = total = 0
    url = question
    for number in range(_PAGES):
        asked.add(url)
        page = _page(service, client.get(url, LARGEST, accept="application/json").data or b"", form)
        fresh = [row for row in page.value if row.id not in seen]
        came, total = came + len(page.value), max(total, page.count or 0)
        seen.update(row.id for row in fresh)
        yield from {row.id: row for row in fresh}.values()
        if page.next:
            url = joined_address(service.base + "/", page.next)
        elif len(page.value) >= service.page and fresh:
            url = f"{question}&$skip={(number + 1) * service.page}"
        elif came < total:
            raise PassingError(message("source.short", service=service.name, came=came, number=total))
        else:
            return
        if url in asked:
            break
    raise SourceError("source.endless", service=service.name)


def _page(service: Parliament, data: bytes, form: type[RecordPage[AnyRecord]]) -> RecordPage[AnyRecord]:
    """An answer, understood. Raises PassingError: it is no JSON; SourceError: it has other fields."""
    try:
        return msgspec.json.decode(data.removeprefix(BOM_UTF8), type=form)
    except msgspec.ValidationError as fault:
        raise SourceError("source.other-form", service=service.name, cause=form_fault(fault)) from fault
    except (msgspec.DecodeError, RecursionError) as fault:
        raise PassingError(message("source.no-answer", service=service.name, begins=beginning(data))) from fault


def beginning(data: bytes) -> str:
    """How an answer begins that is none."""
    return one_space(data[:200].decode(errors="replace"))[:60]


def _is_asked(service: Parliament, row: DocumentRecord, dossier: Dossier | None, paper: str) -> bool:
    """Whether a record is of what was asked for: a service that does not heed a filter answers with others."""
    if is_case(paper):
        return row.soort != service.annex and any(case.nummer == paper and not case.verwijderd for case in row.zaak)
    if dossier is None:
        return row.document_nummer == id_by_code(paper) or row.aanhangselnummer == (answers_number(paper) or "-")
    return dossier in _dossiers(row) and (not paper or _number(row) == paper)


def _dossiers(row: DocumentRecord) -> dict[Dossier, str]:
    """The dossiers that a record stands in, each with its title."""
    known = (one for one in row.kamerstukdossier if one.nummer and not one.verwijderd)
    return {Dossier(one.nummer or 0, (one.toevoeging or "").strip().upper()): one.titel or "" for one in known}


def _number(row: DocumentRecord) -> str:
    return str(row.volgnummer) if row.volgnummer and row.volgnummer > 0 else ""


def _paper(service: Parliament, dossier: Dossier | None, row: DocumentRecord) -> ListedPaper | None:
    """A record as a paper of a dossier, else of its first; None where it is an annex of one."""
    of, number = _dossiers(row), _number(row)
    if dossier and not number and row.soort != service.letter:
        return None
    dossier = dossier or next(iter(of), None)
    media = (row.content_type or "").partition(";")[0].strip().lower()
    kind = TYPES.get(media, "")
    return ListedPaper(
        id=paper_id(dossier, number) if dossier and number else _code(row),
        dossier=dossier,
        number=number,
        others=tuple(one for one in of if one != dossier),
        date=day_there(row.datum, service.zone),
        title=row.onderwerp or "",
        dossier_title=of.get(dossier, "") if dossier else "",
        kind=row.soort or "",
        signatories=_signatories(service, row),
        forms=(PaperForm(kind, service.base + service.file.format(id=quote(row.id, safe=""))),) if kind else (),
        record=row.id,
        stamps=((service.name, row.api_gewijzigd_op),),
        gone=row.verwijderd,
        unread="" if kind else media,
    )


def _code(row: DocumentRecord) -> str:
    """The id of a paper that has no number: that of answers to questions, else what the register knows it by."""
    if answers := answers_id(row.aanhangselnummer or ""):
        return answers
    plain = (id_by_code(name).strip("-") for name in (row.document_nummer or "", row.id))
    return next(filter(None, plain), "") or named_after("", row.id)


def day_there(text: str | None, zone: str) -> dt.date | None:
    """The day of a moment in the time zone where parliament sits: 23:00 in UTC is of the next one there."""
    try:
        moment = dt.datetime.fromisoformat(text or "")
        return moment.astimezone(ZoneInfo(zone)).date() if moment.tzinfo else moment.date()
    except (ValueError, OverflowError, ZoneInfoNotFoundError):
        return iso_day(text)


def _signatories(service: Parliament, row: DocumentRecord) -> tuple[str, ...]:
    signed = (
        one.actor_naam.strip()
        for one in row.document_actor
        if one.actor_naam and not one.verwijderd and any(sign in (one.relatie or "").lower() for sign in service.signs)
    )
    return tuple(dict.fromkeys(signed))
