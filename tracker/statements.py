"""Letter → commitments and reports: each sentence is cut into clauses, each clause read, and the rules judge the reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2s

from msgspec import Struct

from tracker.actors import find_actor
from tracker.deadlines import Sense, TimeExpression, find_times
from tracker.details import find_amounts, find_conditions, find_hedges, find_references
from tracker.language.clauses import Clause, ClauseKind, cut_clauses
from tracker.language.reading import Reading, Subject, Tense, read_clause
from tracker.language.rules import Rule, first_rule
from tracker.language.sentences import split_sentences
from tracker.model import Commitment, Deadline, Firmness, Kind, Letter, Location, Passage, PassageKind, Report

_SPEAKING = (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.FOOTNOTE)
_BINDING = {Sense.DUE: 0, Sense.UNTIL: 0, Sense.FROM: 1, Sense.OPEN: 2, Sense.PAST: 3}


class Judged(Struct, frozen=True):
    """A clause with what the rules say of it; `quote` are the offsets in the passage of the words that state it."""

    reading: Reading
    time: TimeExpression | None
    commitment: Rule | None
    report: Rule | None
    kind: Kind | None
    quote: tuple[int, int]


class Sentence(Struct, frozen=True):
    """A sentence of a passage (offsets) with its judged clauses."""

    begin: int
    end: int
    text: str
    clauses: tuple[Judged, ...]


def binding_time(reading: Reading, inner: tuple[TimeExpression, ...] = ()) -> TimeExpression | None:
    """The time expression that bounds a clause: a date before words without one, its own words before those of `inner`."""
    for times in (reading.times, inner):
        usable = [time for time in times if time.sense in _BINDING and not time.negated]
        if usable:
            return min(usable, key=lambda time: _BINDING[time.sense])
    return None


def _speaks(clause: Clause) -> bool:
    """Which clauses may state something of their own: main ones, asides, and subordinate ones after these words."""
    return clause.kind in (ClauseKind.MAIN, ClauseKind.ASIDE) or clause.opener in (
        "dat", "die", "waarna", "zodat", "waarbij", "waarin", "waarmee", "waardoor", "omdat", "terwijl",
    )  # fmt: skip


def _judge(reading: Reading, inner: tuple[TimeExpression, ...], text: str) -> tuple[TimeExpression | None, Rule | None, Rule | None]:
    time = binding_time(reading, inner)
    commitment = first_rule("commitments", reading, time, text)
    report = first_rule("reports", reading, time, text)
    subordinate = reading.clause.kind in (ClauseKind.SUBORDINATE, ClauseKind.ASIDE)
    if subordinate:
        dated = time is not None and time.sense in (Sense.DUE, Sense.FROM, Sense.UNTIL)
        keeps = commitment is not None and commitment.firmness is Firmness.FIRM and (dated or reading.clause.opener == "dat")
        commitment = commitment if keeps and reading.tense is not Tense.NONE else None
        report = report if report is not None and reading.tense in (Tense.PERFECT, Tense.PAST) and reading.clause.opener in ("dat", "waarmee") else None
    return (
        time,
        commitment if commitment and commitment.firmness else None,
        report if report and report.outcome else None,
    )


def _inner_times(clauses: tuple[Clause, ...], at: int, times: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """The time expressions in the infinitive clauses that complete a main clause ("het doel is om in 2025 …")."""
    if clauses[at].kind is not ClauseKind.MAIN:
        return ()
    found: list[TimeExpression] = []
    for clause in clauses[at + 1 :]:
        if clause.kind is ClauseKind.MAIN:
            break
        if clause.kind is ClauseKind.INFINITIVE:
            found.extend(time for time in times if clause.begin <= time.begin < clause.end)
    return tuple(found)


def read_sentence(text: str, anchor: object, *, begin: int = 0) -> Sentence:
    """One sentence read and judged; `anchor` is the letter's date, `begin` its offset in the passage."""
    times = find_times(text, anchor)  # type: ignore[arg-type]
    clauses = cut_clauses(text)
    judged: list[tuple[Reading, TimeExpression | None, Rule | None, Rule | None]] = []
    for at, clause in enumerate(clauses):
        if not _speaks(clause):
            continue
        reading = read_clause(clause, times)
        if clause.continues and judged:
            reading = _with_subject(reading, judged[-1][0])
        judged.append((reading, *_judge(reading, _inner_times(clauses, at, times), text)))
    return Sentence(begin, begin + len(text), text, tuple(_place(judged, text, begin)))


def _with_subject(reading: Reading, before: Reading) -> Reading:
    from msgspec.structs import replace  # noqa: PLC0415

    return replace(reading, subject=before.subject, subject_text=before.subject_text)


