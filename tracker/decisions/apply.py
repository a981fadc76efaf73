"""The analyst's rulings at work: on statements, on drafts and on threads. What a letter says they never change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from msgspec.structs import replace

from tracker.decisions.contrary import Thing, thing_of
from tracker.decisions.ruling import OF_REGISTER, Decision, Ruling
from tracker.i18n.message import message
from tracker.model import (
    AnyStatement,
    Commitment,
    Deadline,
    Evidence,
    Firmness,
    Letter,
    Location,
    Precision,
    Status,
    Thread,
)
from tracker.text.normalize import one_space

_RULE = "decision"


def rule_statements(
    decisions: Iterable[Decision], letters: Iterable[Letter], commitments: Sequence[Commitment]
) -> tuple[Commitment, ...]:
    """The commitments with those taken out, added, dated or named otherwise that analysts ruled so; in their order."""
    by_id = {letter.id: letter for letter in letters}
    found, texts = _Commitments(commitments), {}
    for decision in decisions:
        key = thing_of(decision.quotes[0])
        if decision.ruling is Ruling.REJECTED:
            found.take_out(found.of(key))
        elif decision.ruling is Ruling.DEADLINE:
            found.change(found.of(key), deadline=_deadline(decision))
        elif decision.ruling is Ruling.KIND and decision.kind is not None:
            found.change(found.of(key), kind=decision.kind)
        elif decision.ruling is Ruling.MISSED and decision.kind is not None:
            if key[0] not in texts:
                texts[key[0]] = [one_space(passage.text) for passage in by_id[key[0]].passages]
            _promise(decision, by_id[key[0]], texts[key[0]], found)
    place = {letter_id: at for at, letter_id in enumerate(by_id)}
    return tuple(sorted(found.all(), key=lambda row: (place[row.letter], row.location.start)))


class _Commitments:
    """Commitments by their quotes: a ruling costs what it is about, not all of them. Each is known by a number."""

    def __init__(self, rows: Iterable[Commitment]) -> None:
        self._rows: dict[int, Commitment] = {}
        self._places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._number = count()
        for row in rows:
            self.add(row)

    def all(self) -> Iterable[Commitment]:
        """Those that are left, in the order in which they came."""
        return self._rows.values()

    def of(self, key: Thing) -> list[int]:
        """Those with a quote."""
        return list(self._places[key[0]][key[1]])

    def about(self, key: Thing) -> list[int]:
        """Those of the letter that were found in about the words of a quote, in the order in which they came."""
        quotes = self._places[key[0]].items()
        return sorted(at for quote, places in quotes if _about_same(key[1], quote) for at in places)

    def deadlines(self, numbers: Iterable[int]) -> Iterator[Deadline]:
        """The deadlines of those that have one."""
        return (deadline for at in numbers if (deadline := self._rows[at].deadline))

    def add(self, row: Commitment) -> None:
        """Take one more."""
        letter, quote = thing_of(row)
        number = next(self._number)
        self._rows[number] = row
        self._places[letter][quote].append(number)

    def take_out(self, numbers: Iterable[int]) -> None:
        """Let go of some."""
        for at in numbers:
            letter, quote = thing_of(self._rows.pop(at))
            self._places[letter][quote].remove(at)

    def change(self, numbers: Iterable[int], **fields: Any) -> None:
        """Give some other values; a quote is none of them."""
        for at in numbers:
            self._rows[at] = replace(self._rows[at], **fields)


def _deadline(decision: Decision) -> Deadline | None:
    """The deadline ruled: dates, words without dates, or none."""
    if decision.start is None and decision.end is None and not decision.value:
        return None
    precision = Precision.OPEN if decision.end is None else Precision.DAY
    edtf = "" if decision.end is None else f"{decision.start or '..'}/{decision.end}"
    return Deadline(decision.value, decision.start, decision.end, edtf, precision, rule=_RULE)


def _promise(decision: Decision, letter: Letter, texts: Sequence[str], found: _Commitments) -> None:
    """Add what is ruled to be a promise; one that was found in about its words is it, not told twice."""
    key, deadline = thing_of(decision.quotes[0]), _deadline(decision)
    if exact := found.of(key)[:1]:
        found.change(exact, kind=decision.kind, **({"deadline": deadline} if deadline else {}))
        return
    same = found.about(key)
    deadline = deadline or next(found.deadlines(same), None)
    for added in _missed(decision, letter, texts):
        found.take_out(same)
        found.add(replace(added, deadline=deadline))


def _about_same(ruled: str, found: str) -> bool:
    """Whether a quote found lies in the one ruled, or is that one with not much more."""
    return found in ruled or (ruled in found and 2 * len(ruled) > len(found))


def _missed(decision: Decision, letter: Letter, texts: Sequence[str]) -> Iterator[Commitment]:
    """The commitment that a ruling adds, at the first passage whose folded text holds its quote."""
    anchor = decision.quotes[0]
    quote = one_space(anchor.quote)
    passage = next((row for row, text in zip(letter.passages, texts, strict=True) if quote in text), None)
    if passage is not None and decision.kind is not None:
        start = next((run.source for run in passage.runs), 0)
        yield Commitment(
            id=f"{letter.id}/c-{anchor.hash}",
            letter=letter.id,
            section=passage.section,
            passage=passage.id,
            quote=anchor.quote,
            sentence=anchor.quote,
            location=Location(passage.page, passage.line, start, start + len(anchor.quote), passage.ocr),
            rule=_RULE,
            confidence=1.0,
            firmness=Firmness.FIRM,
            kind=decision.kind,
            actor="cabinet",
        )


def rule_threads(
    decisions: Iterable[Decision], threads: Sequence[Thread], statements: Iterable[AnyStatement]
) -> tuple[Thread, ...]:
    """The threads with the statuses, titles and notes that analysts ruled, marked with who did."""
    rulings = [row for row in decisions if row.ruling not in OF_REGISTER]
    quoted = {(anchor.letter, one_space(anchor.quote)) for row in rulings for anchor in row.quotes}
    letters, found = {letter for letter, _ in quoted}, list(threads)
    said = {row.id: (row.letter, one_space(row.quote)) for row in statements if row.letter in letters}
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, thread in enumerate(found):
        for said_here in {said[step.ref] for step in thread.members if step.ref in said} & quoted:
            places[said_here].append(at)
    for decision in rulings:
        for at in {at for anchor in decision.quotes for at in places[anchor.letter, one_space(anchor.quote)]}:
            found[at] = _ruled(decision, found[at])
    return tuple(found)


def _ruled(decision: Decision, thread: Thread) -> Thread:
    """A thread with one ruling on it; joining, parting and dating have been done before, and are marked here.

    Who ruled on its status decided that; of any other ruling the status is still what was read.
    """
    ground = Evidence(
        _RULE, 1.0, message("ruling.said", ruling=message(f"ruling.name.{decision.ruling}"), why=decision.why)
    )
    ruled = replace(thread, ruled_by=decision.who, evidence=(*thread.evidence, ground))
    if decision.ruling is Ruling.STATUS:
        status = Status(decision.value)
        late = thread.late and status is Status.DELIVERED
        return replace(ruled, status=status, late=late, confidence=1.0, decided_by=decision.who, by_letters=None)
    if decision.ruling is Ruling.TITLE:
        return replace(ruled, title=decision.value)
    if decision.ruling is Ruling.NOTE:
        return replace(thread, note=decision.value)
    return ruled
