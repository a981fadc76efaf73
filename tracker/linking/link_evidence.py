"""The evidence of a link apart from it: four fifths of all that there is of links, and seldom asked for.

It is worked out again where it is asked for, from the words of its statements, which are kept.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from tracker.linking.clustering import BestPartners, StandingMatch, ThreadMatch
from tracker.linking.comparison import FUNDED, RENAMED
from tracker.linking.pair_score import PairScore, rounded
from tracker.linking.pair_weights import pair_weights
from tracker.linking.profile import StatementProfile
from tracker.model import Link
from tracker.text.log_odds import probability


def standing_match(
    match: ThreadMatch, score: PairScore, partners: BestPartners, profiles: Mapping[int, StatementProfile]
) -> StandingMatch:
    """A match that stands with its bare link.

    That has those parts of its evidence alone that a verdict asks for: that a thing got another name.
    """
    one, other = (profiles[at].statement.id for at in match.pair)
    surely = partners.standing(match)
    names = [row for row in score.signs if row.contribution and row.name in (RENAMED, FUNDED)]
    parts = rounded(list(map(pair_weights().weighed, names)))
    link = Link(one, other, match.rule, probability(surely), match.words, parts)
    return StandingMatch(match.older, match.newer, match.pair, surely, link)


def with_evidence(link: Link, match: ThreadMatch, score: PairScore, partners: BestPartners) -> Link:
    """A bare link with all its evidence."""
    parts = (*rounded(score.parts), *rounded(partners.lead_parts(match)))
    return replace(link, parts=parts, by_hand=rounded(score.by_hand))
