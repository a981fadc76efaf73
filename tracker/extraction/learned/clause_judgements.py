"""What is said of a sentence → a judgement of each clause: the rules say in which words, else the linear reader."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.classifier import kind_by_rules
from tracker.extraction.cues import Cue
from tracker.extraction.detector import Bars, ClauseJudgement, Judgement
from tracker.extraction.learned.kinds import KIND_LEARNED, learned_kind
from tracker.extraction.learned.linear import LinearReader
from tracker.extraction.learned.outcomes import weigh_outcomes
from tracker.extraction.learned.sentence_features import clause_view
from tracker.extraction.time_binding import is_dated
from tracker.language.patterns import expression
from tracker.language.syntax import ClauseKind, Tense
from tracker.model import LEARNED, Firmness, Outcome


class Answers(Struct, frozen=True):
    """The probabilities that a sentence promises something, promises it firmly, and reports an outcome."""

    commitment: float
    firm: float
    report: float
    outcomes: Mapping[Outcome, float] = {}
    """Log-odds of what it reports, where a reader of whole sentences was asked."""


def sentence_judgement(
    sentence: AnalysedSentence, by_rules: Judgement, answers: Answers, bars: Bars, reader: LinearReader
) -> Judgement:
    """The judgement of a sentence's clauses; it has at least one."""
    judged = _with_commitments(sentence, by_rules, answers, bars, reader)
    return _with_reports(sentence, judged, answers, reader)


def _with_commitments(
    sentence: AnalysedSentence, by_rules: Judgement, answers: Answers, bars: Bars, reader: LinearReader
) -> Judgement:
    """Who promises: the clauses that the rules say, else the one that looks most like a promise.

    Without a rule that says so, what was done once ("In december informeerden we uw Kamer over …") promises nothing,
    nor does what a rule says never to be a promise (a forecast, a finding, a question): of 44 such sentences of bodies
    left out 13 are annotated as promises. What stands in a list of promises is one, as sure as its rule is.
    """
    sure = [row for row in by_rules if row.always]
    commitment = max(answers.commitment, *(row.firm + row.soft for row in sure), 0.0)
    firm = max(min(commitment, answers.firm), *(row.firm for row in sure), 0.0)
    promising = {at for at, row in enumerate(by_rules) if row.firmness is not None}
    firmly = {at for at in promising if by_rules[at].firmness is Firmness.FIRM}
    if not promising and firm < bars.firm and commitment < bars.commitment:
        return tuple(replace(row, bars=bars) for row in by_rules)
    places = promising or {_most(sentence, "commitment", reader)}
    if not promising and any(by_rules[at].never or sentence.clauses[at].tense is Tense.PAST for at in places):
        return tuple(replace(row, bars=bars) for row in by_rules)
    found = []
    for at, row in enumerate(by_rules):
        if at not in places:
            found.append(replace(row, firm=0.0, soft=0.0, bars=bars))
            continue
        bound = row.never_firm or (firmly and at not in firmly)
        surely = min(firm, bars.firm - 0.01) if bound else firm
        grounds = row.grounds if at in promising else _grounds(sentence, at, "commitment", reader)
        ruled = row.kind or kind_by_rules(sentence.clauses[at], row.time, sentence.text)
        kind, why = learned_kind(sentence.clauses[at], sentence, ruled)
        if row.shifts_deadline:  # what is prolonged must not be told as a slip, however loudly words speak for money
            kind = ruled
        if kind is not ruled:
            grounds = (*(grounds[:1] if at in promising else grounds), KIND_LEARNED, *why)
        soft = max(0.0, commitment - surely)
        dated = _dated(row, sentence, ruled=at in promising)
        found.append(replace(dated, firm=surely, soft=soft, kind=kind, grounds=grounds, bars=bars))
    return tuple(found)


def _dated(row: ClauseJudgement, sentence: AnalysedSentence, *, ruled: bool) -> ClauseJudgement:
    """The judgement on a promise, with what the head of its list or table gives where it has no time ("Een visie").

    Where no rule says which words promise, the one date of the sentence is the promise's.
    """
    if row.time is not None:
        return row
    if sentence.head_time is not None:
        return replace(row, time=sentence.head_time, inherited=True)
    bounds = {one.time.begin: one.time for one in sentence.clauses if one.time is not None and is_dated(one.time)}
    return replace(row, time=next(iter(bounds.values()))) if len(bounds) == 1 and not ruled else row


