"""The papers that files of letters link to in their markup, whatever the words of the link: "deze brief"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html

from tracker.documents.formats.official_xml import ROOTS
from tracker.documents.formats.xml import parse_xml
from tracker.documents.limits import DEFAULT, refuse_beyond
from tracker.errors import LetterError, SourceError
from tracker.model import SourceFile
from tracker.sources.papers import id_by_code, numbered, paper_id, paper_of, revision_of

_OFFICIAL = tuple(f"<{root}".encode() for root in ROOTS)
_PAGE = (b"<!doctype html", b"<html")
_HEAD = 4096
"""Bytes in which a file tells what it is."""
_FORMS = frozenset({"", ".html", ".pdf", ".xml", ".odt"})


def linked_papers(files: Iterable[SourceFile], hosts: Iterable[str]) -> Iterator[frozenset[str]]:
    """For each file the ids of the papers that it links to: official XML by id, pages by addresses on these hosts.

    What cannot be read links to nothing: reading it as a letter tells why.
    """
    known = frozenset(hosts)
    for file in files:
        try:
            ids = {_paper(one) for one in _links(file.data, known)}
        except (LetterError, etree.LxmlError, ValueError):
            continue
        yield frozenset(filter(None, ids))


def _links(data: bytes, hosts: frozenset[str]) -> Iterator[str]:
    """The ids that the links of a file may mean."""
    head = data[:_HEAD].lower()
    if any(root in head for root in _OFFICIAL):
        for link in parse_xml(data, DEFAULT).iter("{*}extref"):
            yield link.get("doc") or _at(link.get("url") or link.get("href") or "", hosts)
    elif any(root in head for root in _PAGE):
        refuse_beyond(DEFAULT.tags, data.count(b"<"), "tags")
        for link in lxml_html.document_fromstring(data).iter("a"):
            yield _at(link.get("href") or "", hosts)


def _at(address: str, hosts: frozenset[str]) -> str:
    """The name of what stands at an address of one of the hosts, "" elsewhere."""
    parts = urlsplit(address)
    path = PurePosixPath(parts.path)
    return path.stem if parts.hostname in hosts and path.suffix in _FORMS and len(path.parts) == 2 else ""


def _paper(link: str) -> str:
    """The id of the paper that a link means, "" where it means none: a law, a place in the paper itself.

    A print of it that was corrected is the same paper.
    """
    link = link.strip()
    if any(revision_of(link)):
        link = link.rpartition("-")[0]
    try:
        paper_of(link)
    except SourceError:
        return ""
    known = numbered(link)
    return paper_id(*known) if known else id_by_code(link)
