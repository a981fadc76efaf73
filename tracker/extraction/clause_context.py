"""What a clause takes from around it: from its list, its letter, the clauses that complete it, the noun before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from tracker.extraction.features import ClauseFeatures, ContextMarker, find_nouns, read_clause
from tracker.extraction.head_time import result_marker
from tracker.language.lexicon import function_words
from tracker.language.pack import current
from tracker.language.patterns import expression, lexicon
from tracker.language.syntax import Clause, ClauseKind, Form, SubjectType, Tense, VerbForm
from tracker.temporal.timex import Timex, tag_times
from tracker.text.normalize import one_space

_REACH = 300
"""Characters before a clause that are looked through for the last of them, whatever white space stands there; by
judgement, as the sentence before is mostly shorter."""
_BEFORE = 30
"""Characters before a relative clause among which the noun stands that it is about.

By judgement: the length of a long noun with its article; from 15 to 60 no statement of 18 papers (2,333) changes.
"""

_BARE = frozenset({"happen", "vague", "expect"})
"""The classes of verbs that say nothing of what is planned: that the infinitive clause after them says."""


def may_speak(clause: Clause) -> bool:
    """Whether a clause can state something by itself: main clauses, asides and a few subordinate ones."""
    return clause.kind in (ClauseKind.MAIN, ClauseKind.ASIDE) or clause.opener in function_words()["speaking"]


def past_times(clause: Clause, text: str, anchor: dt.date | None) -> tuple[Timex, ...]:
    """The times in a subordinate clause that tells what was done, at a time that was past when the letter was written.

    None of any other clause.
    """
    if anchor is None or len(clause.tokens) < 2 or clause.opener not in function_words()["speaking_of_past"]:
        return ()
    begin = clause.tokens[1].begin
    found = tag_times(text[begin : clause.end], anchor)
    ends = (row.deadline.end for row in found if not row.negated)
    if not any(end is not None and end < anchor for end in ends):
        return ()
    return tuple(replace(row, begin=row.begin + begin, end=row.end + begin) for row in found)


def list_markers(text: str, lead_in: str | None, heads: Sequence[str], anchor: dt.date | None) -> frozenset[str]:
    """The marker "item" in a list, "bullet" where the words before it make its items the government's undertakings.

    "asked" where they ask it of those who govern; "planned" or "reached" where the words before it or its heads, the
    nearest first, say that it lists what is to be done or what was.
    """
    result = next((marker for head in (lead_in or "", *heads) if (marker := result_marker(head, anchor))), None)
    promising = lead_in is not None and expression("readings", "context", "lead").search(lead_in.lower())
    asked = lead_in is not None and expression("readings", "context", "asked").search(one_space(lead_in).lower())
    listed = lead_in is not None or text[:1] in "–•-*" or text[:1].islower()
    found = ((ContextMarker.BULLET, promising), (ContextMarker.ASKED, asked), (ContextMarker.ITEM, listed))
    return frozenset(name for name, holds in (*found, (result, result is not None)) if name and holds)


def letter_markers(text: str, lead_in: str | None, before: Sequence[ClauseFeatures]) -> frozenset[str]:
    """The marker "letter" where the sentence, its list or the sentence that it goes on from speaks of this letter.

    The marker "beside" where the sentence before does; `before` are its clauses.
    """
    of_itself = lexicon()["marker.self"]
    around = any(of_itself.search(said.lower()) for said in (text, lead_in or ""))
    goes_on = bool(expression("readings", "context", "further").match(text.lower()))
    beside = any(clause.markers & {ContextMarker.LETTER, "opening"} for clause in before)
    speaks = around or (goes_on and beside)
    found = ((ContextMarker.LETTER, speaks), (ContextMarker.BESIDE, beside))
    return frozenset(name for name, holds in found if holds)


def with_context(reading: ClauseFeatures, clauses: Sequence[Clause], at: int, text: str) -> ClauseFeatures:
    """The features of clause `at` with what its infinitive clauses do, or with the noun that it is about."""
    return _with_antecedent(_completed(reading, clauses, at), text)


def completions(clauses: Sequence[Clause], at: int) -> tuple[Clause, ...]:
    """The infinitive clauses that belong to a main clause ("het doel is om in 2025 …"): those before the next one."""
    if clauses[at].kind is not ClauseKind.MAIN:
        return ()
    following = next((n for n in range(at + 1, len(clauses)) if clauses[n].kind is ClauseKind.MAIN), len(clauses))
    return tuple(clause for clause in clauses[at + 1 : following] if clause.kind is ClauseKind.INFINITIVE)


def goes_on_with_subject(reading: ClauseFeatures, before: ClauseFeatures) -> bool:
    """Whether a clause with its verb first has the subject of the one before: "Wij maken een nota en sturen de raad …".

    What stands behind its verb is its object then, for the clause before opens with who acts, and no time or place in
    front is shared; not so in the passive ("… en wordt de raad geïnformeerd").
    """
    tokens, subject = reading.clause.tokens, before.subject_text
    linked = len(tokens) > 2 and tokens[0].low in function_words()["coordinators"]
    if not linked or not current().is_finite(tokens, 1):
        return False
    if before.subject is not SubjectType.GOVERNMENT or reading.tense is Tense.PASSIVE:
        return False
    named = reading.subject not in (SubjectType.GOVERNMENT, SubjectType.PRONOUN)
    forms = current().verb_forms()
    done = any(
        VerbForm(verb, Form.PARTICIPLE) in forms.get(token.low, ()) for verb in reading.verbs for token in tokens
    )
    return named and not done and before.text.startswith(subject)


def front_clause(clauses: Sequence[Clause], at: int) -> Clause | None:
    """The clause with which a sentence opens before its main clause: "door in 2026 te …", "als in mei …"."""
    inside = all(clause.kind is ClauseKind.ASIDE for clause in clauses[1:at])
    if not at or not inside or clauses[at].kind is not ClauseKind.MAIN or clauses[at].begin < clauses[0].end:
        return None
    opens = clauses[0].kind is ClauseKind.INFINITIVE or clauses[0].opener in function_words()["conditions"]
    return clauses[0] if opens else None


def closing_aside(clauses: Sequence[Clause], at: int) -> Clause | None:
    """What stands in brackets or between dashes at the end of a main clause ("… worden gestart (2026-2028)")."""
    aside = clauses[at + 1] if at + 1 < len(clauses) else None
    if aside is None or aside.kind is not ClauseKind.ASIDE or clauses[at].kind is not ClauseKind.MAIN:
        return None
    goes_on = any(token.begin > aside.end and token.text[0].isalnum() for token in clauses[at].tokens)
    return None if goes_on or clauses[at + 2 :] else aside


def _completed(reading: ClauseFeatures, clauses: Sequence[Clause], at: int) -> ClauseFeatures:
    """A clause that only names a plan, aim, choice or agreement does what the infinitive clause after it says."""
    chooses = not function_words()["choosing"].isdisjoint(reading.verbs)
    plans = bool(reading.markers & {"plan", "goal"}) or "agree" in reading.classes or chooses
    proposes = bool(expression("readings", "context", "proposing").search(reading.text))
    if not plans and not proposes:
        return reading
    inner = [read_clause(clause, ()) for clause in completions(clauses, at)]
    bare = "agree" in reading.classes or reading.classes <= _BARE
    reading = replace(reading, planned=inner[0] if inner and bare else None)
    if not plans:
        return reading
    return replace(
        reading,
        classes=reading.classes.union(*(other.classes for other in inner)),
        nouns=reading.nouns.union(*(other.nouns for other in inner)),
    )


def _with_antecedent(reading: ClauseFeatures, text: str) -> ClauseFeatures:
    """A relative clause is about the noun before it."""
    relative = reading.clause.opener in function_words()["relative"]
    if reading.clause.kind is not ClauseKind.SUBORDINATE or not relative:
        return reading
    begin = reading.clause.begin
    before = one_space(text[max(0, begin - _REACH) : begin].lower())[-_BEFORE:]
    return replace(reading, nouns=reading.nouns | find_nouns(before))
