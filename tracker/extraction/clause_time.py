"""The time that bounds a clause, of all those of its sentence: its own, or one of a clause that completes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from tracker.extraction.clause_context import closing_aside, completions, front_clause
from tracker.extraction.features import ClauseFeatures, ContextMarker
from tracker.extraction.time_binding import TimeLayer, binding_time, is_dated
from tracker.language.lexicon import function_words
from tracker.language.pack import current
from tracker.language.patterns import expression
from tracker.language.syntax import Clause, Form, Tense, VerbForm
from tracker.model import Precision
from tracker.temporal.timex import Timex, TimexRole


def clause_time(
    features: ClauseFeatures, clauses: Sequence[Clause], at: int, times: tuple[Timex, ...], anchor: dt.date | None
) -> Timex | None:
    """The time that bounds clause `at`: its own, that of a clause that completes it or of an aside that closes it.

    Else that of the clause in front of it, which says how or on which condition it is done.
    """
    decided = _decided_at(features)
    own = [time for time in features.times if decided is None or time.begin < decided]
    if decided is None and any(_is_day_of(time, features) for time in own):
        own = [time for time in own if _is_day_of(time, features)]
    days = [time for time in own if _was_then(time, features, anchor)]
    planned = [time for time in features.times if decided is not None and time.begin >= decided]
    planned += [time for part in completions(clauses, at) for time in times if part.begin <= time.begin < part.end]
    aside = closing_aside(clauses, at)
    inner = [time for time in times if aside and (time.begin, time.end) == (aside.begin, aside.end)]
    front = front_clause(clauses, at)
    before = [time for time in times if front and is_dated(time) and front.begin <= time.begin < front.end]
    layers = (
        TimeLayer(Tense.PERFECT, days),
        TimeLayer(_tense_of_times(features), [time for time in own if time not in days]),
        TimeLayer(Tense.NONE, planned),
        TimeLayer(features.tense, inner),
        TimeLayer(features.tense, before),
    )
    found = binding_time(layers, anchor)
    return _uncounted(found) if found and _counts_from_event(found, own, clauses, at) else found


def _tense_of_times(features: ClauseFeatures) -> Tense:
    """The tense that says whether a month without a year is the last or the next; what is expected is ahead."""
    expected = expression("readings", "context", "expecting").search(features.text)
    return Tense.PRESENT if expected and features.tense is Tense.PERFECT else features.tense


def _counts_from_event(time: Timex, own: Sequence[Timex], clauses: Sequence[Clause], at: int) -> bool:
    """Whether a term runs from what is told before it, whose day nobody knows: "waarna … binnen zes weken".

    That is a clause on when or on which condition it is done, or an event ("na ontvangst").
    """
    if time.kind != "within":
        return False
    front = clauses[0].opener in function_words()["conditions"] and clauses[0].end <= time.begin
    event = any(one.role is TimexRole.OPEN and one.end <= time.begin and _is_after(one) for one in own)
    return front or event or clauses[at].opener in function_words()["following"]


def _is_after(time: Timex) -> bool:
    first, *_ = time.deadline.text.split()
    return first.lower() in function_words()["after_what"]


def _uncounted(time: Timex) -> Timex:
    """The same words without dates."""
    deadline = replace(time.deadline, start=None, end=None, edtf="", precision=Precision.OPEN)
    return replace(time, deadline=deadline)


def _was_then(time: Timex, features: ClauseFeatures, anchor: dt.date | None) -> bool:
    """Whether a row without a verb names when something was done: "vastgesteld op 13 december".

    That is a day, or the month that has just been; what is to be done is due by a month to come or a quarter, and a
    list of that says so.
    """
    ready = features.tense is Tense.NONE and expression("readings", "context", "ready").search(features.text)
    if not (features.done or ready) or ContextMarker.PLANNED in features.markers:
        return False
    return (time.kind == "day" and features.done) or (
        time.kind == "month" and anchor is not None and _has_just_been(time, anchor)
    )


def _is_day_of(time: Timex, features: ClauseFeatures) -> bool:
    """Whether what is told to be done was done on this day, whatever else is named: "op 3 mei 2024, voor de zomer"."""
    told = features.tense is Tense.PERFECT and time.kind == "day" and not (time.topic or time.negated)
    return told and time.role is TimexRole.PAST


def _has_just_been(time: Timex, anchor: dt.date) -> bool:
    """Whether the last month of that name is nearer than the next."""
    past, start = time.past.end if time.past else None, time.deadline.start
    return past is not None and start is not None and anchor - past < start - anchor


def _decided_at(features: ClauseFeatures) -> int | None:
    """Where what is decided begins, without "om": "Wij hebben besloten de proef dit jaar te verlengen"."""
    if features.tense is not Tense.PERFECT or "agree" not in features.classes or len(features.verbs) < 2:
        return None
    forms = current().verb_forms()
    decided = VerbForm(features.verbs[0], Form.PARTICIPLE)
    return next((token.end for token in features.clause.tokens if decided in forms.get(token.low, ())), None)
