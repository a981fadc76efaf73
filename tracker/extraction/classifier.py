"""The rules as a detector: each clause gets the first rule that holds for it, with the time that bounds it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.detector import ClauseJudgement, Judgement
from tracker.extraction.features import ClauseFeatures
from tracker.extraction.inheritance import inherited_time, told_time
from tracker.extraction.rule_matching import first_rule
from tracker.extraction.rules import Rule
from tracker.extraction.time_binding import is_dated
from tracker.language.lexicon import function_words
from tracker.language.patterns import expression, lexicon
from tracker.language.syntax import Clause, ClauseKind, SubjectType, Tense
from tracker.model import Firmness, Kind
from tracker.temporal.timex import Timex
from tracker.time_limit import keep_time

_INHERITED_COUNTS = 0.9
"""A date taken over from the sentence before makes a reading a little less sure.

By judgement; it moves the confidence that is told alone: at 0.7 or 1 none of 2,333 statements of 18 papers
comes or goes.
"""
_INSIDE = (ClauseKind.SUBORDINATE, ClauseKind.ASIDE)


class RuleDetector:
    """Judges clauses by the rules of commitments.toml, reports.toml and kinds.toml."""

    name = "rules"
    version = "1"
    """The rules themselves are among the tracker's own files, by which everything remembered is kept apart."""

    def judge(self, sentences: Sequence[AnalysedSentence]) -> list[Judgement]:
        """One judgement for each sentence, in their order."""
        found: list[Judgement] = []
        for at, sentence in enumerate(sentences):
            keep_time()
            follows = at > 0 and sentence.before is not None and sentences[at - 1].passage == sentence.passage
            found.append(_judge_sentence(sentence, found[-1] if follows else ()))
        return found


def _judge_sentence(sentence: AnalysedSentence, before: Judgement) -> Judgement:
    judged: list[ClauseJudgement] = []
    for at, clause in enumerate(sentence.clauses):
        own = clause.time
        time = own if own is not None else inherited_time(sentence.clauses, judged, before)
        previous = sentence.clauses[at - 1] if at else None
        inherited = time is not None and (own is None or own is sentence.head_time)
        found = _judge_clause(clause, time, previous, sentence.text, inherited=inherited)
        said = told_time(sentence.clauses, at) if found.firmness and not is_dated(time) else None
        judged.append(replace(found, time=said) if said else found)
    return tuple(_told_after(sentence, judged, at) for at in range(len(judged)))


def _told_after(sentence: AnalysedSentence, judged: Sequence[ClauseJudgement], at: int) -> ClauseJudgement:
    """The judgement on a clause; no promise where it only says that there is one, and the next clause says which.

    "Met de gemeenten is afgesproken dat zij in 2024 een plan opstellen" promises once.
    """
    found, after = judged[at], judged[at + 1] if at + 1 < len(judged) else None
    if found.firmness is None or after is None or after.firmness is None:
        return found
    clause, inner = sentence.clauses[at], sentence.clauses[at + 1].clause
    announces = expression("readings", "context", "announcing").search(clause.text)
    if not announces or inner.opener not in function_words()["reporting"]:
        return found
    return replace(found, firm=0.0, soft=0.0, kind=None, grounds=(), outcomes={}, never_reports=True)


def _judge_clause(
    clause: ClauseFeatures, time: Timex | None, previous: ClauseFeatures | None, text: str, *, inherited: bool
) -> ClauseJudgement:
    """The judgement on a clause that `time` bounds, `previous` being the clause before it."""
    rule = first_rule("commitments", clause, time, text)
    report = first_rule("reports", clause, clause.time, text)
    inside = clause.clause.kind in _INSIDE
    firmness = rule.firmness if rule else None
    if inside and (_about_people(clause.clause, text) or not _counts_inside(rule, clause, time, previous)):
        firmness = None
    probability = round(rule.confidence * (_INHERITED_COUNTS if inherited else 1), 4) if rule else 0.0
    kind, kind_rule = _kind(rule, clause, time, text) if rule and firmness else (None, None)
    reported = report is not None and report.outcome is not None and (not inside or _reports_inside(clause, report))
    return ClauseJudgement(
        firm=probability if firmness is Firmness.FIRM else 0.0,
        soft=probability if firmness is Firmness.SOFT else 0.0,
        outcomes={report.outcome: report.confidence} if report and report.outcome and reported else {},
        kind=kind,
        time=time,
        inherited=inherited,
        shifts_deadline=rule is not None and rule.shifts_deadline,
        never=rule is not None and rule.never,
        never_firm=rule is not None and rule.never_firm,
        always=rule is not None and rule.always,
        never_reports=report is not None and report.never,
        always_reports=report is not None and report.always,
        where_promised=report is not None and report.where_promised,
        grounds=tuple(row.id for row in (rule, kind_rule) if row is not None),
        report_grounds=(report.id,) if report else (),
    )


def _counts_inside(
    rule: Rule | None, clause: ClauseFeatures, time: Timex | None, previous: ClauseFeatures | None
) -> bool:
    """A subordinate clause or aside promises only firmly, with a date or after some words, and not as a finding."""
    if rule is None or rule.firmness is not Firmness.FIRM or clause.tense is Tense.NONE:
        return False
    reported = clause.clause.opener in function_words()["reporting"] or clause.subject is not SubjectType.GOVERNMENT
    if reported and previous is not None and previous.markers & {"finding", "exhort"}:
        return False
    if is_dated(time):
        return True
    if clause.clause.opener in function_words()["serving"]:
        return clause.subject is SubjectType.GOVERNMENT
    ahead = clause.tense in (Tense.FUTURE, Tense.PASSIVE)
    opener = clause.clause.opener
    return opener in function_words()["reporting"] or (opener in function_words()["following"] and ahead)


def _about_people(clause: Clause, text: str) -> bool:
    """Whether a relative clause only says which people are meant ("leraren die dit jaar …")."""
    before = text[: clause.begin].lower().split()[-2:]
    return clause.opener in function_words()["relative_people"] and bool(lexicon()["general"].search(" ".join(before)))


def _reports_inside(clause: ClauseFeatures, report: Rule) -> bool:
    """Whether what is told in a subordinate clause is a report: of what was done, or in words for nothing else."""
    told = clause.clause.opener in function_words()["reporting"]
    return told and (report.always or clause.tense in (Tense.PERFECT, Tense.PAST, Tense.PASSIVE))


def _kind(rule: Rule, clause: ClauseFeatures, time: Timex | None, text: str) -> tuple[Kind, Rule | None]:
    """What a commitment promises, and the rule that says so where the one that found it does not."""
    if rule.kind is not None:
        return rule.kind, None
    return _kind_rule(clause, time, text)


def kind_by_rules(clause: ClauseFeatures, time: Timex | None, text: str) -> Kind:
    """What the commitment that a clause states promises, by the rules of kinds.toml alone."""
    return _kind_rule(clause, time, text)[0]


def _kind_rule(clause: ClauseFeatures, time: Timex | None, text: str) -> tuple[Kind, Rule | None]:
    """What is planned counts, not that it is planned."""
    found = first_rule("kinds", clause.planned or clause, time, text)
    return (found.kind, found) if found is not None and found.kind is not None else (Kind.DELIVER, None)
