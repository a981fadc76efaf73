"""The register of parliament (OData): its papers, typed, page by page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Generic, TypeVar
from urllib.parse import quote, urljoin

import msgspec
from msgspec import Struct

from tracker.errors import SourceError
from tracker.sources.client import Client
from tracker.sources.papers import Dossier, ListedPaper, PaperForm, paper_id
from tracker.sources.services import Parliament

AnyRecord = TypeVar("AnyRecord", bound="RegisterRecord")

LARGEST = 32 << 20
"""Bytes of one page."""
_PAGES = 400
_TYPES = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
}


class RegisterRecord(Struct, frozen=True, rename="pascal"):
    """What every record has."""

    id: str
    api_gewijzigd_op: str
    verwijderd: bool


class ActorRecord(Struct, frozen=True, rename="pascal"):
    """Who has to do with a paper, and what."""

    actor_naam: str | None = None
    relatie: str | None = None
    verwijderd: bool = False


class DossierRecord(Struct, frozen=True, rename="pascal"):
    """A dossier."""

    nummer: int | None
    toevoeging: str | None
    titel: str | None = None
    verwijderd: bool = False


class DocumentRecord(RegisterRecord, frozen=True, rename="pascal"):
    """A paper; what this tracker cannot do without must be there, if only as nothing."""

    soort: str | None
    document_nummer: str | None
    onderwerp: str | None
    datum: str | None
    volgnummer: int | None
    content_type: str | None = None
    kamerstukdossier: tuple[DossierRecord, ...] = ()
    document_actor: tuple[ActorRecord, ...] = ()


class RecordPage(Struct, Generic[AnyRecord], frozen=True):
    """An answer: records, and where more of them are."""

    value: tuple[AnyRecord, ...]
    next: str = msgspec.field(name="@odata.nextLink", default="")


def papers_of(
    client: Client, service: Parliament, dossier: Dossier, *, paper: str = "", since: dt.date | None, changed: str = ""
) -> Iterator[ListedPaper]:
    """The papers of a dossier, or one of them: those of a day or later, whose record `changed` after a moment.

    Each record once, withdrawn ones as such. Raises SourceError.
    """
    suffix = f"'{dossier.suffix}'" if dossier.suffix else "null"
    template = service.of_paper if paper else service.of_dossier
    filters = [template.format(number=dossier.number, suffix=suffix, paper=paper)]
    filters += [service.since.format(day=since.isoformat())] if since else []
    filters += [service.changed.format(moment=changed)] if changed else []
    question = service.base + service.papers.format(filter=quote(" and ".join(filters), safe="(),/:'"))
    for row in rows(client, service, question, RecordPage[DocumentRecord]):
        if found := _paper(service, dossier, row):
            yield found


def rows(client: Client, service: Parliament, question: str, form: type[RecordPage[AnyRecord]]) -> Iterator[AnyRecord]:
    """The records that answer a question, each once, however often pages repeat them. Raises SourceError."""
    seen: set[str] = set()
    url = question
    for number in range(_PAGES):
        page = _page(service, client.get(url, LARGEST, accept="application/json").data or b"", form)
        fresh = [row for row in page.value if row.id not in seen]
        seen.update(row.id for row in fresh)
        yield from {row.id: row for row in fresh}.values()
        if page.next:
            url = urljoin(service.base + "/", page.next)
        elif len(page.value) >= service.page and fresh:
            url = f"{question}&$skip={(number + 1) * service.page}"
        else:
            return
        if not fresh:
            return
    raise SourceError("source.endless", service=service.name)


def _page(service: Parliament, data: bytes, form: type[RecordPage[AnyRecord]]) -> RecordPage[AnyRecord]:
    """An answer, understood. Raises SourceError: it is no JSON, or has other fields than it had."""
    try:
        return msgspec.json.decode(data, type=form)
    except msgspec.ValidationError as fault:
        raise SourceError("source.other-form", service=service.name, cause=fault) from fault
    except (msgspec.DecodeError, RecursionError) as fault:
        raise SourceError("source.no-answer", service=service.name, begins=begins(data)) from fault


def begins(data: bytes) -> str:
    """How an answer begins that is none."""
    return " ".join(data[:200].decode(errors="replace").split())[:60]


def _paper(service: Parliament, dossier: Dossier, row: DocumentRecord) -> ListedPaper | None:
    """A record as a paper; None where it is none of this dossier, or an annex of one."""
    of = next((one for one in row.kamerstukdossier if not one.verwijderd and _is(one, dossier)), None)
    if of is None and row.kamerstukdossier:
        return None
    number = str(row.volgnummer) if row.volgnummer and row.volgnummer > 0 else ""
    if not number and row.soort != service.letter:
        return None
    kind = _TYPES.get((row.content_type or "").partition(";")[0].strip().lower(), "")
    return ListedPaper(
        id=paper_id(dossier, number) if number else _code(row),
        dossier=dossier,
        number=number,
        date=_day(row.datum),
        title=row.onderwerp or "",
        dossier_title=(of.titel or "") if of else "",
        kind=row.soort or "",
        signatories=_signatories(service, row),
        forms=(PaperForm(kind, service.base + service.file.format(id=quote(row.id, safe=""))),) if kind else (),
        record=row.id,
        stamps=((service.name, row.api_gewijzigd_op),),
        gone=row.verwijderd,
    )


def _is(one: DossierRecord, dossier: Dossier) -> bool:
    return one.nummer == dossier.number and (one.toevoeging or "").strip().upper() == dossier.suffix


def _code(row: DocumentRecord) -> str:
    """The id of a paper that has no number yet."""
    return "".join(char for char in row.document_nummer or row.id if char.isascii() and (char.isalnum() or char == "-"))


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _signatories(service: Parliament, row: DocumentRecord) -> tuple[str, ...]:
    signed = (
        one.actor_naam.strip()
        for one in row.document_actor
        if one.actor_naam and not one.verwijderd and any(sign in (one.relatie or "").lower() for sign in service.signs)
    )
    return tuple(dict.fromkeys(signed))
