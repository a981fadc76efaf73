"""The evidence of a link apart from it: four fifths of all that is kept of links, and seldom asked for."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Raw
from msgspec.structs import replace

from tracker.linking.clustering import BestPartners, StandingMatch, ThreadMatch
from tracker.linking.comparison import FUNDED, RENAMED
from tracker.linking.pair_score import PairScore, rounded
from tracker.linking.profile import StatementProfile
from tracker.model import Link, LinkPart
from tracker.text.log_odds import probability

_Evidence = tuple[tuple[LinkPart, ...], tuple[LinkPart, ...]]
"""The parts of a link, and those by hand."""


def standing_match(
    match: ThreadMatch, score: PairScore, partners: BestPartners, profiles: Mapping[int, StatementProfile]
) -> StandingMatch:
    """A match that stands with its link, which tells all its evidence."""
    one, other = (profiles[at].statement.id for at in match.pair)
    surely = partners.standing(match)
    parts = (*rounded(score.parts), *rounded(partners.lead_parts(match)))
    link = Link(one, other, match.rule, probability(surely), match.words, parts, rounded(score.by_hand))
    return StandingMatch(match.older, match.newer, match.pair, surely, link)


def bare_link(link: Link) -> Link:
    """The link with those parts of its evidence alone that a verdict asks for: that a thing got another name."""
    return replace(link, parts=tuple(part for part in link.parts if part.name in (RENAMED, FUNDED)), by_hand=())


def evidence_bytes(link: Link) -> Raw:
    """All its evidence, as bytes."""
    return Raw(msgspec.msgpack.encode((link.parts, link.by_hand)))


def with_evidence(link: Link, evidence: Raw) -> Link:
    """A bare link with its evidence again."""
    parts, by_hand = msgspec.msgpack.decode(evidence, type=_Evidence)
    return replace(link, parts=parts, by_hand=by_hand)
