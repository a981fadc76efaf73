"""What a dossier and a paper are called, and what services say of a paper before anybody reads it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from msgspec import Struct
from msgspec.structs import replace

from tracker.documents.structure.identity import fullest
from tracker.errors import SourceError
from tracker.text.normalize import one_space

_NUMBER = r"(\d{2})[ .]?(\d{3})"
_DOSSIER = re.compile(
    rf"(?:kst-|[^\W\d_]{{2,20}}(?: I{{1,2}})? )?{_NUMBER}(?:[ -]*\(?([A-Z0-9]{{1,8}})\)?)?", re.IGNORECASE | re.ASCII
)
_SUFFIX = re.compile(r"(?:[IVXLC]{1,7}[A-F]?|[A-Z]|\d{1,3}|R\d{3,4})?")
"""What tells parts of a dossier apart: chapters of the budget ("VIII", "IIA"), councils ("02"), acts of the Kingdom."""
_PAPER = re.compile(rf"(?:kst-)?{_NUMBER}(?:-([A-Z0-9]{{1,8}}))?-([A-Z0-9]{{1,8}})", re.IGNORECASE | re.ASCII)
_CITED = re.compile(
    rf"(?:[^\W\d_]{{2,20}}(?: I{{1,2}})? )?{_NUMBER}(?:[ -]\(?([A-Z0-9]{{1,8}})\)?)?"
    r",? (?-i:[a-z]{2})\.? ?(\d{1,5})",
    re.IGNORECASE | re.ASCII,
)
"""The same as letters cite it: "Kamerstuk 27 923, nr. 460"."""
_CODE = re.compile(
    r"(?=.{5,60}$)([A-Z]{1,8}(?:-[A-Z0-9]{1,12}){1,5}|KST\d{3,9}|(?-i:\d{4}[DZ]\d{5}))", re.IGNORECASE | re.ASCII
)
"""The id of a paper that says nothing of a dossier: "nds-tk-2024D12345", "blg-1042786", "kst-1268678", "KST38462".

That of a case ("2024Z12345") stands for the papers of the case.
"""
_REGISTERED = re.compile(r"\d{4}D\d{5}")
_CASE = re.compile(r"\d{4}Z\d{5}")
_ANSWERS = re.compile(r"ah-tk-\d\d(\d\d)\d\d(\d\d)-(\d{1,5})")
_NUMBERED = re.compile(r"(\d\d)(\d\d)(\d{5})")
_REVISED = re.compile(r"([nNhH])(\d{1,2})")
"""What the id of a paper ends with that was printed anew."""
_OPENED = re.compile(r"[^A-Za-z0-9-]+")
_ODD = re.compile(r"[^A-Za-z0-9]+")
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
"""No names of files on Windows, whatever comes after a dot."""
_NAME = 80
"""Characters of the name of a file."""


class Dossier(Struct, frozen=True, order=True):
    """A dossier of parliament: its number, and the suffix of a chapter of the budget or of a part."""

    number: int
    suffix: str = ""

    @property
    def id(self) -> str:
        """As ids of papers begin: "27923", "36600-VIII"."""
        return f"{self.number:05}" + (f"-{self.suffix}" if self.suffix else "")

    @property
    def spelled(self) -> str:
        """As papers print it: "27 923", "36 600 VIII"."""
        spelled = fullest(self.id) or self.id
        return spelled if _ODD.sub("", spelled) == _ODD.sub("", self.id) else self.id


class PaperForm(Struct, frozen=True):
    """A form of a paper: what it says to be ("xml", "docx", "odt", "pdf", "html") and its address."""

    name: str
    url: str


class ListedPaper(Struct, frozen=True):
    """A paper as services tell of it. `record` names it in the register of parliament, "" where that has not told."""

    id: str
    dossier: Dossier | None = None
    """The first of its dossiers, in which it has its number."""
    number: str = ""
    date: dt.date | None = None
    title: str = ""
    dossier_title: str = ""
    kind: str = ""
    signatories: tuple[str, ...] = ()
    forms: tuple[PaperForm, ...] = ()
    record: str = ""
    stamps: tuple[tuple[str, str], ...] = ()
    """When each service says that it changed what it tells of the paper."""
    gone: bool = False
    """Whether it was taken back."""
    others: tuple[Dossier, ...] = ()
    """Further dossiers that it stands in."""
    published: str = ""
    """Its id as the publications have it."""
    before: tuple[str, ...] = ()
    """Ids that it may be here under: a page that stood in its place, a form that was its only one."""
    unasked: bool = False
    """Whether what would tell of its forms did not answer."""
    unread: str = ""
    """What a service calls the type of its file, where that is of no form that is read."""
    online: dt.date | None = None
    """When a feed told of it: the day of what prints none."""
    fleeting: bool = False
    """Whether that is but when the feed changed what it says of it last: the first such day stands."""


def dossier_of(words: str) -> Dossier:
    """The dossier that a user's words name. Raises SourceError: they name none."""
    words = one_space(words)
    found = _DOSSIER.fullmatch(words)
    paper = _PAPER.fullmatch(words) if words.lower().startswith("kst") else _CITED.fullmatch(words)
    if paper and paper[4].isdecimal():
        raise SourceError("source.is-paper", words=words[:60])
    if found is None or not _SUFFIX.fullmatch(_suffix(found[3])):
        raise SourceError("source.no-dossier", words=words[:60])
    return Dossier(int(found[1] + found[2]), _suffix(found[3]))


