"""The official publications (SRU): which forms a paper has and where; answers of versions 1.2 and 2.0 alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from lxml import etree

from tracker.documents.formats.registry import fetched_formats
from tracker.documents.formats.xml import parse_xml
from tracker.documents.limits import DEFAULT
from tracker.errors import LetterError, SourceError
from tracker.i18n.message import message
from tracker.sources.client import Client, PassingError
from tracker.sources.odata import LARGEST, beginning
from tracker.sources.papers import (
    Dossier,
    ListedPaper,
    PaperForm,
    dossier_in,
    id_by_code,
    numbered,
    paper_id,
    revision_of,
)
from tracker.sources.services import Fields, Publications
from tracker.text.days import iso_day

_PAGES = 200
"""Pages of answers that are asked for at most."""
FORMS = tuple(row.form for row in fetched_formats())
"""The forms of a paper, the best first."""


def publications_of(
    client: Client, service: Publications, dossier: Dossier | None, *, paper: str = "", since: dt.date | None = None
) -> Iterator[ListedPaper]:
    """The published papers of a dossier, or one of them, of a day or later; each once.

    Without a dossier: the paper of that id. Raises SourceError, after those that came where some are missing.
    """
    template = (service.of_paper if paper else service.of_dossier) if dossier else service.of_code
    asked = [template.format(dossier=dossier.id if dossier else "", paper=paper, code=paper)]
    asked += [service.since.format(day=since.isoformat())] if since else []
    query = quote(" and ".join(asked), safe="")
    seen: dict[str, tuple[int, int]] = {}
    sent: set[str] = set()
    start, came = 1, 0
    for _ in range(_PAGES):
        url = service.base + service.papers.format(query=query, start=start, number=service.page)
        root = _answer(service, client.get(url, LARGEST, accept="application/xml").data or b"")
        records = _all(root, "record")
        papers = [_paper(service, dossier, record) for record in records]
        asked_for = [one for one in papers if _is_asked(one, dossier, paper)]
        _refuse_renamed(service, asked_for, records)
        for found in asked_for:
            newer = revision_of(found.published)
            if found.id not in seen or newer > seen[found.id]:
                seen[found.id] = newer
                yield found
        start += len(records)
        # What a page before had comes in the place of another; within a page it is but told twice.
        words = ["".join(map(str, next(record.iter("{*}recordData"), record).itertext())) for record in records]
        came += sum(text not in sent for text in words)
        sent.update(words)
        total = _number(service, root)
        if not records or start > total:
            if came < total:
                raise SourceError("source.short", service=service.name, came=came, number=total)
            return
    raise SourceError("source.endless", service=service.name)


def _answer(service: Publications, data: bytes) -> etree._Element:
    """An answer, understood. Raises PassingError: it is no XML, or a page; SourceError: it says what is wrong."""
    try:
        root = parse_xml(data, DEFAULT)
    except LetterError as fault:
        raise PassingError(message("source.no-answer", service=service.name, begins=beginning(data))) from fault
    diagnostics = [one for one in _all(root, "diagnostic") if _text(one, "message") or _text(one, "details")]
    if diagnostics:
        said = "; ".join(filter(None, (_text(diagnostics[0], name) for name in ("message", "details"))))
        raise SourceError("source.diagnostic", service=service.name, said=said[:200])
    if _local(root) != "searchRetrieveResponse":
        raise PassingError(message("source.no-answer", service=service.name, begins=beginning(data)))
    return root


def _refuse_renamed(service: Publications, papers: list[ListedPaper], records: list[etree._Element]) -> None:
    """Nothing, where papers have what they are chosen, fetched and asked for again by.

    Raises SourceError: none of them has, so it is called otherwise.
    """
    fields = service.fields
    for name, known in (
        (fields.title, any(one.title for one in papers)),
        (fields.date, any(one.date for one in papers)),
        (fields.kind, any(one.kind for one in papers)),
        (fields.changed[0], any(stamp for one in papers for _, stamp in one.stamps)),
        (fields.forms[0], any(_texts(record, fields.forms[0]) for record in records)),
    ):
        if papers and not known:
            raise SourceError("source.other-form", service=service.name, cause=name)


def _number(service: Publications, root: etree._Element) -> int:
    text = _text(root, "numberOfRecords")
    if not text.isdecimal():
        raise SourceError("source.other-form", service=service.name, cause="numberOfRecords")
    return int(text)


def _is_asked(found: ListedPaper, dossier: Dossier | None, paper: str) -> bool:
    """Whether a record is of what was asked for: a service that does not heed a question answers with others."""
    if dossier is None:
        return id_by_code(paper).casefold() in {found.id.casefold(), id_by_code(found.published).casefold()}
    if paper:
        return (found.dossier, found.number.upper()) == (dossier, paper)
    return bool(found.number) and dossier in (found.dossier, *found.others)


def _paper(service: Publications, asked: Dossier | None, record: etree._Element) -> ListedPaper:
    """A record as a paper, by the dossier and number that its id says, else by those that it states.

    Raises SourceError: it has no id.
    """
    fields = service.fields
    published = _text(record, fields.id)
    if not published:
        raise SourceError("source.other-form", service=service.name, cause=fields.id)
    told = (part for text in _texts(record, fields.dossier) for part in text.split(";"))
    of = [one for part in told if (one := dossier_in(part))]
    stated = asked if asked in of else next(iter(of), None)
    dossier, number = numbered(published) or (stated, _text(record, fields.number))
    changed = next(filter(None, (_text(record, name) for name in fields.changed)), "")
    return ListedPaper(
        id=paper_id(dossier, number) if dossier and number else id_by_code(published),
        dossier=dossier,
        number=number,
        others=tuple(one for one in of if one != dossier),
        published=published,
        date=iso_day(_text(record, fields.date)),
        title=_text(record, fields.title),
        dossier_title=_text(record, fields.dossier_title),
        kind=_text(record, fields.kind),
        forms=_forms(fields, record),
        stamps=((service.name, changed),),
    )


def _forms(fields: Fields, record: etree._Element) -> tuple[PaperForm, ...]:
    """The addresses of a paper, by what their names end with, the best form first."""
    urls = [text for name in fields.forms for text in _texts(record, name)]
    forms = dict.fromkeys(PaperForm(_suffix(url), url) for url in urls)
    known = (form for form in forms if form.name in FORMS and "metadata" not in form.url)
    return tuple(sorted(known, key=lambda form: FORMS.index(form.name)))


def _suffix(url: str) -> str:
    """What the name of a file ends with, "" where the address is none."""
    try:
        return PurePosixPath(urlsplit(url).path).suffix.lower()[1:]
    except ValueError:
        return ""


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _all(root: etree._Element, name: str) -> list[etree._Element]:
    return list(root.iter(f"{{*}}{name}"))


def _texts(root: etree._Element, name: str) -> list[str]:
    """The words of each element of a name, empty ones left out."""
    return [text for one in _all(root, name) if (text := " ".join("".join(map(str, one.itertext())).split()))]


def _text(root: etree._Element, name: str) -> str:
    return next(iter(_texts(root, name)), "")
