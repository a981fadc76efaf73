"""What came, opened: whether it can be read as a letter, and which paper it says that it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.documents.duplicate_files import hold_one_text
from tracker.documents.formats.html import tells_fault
from tracker.documents.layout.blocks import LinearText, Printed
from tracker.documents.limits import time_to_read
from tracker.documents.read import read_source
from tracker.documents.structure.masthead import Masthead, read_masthead
from tracker.documents.structure.outline import arrange
from tracker.errors import LetterError, SourceError
from tracker.i18n.message import Message, message
from tracker.sources.papers import Dossier, ListedPaper, dossier_in, id_by_code, paper_id
from tracker.text.normalize import one_space

_WORDLESS = frozenset({"pdf.pictures", "pdf.garbled"})
"""Why a whole file is kept though it cannot be read: its words are there for who makes them legible."""
_NUMBER = re.compile(r"[^\W_]+")


def file_words(url: str, data: bytes) -> LinearText | None:
    """The words of a file, None where it has but pictures of them. Raises SourceError: it cannot be read."""
    try:
        with time_to_read(url):
            return read_source(data)
    except LetterError as fault:
        if fault.message.id in _WORDLESS:
            return None
        raise SourceError("source.unusable", url=url, cause=fault.message) from fault


def is_stub(paper: ListedPaper, source: LinearText) -> bool:
    """Whether a file has but some words on a fault, no day, and does not say which paper it is."""
    if not tells_fault(source.text.split()) or states_itself(paper, source):
        return False
    return not prints_day(source)


def stated_other(paper: ListedPaper, printed: Printed) -> str:
    """What paper a file states that it is, where that is another than the one asked for; "" where it is not."""
    if printed.code and not paper.number:
        return printed.code if _is_other_code(paper.id, printed.code) else ""
    return _other(paper, printed.dossiers or (printed.dossier or "",), printed.number or "")


def states_itself(paper: ListedPaper, source: LinearText) -> bool:
    """Whether a file says that it is the paper asked for: its dossier and number, else its code, else its title.

    What a server sends in the place of a letter, for people to read, says none of these.
    """
    found = read_masthead(arrange(source), source.printed)
    codes = {id_by_code(code).casefold() for code in (found.code, source.printed.code) if code}
    if codes & {id_by_code(id_).casefold() for id_ in (paper.id, paper.published) if id_}:
        return True
    if paper.number:
        stated = not found.guessed and found.dossier and found.number
        return bool(stated) and not _other(paper, _dossiers_named(found, source.printed), found.number or "")
    return bool(paper.title) and one_space(paper.title).casefold() in one_space(source.text).casefold()


def id_in_file(source: LinearText) -> str:
    """The id of the paper that a file says that it is, "" where it names no dossier with a number of its own."""
    found = read_masthead(arrange(source), source.printed)
    if found.guessed or not (found.dossier and found.number):
        return ""
    dossier = dossier_in(found.dossier)
    return paper_id(dossier, _bare(found.number).upper()) if dossier else ""


def is_one_text(data: bytes, other: bytes) -> bool:
    """Whether two files hold the text of one paper; what has no words or cannot be read does not."""
    try:
        one, two = file_words("", data), file_words("", other)
    except SourceError:
        return False
    return one is not None and two is not None and hold_one_text(one.text, two.text)


def prints_day(source: LinearText) -> bool:
    """Whether a file prints the day that it is of."""
    return read_masthead(arrange(source), source.printed).date is not None


def seems_other(paper: ListedPaper, source: LinearText, url: str) -> Message | None:
    """A word of caution where what stands above a letter reads like another paper than the one asked for."""
    found = read_masthead(arrange(source), source.printed)
    other = _other(paper, _dossiers_named(found, source.printed), found.number or "")
    return message("source.seems-other", url=url, printed=other) if other else None


def _dossiers_named(found: Masthead, printed: Printed) -> tuple[str, ...]:
    """The dossiers that a paper says it is of, in its masthead and in its metadata."""
    return ("" if found.guessed else found.dossier or "", *printed.dossiers)


def _other(paper: ListedPaper, dossiers: Iterable[str], number: str) -> str:
    known = [one for text in dossiers if (one := dossier_in(text))]
    asked = [paper.dossier, *paper.others] if paper.dossier else []
    elsewhere = bool(known and asked) and not any(_alike(one, other) for one in known for other in asked if other)
    unlike = bool(number and paper.number) and _bare(number) != _bare(paper.number)
    if not (elsewhere or unlike):
        return ""
    return paper_id(known[0], number) if known and number else known[0].spelled if known else number


def _is_other_code(id_: str, code: str) -> bool:
    """Whether two ids of one style ("blg-…", "ah-tk-…") name two papers; of two styles nobody can say."""
    one, other = id_.casefold(), code.casefold()
    return one.partition("-")[0] == other.partition("-")[0] and one != other


def _alike(one: Dossier, other: Dossier) -> bool:
    """Whether two may be one dossier: papers and services leave the suffix out at times."""
    return one.number == other.number and (not (one.suffix and other.suffix) or one.suffix == other.suffix)


def _bare(number: str) -> str:
    """A number without what marks a reprint."""
    found = _NUMBER.search(number)
    return found[0].casefold() if found else ""