def dossier_in(text: str) -> Dossier | None:
    """The dossier that a text names; None where it names none, or a paper."""
    try:
        return dossier_of(text)
    except SourceError:
        return None


def paper_of(words: str) -> tuple[Dossier | None, str]:
    """The paper that a user's words name: its dossier and number; or none and its id. Raises SourceError."""
    words = one_space(words)
    found = _PAPER.fullmatch(words) or _CITED.fullmatch(words)
    if found is not None and not _REVISED.fullmatch(found[4]):
        return Dossier(int(found[1] + found[2]), _suffix(found[3])), found[4].upper()
    if _CODE.fullmatch(words) is None:
        raise SourceError("source.no-paper", words=words[:60])
    return None, words


def numbered(id_: str) -> tuple[Dossier, str] | None:
    """The dossier and the number that the id of a paper says, None where it says none: "kst-1268678"."""
    try:
        dossier, number = paper_of(id_)
    except SourceError:
        return None
    return (dossier, number) if dossier else None


def revision_of(published: str) -> tuple[int, int]:
    """How often a paper was printed anew by its published id: corrected ("kst-27923-5-n1"), reprinted ("-h1").

    The larger the newer; nothing for what stands as it was printed first.
    """
    found = _REVISED.fullmatch(published.rpartition("-")[2])
    return (int(found[2]), int(found[1] in "nN")) if found else (0, 0)


def id_by_code(id_: str) -> str:
    """The id of a paper that says nothing of a dossier, the same whichever service tells it."""
    registered = _REGISTERED.search(id_)
    known = registered[0] if registered else _OPENED.sub("", id_)
    return named_after(known, known) if len(known) > _NAME or _RESERVED.fullmatch(known) else known


def has_register_number(id_: str) -> bool:
    """Whether an id holds the number that the register knows a paper by."""
    return _REGISTERED.search(id_) is not None


def is_case(id_: str) -> bool:
    """Whether an id is the number that the register knows a case by, with all its papers: "2024Z12345"."""
    return _CASE.fullmatch(id_) is not None


def answers_number(id_: str) -> str:
    """How the register numbers answers to questions: "232402313" for "ah-tk-20232024-2313"; "" for what is none."""
    found = _ANSWERS.fullmatch(id_)
    return f"{found[1]}{found[2]}{int(found[3]):05}" if found else ""


def answers_id(number: str) -> str:
    """The id of answers to questions by their number in the register, the other way about; "" for what is none."""
    found = _NUMBERED.fullmatch(number)
    if found is None:
        return ""
    first, second = (f"{'19' if year > '50' else '20'}{year}" for year in found.group(1, 2))
    return f"ah-tk-{first}{second}-{int(found[3])}"


def _suffix(text: str | None) -> str:
    return (text or "").upper()


def paper_id(dossier: Dossier, number: str) -> str:
    """The id of a paper: "kst-27923-460"."""
    return _OPENED.sub("", f"kst-{dossier.id}-{number}")


def id_of(words: str) -> str:
    """The id of the paper that words name, "" where they name none."""
    try:
        dossier, number = paper_of(words)
    except SourceError:
        return ""
    return paper_id(dossier, number) if dossier else id_by_code(number)


def printed_id(dossier: str | None, number: str | None) -> str:
    """The id of a paper by the dossier and the number that it prints, "" where it prints none."""
    try:
        return paper_id(dossier_of(dossier or ""), number) if number else ""
    except SourceError:
        return ""


def named_after(name: str, place: str) -> str:
    """An id for a letter that has none, from what it is called; places that are called alike stay apart."""
    known = _ODD.sub("-", name).strip("-")[:_NAME] or "letter"
    return f"{known}-{hashlib.sha256(place.encode()).hexdigest()[:6]}"


def merged_paper(one: ListedPaper, other: ListedPaper) -> ListedPaper:
    """What two services tell of one paper: the facts of the first, what it lacks of the second, all forms.

    Of a paper that was printed anew only what is newest is a form of it.
    """
    newest = max((one, other), key=lambda row: revision_of(row.published))
    anew = revision_of(one.published) != revision_of(other.published)
    both = tuple(dict.fromkeys((*one.forms, *other.forms)))
    return replace(
        one,
        date=one.date or other.date,
        title=one.title or other.title,
        dossier_title=one.dossier_title or other.dossier_title,
        kind=one.kind or other.kind,
        signatories=one.signatories or other.signatories,
        published=newest.published or one.published or other.published,
        unread=one.unread or other.unread,
        others=tuple(dict.fromkeys((*one.others, *other.others))),
        forms=newest.forms if anew and newest.forms else one.forms if other.gone else both,
        record=one.record or other.record,
        stamps=tuple(sorted({**dict(other.stamps), **dict(one.stamps)}.items())),
        gone=one.gone and other.gone,
    )
