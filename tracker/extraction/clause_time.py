"""The time that bounds a clause, of all those of its sentence: its own, or one of a clause that completes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tracker.extraction.clause_context import closing_aside, completions, front_clause
from tracker.extraction.features import ClauseFeatures
from tracker.extraction.time_binding import TimeLayer, binding_time, is_dated
from tracker.language.pack import current
from tracker.language.syntax import Clause, Form, Tense, VerbForm
from tracker.temporal.timex import Timex


def clause_time(
    features: ClauseFeatures, clauses: Sequence[Clause], at: int, times: tuple[Timex, ...], anchor: dt.date | None
) -> Timex | None:
    """The time that bounds clause `at`: its own, that of a clause that completes it or of an aside that closes it.

    Else that of the clause in front of it, which says how or on which condition it is done.
    """
    decided = _decided_at(features)
    own = [time for time in features.times if decided is None or time.begin < decided]
    planned = [time for time in features.times if decided is not None and time.begin >= decided]
    planned += [time for part in completions(clauses, at) for time in times if part.begin <= time.begin < part.end]
    aside = closing_aside(clauses, at)
    inner = [time for time in times if aside and (time.begin, time.end) == (aside.begin, aside.end)]
    front = front_clause(clauses, at)
    before = [time for time in times if front and is_dated(time) and front.begin <= time.begin < front.end]
    layers = (
        TimeLayer(features.tense, own),
        TimeLayer(Tense.NONE, planned),
        TimeLayer(features.tense, inner),
        TimeLayer(features.tense, before),
    )
    return binding_time(layers, anchor)


def _decided_at(features: ClauseFeatures) -> int | None:
    """Where what is decided begins, without "om": "Wij hebben besloten de proef dit jaar te verlengen"."""
    if features.tense is not Tense.PERFECT or "agree" not in features.classes or len(features.verbs) < 2:
        return None
    forms = current().verb_forms()
    decided = VerbForm(features.verbs[0], Form.PARTICIPLE)
    return next((token.end for token in features.clause.tokens if decided in forms.get(token.low, ())), None)
