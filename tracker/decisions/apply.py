"""The analyst's rulings at work: on statements, on drafts and on threads. What a letter says they never change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from tracker.decisions.ruling import OF_REGISTER, Anchor, Decision, Ruling
from tracker.decisions.slips import SlipVerdict, rule_slips
from tracker.extraction import StatementFacts
from tracker.i18n.message import message
from tracker.linking.antecedents import AntecedentLink
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import (
    AnyStatement,
    Commitment,
    Deadline,
    Evidence,
    Firmness,
    Letter,
    Link,
    LinkPart,
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
    found = list(commitments)
    by_id = {letter.id: letter for letter in letters}
    for decision in decisions:
        anchor = decision.quotes[0]
        if decision.ruling is Ruling.REJECTED:
            found = [row for row in found if not _speaks_of(anchor, row)]
        elif decision.ruling is Ruling.DEADLINE:
            found = [replace(row, deadline=_deadline(decision)) if _speaks_of(anchor, row) else row for row in found]
        elif decision.ruling is Ruling.KIND and decision.kind is not None:
            found = [replace(row, kind=decision.kind) if _speaks_of(anchor, row) else row for row in found]
        elif decision.ruling is Ruling.MISSED and decision.kind is not None:
            found = _promised(decision, anchor, by_id[anchor.letter], found)
    place = {letter_id: at for at, letter_id in enumerate(by_id)}
    return tuple(sorted(found, key=lambda row: (place[row.letter], row.location.start)))


def _speaks_of(anchor: Anchor, row: AnyStatement) -> bool:
    return anchor.letter == row.letter and one_space(row.quote) == one_space(anchor.quote)


def _deadline(decision: Decision) -> Deadline | None:
    """The deadline ruled: dates, words without dates, or none."""
    if decision.start is None and decision.end is None and not decision.value:
        return None
    precision = Precision.OPEN if decision.end is None else Precision.DAY
    edtf = "" if decision.end is None else f"{decision.start or '..'}/{decision.end}"
    return Deadline(decision.value, decision.start, decision.end, edtf, precision, rule=_RULE)


def _promised(decision: Decision, anchor: Anchor, letter: Letter, found: list[Commitment]) -> list[Commitment]:
    """The commitments with the one that is ruled; one that was found in about its words is it, not told twice."""
    same = [row for row in found if row.letter == anchor.letter and _about_same(anchor.quote, one_space(row.quote))]
    exact = next((row for row in same if _speaks_of(anchor, row)), None)
    if exact is not None:
        ruled = replace(exact, kind=decision.kind or exact.kind, deadline=_deadline(decision) or exact.deadline)
        return [ruled if row is exact else row for row in found]
    deadline = next((row.deadline for row in same if row.deadline), None)
    added = [replace(row, deadline=row.deadline or deadline) for row in _missed(decision, anchor, letter)]
    return [row for row in found if not added or row not in same] + added


def _about_same(ruled: str, found: str) -> bool:
    """Whether a quote found lies in the one ruled, or is that one with not much more."""
    return found in ruled or (ruled in found and 2 * len(ruled) > len(found))


def _missed(decision: Decision, anchor: Anchor, letter: Letter) -> Iterator[Commitment]:
    """The commitment that a ruling adds, at the first passage that holds its quote."""
    passage = next((row for row in letter.passages if one_space(anchor.quote) in one_space(row.text)), None)
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
            deadline=_deadline(decision),
        )


def rule_drafts(
    decisions: Iterable[Decision],
    drafts: Sequence[ThreadDraft],
    letters: Sequence[Letter],
    facts: Mapping[str, StatementFacts] | None = None,
    statements: Iterable[AnyStatement] = (),
) -> tuple[ThreadDraft, ...]:
    """The drafts joined and parted as analysts ruled, `letters` in order; a later ruling on a statement wins.

    `statements` are all of the letters, for a report of which no draft is can be joined to one; with their `facts`.
    """
    place = {letter.id: at for at, letter in enumerate(letters)}
    rulings = list(decisions)
    found = list(drafts)
    loose = _Loose(found, statements) if any(row.ruling in _PAIRS for row in rulings) else _Loose((), ())
    for decision in rulings:
        if decision.ruling in {Ruling.SAME, Ruling.MERGE}:
            lone = [ThreadDraft((row,), {row.id: (facts or {})[row.id]}) for row in loose.quoted(decision)]
            found = _joined(decision, found, lone, place)
        elif decision.ruling in {Ruling.SPLIT, Ruling.DIFFERENT}:
            found = _parted(decision, found)
    for decision in rulings:
        if decision.ruling in _PAIRS:
            found = _settled(decision, found, loose)
    return tuple(found)


_PAIRS = frozenset({Ruling.SAME, Ruling.MERGE, Ruling.DIFFERENT})


class _Loose:
    """The statements of which no draft is, by their quotes."""

    def __init__(self, drafts: Iterable[ThreadDraft], statements: Iterable[AnyStatement]) -> None:
        held = {row.id for draft in drafts for row in draft.members}
        self._rows = {(row.letter, one_space(row.quote)): row for row in statements if row.id not in held}

    def quoted(self, decision: Decision) -> list[AnyStatement]:
        """Those that a ruling quotes."""
        keys = ((anchor.letter, one_space(anchor.quote)) for anchor in decision.quotes)
        return [self._rows[key] for key in keys if key in self._rows]


def _settled(decision: Decision, drafts: list[ThreadDraft], loose: _Loose) -> list[ThreadDraft]:
    """What was ruled of two statements is not asked: neither draft has the other, or itself, as possibly the same."""
    ours = [draft for draft in drafts if _quoted(decision.quotes, draft.members)]
    gone = {row.id for draft in ours for row in draft.members} | {row.id for row in loose.quoted(decision)}

    def rest(draft: ThreadDraft) -> ThreadDraft:
        return replace(draft, candidates=tuple(row for row in draft.candidates if row.ref not in gone))

    return [rest(draft) if draft in ours else draft for draft in drafts]


def _joined(
    decision: Decision, drafts: list[ThreadDraft], lone: Iterable[ThreadDraft], place: Mapping[str, int]
) -> list[ThreadDraft]:
    """All drafts with a quoted statement as one, in the place of the first; members in the order of their letters."""
    held = [draft for draft in drafts if _quoted(decision.quotes, draft.members)]
    ours = [*held, *(draft for draft in lone if not _holds(held, draft))]
    if not held or len(ours) < 2:
        return drafts
    found = [_quoted(decision.quotes, draft.members) for draft in ours]
    why = (f"{decision.who}: {decision.why}",)
    parts = (LinkPart("ruling", 1.0, 1.0, 1.0, decision.who),)
    ruled = tuple(Link(found[0][0].id, rows[0].id, _RULE, 1.0, why, parts) for rows in found[1:])
    antecedents = {row.later: row for draft in ours for row in draft.antecedents}
    quoted = sorted((row for rows in found for row in rows), key=lambda row: _order(row, place))
    letters = {row.id: row.letter for draft in ours for row in draft.members}
    known = {later for later, antecedent in antecedents.items() if letters[antecedent.earlier] != letters[later]}
    antecedents |= {row.later: row for row in _antecedents(quoted, known, why)}
    merged = ThreadDraft(
        members=tuple(sorted((row for draft in ours for row in draft.members), key=lambda row: _order(row, place))),
        facts={name: row for draft in ours for name, row in draft.facts.items()},
        links=tuple(row for draft in ours for row in draft.links) + ruled,
        antecedents=tuple(antecedents.values()),
        about=tuple(row for draft in ours for row in draft.about),
        candidates=tuple(row for draft in ours for row in draft.candidates),
    )
    return [merged if draft is ours[0] else draft for draft in drafts if draft is ours[0] or draft not in ours]


def _holds(drafts: Iterable[ThreadDraft], lone: ThreadDraft) -> bool:
    return any(lone.members[0] in draft.members for draft in drafts)


def _order(row: AnyStatement, place: Mapping[str, int]) -> tuple[int, int, int, str]:
    """Sort key: the order that linking gives to the statements of a draft."""
    return place[row.letter], row.location.start, row.location.end, row.id


def _antecedents(
    quoted: Sequence[AnyStatement], known: Container[str], why: tuple[str, ...]
) -> Iterator[AntecedentLink]:
    """Each quoted statement takes up the quoted promise of a letter before it, so that their deadlines are compared.

    Those that are `known` to take up a promise of a letter before are left as they are.
    """
    promises: list[Commitment] = []
    for row in quoted:
        earlier = next((one for one in reversed(promises) if one.letter != row.letter), None)
        if earlier is not None and row.id not in known:
            yield AntecedentLink(row.id, earlier.id, 1.0, why, same_act=True)
        promises += [row] if isinstance(row, Commitment) else []


def _parted(decision: Decision, drafts: list[ThreadDraft]) -> list[ThreadDraft]:
    """The quoted statements (of two that differ: the second) as a draft of their own, after the one they leave."""
    anchors = decision.quotes[1:] if decision.ruling is Ruling.DIFFERENT else decision.quotes
    found: list[ThreadDraft] = []
    for draft in drafts:
        leaving = _quoted(anchors, draft.members)
        stays_together = decision.ruling is Ruling.DIFFERENT and not _quoted(decision.quotes[:1], draft.members)
        if not leaving or len(leaving) == len(draft.members) or stays_together:
            found.append(draft)
        else:
            gone = {row.id for row in leaving}
            found += [_kept(draft, gone, inside=False), _kept(draft, gone, inside=True)]
    return found


def _quoted(anchors: Iterable[Anchor], members: Sequence[AnyStatement]) -> list[AnyStatement]:
    return [row for row in members if any(_speaks_of(anchor, row) for anchor in anchors)]


def _kept(draft: ThreadDraft, ids: set[str], *, inside: bool) -> ThreadDraft:
    """The part of a draft that is, or is not, among the ids, with the links and antecedents inside that part."""

    def keeps(*refs: str) -> bool:
        return all((ref in ids) == inside for ref in refs)

    return replace(
        draft,
        members=tuple(row for row in draft.members if keeps(row.id)),
        links=tuple(row for row in draft.links if keeps(row.from_, row.to)),
        antecedents=tuple(row for row in draft.antecedents if keeps(row.later, row.earlier)),
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
    """A thread with one ruling on it; joining, parting and dating have been done before, and are marked here."""
    ground = Evidence(
        _RULE, 1.0, message("ruling.said", ruling=message(f"ruling.name.{decision.ruling}"), why=decision.why)
    )
    ruled = replace(thread, decided_by=decision.who, evidence=(*thread.evidence, ground))
    if decision.ruling is Ruling.STATUS:
        status = Status(decision.value)
        return replace(ruled, status=status, late=thread.late and status is Status.DELIVERED, confidence=1.0)
    if decision.ruling is Ruling.SLIP:
        return rule_slips(ruled, decision.quotes[0].letter, SlipVerdict(decision.value), decision.end)
    if decision.ruling is Ruling.TITLE:
        return replace(ruled, title=decision.value)
    if decision.ruling is Ruling.NOTE:
        return replace(thread, note=decision.value)
    return ruled
