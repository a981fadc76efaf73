"""Letters that a feed, RSS or Atom, links to: of each item its papers, and its page only where it has none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import IntEnum
from itertools import groupby
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml import etree
from msgspec import Struct

from tracker.errors import LetterError, SourceError
from tracker.i18n.message import Message, message
from tracker.sources.client import Client, MissingError, PassingError
from tracker.sources.feed_markup import day_of, links_in, parse_feed, title_in
from tracker.sources.hosts import SHOWN, joined_address
from tracker.sources.odata import LARGEST, TYPES, beginning
from tracker.sources.papers import ListedPaper, PaperForm, named_after
from tracker.sources.sru import FORMS

_PAGE = "html"


class _Rank(IntEnum):
    """How surely a link is to the letter of an item: its own, one in its words, one to what is akin."""

    OWN = 0
    WORDS = 1
    AKIN = 2


_RELATIONS = {"": _Rank.OWN, "alternate": _Rank.OWN, "enclosure": _Rank.OWN, "related": _Rank.AKIN, "via": _Rank.AKIN}
"""What Atom links are to; others are to the feed itself, to replies, to a licence."""


class Feed(Struct, frozen=True):
    """The papers that a feed links to, and what is to be said of the entries that link to no letter."""

    papers: tuple[ListedPaper, ...]
    notes: tuple[Message, ...] = ()


class _Link(Struct, frozen=True):
    """An address that an item names, with the name of the letter there, None where nothing says that it is one."""

    rank: _Rank
    url: str
    name: PurePosixPath | None
    typed: bool
    """Whether the item says what it is; the address need not tell."""

    @property
    def form(self) -> str:
        """The form that it says to be."""
        return self.name.suffix.removeprefix(".") if self.name else ""


def read_feed(client: Client, address: str, zone: str) -> Feed:
    """The letters that a feed links to; each address once, with days of a zone.

    Raises PassingError: it is no feed; SourceError: there is none.
    """
    try:
        answer = client.get(address, LARGEST)
    except MissingError as fault:
        raise SourceError("source.feed-missing", url=address[:SHOWN]) from fault
    data = answer.data or b""
    try:
        root = parse_feed(data)
    except LetterError as fault:
        raise PassingError(message("source.no-feed", url=address[:SHOWN], begins=beginning(data))) from fault
    items = [*root.iter("{*}item"), *root.iter("{*}entry")]
    if not items and etree.QName(root).localname.casefold() not in {"rss", "feed", "rdf"}:
        raise PassingError(message("source.no-feed", url=address[:SHOWN], begins=beginning(data)))
    found: list[tuple[_Rank, ListedPaper]] = []
    without = []
    for item in items:
        links = list(_links(item, answer.url))
        own = _letters(links)
        without += [] if own else [next((link.url for link in links), _title(item))]
        pages = [link for link in links if link.rank is _Rank.OWN and link.form == _PAGE]
        found += [(forms[0].rank, _paper(address, zone, item, forms, pages)) for forms in own]
    notes = (message("source.left-out", number=len(without), first=without[0][:SHOWN]),) if without else ()
    return Feed(tuple(_each_once(found)), notes)


def _each_once(found: list[tuple[_Rank, ListedPaper]]) -> Iterator[ListedPaper]:
    """Each address once, of the item whose own it is, else of the first that had it."""
    owner: dict[str, ListedPaper] = {}
    for _, paper in sorted(found, key=lambda row: (row[0], row[1].online or dt.date.max)):
        for form in paper.forms:
            owner.setdefault(form.url, paper)
    yield from (paper for _, paper in found if any(owner[form.url] is paper for form in paper.forms))


def _letters(links: list[_Link]) -> list[tuple[_Link, ...]]:
    """The letters of an item, each in its forms: those that it links to most surely; its page where it has none."""
    papers = [link for link in links if link.name and link.form != _PAGE]
    rank = min((link.rank for link in papers), default=None)
    found: list[tuple[_Link, ...]] = []
    if rank is None:
        found += [(link,) for link in links if link.form == _PAGE and link.rank is _Rank.OWN][:1]
        return found
    known = {link.url: link for link in papers if link.rank is rank}.values()
    for _, group in groupby(sorted(known, key=_called), key=_called):
        several = sorted(group, key=lambda link: FORMS.index(link.form))
        one = len({link.form for link in several}) == len(several)
        found += [tuple(several)] if one else [(link,) for link in several]
    places = {link.url: at for at, link in enumerate(links)}
    return sorted(found, key=lambda forms: min(places[link.url] for link in forms))


def _called(link: _Link) -> str:
    """What the forms of one letter are called alike; addresses that do not name what stands there are one."""
    return "" if link.typed or link.name is None else link.name.stem.casefold()


def _paper(address: str, zone: str, item: etree._Element, forms: tuple[_Link, ...], pages: list[_Link]) -> ListedPaper:
    """A letter of an item, under the name of its PDF where it has one, for that is there first."""
    first, *others = sorted(forms, key=lambda link: link.form != "pdf")
    stamps = {name: _element_text(item, name) for name in ("pubDate", "published", "date", "updated")}
    published = stamps["pubDate"] or stamps["published"] or stamps["date"]
    return ListedPaper(
        id=_id(first),
        title=_title(item),
        online=day_of(published or stamps["updated"], zone),
        fleeting=not published,
        forms=tuple(PaperForm(link.form, link.url) for link in forms),
        stamps=((address, " ".join(filter(None, stamps.values()))),),
        before=tuple(_id(link) for link in (*others, *pages) if link is not first),
    )


def _id(link: _Link) -> str:
    return named_after(link.name.stem if link.name else "", link.url)


def _links(item: etree._Element, address: str) -> Iterator[_Link]:
    """The addresses that an item names, each with the type that any mention of it says; what is none leads nowhere."""
    said = list(_said_links(item))
    types = {text: type_ for _, text, type_, _ in said if type_}
    for rank, text, _, base in said:
        with suppress(SourceError):
            url = joined_address(joined_address(address, base) if base else address, text).partition("#")[0]
            if url == address.partition("#")[0]:  # a place in the feed itself
                continue
            form = TYPES.get(types.get(text, "").partition(";")[0].strip().lower(), "")
            yield _Link(rank, url, _file_name(url, form), bool(form) and _file_name(url, "") is None)


def _said_links(item: etree._Element) -> Iterator[tuple[_Rank, str, str, str]]:
    """What is said of links: how surely, where to, of which type, and the address (xml:base) that they start from.

    RSS says them, Atom, enclosures and media have them as attributes; and descriptions are pages with links.
    """
    for name in ("link", "enclosure", "guid", "content"):
        for one in item.iter(f"{{*}}{name}"):
            words = "" if name == "content" else (one.text or "").strip()
            text = one.get("href") or one.get("url") or one.get("src") or words
            rank = _RELATIONS.get((one.get("rel") or "").casefold())
            hidden = name == "guid" and (not text.startswith("http") or one.get("isPermaLink") == "false")
            if text and rank is not None and not hidden:
                yield rank, text, one.get("type") or "", one.base or ""
    for name in ("description", "encoded", "summary", "content"):
        for one in item.iter(f"{{*}}{name}"):
            yield from ((_Rank.WORDS, text, "", one.base or "") for text in dict.fromkeys(links_in(one)))


def _file_name(url: str, form: str) -> PurePosixPath | None:
    """The name of the letter at an address, ending as its form is called; None where nothing says that it is one.

    What is given out by a program ("/dl?file=brief.pdf") has its name behind the question mark.
    """
    place = urlsplit(url)
    path = PurePosixPath(unquote(place.path))
    if form:
        return path.with_suffix(f".{form}") if path.name else PurePosixPath(f"letter.{form}")
    names = (path, *(PurePosixPath(value) for _, value in parse_qsl(place.query)))
    found = next((name for name in names if name.suffix.lower().removeprefix(".") in FORMS), None)
    return found.with_suffix(found.suffix.lower()) if found else None


def _title(item: etree._Element) -> str:
    """The title of an item, "" where it has none."""
    return next(map(title_in, item.iter("{*}title")), "")


def _element_text(item: etree._Element, name: str) -> str:
    found: Iterable[etree._Element] = item.iter(f"{{*}}{name}")
    one = next(iter(found), None)
    return " ".join("".join(map(str, one.itertext())).split()) if one is not None else ""
