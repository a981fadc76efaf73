"""The best form of a paper that can be had: what it says to be proves nothing, and half a file is none."""

from __future__ import annotations

import hashlib

from msgspec import Struct

from tracker import __version__
from tracker.documents.formats.detect import detect_format
from tracker.documents.formats.registry import PLAIN
from tracker.documents.layout.blocks import LinearText
from tracker.documents.limits import DEFAULT
from tracker.errors import LetterError, SourceError
from tracker.i18n.message import Message, message
from tracker.sources.client import Answer, Client, PassingError
from tracker.sources.contents import (
    file_words,
    id_in_file,
    is_stub,
    prints_day,
    seems_other,
    stated_other,
    states_itself,
)
from tracker.sources.fetch_state import Refused
from tracker.sources.papers import ListedPaper, PaperForm
from tracker.sources.sru import FORMS


class Copy(Struct, frozen=True):
    """A paper that came: its bytes, what they are, from where, and how to ask whether it changed."""

    data: bytes
    form: str
    url: str
    etag: str = ""
    modified: str = ""
    told: tuple[Message, ...] = ()
    """What a person should know of it."""
    signatories: tuple[str, ...] = ()
    """Who signed it, where the file states that outright."""
    dated: bool = False
    """Whether the file prints the day that it is of."""
    printed: str = ""
    """The id of the paper that the file says that it is."""


class Known(Struct, frozen=True):
    """How a file that is here was had: its address, what that said of its version, and what the file is."""

    url: str
    etag: str = ""
    modified: str = ""
    form: str = ""
    sha256: str = ""


class Best(Struct, frozen=True):
    """The best form of a paper that can be had: None where it is the one that is here."""

    copy: Copy | None
    told: tuple[Message, ...] = ()
    """What is to be said of it: why better forms could not be had, too."""
    failed: tuple[str, ...] = ()
    """The addresses of those better forms."""


def best_of(
    client: Client, paper: ListedPaper, known: Known | None = None, refused: dict[str, Refused] | None = None
) -> Best:
    """The best form of a paper that can be had, by what it is and not by what it is said to be.

    What was `refused` before is not sent again as it was; what is refused now is added. What is here is `known`: no
    worse form takes its place, and nothing doubtful.

    A form that may be had later is waited for. Raises PassingError; SourceError: none can be had, for the reason that
    the best of them gave.
    """
    told: list[Message] = []
    failed: list[str] = []
    lower: list[tuple[int, Copy | None]] = []
    for form in sorted(paper.forms, key=lambda form: _rank(form.name)):
        rank = _rank(form.name)
        worse = known is not None and known.url != form.url and rank > _rank(known.form)
        if worse or any(rank >= had for had, _ in lower):
            break
        try:
            copy = _copy(client, paper, form, known, refused if refused is not None else {})
        except PassingError:
            raise
        except SourceError as fault:
            told.append(fault.message)
            failed.append(form.url)
        else:
            if copy and known and _rank(copy.form) > _rank(known.form):
                continue
            lower.append((_rank(copy.form if copy else known.form if known else ""), copy))
    if not lower and (told or not known):
        raise SourceError(told[0] if told else message("source.no-form"))
    if not lower:
        told.append(message("source.worse-only", paper=paper.id))
    best = min(lower, key=lambda row: row[0])[1] if lower else None
    return Best(best, (*told, *(best.told if best else ())), tuple(failed))


def _rank(form: str) -> int:
    return FORMS.index(form) if form in FORMS else len(FORMS)


def _copy(
    client: Client, paper: ListedPaper, form: PaperForm, known: Known | None, refused: dict[str, Refused]
) -> Copy | None:
    """A form of a paper, None where it did not change. What broke off unseen is asked for once more.

    Raises SourceError.
    """
    here = known if known and known.url == form.url else None
    before = refused.pop(form.url, None)
    before = before if before and before.by == __version__ and not here else None
    had = here or before
    etag, modified = (had.etag, had.modified) if had else ("", "")
    answer = client.get(form.url, DEFAULT.size, etag=etag, modified=modified)
    if answer.data is None and before:
        refused[form.url] = before
        raise SourceError(before.fault)
    if answer.data is None:
        return None
    try:
        try:
            return checked_copy(paper, form, answer, known)
        except _HalfError:
            answer = client.get(form.url, DEFAULT.size)
            return checked_copy(paper, form, answer, known)
    except SourceError as fault:
        if answer.etag or answer.modified:
            refused[form.url] = Refused(fault.message, __version__, answer.etag, answer.modified)
        raise


class _HalfError(SourceError):
    """A file that ends too early."""


def readable_words(form: PaperForm, data: bytes) -> tuple[str, LinearText | None]:
    """What a file is and its words, None where it has but pictures of them.

    Raises SourceError: it is not whole, cannot be read, or is a page or plain text and says to be another thing.
    """
    try:
        found = detect_format(data)
    except LetterError as fault:
        raise SourceError("source.unusable", url=form.url, cause=fault.message) from fault
    if found.form != form.name and (found is PLAIN or found.form == "html"):
        raise SourceError("source.other-file", url=form.url, form=form.name, found=found.name)
    if not found.is_whole(data):
        raise _HalfError(message("source.half", url=form.url))
    return found.form, file_words(form.url, data)


def checked_copy(paper: ListedPaper, form: PaperForm, answer: Answer, known: Known | None = None) -> Copy:
    """What came, under the name of what it is.

    Raises SourceError: it is none of the forms, is not whole, cannot be read, says that it is another paper, or, of a
    page and of official XML, not that it is this one; it reads like another while one is `known`.
    """
    data = answer.data or b""
    name, source = readable_words(form, data)
    if name == PLAIN.form:
        raise SourceError("source.other-file", url=form.url, form=form.name, found=PLAIN.name)
    if source and (other := stated_other(paper, source.printed)):
        raise SourceError("source.other-paper", url=form.url, printed=other)
    if source and is_stub(paper, source):
        raise SourceError("source.unusable", url=form.url, cause=message("html.error-page"))
    if source and (name == "html" or (name == "xml" and paper.number)) and not states_itself(paper, source):
        raise SourceError("source.unstated", url=form.url)
    caution = seems_other(paper, source, form.url) if source else None
    if caution and known and known.sha256 != hashlib.sha256(data).hexdigest():
        raise SourceError("source.doubtful", cause=caution)
    signed = source.printed.signatories if source else ()
    told, dated = (caution,) if caution else (), source is not None and prints_day(source)
    printed = id_in_file(source) if source else ""
    return Copy(data, name, form.url, answer.etag, answer.modified, told, signed, dated, printed)
