"""Which words of a sentence a clause that states something is quoted with."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.detector import ClauseJudgement, Judgement
from tracker.extraction.features import ClauseFeatures
from tracker.extraction.mere_mentions import is_talked_of
from tracker.language.lemmas import is_code
from tracker.language.lexicon import function_words
from tracker.language.syntax import Clause, ClauseKind, SubjectType
from tracker.statuses import MOVING
from tracker.text.offsets import Span

_BARE = 4
"""Words and marks, the linking one included: so short a clause with its subject left out says nothing by itself; by
judgement."""


def quote_spans(sentence: AnalysedSentence, judged: Judgement) -> list[Span]:
    """For each clause its words: the whole sentence where no other clause states anything, else its own stretch.

    What stands around another clause is quoted with it, and what stands inside one by itself. Main clauses with numbers
    are of what has these: none is quoted with another, nor one that only talks of it with what is promised beside it.
    """
    clauses = [features.clause for features in sentence.clauses]
    apart = _with_numbers(sentence, clauses)
    starts = [row.begin for row, said in zip(clauses, judged, strict=True) if said.states or row.begin in apart]
    if len(starts) < 2:
        return [_by_itself(sentence, features, row) for features, row in zip(sentence.clauses, judged, strict=True)]
    spans = []
    for clause in clauses:
        inside = any(other.begin < clause.begin and clause.end < other.end for other in clauses)
        after = min((start for start in starts if start >= clause.end), default=len(sentence.text))
        end = clause.end if inside else after
        spans.append((_begin(clause, starts), len(sentence.text[:end].rstrip(" ,(–-"))))
    return spans


def _with_numbers(sentence: AnalysedSentence, clauses: Sequence[Clause]) -> frozenset[int]:
    """Where the main clauses begin that have numbers in their stretches, if several have or one only talks of it."""
    begins = [clause.begin for clause in clauses if clause.kind is ClauseKind.MAIN]
    found, talked = set[int](), False
    for token in sentence.tokens if len(begins) > 1 else ():
        if is_code(token.text):
            begin = max((begin for begin in begins if begin <= token.begin), default=0)
            found.add(begin)
            talked |= is_talked_of(sentence.text[begin : token.begin], sentence.text[token.end :])
    return frozenset(found) if len(found) > 1 or talked else frozenset()


def _by_itself(sentence: AnalysedSentence, features: ClauseFeatures, row: ClauseJudgement) -> Span:
    """The only statement of a sentence quotes it whole.

    What a thing serves for ("waarmee we …") quotes its clause, and so does what is told of one thing beside what is
    denied of another: "De regeling is niet geopend; het geld is overgeheveld".
    """
    clause = features.clause
    serves = clause.opener in function_words()["serving"] and row.firmness is not None
    told = row.outcome is not None and row.outcome not in MOVING
    if serves or (told and _stands_beside_denial(sentence, features)):
        return (_without_link(clause), clause.end)
    return (0, len(sentence.text))


def _stands_beside_denial(sentence: AnalysedSentence, features: ClauseFeatures) -> bool:
    """Whether a main clause with a subject of its own follows one that denies something of another."""
    before = [row for row in sentence.clauses if row.clause.end <= features.clause.begin]
    denied = [row for row in before if row.negated and row.clause.kind is ClauseKind.MAIN]
    own = features.clause.kind is ClauseKind.MAIN and not (features.clause.continues or features.negated)
    named = len(features.subject_text.split()) > 1 or features.subject is not SubjectType.PRONOUN
    others = any(row.subject_text != features.subject_text for row in denied)
    return own and named and bool(features.subject_text) and others


def _begin(clause: Clause, starts: Sequence[int]) -> int:
    """Where the quote of a clause begins; a bare verb ("… en is verlengd") needs the clause that has its subject."""
    if clause.begin == starts[0]:
        return 0
    if clause.continues and len(clause.tokens) <= _BARE:
        return max((start for start in starts if 0 < start < clause.begin), default=0)
    return _without_link(clause)


def _without_link(clause: Clause) -> int:
    """Where the words of a clause begin, a coordinating word before them left out."""
    first = clause.tokens[0]
    linked = first.low in function_words()["coordinators"] and len(clause.tokens) > 1
    return clause.tokens[1].begin if linked else first.begin
