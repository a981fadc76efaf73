"""Page one of a report: how it is going in three sentences, the heaviest cases, and how far to trust that."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from tracker.i18n.catalog import gettext, listed, ngettext, number
from tracker.ledger.fates import sureness, was_dated
from tracker.ledger.queries import Index
from tracker.model import Commitment, Status, Thread
from tracker.report_headings import FATES, EntryForm, Fate, Phase
from tracker.views.blocks import Fated
from tracker.views.chart_rows import Figure
from tracker.views.labels import word
from tracker.views.names import from_before, short, taken_over, term
from tracker.views.offices import CABINET, undertaker
from tracker.views.same_promise import twin
from tracker.views.sheet import Case
from tracker.views.unread_papers import named_papers, unsearched

HEAVIEST = 5
"""Cases on page one at most."""

_ACCUSING = tuple(sorted((kind for kind in Fate if FATES[kind].is_accusing), key=lambda kind: FATES[kind].case or 0))
"""The fates that make a case, in the order in which they take turns of two; what was kept after all takes none."""

_COUNTED = sorted((row.told, kind) for kind, row in FATES.items() if row.told)
_TOLD = {phase: tuple(kind for (of, _), kind in _COUNTED if of is phase) for phase in Phase}
"""The fates that each opening sentence counts, in its order."""


def fate_counts(index: Index, fated: Fated) -> tuple[Figure, ...]:
    """How many dated promises have each fate; every dated promise is counted once."""
    numbers = ((kind, sum(was_dated(index, thread) for thread in threads)) for kind, threads in fated.items())
    return tuple(Figure(kind.value, found) for kind, found in numbers if found or FATES[kind].is_always_counted)


def sentences(index: Index, fated: Fated) -> tuple[str, ...]:
    """How it is going: what became of the dated promises, which deadlines ask for attention, and what runs."""
    found = {Fate(row.key): row.number for row in fate_counts(index, fated)}
    dated, every = sum(found.values()), sum(map(len, fated.values()))
    if not dated:
        number_told, some = _became_of_undated(index, fated)
        one, many = gettext("page-one.none-dated-told-one", told=some), gettext("page-one.none-dated-told", told=some)
        became = [one if number_told == 1 else many] if some else []
        return (ngettext("page-one.none-dated", every), *became) if every else (gettext("page-one.none"),)
    passed, running = (sum(found.get(kind, 0) for kind in _TOLD[phase]) for phase in (Phase.PASSED, Phase.RUNNING))
    still = (
        ngettext("page-one.running", running, told=_figures_of_phase(found, Phase.RUNNING)) if running else "",
        _figures_of_phase(found, Phase.PAST),
        _undated(index, fated, every, dated) if every > dated else "",
    )
    told = "; ".join(part for part in still if part)
    return (
        ngettext("page-one.settled", dated, told=_figures_of_phase(found, Phase.SETTLED)),
        ngettext("page-one.passed", passed, told=_figures_of_phase(found, Phase.PASSED)),
        *([f"{told}."] if told else []),
    )


def cases(index: Index, fated: Fated) -> tuple[Case, ...]:
    """The heaviest cases: of each accusing fate two at a time, in the order of its block, then what came late."""
    turns = sorted(
        (kind is Fate.LATE, at // 2, _ACCUSING.index(kind), at) for kind in _ACCUSING for at in range(len(fated[kind]))
    )
    chosen = sorted(turns[:HEAVIEST], key=lambda turn: turn[2:])
    return tuple(_case(index, _ACCUSING[kind], fated[_ACCUSING[kind]][at]) for *_, kind, at in chosen)


def method() -> tuple[str, ...]:
    """How the report was made, how good that was found to be, and how to object."""
    return (gettext("method.made"), gettext("method.accuracy", **_accuracy()), gettext("method.object"))


def trust() -> str:
    """How far to trust the verdicts, in a line, and where it is told how to object."""
    return gettext("page-one.trust", **_accuracy())


def _accuracy() -> dict[str, int]:
    return tomllib.loads((Path(__file__).parent / "accuracy.toml").read_text(encoding="utf-8"))


def _undated(index: Index, fated: Fated, every: int, dated: int) -> str:
    """How many promises have no deadline, and what became of some of them all the same."""
    told = ngettext("page-one.undated", every - dated, all=number(every), share=f"{(every - dated) / every:.0%}")
    number_told, some = _became_of_undated(index, fated)
    if number_told == 1:
        return gettext("page-one.undated-told-one", undated=told, told=some)
    return gettext("page-one.undated-told", undated=told, told=some) if some else told


def _became_of_undated(index: Index, fated: Fated) -> tuple[int, str]:
    """Of how many promises without a deadline letters tell what became, and what."""
    kinds = (kind for phase in (Phase.SETTLED, Phase.PASSED) for kind in _TOLD[phase])
    found = {kind: sum(not was_dated(index, thread) for thread in fated[kind]) for kind in kinds}
    told = [gettext(f"figure.{kind}", number=undated) for kind, undated in found.items() if undated]
    return sum(found.values()), listed(told)


def _figures_of_phase(found: Mapping[Fate, int], phase: Phase) -> str:
    """The figures of an opening sentence in a row, the last one after "and"."""
    return listed([gettext(f"figure.{kind}", number=found[kind]) for kind in _TOLD[phase] if kind in found])


def _case(index: Index, kind: Fate, thread: Thread) -> Case:
    course, form = index.course(thread), FATES[kind].entry
    moved = form is EntryForm.SLIPPED
    # A move is told from its first day on; of what passed or was withdrawn the last day counts, and no letter says why.
    first = course[0 if moved else -1] if course else ("", None)
    was = f"{term(*first)}{from_before() if first[1] in taken_over(index, thread) else ''}" if any(first) else ""
    why = next((slip.explained for slip in reversed(thread.slips) if slip.explained), None) if moved else None
    parts = (
        _who(index, thread),
        gettext("case.was", was=was) if was else "",
        gettext("case.now", now=_now(index, kind, thread)),
        _unread(index, thread) if form is EntryForm.SILENT else "",
        gettext("case.why", why=why) if why else gettext("audit.unexplained") if moved else "",
        twin(index, thread),
        gettext(f"sure.{sureness(thread.confidence)}"),
    )
    return Case(thread.id, thread.title, tuple(part for part in parts if part))


def _unread(index: Index, thread: Thread) -> str:
    """The papers that may speak of it and were not read: the most cited by name, of the others the number."""
    names = named_papers(index, thread)
    rest = len(unsearched(thread)) - len(names)
    more = gettext("list.more", words=", ".join(names), number=rest) if rest else listed(names)
    return gettext("case.unread", papers=more) if names else ""


def _who(index: Index, thread: Thread) -> str:
    """Who was to do it; of whoever signs the names."""
    promise = next((row for row in index.quotes_of(thread) if isinstance(row, Commitment)), None)
    if promise is None:
        return ""
    signed = listed(list(index.letters[promise.letter].signatories)) if promise.actor == CABINET else ""
    actor = word(undertaker(index, promise.actor))
    return f"{actor} ({signed})" if signed else actor


def _now(index: Index, kind: Fate, thread: Thread) -> str:
    """Where it stands: the newest date, or what became of it."""
    if FATES[kind].entry is EntryForm.SLIPPED:
        words, end = (index.course(thread) or (("", None),))[-1]
        days = index.days_slipped(thread)
        later = f" ({ngettext('count.days-later', days)})" if days else ""
        return term(words, end) + later if end else gettext("thread.no-new-date")
    if thread.status is Status.LAPSED:
        return ngettext("case.lapsed", len(thread.searched) + thread.more_searched)
    newest = index.newest(thread)
    became = kind if kind is Fate.LATE else thread.status
    return gettext(f"case.{became}", letter=short(index.letters[newest.letter]) if newest else "")
