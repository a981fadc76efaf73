"""Which of a clause's time expressions bounds what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.language.lexicon import function_words, function_words_of
from tracker.language.patterns import expression
from tracker.language.syntax import Clause, ClauseKind, Tense
from tracker.model import Precision
from tracker.temporal.timex import Timex, TimexRole
from tracker.text.tokens import Token

_RANK = {TimexRole.DUE: 0, TimexRole.UNTIL: 0, TimexRole.FROM: 1, TimexRole.OPEN: 2, TimexRole.PAST: 3}
_DATED = (TimexRole.DUE, TimexRole.UNTIL, TimexRole.FROM)


def is_dated(time: Timex | None) -> bool:
    """Whether a time expression names the dates between which, or until which, something is to happen."""
    return time is not None and time.role in _DATED


class TimeLayer(Struct, frozen=True):
    """Time expressions of one clause, with the tense of the verb that they belong to."""

    tense: Tense
    times: Sequence[Timex]


def binding_time(layers: Sequence[TimeLayer], anchor: dt.date | None) -> Timex | None:
    """The time that bounds a clause: a date before words without one, its own words before those of clauses around it.

    When it is done counts before what it is about ("de cijfers over 2025 ontvangt u in maart 2026"), also where a
    clause that completes it says when. `layers` are its own time expressions, then those of clauses that complete it,
    the nearest first; `anchor` is the letter's date.
    """
    usable = [
        (number, time)
        for number, layer in enumerate(layers)
        for time in layer.times
        if time.role in _RANK and not time.negated and not _lies_back(time, layer, anchor)
    ]
    ranked = (((time.role not in _DATED, time.topic, number, _RANK[time.role]), time) for number, time in usable)
    return min(ranked, key=lambda pair: pair[0], default=(None, None))[1]


def own_times(clause: Clause, finite: int | None, times: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """The times among a clause's own words: without those before a noun, what its first part is about marked.

    "De in 2025 vastgestelde visie …" says which vision; "De plannen na de proef in 2025 worden …" says which plans,
    as before the verb of a main clause stands one part only; "De opvang tot 1 juli wordt …" says which, and no more,
    and "Na afronding van de proef in 2025 …" after what.
    `finite` is the place of that verb.
    """
    tokens = clause.tokens
    found = []
    for time in times:
        at = next((n for n, token in enumerate(tokens) if time.begin <= token.begin < time.end), None)
        if at is None or _says_which(tokens, at, time):
            continue
        verb_second = clause.kind is ClauseKind.MAIN and not clause.verb_last
        inside = verb_second and finite is not None and _opening(tokens) < at < finite
        if inside and _is_of_the_first_part(tokens, at, time):
            continue
        found.append(replace(time, topic=True) if inside else time)
    return tuple(found)


def _is_of_the_first_part(tokens: tuple[Token, ...], at: int, time: Timex) -> bool:
    """Whether a time before the verb says until when a thing lasts or after what it comes, in one with its words."""
    opening = _opening(tokens)
    apart = any(token.text == "," for token in tokens[opening:at])
    follows = tokens[opening].low in function_words()["after_what"]
    return not apart and (follows or time.role is TimexRole.UNTIL)


def _opening(tokens: tuple[Token, ...]) -> int:
    """The place of the first word that is no link to what came before ("en", "ook")."""
    links = function_words_of("coordinators", "openings")
    return next((n for n, token in enumerate(tokens) if token.low not in links), 0)


def _says_which(tokens: tuple[Token, ...], at: int, time: Timex) -> bool:
    """Whether a time stands between an article and its noun: "de in 2025 gebouwde school", "het voor mei geplande"."""
    low = tokens[at - 1].low if at else ""
    if low not in function_words()["articles"] or tokens[at].low not in function_words()["prepositions"]:
        return False
    after = next((n for n in range(at, len(tokens)) if tokens[n].begin >= time.end), None)
    follows = after is not None and after + 1 < len(tokens) and tokens[after + 1].text[:1].isalnum()
    inflected = after is not None and bool(expression("readings", "context", "inflected").search(tokens[after].low))
    return low in function_words()["noun_articles"] or (follows and inflected)


def _lies_back(time: Timex, layer: TimeLayer, anchor: dt.date | None) -> bool:
    """With a verb in the past, a month without a year or a period under way is the past one.

    Not so what is ahead by its own words ("is uiterlijk in mei gereed"), nor the end of a year that has just begun; but
    beside a year that is over it is of that year ("is vorig jaar voor de zomer geopend").
    """
    tense = layer.tense
    if tense not in (Tense.PAST, Tense.PERFECT) or time.role not in (TimexRole.DUE, TimexRole.FROM):
        return False
    if time.ahead:
        return time.past is not None and any(_is_past_year(one) for one in layer.times)
    start = time.deadline.start
    if time.past is not None or anchor is None:
        return True
    return start is not None and start <= anchor and not (tense is Tense.PERFECT and _closes_year(time, anchor))


def _is_past_year(time: Timex) -> bool:
    return time.role is TimexRole.PAST and time.deadline.precision is Precision.YEAR and not time.topic


def _closes_year(time: Timex, anchor: dt.date) -> bool:
    start, end = time.deadline.start, time.deadline.end
    if time.kind != "part" or start is None or end is None or (end.month, end.day) != (12, 31):
        return False
    return anchor - start < end - anchor
