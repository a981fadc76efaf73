"""Sentence → classified clauses: which one states something, by which rule, bound by which time, in which words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.features import ClauseFeatures, find_nouns, read_clause
from tracker.extraction.rules import Rule, first_rule
from tracker.language.nl.clauses import Clause, ClauseKind, cut_clauses
from tracker.language.nl.subject import SubjectType, lexicon
from tracker.language.nl.tokens import is_finite, words
from tracker.language.nl.verb_group import Tense
from tracker.language.resources import read_table
from tracker.model import Firmness, Kind
from tracker.temporal.timex import Timex, TimexRole, tag_times

_BINDING = {TimexRole.DUE: 0, TimexRole.UNTIL: 0, TimexRole.FROM: 1, TimexRole.OPEN: 2, TimexRole.PAST: 3}
_FRONT = 12
"""A time expression that begins within so many characters of its clause stands first in it."""
_DATED = (TimexRole.DUE, TimexRole.UNTIL, TimexRole.FROM)

_BARE = 4
"""Words and marks, the linking one included: so short a clause with its subject left out says nothing by itself."""


class Context(Struct, frozen=True):
    """What a sentence is read with: the letter's date, the sentence before, the words that introduce its list."""

    anchor: dt.date | None
    before: AnalysedSentence | None = None
    lead_in: str | None = None


class ClauseClassification(Struct, frozen=True):
    """A clause with what the rules say of it; `begin`, `end` are the offsets of the words that state it."""

    reading: ClauseFeatures
    time: Timex | None
    inherited: bool
    commitment: Rule | None
    report: Rule | None
    kind: Kind | None
    begin: int
    end: int


class AnalysedSentence(Struct, frozen=True):
    """A sentence with its time expressions and its judged clauses."""

    text: str
    times: tuple[Timex, ...]
    clauses: tuple[ClauseClassification, ...]

    @property
    def promised_time(self) -> Timex | None:
        """The date that binds the last commitment of the sentence, for a sentence that goes on from it."""
        times = [
            judged.time for judged in self.clauses if judged.commitment and judged.time and judged.time.sense in _DATED
        ]
        return times[-1] if times else None


@lru_cache(maxsize=1)
def _context_patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in read_table("readings")["context"].items()}


def classify_sentence(text: str, context: Context) -> AnalysedSentence:
    """Cuts a sentence into clauses, reads each and lets the rules judge it."""
    times = tag_times(text, context.anchor)
    clauses = cut_clauses(text)
    markers = _list_markers(text, context) | _letter_markers(text, context)
    judged: list[ClauseClassification] = []
    for at, clause in enumerate(clauses):
        reading = read_clause(clause, times, markers)
        if clause.continues and judged:
            reading = replace(reading, subject=judged[-1].reading.subject, subject_text=judged[-1].reading.subject_text)
        reading = _with_antecedent(_completed(reading, clauses, at, times), text)
        if _may_speak(clause):
            judged.append(_judge(reading, _inner_times(clauses, at, times), judged, text, context))
    return AnalysedSentence(text, times, _place(judged, text))


def _list_markers(text: str, context: Context) -> frozenset[str]:
    """The marker "item" in a list, "bullet" where the words before it make its items the government's undertakings."""
    promising = context.lead_in is not None and _context_patterns()["lead"].search(context.lead_in.lower())
    listed = context.lead_in is not None or text[:1] in "–•-*" or text[:1].islower()
    return frozenset(name for name, holds in (("bullet", promising), ("item", listed)) if holds)


def _letter_markers(text: str, context: Context) -> frozenset[str]:
    """The marker "letter" where the sentence, its list or the sentence that it goes on from speaks of this letter.

    The marker "beside" where the sentence before does.
    """
    of_itself = lexicon()["marker.self"]
    around = any(of_itself.search(said.lower()) for said in (text, context.lead_in or ""))
    goes_on = bool(_context_patterns()["further"].match(text.lower()))
    before = context.before is not None and any(
        judged.reading.markers & {"letter", "opening"} for judged in context.before.clauses
    )
    return frozenset(name for name, holds in (("letter", around or (goes_on and before)), ("beside", before)) if holds)


def _may_speak(clause: Clause) -> bool:
    openers = read_table("clauses")["speaking"]
    return clause.kind in (ClauseKind.MAIN, ClauseKind.ASIDE) or clause.opener in openers


