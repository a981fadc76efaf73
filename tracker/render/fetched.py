"""What a round brought, in lines: each paper of which there is something to say, then how many there are of what."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable

from tracker.i18n.catalog import day, gettext, listed, ngettext, text_of
from tracker.sources.fetch_round import Fetched, FetchOutcome
from tracker.sources.fetch_task import Came
from tracker.text.escape import plain

_TITLE = 70
"""Characters of a title that are shown."""
_QUIET = frozenset({FetchOutcome.SAME, FetchOutcome.YOURS})
"""Nothing is said of these, but where there is something to say."""


def render(came: Iterable[Came], *, dry: bool = False) -> str:
    """What came of each question."""
    return "".join(plain(line).rstrip() + "\n" for one in came for line in _lines(one, dry))


def _lines(one: Came, dry: bool) -> list[str]:
    shown = [row for row in one.rows if row.told or row.outcome not in _QUIET]
    complaints = [gettext("fetch.complaint", said=text_of(said)) for said in (*one.complaints, *one.notes)]
    return [line for row in shown for line in _row(row)] + complaints + [_sum(one, dry)]


def _row(row: Fetched) -> list[str]:
    paper = row.paper
    when = day(told) if (told := paper.date or paper.online) else ""
    title = textwrap.shorten(plain(paper.title), _TITLE, placeholder="…")
    word = gettext(f"fetch.word.{row.outcome}")
    return [f"{word:<10} {paper.id:<18} {when:<11} {title}", *(f"{'':<10} {text_of(said)}" for said in row.told)]


def _sum(one: Came, dry: bool) -> str:
    counts = Counter(row.outcome for row in one.rows)
    parts = [gettext(f"fetch.count.{what}", number=counts[what]) for what in FetchOutcome if counts[what]]
    said = listed(parts) if parts else gettext("fetch.count.none")
    whole = ngettext("fetch.sum", len(one.rows), asked=one.asked, counts=said)
    return whole + (" " + gettext("fetch.dry") if dry else "")
