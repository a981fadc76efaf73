"""What rulings teach the reader, as text: the rulings, the trial on each, and the statements that it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tracker.decisions.examples import Lesson, LessonSentence
from tracker.decisions.learn import Change, Trial
from tracker.decisions.ruling import Decision
from tracker.i18n.catalog import gettext
from tracker.model import Firmness
from tracker.text.escape import plain


def render(lesson: Lesson, trial: Trial, changes: Sequence[Change]) -> str:
    """The page, without whether it is kept."""
    return "".join(f"{plain(line)}\n" for line in _lines(lesson, trial, changes)) + "\n"


def _lines(lesson: Lesson, trial: Trial, changes: Sequence[Change]) -> Iterator[str]:
    counts = Counter(row.ruled.ruling for row in lesson.ruled if row.ruled)
    kinds = ", ".join(f"{gettext(f'ruling.name.{ruling}')} {number}" for ruling, number in sorted(counts.items()))
    yield gettext("learned.rulings", number=len(lesson.ruled), kinds=kinds)
    for one in lesson.unused:
        yield "  " + gettext("learned.unused", ruling=gettext(f"ruling.name.{one.ruling}"), quote=_quote(one))
    yield gettext("learned.trial", before=sum(trial.before), after=sum(trial.after), all=len(trial.before))
    for row, before, after in zip(lesson.ruled, trial.before, trial.after, strict=True):
        yield "  " + _tried(row, before, after)
    if not trial.gains:
        yield gettext("learned.gains-nothing")
    yield gettext("learned.changes", number=len(changes)) if changes else gettext("learned.changes-nothing")
    for change in changes:
        was, now = _firmness(change.before), _firmness(change.after)
        yield f"  {was} → {now}: “{change.quote}” ({change.letter})"


def _tried(row: LessonSentence, before: bool, after: bool) -> str:
    words = {True: gettext("learned.right"), False: gettext("learned.wrong")}
    quote = _quote(row.ruled) if row.ruled else ""
    return f"{words[before]} → {words[after]}: {quote}"


def _quote(decision: Decision) -> str:
    anchor = decision.quotes[0]
    return f"“{anchor.quote}” ({anchor.letter})"


def _firmness(value: Firmness | None) -> str:
    return gettext(f"word.{value}") if value else gettext("learned.nothing")
