"""Why two statements are linked, asked or refused: every part of their evidence, and the decision that it led to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from tracker.linking.clustering import BestPartners, ThreadMatch
from tracker.linking.linker import IncrementalLinker
from tracker.linking.number_links import BY_NUMBER, Numbered, numbered_statements, shared_numbers
from tracker.linking.pair_score import HandScore, PairScore, rounded, score_by_hand
from tracker.linking.pair_weights import pair_weights
from tracker.linking.same_letter_pair import cannot_be_one
from tracker.linking.weights import NEIGHBOURLY, POSSIBLE, RESTATED, SUMMED_UP
from tracker.linking.within_letter import WEIGHING
from tracker.model import LinkPart, StatusReport
from tracker.text.log_odds import log_odds


class PairDecision(StrEnum):
    """What linking made of two statements; "asked" is listed with a thread as possibly the same."""

    LINKED = "linked"
    ASKED = "asked"
    REFUSED = "refused"


class Reason(StrEnum):
    """Why."""

    BEST = "best"
    NEARLY_BEST = "nearly-best"
    BESIDE = "beside"
    RULE = "rule"
    THROUGH_OTHERS = "through-others"
    TWO_REPORTS = "two-reports"
    DUE_APART = "due-apart"
    NO_RULE = "no-rule"
    TOO_LITTLE = "too-little"
    NOT_COMPARED = "not-compared"
    OTHER_PAIR = "other-pair"
    BELOW_LINE = "below-line"
    BETTER_PARTNER = "better-partner"
    WOULD_MEET = "would-meet"
    RENEWED = "renewed"


class PairExplanation(Struct, frozen=True):
    """Two statements, older first, by their ids, with all parts of their evidence and what was made of it.

    `thresholds` are those that the total was compared with, by name, none where a rule holds or not; `rival` is the
    pair that was better, by ids; `by_hand` what of two letters the part "by-rule" rests on.
    """

    one: str
    other: str
    parts: tuple[LinkPart, ...]
    total: float
    thresholds: tuple[tuple[str, float], ...]
    decision: PairDecision
    reason: Reason
    rule: str = ""
    rival: tuple[str, str] | None = None
    rival_total: float = 0.0
    by_hand: HandScore | None = None


def explain_pair(linker: IncrementalLinker, one: str, other: str) -> PairExplanation:
    """Why two statements, by their ids, were linked or not, by a linker that has taken all letters.

    An unknown id is a KeyError.
    """
    places = {row.id: at for at, row in enumerate(linker.profiles.statements)}
    low, high = sorted((places[one], places[other]))
    if linker.profiles.statements[low].letter == linker.profiles.statements[high].letter:
        return _within(linker, low, high)
    return _across(linker, low, high)


def _across(linker: IncrementalLinker, low: int, high: int) -> PairExplanation:
    """Two statements of two letters."""
    score = linker.score(linker.profiles[low], linker.profiles[high])
    by_hand = score_by_hand(*linker.asked(linker.profiles[low], linker.profiles[high]))
    partners = linker.partners()
    key = linker.group_of[low], linker.group_of[high]
    match = next((row for row in linker.matches if (row.older, row.newer) == key), None)
    reason, rival = _judged(linker, partners, score, match, (low, high))
    parts = (*score.parts, *partners.lead_parts(match)) if match and match.pair == (low, high) else score.parts
    clusters = linker.clusters()
    named = _by_number(linker).get(high, {})
    together = clusters[key[0]] in named if named else clusters[key[0]] == clusters[key[1]]
    linked = reason in {Reason.BEST, Reason.NEARLY_BEST, Reason.BESIDE}
    if low in named.values():
        reason, rival = Reason.RULE, None
    elif together and not linked:
        reason, rival = Reason.THROUGH_OTHERS, None
    elif linked and not together:
        met = linker.met()
        reason = Reason.RENEWED if met[key[0]] == met[key[1]] else Reason.WOULD_MEET
    return PairExplanation(
        one=linker.profiles.statements[low].id,
        other=linker.profiles.statements[high].id,
        parts=(*_number_part(linker, low, high, named), *rounded(parts, every=True)),
        total=round(sum(row.contribution for row in parts), 3),
        thresholds=(
            ("linked", round(log_odds(pair_weights().linked), 3)),
            ("possible", POSSIBLE),
            ("beside", NEIGHBOURLY),
        ),
        decision=PairDecision.LINKED if together else _asked(linker, low, high),
        reason=reason,
        rule=BY_NUMBER if low in named.values() else score.rule,
        rival=_ids(linker, rival.pair) if rival else None,
        rival_total=round(partners.standing(rival), 3) if rival else 0.0,
        by_hand=replace(by_hand, parts=rounded(by_hand.parts, every=True)),
    )


def _by_number(linker: IncrementalLinker) -> Numbered:
    """The statements that are of promises because they name the number of these."""
    clusters = linker.clusters()
    return numbered_statements(linker.profiles, {at: clusters[group] for at, group in linker.group_of.items()})


def _number_part(linker: IncrementalLinker, low: int, high: int, named: Mapping[int, int]) -> tuple[LinkPart, ...]:
    """The number of the promise, where the later statement is of it because it names that; it weighs nothing."""
    numbers = shared_numbers(linker.profiles[low], linker.profiles[high]) if low in named.values() else ()
    return (LinkPart("number", 1.0, 0.0, 0.0, ", ".join(numbers)),) if numbers else ()


def _judged(
    linker: IncrementalLinker,
    partners: BestPartners,
    score: PairScore,
    match: ThreadMatch | None,
    pair: tuple[int, int],
) -> tuple[Reason, ThreadMatch | None]:
    """What the rules say of a pair by itself, in the order in which linking asks, with the pair that was better."""
    if all(isinstance(linker.profiles.statements[at], StatusReport) for at in pair):
        return Reason.TWO_REPORTS, None
    if score.total < POSSIBLE:
        return Reason.TOO_LITTLE, None
    if match is None or match.pair != pair:
        better = match is not None and match.total >= score.total
        return (Reason.OTHER_PAIR, match) if better else (Reason.NOT_COMPARED, None)
    if why := partners.why(match):
        return Reason(why), None
    rivals = partners.rivals(match)
    if partners.standing(match) < log_odds(pair_weights().linked) or not rivals:
        return Reason.BELOW_LINE, None
    return Reason.BETTER_PARTNER, max(rivals, key=lambda row: row.total)


def _within(linker: IncrementalLinker, low: int, high: int) -> PairExplanation:
    """Two statements of one letter: what the rule that joins them found, else how much their quotes have in common."""
    one, other = linker.profiles[low], linker.profiles[high]
    overlap = linker.overlap(one, other)
    joint = next((row for row in linker.joints if {row.one, row.other} == {low, high}), None)
    weighs = joint is None or joint.rule in WEIGHING
    clusters = linker.clusters()
    numbered_of = _by_number(linker).get(high, {})
    named = low in numbered_of.values()
    together = named or clusters[linker.group_of[low]] == clusters[linker.group_of[high]]
    reports = isinstance(one.statement, StatusReport) and isinstance(other.statement, StatusReport)
    apart = Reason.TWO_REPORTS if reports else Reason.DUE_APART
    refused = apart if cannot_be_one(one.statement, other.statement) else Reason.NO_RULE
    return PairExplanation(
        one=one.statement.id,
        other=other.statement.id,
        parts=(
            *_number_part(linker, low, high, numbered_of),
            *rounded(joint.parts if joint and not weighs else overlap.parts, every=True),
        ),
        total=round(overlap.value, 3) if weighs else 0.0,
        thresholds=(("restated", RESTATED), ("summed-up", SUMMED_UP)) if weighs else (),
        decision=PairDecision.LINKED if together else _asked(linker, low, high),
        reason=Reason.RULE if joint or named else Reason.THROUGH_OTHERS if together else refused,
        rule=BY_NUMBER if named else joint.rule if joint else "",
    )


def _asked(linker: IncrementalLinker, low: int, high: int) -> PairDecision:
    """Whether one of two statements is listed with the thread of the other as possibly the same."""
    pair = set(_ids(linker, (low, high)))
    for draft in linker.drafts():
        mine = {row.id for row in draft.members} & pair
        if mine and {row.ref for row in draft.candidates} & (pair - mine):
            return PairDecision.ASKED
    return PairDecision.REFUSED


def _ids(linker: IncrementalLinker, pair: Sequence[int]) -> tuple[str, str]:
    one, other = (linker.profiles.statements[at].id for at in pair)
    return one, other
