"""Deadlines that move: which one is later, how a prolongation counts, and whether the letter says why."""

from __future__ import annotations

import datetime as dt

from tracker.language.patterns import matches
from tracker.language.sentences import split_sentences
from tracker.model import Commitment, Deadline, Letter, Slip, StatusReport
from tracker.temporal.timex import extend, increase_of, tag_times

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
    """The new end of what a quote prolongs ("met 17 maanden", "een half jaar langer")."""
    increase = increase_of(tag_times(quote, None))
    return extend(end, increase.length) if increase is not None and increase.length is not None else None


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
