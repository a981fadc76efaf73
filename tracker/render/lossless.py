"""Proof for one letter that reading lost nothing, and that every quote stands where its location says."""

from __future__ import annotations

from textwrap import shorten

from tracker.documents.lossless import check_lossless, count_words
from tracker.documents.torn_sentences import torn_sentences
from tracker.errors import LetterError
from tracker.i18n.catalog import gettext, ngettext
from tracker.ledger.queries import Index
from tracker.model import Letter, Statement

_SHOWN = 100
"""Characters of a passage that are shown."""


def render(index: Index, letter: Letter) -> str:
    """One line that says so. Raises LetterError with the words lost or doubled, or the quote that is not found."""
    faults = check_lossless(letter)
    if not faults.whole:
        raise LetterError("check.not-whole", path=letter.path, faults=faults.told)
    rows: tuple[Statement, ...] = (*index.commitments_of(letter.id), *index.reports_of(letter.id))
    for row in rows:
        if not stands_at(letter, row):
            raise LetterError("check.quote-not-found", statement=row.id, line=row.location.line, path=letter.path)
    quotes = ngettext("check.quotes", len(rows))
    whole = gettext("check.words", letter=letter.id, number=count_words(letter))
    return "\n".join([f"{whole}; {quotes}", *_torn(letter), ""])


def _torn(letter: Letter) -> list[str]:
    """What looks torn, a line each with its place."""
    found = torn_sentences(letter)
    told = [
        gettext(
            f"torn.{one.tear}",
            place=gettext("torn.page", page=one.passage.page, line=one.line)
            if one.passage.page
            else gettext("torn.line", line=one.line),
            text=shorten(one.passage.text, _SHOWN, placeholder=" …"),
        )
        for one in found
    ]
    return [ngettext("torn.count", len(found)), *told] if found else []


def stands_at(letter: Letter, row: Statement) -> bool:
    """Whether the source has the quote's letters and figures in order at its location, between what interrupts it."""
    source = iter(filter(str.isalnum, letter.text[row.location.start : row.location.end]))
    return all(char in source for char in row.quote if char.isalnum())