def _completed(reading: ClauseFeatures, clauses: Sequence[Clause], at: int, times: tuple[Timex, ...]) -> ClauseFeatures:
    """A clause that only names a plan, aim, choice or agreement does what the infinitive clause after it says."""
    chooses = not words()["choosing"].isdisjoint(reading.verbs)
    if not reading.markers & {"plan", "goal"} and "agree" not in reading.classes and not chooses:
        return reading
    inner = [read_clause(clause, times) for clause in _completions(clauses, at)]
    return replace(
        reading,
        classes=reading.classes.union(*(other.classes for other in inner)),
        nouns=reading.nouns.union(*(other.nouns for other in inner)),
    )


def _with_antecedent(reading: ClauseFeatures, text: str) -> ClauseFeatures:
    """A relative clause is about the noun before it."""
    if reading.clause.kind is not ClauseKind.SUBORDINATE or reading.clause.opener not in ("die", "dat"):
        return reading
    before = text[max(reading.clause.begin - 30, 0) : reading.clause.begin].lower()
    return replace(reading, nouns=reading.nouns | find_nouns(before))


def _completions(clauses: Sequence[Clause], at: int) -> tuple[Clause, ...]:
    """The infinitive clauses that belong to a main clause: those before the next one."""
    if clauses[at].kind is not ClauseKind.MAIN:
        return ()
    following = next((n for n in range(at + 1, len(clauses)) if clauses[n].kind is ClauseKind.MAIN), len(clauses))
    return tuple(clause for clause in clauses[at + 1 : following] if clause.kind is ClauseKind.INFINITIVE)


