"""The report of many letters that came at once: a line each, from one judgement of the whole collection."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from tracker.i18n.catalog import gettext, listed, ngettext
from tracker.ledger.news import act_of
from tracker.ledger.queries import Index
from tracker.model import Letter, StepKind
from tracker.statuses import NEWS
from tracker.views.labels import counted_news
from tracker.views.names import paper, when
from tracker.views.page_one import method
from tracker.views.sheet import ReportView, ThreadEntry, ViewBlock
from tracker.views.totals import notices, unread


def sheet(index: Index, came: Iterable[Letter], remarks: tuple[str, ...] = ()) -> ReportView:
    """The letters that came, oldest first, each with what it does to how many promises."""
    letters = sorted(came, key=lambda letter: index.place[letter.id])
    numbers = _numbers(index, {letter.id for letter in letters})
    rows = tuple(
        ThreadEntry(title=_name(letter), notes=(), facts=(news_figures(numbers[letter.id]),)) for letter in letters
    )
    whole = sum(numbers.values(), Counter[StepKind]())
    return ReportView(
        title=gettext("many-letters.title", number=len(letters)),
        key="many-letters",
        as_of=index.ledger.as_of,
        sentences=(gettext("many-letters.told", told=listed(_news_counts(whole))),) if _news_counts(whole) else (),
        remarks=(*remarks, *unread(index), *notices(index)),
        blocks=(ViewBlock("letters", gettext("many-letters.heading"), rows, brief=True),),
        method=method(),
    )


def news_figures(numbers: Counter[StepKind]) -> str:
    """How many promises are made, moved, kept and so on, in a line; of those without news how many it speaks of."""
    covered = [ngettext("new-letter.spoken", numbers.total())] if any(kind not in NEWS for kind in numbers) else []
    return " · ".join([*_news_counts(numbers), *covered]) or gettext("commit.no-promises")


def _news_counts(numbers: Counter[StepKind]) -> list[str]:
    return [counted_news(kind, numbers[kind]) for kind in NEWS if numbers[kind]]


def _name(letter: Letter) -> str:
    return f"{paper(letter)}, {when(letter, 'long')}"


def _numbers(index: Index, ids: set[str]) -> dict[str, Counter[StepKind]]:
    """What each of these letters does to how many threads that it speaks of."""
    found: dict[str, Counter[StepKind]] = defaultdict(Counter)
    for thread in index.ledger.threads:
        for letter in {step.letter for step in thread.members} & ids:
            kind = act_of(thread, letter)
            if kind:
                found[letter][kind] += 1
    return found
