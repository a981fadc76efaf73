"""Letters of other bodies that say that they are papers which are here too: each is kept once."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from tracker.documents.limits import DEFAULT
from tracker.i18n.message import Message, message
from tracker.sources.contents import is_one_text
from tracker.sources.holdings import Holdings
from tracker.sources.papers import ListedPaper, numbered
from tracker.storage.bounded_read import read_bounded


def here_as(holdings: Holdings, id_: str, printed: str, data: bytes) -> str:
    """The file here of the paper that a letter says that it is; "" where there is none, or it holds another text."""
    known = holdings.memory.state.papers.items()
    others = (one for one, held in known if held.printed == printed and one != id_) if printed else ()
    for one in dict.fromkeys((printed, *others) if printed else ()):
        entry = holdings.fetched(one)
        path = entry.path if entry else holdings.own(one) if one == printed else ""
        if path and is_one_text(data, _content(holdings.folder / path)):
            return path
    return ""


def paper_at(holdings: Holdings, path: str) -> str:
    """The id of the paper with a number whose file is at a path, "" where it is no such paper's."""
    known = (one for one in holdings.memory.state.papers if numbered(one))
    return next((one for one in known if (entry := holdings.fetched(one)) and entry.path == path), "")


def give_up_copies(holdings: Holdings, paper: ListedPaper) -> tuple[Message, ...]:
    """Remove what came of a paper from elsewhere, without its number, where it is here under its number too.

    What a person changed stays. The messages say what is removed.
    """
    entry = holdings.fetched(paper.id) if numbered(paper.id) else None
    if entry is None:
        return ()
    gone: list[Message] = []
    papers = holdings.memory.state.papers
    for id_, held in list(papers.items()):
        copy = None if held.record or numbered(id_) else holdings.fetched(id_)
        if copy is None or holdings.touched(copy):
            continue
        one, other = (holdings.folder / row.path for row in (entry, copy))
        says_so = held.printed == paper.id and is_one_text(_content(one), _content(other))
        if says_so or copy.sha256 == entry.sha256:
            holdings.remove(id_)
            papers[id_] = replace(held, path=entry.path, printed=paper.id, copy=True)
            gone.append(message("source.same-removed", path=copy.path, other=entry.path))
    if gone:
        holdings.memory.save()
    return tuple(gone)


def _content(path: Path) -> bytes:
    try:
        return read_bounded(path, DEFAULT.size)
    except OSError:
        return b""
