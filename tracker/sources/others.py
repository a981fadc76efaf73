"""Letters of other bodies: from a feed with links, a folder, or a git remote."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.collection import load_collection
from tracker.documents.formats.detect import detect_format
from tracker.documents.formats.registry import PLAIN
from tracker.documents.formats.xml import parse_xml
from tracker.documents.limits import DEFAULT
from tracker.documents.manifest import ManifestEntry
from tracker.errors import LetterError, SourceError
from tracker.git.history import collection_at
from tracker.git.keep import cloned
from tracker.i18n.message import Message, message
from tracker.model import Collection, SourceFile
from tracker.sources.client import Client, PassingError
from tracker.sources.facts import StatedFacts, stated_of
from tracker.sources.forms import Copy
from tracker.sources.holdings import Holdings
from tracker.sources.hosts import joined
from tracker.sources.odata import LARGEST, TYPES, begins
from tracker.sources.papers import ListedPaper, PaperForm
from tracker.sources.round import Fetched, FetchOutcome
from tracker.sources.sru import FORMS

_NAME = 80
_SHOWN = 200
_HREF = re.compile(r"""<a\s[^>]{0,500}?href\s*=\s*["']([^"'<>]{1,2000})["']""", re.IGNORECASE)
_ODD = re.compile(r"[^A-Za-z0-9]+")


class Feed(Struct, frozen=True):
    """What a feed links to, and what is to be said of the entries that link to no letter."""

    papers: tuple[ListedPaper, ...]
    notes: tuple[Message, ...] = ()


def read_feed(client: Client, address: str) -> Feed:
    """The letters that a feed, RSS or Atom, links to; each address once. Raises PassingError: it is no feed."""
    answer = client.get(address, LARGEST)
    data = answer.data or b""
    try:
        root = parse_xml(data, DEFAULT)
    except LetterError as fault:
        raise PassingError(message("source.no-answer", service=address, begins=begins(data))) from fault
    items = [*root.iter("{*}item"), *root.iter("{*}entry")]
    if not items and etree.QName(root).localname.casefold() not in {"rss", "feed", "rdf"}:
        raise PassingError(message("source.no-answer", service=address, begins=begins(data)))
    papers: dict[str, ListedPaper] = {}
    without = []
    for item in items:
        links = list(_links(item, answer.url))
        letters = {url: name for url, type_ in links if (name := _file_name(url, type_)) is not None}
        without += [] if letters else [next((url for url, _ in links), _words(item, "title"))]
        stamp = _words(item, "updated") or _words(item, "pubDate") or _words(item, "date")
        for url, name in letters.items():
            paper = ListedPaper(
                id=_id(name.stem, url),
                title=_words(item, "title"),
                date=_day(_words(item, "pubDate") or _words(item, "published") or stamp),
                forms=(PaperForm(name.suffix.removeprefix("."), url),),
                stamps=((address, stamp),),
            )
            papers.setdefault(url, paper)
    notes = (message("source.left-out", number=len(without), first=without[0][:_SHOWN]),) if without else ()
    return Feed(tuple(papers.values()), notes)


def _file_name(url: str, type_: str) -> PurePosixPath | None:
    """The name of the letter at an address, ending as its form is called; None where nothing says that it is one.

    What is given out by a program ("/dl?file=brief.pdf") has its name behind the question mark.
    """
    place = urlsplit(url)
    path = PurePosixPath(unquote(place.path))
    if form := TYPES.get(type_.partition(";")[0].strip().lower()):
        return path.with_suffix(f".{form}") if path.name else PurePosixPath(f"letter.{form}")
    names = (path, *(PurePosixPath(value) for _, value in parse_qsl(place.query)))
    found = next((name for name in names if name.suffix.lower().removeprefix(".") in FORMS), None)
    return found.with_suffix(found.suffix.lower()) if found else None


def from_folder(folder: Path, into: Path) -> Collection:
    """The letters of another folder, without those of the one that they go into. Raises CollectionError."""
    known = load_collection(folder)
    files = (row for row in known.files if not (folder / row.path).resolve().is_relative_to(into.resolve()))
    return replace(known, files=tuple(files))


def from_remote(address: str) -> Collection:
    """The letters of a git remote as it stands. Raises HistoryError, CollectionError."""
    with tempfile.TemporaryDirectory() as place:
        return collection_at(cloned(address, Path(place)), "HEAD")


def bring(
    holdings: Holdings, letters: Collection, stated: Mapping[str, ManifestEntry], origin: str, *, dry: bool
) -> Iterator[Fetched]:
    """Copy letters into the folder as papers are fetched: whole, under a name of their own, yours left alone.

    What is `stated` of each by its path, in the letters.toml beside them, comes along.
    """
    for file in letters.files:
        entry = stated.get(file.path, ManifestEntry(file.path))
        name = str(PurePosixPath(file.path).with_suffix(""))
        paper = ListedPaper(entry.paper or _id(name, file.path), title=entry.title or "", date=_day(entry.date or ""))
        try:
            yield _brought(holdings, paper, file, stated_of(entry), origin, dry=dry)
        except (SourceError, LetterError) as fault:
            yield Fetched(paper, FetchOutcome.FAILED, "", (fault.message,))


def _brought(
    holdings: Holdings, paper: ListedPaper, file: SourceFile, stated: StatedFacts, origin: str, *, dry: bool
) -> Fetched:
    if own := holdings.own(paper.id):
        return Fetched(paper, FetchOutcome.YOURS, own)
    entry, digest = holdings.fetched(paper.id), hashlib.sha256(file.data).hexdigest()
    if entry and entry.sha256 == digest:
        if not dry:
            holdings.complete(paper, entry, stated)
        return Fetched(paper, FetchOutcome.SAME, entry.path)
    if entry is None and (twin := holdings.holding(digest)):
        return Fetched(paper, FetchOutcome.SAME, twin)
    if entry and (holdings.touched(entry) or "#" not in (entry.url or "")):  # without one it came from a service
        return Fetched(paper, FetchOutcome.YOURS, entry.path)
    if dry:
        return Fetched(paper, FetchOutcome.WANTED)
    found = detect_format(file.data)
    form = (PurePosixPath(file.path).suffix if found is PLAIN else found.suffixes[0]).removeprefix(".")
    path = holdings.keep(paper, Copy(file.data, form, f"{origin}#{file.path}"), dt.datetime.now(dt.UTC), stated)
    return Fetched(paper, FetchOutcome.CHANGED if entry else FetchOutcome.NEW, path)


def _links(item: etree._Element, address: str) -> Iterator[tuple[str, str]]:
    """The addresses that an item names, with the type that it says they have, "" where it does not.

    RSS says them, Atom and enclosures have them as attributes; and descriptions are pages with links.
    """
    for text, type_, base in _said_links(item):
        with suppress(SourceError):  # what is no address leads nowhere
            yield joined(joined(address, base) if base else address, text), type_


def _said_links(item: etree._Element) -> Iterator[tuple[str, str, str]]:
    """What is said of links: where to, of which type, and the address (xml:base) that they start from."""
    for name in ("link", "enclosure", "guid"):
        for one in item.iter(f"{{*}}{name}"):
            text = one.get("href") or one.get("url") or (one.text or "").strip()
            if text and (name != "guid" or text.startswith("http")):
                yield text, one.get("type") or "", one.base or ""
    for name in ("description", "encoded", "summary", "content"):
        for one in item.iter(f"{{*}}{name}"):
            page = "".join(map(str, one.itertext())) + etree.tostring(one, encoding=str)
            yield from ((unescape(found[1]), "", one.base or "") for found in _HREF.finditer(page))


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