def _place(judged: list[tuple[Reading, TimeExpression | None, Rule | None, Rule | None]], text: str, begin: int) -> Iterator[Judged]:
    """Gives each stating clause its quote: the whole sentence where it is alone, else its own stretch of it."""
    stating = [row for row in judged if row[2] or row[3]]
    for reading, time, commitment, report in judged:
        later = [row[0].clause.begin for row in stating if row[0].clause.begin > reading.clause.begin]
        alone = len(stating) < 2
        left = 0 if alone or reading is stating[0][0] else reading.clause.begin
        right = len(text) if alone or not later else min(later)
        kind = _kind(commitment, reading, time, text) if commitment else None
        yield Judged(reading, time, commitment, report, kind, (begin + left, begin + len(text[:right].rstrip(" ,"))))


def _kind(rule: Rule, reading: Reading, time: TimeExpression | None, text: str) -> Kind:
    if rule.kind is not None:
        return rule.kind
    found = first_rule("kinds", reading, time, text)
    return found.kind if found is not None and found.kind is not None else Kind.DELIVER


def read_passage(passage: Passage, anchor: object) -> tuple[Sentence, ...]:
    """The sentences of a passage that may speak for the letter, judged."""
    if passage.kind not in _SPEAKING:
        return ()
    return tuple(read_sentence(passage.text[begin:end], anchor, begin=begin) for begin, end in split_sentences(passage.text))


def locate(passage: Passage, begin: int, end: int) -> Location:
    """Where the words passage.text[begin:end] stand in the source of the letter."""
    from tracker.places import to_source  # noqa: PLC0415

    start, stop = to_source(passage, begin, end)
    return Location(page=passage.page, line=passage.line, start=start, end=stop)


def _identify(letter: str, mark: str, quote: str, seen: Counter[str]) -> str:
    digest = blake2s(" ".join(quote.split()).encode(), digest_size=4).hexdigest()
    name = f"{letter}/{mark}-{digest}"
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"


def read_statements(letter: Letter) -> tuple[tuple[Commitment, ...], tuple[Report, ...]]:
    """All commitments and reports of a letter, in its order. A sentence may give several of either, or both."""
    commitments: list[Commitment] = []
    reports: list[Report] = []
    seen: Counter[str] = Counter()
    for passage in letter.passages:
        sentences = read_passage(passage, letter.anchor)
        for at, sentence in enumerate(sentences):
            before = sentences[at - 1] if at else None
            for judged in sentence.clauses:
                if judged.commitment:
                    commitments.append(_commitment(letter, passage, sentence, before, judged, seen))
                if judged.report:
                    reports.append(_report(letter, passage, sentence, judged, seen))
    return tuple(commitments), tuple(reports)


def _deadline(judged: Judged, sentence: Sentence, before: Sentence | None) -> tuple[Deadline | None, bool]:
    time = judged.time
    if time is not None and time.sense in (Sense.DUE, Sense.FROM, Sense.UNTIL, Sense.OPEN):
        return time.deadline, False
    return None, False


def _commitment(letter: Letter, passage: Passage, sentence: Sentence, before: Sentence | None, judged: Judged, seen: Counter[str]) -> Commitment:
    rule = judged.commitment
    assert rule is not None and rule.firmness is not None and judged.kind is not None  # noqa: PT018, S101
    begin, end = judged.quote
    quote = passage.text[begin:end]
    deadline, inherited = _deadline(judged, sentence, before)
    return Commitment(
        id=_identify(letter.id, "c", quote, seen),
        letter=letter.id,
        section=passage.section,
        passage=passage.id,
        quote=quote,
        sentence=sentence.text,
        location=locate(passage, begin, end),
        rule=rule.id,
        confidence=rule.confidence,
        amounts=find_amounts(quote),
        references=find_references(quote),
        firmness=rule.firmness,
        kind=judged.kind,
        actor=find_actor(judged.reading),
        deadline=deadline,
        conditions=find_conditions(quote),
        hedges=find_hedges(quote),
        inherited=("deadline",) if inherited else (),
    )


def _report(letter: Letter, passage: Passage, sentence: Sentence, judged: Judged, seen: Counter[str]) -> Report:
    rule = judged.report
    assert rule is not None and rule.outcome is not None  # noqa: PT018, S101
    begin, end = judged.quote
    quote = passage.text[begin:end]
    return Report(
        id=_identify(letter.id, "r", quote, seen),
        letter=letter.id,
        section=passage.section,
        passage=passage.id,
        quote=quote,
        sentence=sentence.text,
        location=locate(passage, begin, end),
        rule=rule.id,
        confidence=rule.confidence,
        amounts=find_amounts(quote),
        references=find_references(quote),
        outcome=rule.outcome,
    )


__all__ = ["Firmness", "Subject", "read_passage", "read_sentence", "read_statements"]