def _inner_times(clauses: Sequence[Clause], at: int, times: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """The time expressions of the infinitive clauses that complete a main clause ("het doel is om in 2025 …")."""
    inner = _completions(clauses, at)
    return tuple(time for clause in inner for time in times if clause.begin <= time.begin < clause.end)


def _lies_back(time: Timex, reading: ClauseFeatures, anchor: dt.date | None) -> bool:
    """With a verb in the past, a month without a year or a period under way is the past one."""
    if reading.tense not in (Tense.PAST, Tense.PERFECT) or time.sense not in (TimexRole.DUE, TimexRole.FROM):
        return False
    start = time.deadline.start
    return time.past is not None or anchor is None or (start is not None and start <= anchor)


def binding_time(reading: ClauseFeatures, anchor: dt.date | None, inner: tuple[Timex, ...] = ()) -> Timex | None:
    """The time that bounds a clause: a date before words without one, its own words before those of `inner`."""
    for times in (reading.times, inner):
        usable = [
            time
            for time in times
            if time.sense in _BINDING and not time.negated and not _lies_back(time, reading, anchor)
        ]
        if usable:
            return min(usable, key=lambda time: _BINDING[time.sense])
    return None


def _inherited_time(reading: ClauseFeatures, judged: Sequence[ClauseClassification], context: Context) -> Timex | None:
    """The date of the sentence before ("Zo …", "Hierdoor …"), or of the clause before ("… dan ook")."""
    if reading.clause.kind is not ClauseKind.MAIN or reading.tense in (Tense.CAN, Tense.PAST, Tense.PERFECT):
        return None
    if judged and _shares_front(reading, judged[-1]):
        return judged[-1].time
    if judged and _context_patterns()["goes_on_inside"].search(reading.text):
        earlier = [other.time for other in judged if other.time and other.time.sense in _DATED]
        return earlier[-1] if earlier else None
    if context.before is not None and _goes_on(reading):
        return context.before.promised_time
    if judged and judged[-1].inherited and judged[-1].commitment:
        return judged[-1].time
    return None


def _shares_front(reading: ClauseFeatures, before: ClauseClassification) -> bool:
    """Whether a clause that begins with its verb shares a date in front: "Eind 2024 sturen wij … en starten we …"."""
    tokens = reading.clause.tokens
    verb_first = tokens[0].low in words()["coordinators"] and len(tokens) > 2 and is_finite(tokens, 1)
    if not verb_first or reading.clause.continues or before.time is None or before.time.sense not in _DATED:
        return False
    return before.time.begin < before.reading.clause.begin + _FRONT


def _goes_on(reading: ClauseFeatures) -> bool:
    """Whether a sentence goes on from the one before: by its first word, or by "dan" in telling parliament."""
    patterns = _context_patterns()
    return bool(patterns["goes_on"].match(reading.text)) or (
        "inform" in reading.classes and bool(patterns["then"].search(reading.text))
    )


def _judge(
    reading: ClauseFeatures,
    inner: tuple[Timex, ...],
    judged: Sequence[ClauseClassification],
    text: str,
    context: Context,
) -> ClauseClassification:
    time = binding_time(reading, context.anchor, inner)
    inherited = _inherited_time(reading, judged, context) if time is None else None
    time = time or inherited
    commitment = first_rule("commitments", reading, time, text)
    report = first_rule("reports", reading, None if inherited else time, text)
    if reading.clause.kind in (ClauseKind.SUBORDINATE, ClauseKind.ASIDE):
        about_people = _about_people(reading.clause, text)
        commitment = commitment if not about_people and _counts_inside(commitment, reading, time, judged) else None
        report = report if _reports_inside(reading) else None
    commitment = commitment if commitment and commitment.firmness else None
    kind = _kind(commitment, reading, time, text) if commitment else None
    return ClauseClassification(
        reading,
        time,
        inherited is not None,
        commitment,
        report if report and report.outcome else None,
        kind,
        0,
        len(text),
    )


def _counts_inside(
    rule: Rule | None, reading: ClauseFeatures, time: Timex | None, judged: Sequence[ClauseClassification]
) -> bool:
    """A subordinate clause or aside promises only firmly, with a date or after some words, and not as a finding."""
    if rule is None or rule.firmness is not Firmness.FIRM or reading.tense is Tense.NONE:
        return False
    if judged and judged[-1].reading.markers & {"finding", "exhort"}:
        return False
    if time is not None and time.sense in _DATED:
        return True
    if reading.clause.opener == "waarmee":
        return reading.subject is SubjectType.GOVERNMENT
    ahead = reading.tense in (Tense.FUTURE, Tense.PASSIVE)
    return reading.clause.opener == "dat" or (reading.clause.opener == "waarna" and ahead)


def _about_people(clause: Clause, text: str) -> bool:
    """Whether a relative clause only says which people are meant ("leraren die dit jaar …")."""
    before = text[: clause.begin].lower().split()[-2:]
    return clause.opener == "die" and bool(lexicon()["general"].search(" ".join(before)))


def _reports_inside(reading: ClauseFeatures) -> bool:
    return reading.clause.opener == "dat" and reading.tense in (Tense.PERFECT, Tense.PAST, Tense.PASSIVE)


def _kind(rule: Rule, reading: ClauseFeatures, time: Timex | None, text: str) -> Kind:
    if rule.kind is not None:
        return rule.kind
    found = first_rule("kinds", reading, time, text)
    return found.kind if found is not None and found.kind is not None else Kind.DELIVER


def _without_link(clause: Clause) -> int:
    """Where the words of a clause begin, a coordinating word before them left out."""
    first = clause.tokens[0]
    linked = first.low in words()["coordinators"] and len(clause.tokens) > 1
    return clause.tokens[1].begin if linked else first.begin


def _by_itself(row: ClauseClassification) -> ClauseClassification:
    """The only statement of a sentence quotes it whole; what a thing serves for ("waarmee we …") quotes its clause."""
    clause = row.reading.clause
    if clause.opener != "waarmee" or not row.commitment:
        return row
    return replace(row, begin=clause.begin, end=clause.end)


def _begin(clause: Clause, starts: Sequence[int]) -> int:
    """Where the quote of a clause begins; a bare verb ("… en is verlengd") needs the clause that has its subject."""
    if clause.begin == starts[0]:
        return 0
    if clause.continues and len(clause.tokens) <= _BARE:
        return max((start for start in starts if 0 < start < clause.begin), default=0)
    return _without_link(clause)


def _place(judged: Sequence[ClauseClassification], text: str) -> tuple[ClauseClassification, ...]:
    """Gives each stating clause its words: the whole sentence where it is alone, else its own stretch of it."""
    starts = [row.reading.clause.begin for row in judged if row.commitment or row.report]
    if len(starts) < 2:
        return tuple(_by_itself(row) for row in judged)
    placed = []
    for row in judged:
        begin = _begin(row.reading.clause, starts)
        later = [start for start in starts if start > row.reading.clause.begin]
        placed.append(replace(row, begin=begin, end=len(text[: min(later, default=len(text))].rstrip(" ,(–-"))))
    return tuple(placed)
