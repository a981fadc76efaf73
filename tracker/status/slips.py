"""Deadlines that move: which one is later, how a prolongation counts, and whether the letter says why."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from tracker.language.pack import cached
from tracker.language.patterns import matches
from tracker.language.resources import read_table
from tracker.language.sentences import split_sentences
from tracker.model import Commitment, Deadline, Letter, Slip, StatusReport

Statement = Commitment | StatusReport


def is_later(old: Deadline | None, new: Deadline | None) -> bool:
    """Whether a deadline is later than another on every reading; what is only narrower, or unknown, is not.

    The end of something that lasts until then is compared with another such end only.
    """
    if old is None or new is None or old.end is None or new.end is None:
        return False
    if old.start is None or new.start is None:
        return old.start is new.start and new.end > old.end
    return new.start > old.end


def extended(end: dt.date, quote: str) -> dt.date | None:
    """The new end of what a quote prolongs "met 17 maanden"; an end on the first of a month means until that day."""
    found = _length().search(quote.lower())
    if found is None:
        return None
    table = read_table("verdicts")["lengths"]
    words, unit = found["number"], found["unit"]
    number = int(words) if words.isdigit() else table["numbers"].get(words, 0)
    if not number:
        return None
    if unit in table["days"]:
        return end + dt.timedelta(days=number * table["days"][unit])
    later = _add_months(end, number * table["months"][unit])
    return later - dt.timedelta(days=1) if end.day == 1 else later


def make_slip(earlier: Statement, later: Statement, old: dt.date | None, new: dt.date | None, letter: Letter) -> Slip:
    """The move that `later` (a statement of `letter`) makes against `earlier`."""
    return Slip(
        from_letter=earlier.letter,
        to_letter=later.letter,
        old_end=old,
        new_end=new,
        days=(new - old).days if old is not None and new is not None else None,
        explained=explanation(later, letter),
        from_ref=earlier.id,
        to_ref=later.id,
    )


def explanation(statement: Statement, letter: Letter) -> str | None:
    """The sentence that says why: the statement's own, the one before ("Daarom …" points to it), or the one after."""
    text = next((row.text for row in letter.passages if row.id == statement.passage), statement.sentence)
    sentences = [text[begin:end] for begin, end in split_sentences(text)]
    at = next((at for at, sentence in enumerate(sentences) if statement.quote in sentence), None)
    if at is None:
        return statement.sentence if matches("verdicts", "explaining", statement.sentence) else None
    before, after = sentences[max(0, at - 1) : at], sentences[at + 1 : at + 2]
    if before and matches("verdicts", "therefore", sentences[at]):
        return before[0]
    near = [sentences[at], *before, *after]
    return next((sentence for sentence in near if matches("verdicts", "explaining", sentence)), None)


@cached(maxsize=1)
def _length() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{read_table('verdicts')['lengths']['pattern']})(?!\w)")


def _add_months(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
