"""The best form of a paper that can be had: what it says to be proves nothing, and half a file is none."""

from __future__ import annotations

from msgspec import Struct

from tracker import __version__
from tracker.documents.formats.detect import detect_format
from tracker.documents.formats.registry import PLAIN
from tracker.documents.limits import DEFAULT
from tracker.errors import LetterError, SourceError
from tracker.i18n.message import Message, message
from tracker.sources.client import Answer, Client, PassingError
from tracker.sources.contents import opened, seems_other, stated_other
from tracker.sources.memory import Refused
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


class Known(Struct, frozen=True):
    """How a file that is here was had: its address, and what that said of its version."""

    url: str
    etag: str = ""
    modified: str = ""


def best_of(
    client: Client, paper: ListedPaper, known: Known | None = None, refused: dict[str, Refused] | None = None
) -> tuple[Copy | None, list[Message]]:
    """The best form of a paper that can be had, None where it is the one that is here; and what is to be said of it.

    That is why better ones could not be had, too. What was `refused` before is not sent again as it was; what is
    refused now is added.

    A form that may be had later is waited for. Raises PassingError; SourceError: none can be had, for the reason that
    the best of them gave.
    """
    told: list[Message] = []
    for form in sorted(paper.forms, key=lambda form: FORMS.index(form.name)):
        try:
            here = known if known and known.url == form.url else None
            copy = _copy(client, paper, form, here, refused if refused is not None else {})
        except PassingError:
            raise
        except SourceError as fault:
            told.append(fault.message)
        else:
            return copy, [*told, *(copy.told if copy else ())]
    raise SourceError(told[0] if told else message("source.no-form"))


def _copy(
    client: Client, paper: ListedPaper, form: PaperForm, known: Known | None, refused: dict[str, Refused]
) -> Copy | None:
    """A form of a paper, None where it did not change. What broke off unseen is asked for once more.

    Raises SourceError.
    """
    before = refused.pop(form.url, None)
    before = before if before and before.by == __version__ and not known else None
    had = known or before
    etag, modified = (had.etag, had.modified) if had else ("", "")
    answer = client.get(form.url, DEFAULT.size, etag=etag, modified=modified)
    if answer.data is None and before:
        refused[form.url] = before
        raise SourceError(before.fault)
    if answer.data is None:
        return None
    try:
        try:
            return checked(paper, form, answer)
        except _HalfError:
            answer = client.get(form.url, DEFAULT.size)
            return checked(paper, form, answer)
    except SourceError as fault:
        if answer.etag or answer.modified:
            refused[form.url] = Refused(fault.message, __version__, answer.etag, answer.modified)
        raise


class _HalfError(SourceError):
    """A file that ends too early."""


def checked(paper: ListedPaper, form: PaperForm, answer: Answer) -> Copy:
    """What came, under the name of what it is.

    Raises SourceError: it is none of the forms, is not whole, cannot be read, or says that it is another paper.
    """
    data = answer.data or b""
    try:
        found = detect_format(data)
    except LetterError as fault:
        raise SourceError("source.unusable", url=form.url, cause=fault.message) from fault
    name = found.form
    if found is PLAIN or (name == "html" and form.name != "html"):
        raise SourceError("source.other-file", url=form.url, form=form.name, found=found.name)
    if not found.is_whole(data):
        raise _HalfError(message("source.half", url=form.url))
    source = opened(form.url, data)
    if source and (other := stated_other(paper, source.printed)):
        raise SourceError("source.other-paper", url=form.url, printed=other)
    caution = seems_other(paper, source, form.url) if source else None
    return Copy(data, name, answer.url, answer.etag, answer.modified, (caution,) if caution else ())
