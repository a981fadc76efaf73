"""Rulings of two analysts that cannot both hold: the later one counts, and that is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping

from msgspec import Struct

from tracker.decisions.ruling import Anchor, Decision, Ruling
from tracker.i18n.message import Message, message
from tracker.model import AnyStatement
from tracker.text.normalize import one_space

_OF_PROMISE = frozenset({Ruling.MISSED, Ruling.KIND, Ruling.DEADLINE})
"""Rulings that hold their quote to be a promise."""
_OF_KIND = frozenset({Ruling.MISSED, Ruling.KIND})
_OF_THREAD = frozenset({Ruling.STATUS, Ruling.TITLE})
_TOGETHER = {Ruling.SAME: True, Ruling.MERGE: True, Ruling.DIFFERENT: False}
_REGISTERED = {Ruling.REGISTERED: True, Ruling.UNREGISTERED: False}

Thing = tuple[str, str]
"""A letter and a quote of it, folded."""


class Contrary(Struct, frozen=True):
    """A ruling, and a later one of somebody else that says otherwise of the same."""

    before: Decision
    after: Decision

    @property
    def told(self) -> Message:
        """Who ruled what, and what to do."""
        quote = one_space(self.after.quotes[0].quote)
        before, after = _ruling_in_words(self.before), _ruling_in_words(self.after)
        return message(
            "ruling.contrary", quote=quote, first=self.before.who, before=before, who=self.after.who, after=after
        )


def contrary(decisions: Iterable[Decision], threads: Mapping[Thing, str] | None = None) -> tuple[Contrary, ...]:
    """What the last rulings of two analysts say otherwise, of rulings in the order in which they were given.

    `threads` gives the thread of a quote: a verdict on it is one whichever of its quotes it names.
    """
    said: dict[Hashable, dict[str, tuple[Decision, Hashable]]] = defaultdict(dict)
    for decision in decisions:
        for topic, claim in _claims(decision, threads or {}):
            said[topic].pop(decision.who, None)
            said[topic][decision.who] = decision, claim
    pairs = (pair for last in said.values() for pair in _at_odds(list(last.values())))
    return tuple(dict.fromkeys(pairs))


def _at_odds(rows: list[tuple[Decision, Hashable]]) -> Iterator[Contrary]:
    """Each that claims something else than the last."""
    *earlier, (after, claim) = rows
    yield from (Contrary(row, after) for row, other in earlier if other != claim)


def _claims(row: Decision, threads: Mapping[Thing, str]) -> Iterator[tuple[Hashable, Hashable]]:
    """What a ruling says of what; of a note nobody can say otherwise."""
    things = tuple(map(thing_of, row.quotes))
    if row.ruling in _OF_PROMISE or row.ruling is Ruling.REJECTED:
        yield ("promise", things[0]), row.ruling is not Ruling.REJECTED
    if row.ruling in _OF_KIND:
        yield ("kind", things[0]), row.kind
    if row.ruling is Ruling.DEADLINE:
        yield ("deadline", things[0]), (row.start, row.end)
    if row.ruling in _OF_THREAD:
        yield (row.ruling, threads.get(things[0], things[0])), row.value
    if row.ruling is Ruling.SLIP:
        yield (row.ruling, things[0][0], threads.get(things[0], things[0])), (row.value, row.end)
    if row.ruling in _TOGETHER:
        yield ("together", frozenset(things)), _TOGETHER[row.ruling]
    if row.ruling in _REGISTERED:
        yield ("registered", row.value, threads.get(things[0], things[0])), _REGISTERED[row.ruling]


def thing_of(quote: Anchor | AnyStatement) -> Thing:
    """The letter and the words of a quote."""
    return quote.letter, one_space(quote.quote)


def _ruling_in_words(row: Decision) -> Message:
    """A ruling in a few words."""
    name = message(f"ruling.name.{row.ruling}")
    value = row.value or str(row.kind or row.end or "")
    return message("ruling.contrary-said", ruling=name, value=value) if value else name
