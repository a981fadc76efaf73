"""The official services on this machine: answers in the form of the recorded ones, and the faults of real services.

The tracker asks them over real connections: only the addresses are others.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

from tracker.sources.services import FILE

XML = """<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie><metadata/><kamerstuk><kamerstukkop/>
<dossier><dossiernummer><dossiernr>{dossier}</dossiernr></dossiernummer><titel>Havens</titel></dossier>
<stuk><stuknr>Nr. <ondernummer>{number}</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER</titel>
<algemeen><vrije-tekst><tekst>
<al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al><al>Den Haag, {day}</al><al>{text}</al>
</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>
"""
PAGE = b"<!DOCTYPE html><html><head><title>Storing</title></head><body>Er ging iets mis.</body></html>"
MONTHS = "januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december"


def official(number: int, day: dt.date = dt.date(2024, 3, 1), text: str = "", dossier: str = "27 923") -> bytes:
    """A paper in official XML."""
    said = text or f"In juni 2025 sturen we uw Kamer rapport {number} over de havens."
    spelled = f"{day.day} {MONTHS.split(',')[day.month - 1]} {day.year}"
    return XML.format(number=number, day=spelled, text=said, dossier=dossier).encode()


@dataclass
class Sent:
    """An answer."""

    data: bytes = b""
    type: str = "application/xml"
    status: int = 200
    heads: dict[str, str] = field(default_factory=dict)
    short: int = 0
    """Bytes of it that never come."""


@dataclass
class Paper:
    """A paper as the services have it."""

    number: int
    title: str = "Voortgang havens"
    day: dt.date = dt.date(2024, 3, 1)
    kind: str = "Brief regering"
    forms: dict[str, bytes] = field(default_factory=dict)
    """What is published, by form."""
    file: tuple[str, bytes] | None = None
    """What the register has: its type and content."""
    changed: str = "2024-03-02T10:00:00.1234567Z"
    gone: bool = False
    numbered: bool = True
    """Whether it has its number by now; before that only the register knows it."""
    record: str = ""
    """What names it in the register, "" for what is made of its number."""
    case: str = ""
    answers: str | None = None
    """The number of answers to questions in the register."""
    code: str = ""
    """Its number in the register, "" for what is made of its number."""

    @property
    def guid(self) -> str:
        """Its record in the register."""
        return self.record or f"00000000-0000-4000-8000-{self.number:012}"


def papers(number: int) -> list[Paper]:
    """So many papers with official XML, a day apart."""
    begin = dt.date(2020, 1, 1)
    days = {one: begin + dt.timedelta(one) for one in range(1, number + 1)}
    return [Paper(one, f"Voortgang havens {one}", day, forms={"xml": official(one, day)}) for one, day in days.items()]


def promise(number: str, text: str, status: str, **more: object) -> dict[str, object]:
    """A promise as the register has it."""
    record = {"Id": number, "ApiGewijzigdOp": "2025-01-01T00:00:00Z", "Verwijderd": False, "Nummer": number}
    more = {"Ministerie": None, "KamerbriefNakoming": None, "IsHerhalingVan": [], "IsWijzigingVan": [], **more}
    return {**record, "Tekst": text, "Status": status, "Activiteit": [{"Datum": "2024-02-01T00:00:00Z"}], **more}


class Services:
    """Both services; `papers` may change while they run. `faults` answer in their place, by a part of the address."""

    def __init__(self, *had: Paper) -> None:
        self.papers = list(had)
        self.asked: list[str] = []
        self.heads: list[dict[str, str]] = []
        self.faults: dict[str, Callable[[], Sent | None]] = {}
        self.base = ""
        self.repeat = False
        """Whether the register repeats a record on the next page."""
        self.promises: list[dict[str, object]] = []
        self.extra: dict[str, Sent] = {}
        self.page = 250

    def answer(self, path: str, heads: dict[str, str]) -> Sent:
        """What stands at an address."""
        self.asked.append(unquote(path))
        self.heads.append(heads)
        for part, fault in self.faults.items():
            if part in unquote(path) and (sent := fault()):
                return sent
        if found := self.extra.get(urlsplit(path).path):
            return _unless_known(found, heads)
        if path.startswith("/odata/Document("):
            return self._resource(path, heads)
        if path.startswith("/odata/"):
            return self._register(path)
        if path.startswith("/sru"):
            return self._publications(path)
        return self._file(path, heads)

    def late(self) -> Sent:
        """An answer that comes too late."""
        time.sleep(0.2)
        return Sent(status=404)

    def files(self) -> list[str]:
        """The files that were asked for."""
        return [path for path in self.asked if path.startswith("/files/") or path.endswith("/resource")]

    def _register(self, path: str) -> Sent:
        words = parse_qs(urlsplit(path).query)
        asked = words["$filter"][0]
        skip = int(words.get("$skip", ["0"])[0])
        dossier = re.search(r"d/Nummer eq (\d+) and d/Toevoeging eq ([^)\s]+)", asked)
        if dossier and dossier.groups() != ("27923", "null"):
            rows: list[dict[str, object]] = []
        elif "/Toezegging" in urlsplit(path).path:
            rows = self.promises if dossier else []
        else:
            moment = re.search(r"ApiGewijzigdOp gt (\S+)", asked)
            number = re.search(r"Volgnummer eq (\d+)", asked)
            case = re.search(r"z/Nummer eq '(\w+)'", asked)
            code = re.search(r"(?:DocumentNummer|Aanhangselnummer) eq '(\w+)'", asked)
            day = re.search(r"Datum ge (\d{4}-\d\d-\d\d)", asked)
            rows = [
                _record(paper)
                for paper in self.papers
                if (not moment or paper.changed > moment[1])
                and (not number or paper.number == int(number[1]))
                and (not case or paper.case == case[1])
                and (not code or code[1] in {_record(paper)["DocumentNummer"], paper.answers})
                and (not day or paper.day.isoformat() >= day[1])
            ]
        begin = max(0, skip - 1) if self.repeat and skip else skip
        page: dict[str, object] = {"value": rows[begin : skip + self.page]}
        if words.get("$count") == ["true"]:
            page["@odata.count"] = len(rows)
        if len(rows) > skip + self.page:
            page["@odata.nextLink"] = f"{self.base}{path.partition('&$skip')[0]}&$skip={skip + self.page}"
        return Sent(json.dumps(page).encode(), "application/json; odata.metadata=minimal")

    def _publications(self, path: str) -> Sent:
        words = parse_qs(urlsplit(path).query)
        start, most = int(words["startRecord"][0]), int(words["maximumRecords"][0])
        number = re.search(r'w.ondernummer=="(\w+)"', words["query"][0])
        dossier = re.search(r'w.dossiernummer=="([^"]*)"', words["query"][0])
        since = re.search(r'dt.date>="([^"]*)"', words["query"][0])
        known = self.papers if not dossier or dossier[1] == "27923" else []
        had = [one for one in known if not since or one.day.isoformat() >= since[1]]
        rows = [one for one in had if one.forms and one.numbered and (not number or str(one.number) == number[1])]
        records = "".join(self._publication(one) for one in rows[start - 1 : start - 1 + most])
        return Sent(
            '<sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse"'
            ' xmlns:d="http://purl.org/dc/terms/" xmlns:o="http://standaarden.overheid.nl/wetgeving/"'
            ' xmlns:g="http://standaarden.overheid.nl/sru">'
            f"<sru:numberOfRecords>{len(rows)}</sru:numberOfRecords><sru:records>{records}</sru:records>"
            "</sru:searchRetrieveResponse>".encode()
        )

    def _publication(self, one: Paper) -> str:
        where = f"{self.base}/files/kst-27923-{one.number}"
        items = "".join(f'<g:itemUrl manifestation="{form}">{where}.{form}</g:itemUrl>' for form in one.forms)
        items += f'<g:itemUrl manifestation="metadata">{where}/metadata/metadata.xml</g:itemUrl>'
        return (
            "<sru:record><sru:recordData><g:gzd><g:originalData>"
            f"<d:identifier>kst-27923-{one.number}</d:identifier><d:modified>{one.changed}</d:modified>"
            f"<d:date>{one.day}</d:date><o:documenttitel>{escape(one.title)}</o:documenttitel>"
            "<o:dossiertitel>Havens</o:dossiertitel><o:dossiernummer>27923</o:dossiernummer>"
            f"<o:ondernummer>{one.number}</o:ondernummer><o:subrubriek>Brief</o:subrubriek>"
            f"</g:originalData><g:enrichedData>{items}</g:enrichedData></g:gzd></sru:recordData></sru:record>"
        )

    def _resource(self, path: str, heads: dict[str, str]) -> Sent:
        found = next((one for one in self.papers if one.guid in path and one.file), None)
        return _unless_known(Sent(found.file[1], found.file[0]), heads) if found and found.file else Sent(status=404)

    def _file(self, path: str, heads: dict[str, str]) -> Sent:
        found = re.fullmatch(r"/files/kst-27923-(\d+)\.(\w+)", path)
        one = next((one for one in self.papers if found and one.number == int(found[1])), None)
        if one is None or found is None or found[2] not in one.forms:
            return Sent(status=404)
        return _unless_known(Sent(one.forms[found[2]]), heads)


def _unless_known(sent: Sent, heads: dict[str, str]) -> Sent:
    tag = f'"{hashlib.sha256(sent.data).hexdigest()[:16]}"'
    if heads.get("if-none-match") == tag:
        return Sent(status=304)
    return Sent(sent.data, sent.type, sent.status, {"ETag": tag, **sent.heads}, sent.short)


def _record(paper: Paper) -> dict[str, object]:
    """A record with the fields of the recorded ones."""
    return {
        "Id": paper.guid,
        "Soort": paper.kind,
        "DocumentNummer": paper.code or f"2024D{paper.number:05}",
        "Titel": "Havens",
        "Onderwerp": paper.title,
        "Datum": f"{paper.day}T00:00:00+01:00",
        "Vergaderjaar": "2023-2024",
        "Kamer": 2,
        "Volgnummer": paper.number if paper.numbered else None,
        "Citeertitel": None,
        "Aanhangselnummer": paper.answers,
        "ContentType": paper.file[0] if paper.file else "",
        "ContentLength": 1,
        "ApiGewijzigdOp": paper.changed,
        "Verwijderd": paper.gone,
        "Zaak": [{"Nummer": paper.case, "Verwijderd": False}] if paper.case else [],
        "Kamerstukdossier": []
        if paper.answers
        else [{"Nummer": 27923, "Toevoeging": None, "Titel": "Havens", "Verwijderd": False}],
        "DocumentActor": [{"ActorNaam": "A. Minister", "Relatie": "Eerste ondertekenaar", "Verwijderd": False}],
    }


@contextmanager
def running(services: Services, folder: Path) -> Iterator[Path]:
    """The services at work; the file that names them, to be given to TRACKER_SOURCES."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Heads and body in one go: in two, each answer waits for the other side to acknowledge the first.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            sent = services.answer(self.path, {name.lower(): value for name, value in self.headers.items()})
            self.send_response(sent.status)
            for name, value in {"Content-Type": sent.type, **sent.heads}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(sent.data)))
            self.end_headers()
            self.wfile.write(sent.data[: len(sent.data) - sent.short])
            if sent.short:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as its class has it
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    services.base = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield named(services, folder)
    finally:
        server.shutdown()
        server.server_close()


def named(services: Services, folder: Path, **manners: float) -> Path:
    """Our own file of services with the addresses of this machine and no time to lose."""
    text = FILE.read_text(encoding="utf-8")
    text = re.sub(r'(?m)^base = ".*OData.*"$', f'base = "{services.base}/odata"', text)
    text = re.sub(r'(?m)^base = ".*sru"$', f'base = "{services.base}/sru"', text)
    text = text.replace("private = []", 'private = ["127.0.0.1"]')
    for name, value in {"pause": 0.0, "wait": 0.01, "timeout": 5.0, **manners}.items():
        text = re.sub(rf"(?m)^{name} = [\d.]+", f"{name} = {value}", text)
    text = re.sub(r"(?m)^page = \d+", f"page = {services.page}", text)
    path = folder / "services.toml"
    path.write_text(text, encoding="utf-8")
    return path
