"""The evidence of a link apart from it: four fifths of all that there is of links, and seldom asked for.

It is worked out again where it is asked for, from the words of its statements, which are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern

from msgspec.structs import replace

from tracker.linking.clustering import BestPartners, StandingMatch, ThreadMatch
from tracker.linking.comparison import FUNDED, RENAMED
from tracker.linking.pair_score import PairScore, rounded
from tracker.linking.pair_weights import pair_weights
from tracker.model import AnyStatement, Link, LinkPart
from tracker.text.log_odds import probability


def renamed_parts(score: PairScore) -> tuple[LinkPart, ...]:
    """The parts of the evidence that a verdict asks for: that a thing got another name."""
    names = [row for row in score.signs if row.contribution and row.name in (RENAMED, FUNDED)]
    return rounded(list(map(pair_weights().weighed, names)))


def bare_link(row: StandingMatch, match: ThreadMatch, statements: Sequence[AnyStatement]) -> Link:
    """The link that a match is, with those parts of its evidence alone."""
    one, other = (statements[at].id for at in row.pair)
    words = tuple(map(intern, match.words))  # few words carry very many links
    return Link(one, other, intern(match.rule), probability(row.surely), words, row.renamed)


def with_evidence(link: Link, match: ThreadMatch, score: PairScore, partners: BestPartners) -> Link:
    """A bare link with all its evidence."""
    parts = (*rounded(score.parts), *rounded(partners.lead_parts(match)))
    return replace(link, parts=parts, by_hand=rounded(score.by_hand))