def _with_reports(sentence: AnalysedSentence, judged: Judgement, answers: Answers, reader: LinearReader) -> Judgement:
    """Who reports: the clauses that the rules say, else the one that looks most like a report.

    What a rule says never to report an outcome ("is in 2027 gereed") reports none; what a rule says always to, does.
    """
    telling = {at for at, row in enumerate(judged) if row.outcomes}
    sure = max((max(row.outcomes.values()) for row in judged if row.outcomes and row.always_reports), default=0.0)
    report = max(answers.report, sure)
    bars = judged[0].bars
    if not telling and report < min(bars.report, bars.tentative):
        return judged
    places = telling or {_most(sentence, "report", reader)}
    if not telling and any(judged[at].never_reports or _is_planned(judged[at]) for at in places):
        return judged
    found = []
    for at, row in enumerate(judged):
        if at not in places:
            found.append(row)
            continue
        ruled = max(row.outcomes, key=lambda name: row.outcomes[name], default=None)
        if answers.outcomes and len(places) == 1 and not row.always_reports:
            outcome = _weighed(sentence, at, row, answers.outcomes, reader)
        else:
            denied = not row.always_reports and ruled in _denied(sentence, at)
            outcome = ruled if ruled and not denied else _outcome(sentence, at, reader)
        if outcome is Outcome.DELIVERED and outcome is not ruled and _is_promised(row):
            found.append(replace(row, outcomes={}))
            continue
        grounds = row.report_grounds if outcome is ruled else _grounds(sentence, at, "report", reader)
        found.append(replace(row, outcomes={outcome: report}, report_grounds=grounds))
    return tuple(found)


def _is_promised(row: ClauseJudgement) -> bool:
    """Whether a rule says that a clause promises something: that readers alone find it done is then not told.

    Of one such sentence in 68 annotated papers, and two in letters of others, none told of something done.
    """
    return row.firmness is not None and row.grounds[:1] != (LEARNED,)


def _is_planned(row: ClauseJudgement) -> bool:
    """Whether a rule says that a clause promises something for a day: "is in augustus gereed" reports no outcome."""
    return _is_promised(row) and row.time is not None and is_dated(row.time)


def _most(sentence: AnalysedSentence, head: str, reader: LinearReader) -> int:
    """The place of the clause that a head of the linear reader finds likeliest; of equal ones the first.

    What stands in brackets is it only where nothing else says anything: "nota vastgesteld (tweede kwartaal)".
    """
    places = [at for at, row in enumerate(sentence.clauses) if row.clause.kind is not ClauseKind.ASIDE]
    places = places or list(range(len(sentence.clauses)))
    if len(places) == 1:
        return places[0]
    column = reader.heads[head]
    return max(places, key=lambda at: float(reader.scores(clause_view(sentence.clauses[at], sentence))[column]))


def _grounds(sentence: AnalysedSentence, at: int, head: str, reader: LinearReader) -> tuple[str, ...]:
    return (LEARNED, *reader.strongest(clause_view(sentence.clauses[at], sentence), head))


def _weighed(
    sentence: AnalysedSentence, at: int, judged: ClauseJudgement, encoder: Mapping[Outcome, float], reader: LinearReader
) -> Outcome:
    """The outcome that rule, linear reader and a reader of whole sentences find likeliest together."""
    scores = reader.scores(clause_view(sentence.clauses[at], sentence))
    heads = {name: reader.heads.get(f"outcome={name}") for name in encoder}
    linear = {name: float(scores[column]) for name, column in heads.items() if column is not None}
    ruled = max(judged.outcomes.items(), key=lambda row: row[1], default=None)
    return weigh_outcomes(encoder, linear, ruled, _unsaid(sentence, at), _denied(sentence, at))


def _outcome(sentence: AnalysedSentence, at: int, reader: LinearReader) -> Outcome:
    """The outcome that the reader finds likeliest; what accuses, words must say too."""
    scores = reader.scores(clause_view(sentence.clauses[at], sentence))
    return Outcome(reader.best(scores, "outcome=", _unsaid(sentence, at) | _denied(sentence, at)))


def _denied(sentence: AnalysedSentence, at: int) -> frozenset[Outcome]:
    """What the words of a clause deny: its act is not done ("is in mei niet geopend"), or not so but otherwise."""
    clause = sentence.clauses[at]
    said = clause.negated and expression("readings", "context", "denied_act").search(clause.text)
    return frozenset({Outcome.DELIVERED}) if said and Cue.CONTRASTING not in sentence.cues else frozenset()


def _unsaid(sentence: AnalysedSentence, at: int) -> frozenset[Outcome]:
    """The outcomes that no word of a clause says: late where it tells no time and denies nothing.

    "Niet in Ede maar in Laren" is otherwise, neither late nor given up.
    """
    clause = sentence.clauses[at]
    otherwise = Cue.CONTRASTING in sentence.cues and not any(time.negated for time in clause.times)
    if otherwise:
        return frozenset({Outcome.DELAYED, Outcome.CANCELLED, Outcome.DECLINED})
    ahead = clause.time is not None and is_dated(clause.time) and not clause.time.topic
    late = ahead or clause.negated or any(time.negated or time.length for time in clause.times)
    return frozenset() if late or Cue.POSTPONING in sentence.cues else frozenset({Outcome.DELAYED})
