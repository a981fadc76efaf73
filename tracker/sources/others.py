"""Letters of other bodies: from a feed with links, a folder, or a git remote."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import etree

from tracker.documents.collection import load_collection
from tracker.documents.formats.detect import detect_format
from tracker.documents.formats.registry import PLAIN
from tracker.documents.formats.xml import parse_xml
from tracker.documents.limits import DEFAULT
from tracker.errors import LetterError, SourceError
from tracker.git.history import collection_at
from tracker.git.keep import cloned
from tracker.model import SourceFile
from tracker.sources.client import Client
from tracker.sources.forms import Copy
from tracker.sources.holdings import Holdings
from tracker.sources.hosts import joined
from tracker.sources.odata import LARGEST, TYPES, begins
from tracker.sources.papers import ListedPaper, PaperForm
from tracker.sources.round import Fetched, FetchOutcome
from tracker.sources.sru import FORMS

_NAME = 80
_HREF = re.compile(r"""<a\s[^>]{0,500}?href\s*=\s*["']([^"'<>]{1,2000})["']""", re.IGNORECASE)
_ODD = re.compile(r"[^A-Za-z0-9]+")


def papers_of_feed(client: Client, address: str) -> Iterator[ListedPaper]:
    """The letters that a feed, RSS or Atom, links to; each address once. Raises SourceError: it is no feed."""
    data = client.get(address, LARGEST).data or b""
    try:
        root = parse_xml(data, DEFAULT)
    except LetterError as fault:
        raise SourceError("source.no-answer", service=address, begins=begins(data)) from fault
    items = [*root.iter("{*}item"), *root.iter("{*}entry")]
    if not items and etree.QName(root).localname.casefold() not in {"rss", "feed", "rdf"}:
        raise SourceError("source.no-answer", service=address, begins=begins(data))
    seen: set[str] = set()
    for item in items:
        for url, type_ in _links(item, address):
            path = PurePosixPath(unquote(urlsplit(url).path))
            form = TYPES.get(type_.lower()) or path.suffix.lower().removeprefix(".")
            if form in FORMS and url not in seen:
                seen.add(url)
                stamp = _words(item, "updated") or _words(item, "pubDate") or _words(item, "date")
                yield ListedPaper(
                    id=_id(path.stem, url),
                    title=_words(item, "title"),
                    date=_day(_words(item, "pubDate") or _words(item, "published") or stamp),
                    forms=(PaperForm(form, url),),
                    stamps=((address, stamp),),
                )


def from_folder(folder: Path) -> tuple[SourceFile, ...]:
    """The letters of another folder. Raises CollectionError."""
    return load_collection(folder).files


def from_remote(address: str) -> tuple[SourceFile, ...]:
    """The letters of a git remote as it stands. Raises HistoryError, CollectionError."""
    with tempfile.TemporaryDirectory() as place:
        return collection_at(cloned(address, Path(place)), "HEAD").files


def bring(holdings: Holdings, files: Iterable[SourceFile], origin: str, *, dry: bool) -> Iterator[Fetched]:
    """Copy letters into the folder as papers are fetched: whole, under a name of their own, yours left alone."""
    for file in files:
        paper = ListedPaper(_id(str(PurePosixPath(file.path).with_suffix("")), file.path), title=file.path)
        try:
            yield _brought(holdings, paper, file, origin, dry)
        except (SourceError, LetterError) as fault:
            yield Fetched(paper, FetchOutcome.FAILED, "", (fault.message,))


def _brought(holdings: Holdings, paper: ListedPaper, file: SourceFile, origin: str, dry: bool) -> Fetched:
    if own := holdings.own(paper.id):
        return Fetched(paper, FetchOutcome.YOURS, own)
    entry = holdings.fetched(paper.id)
    if entry and entry.sha256 == hashlib.sha256(file.data).hexdigest():
        return Fetched(paper, FetchOutcome.SAME, entry.path)
    if entry and holdings.touched(entry):
        return Fetched(paper, FetchOutcome.YOURS, entry.path)
    if dry:
        return Fetched(paper, FetchOutcome.WANTED)
    found = detect_format(file.data)
    form = (PurePosixPath(file.path).suffix if found is PLAIN else found.suffixes[0]).removeprefix(".")
    path = holdings.keep(paper, Copy(file.data, form, f"{origin}#{file.path}"), dt.datetime.now(dt.UTC))
    return Fetched(paper, FetchOutcome.CHANGED if entry else FetchOutcome.NEW, path)


def _links(item: etree._Element, address: str) -> Iterator[tuple[str, str]]:
    """The addresses that an item names, with the type that it says they have, "" where it does not.

    RSS says them, Atom and enclosures have them as attributes; and descriptions are pages with links.
    """
    for text, type_ in _said_links(item):
        with suppress(SourceError):  # what is no address leads nowhere
            yield joined(address, text), type_


def _said_links(item: etree._Element) -> Iterator[tuple[str, str]]:
    for name in ("link", "enclosure", "guid"):
        for one in item.iter(f"{{*}}{name}"):
            text = one.get("href") or one.get("url") or (one.text or "").strip()
            if text and (name != "guid" or text.startswith("http")):
                yield text, one.get("type") or ""
    for name in ("description", "encoded", "summary", "content"):
        for one in item.iter(f"{{*}}{name}"):
            page = "".join(map(str, one.itertext())) + etree.tostring(one, encoding=str)
            yield from ((unescape(found[1]), "") for found in _HREF.finditer(page))


def _words(item: etree._Element, name: str) -> str:
    found = next(item.iter(f"{{*}}{name}"), None)
    return " ".join("".join(map(str, found.itertext())).split()) if found is not None else ""


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except ValueError:
        return None


def _id(name: str, place: str) -> str:
    """A name of its own for a letter, from what it is called; places that are called alike stay apart."""
    known = _ODD.sub("-", name).strip("-")[:_NAME] or "letter"
    return f"{known}-{hashlib.sha256(place.encode()).hexdigest()[:6]}"
