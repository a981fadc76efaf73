"""A link without its evidence tells what verdicts ask for, and with it all that its two statements share."""

from __future__ import annotations

import pytest

from tests.series import Promise, subject
from tracker.linking.clustering import BestPartners, Group, StandingMatch, ThreadMatch
from tracker.linking.comparison import FUNDED, RENAMED
from tracker.linking.evidence_parts import part
from tracker.linking.link_evidence import bare_link, renamed_parts, with_evidence
from tracker.linking.pair_score import PairScore
from tracker.linking.term_overlap import Common
from tracker.model import LinkPart

PLAN = "Wij stellen een actieplan waterzuivering Maas op."
NAMED, PAID, SAID = part(RENAMED, 1.0, 2.0, "oud"), part(FUNDED, 1.0, 2.0), part("same-words", 1.0, 1.5, "plan")


@pytest.mark.parametrize(
    ("signs", "bare"),
    [
        ((), []),
        ((SAID, part(RENAMED, 0.0, 2.0)), []),
        ((SAID, NAMED), [RENAMED]),
        ((PAID, SAID, NAMED), [FUNDED, RENAMED]),
    ],
)
def test_a_bare_link_has_the_parts_that_tell_of_another_name(signs: tuple[LinkPart, ...], bare: list[str]) -> None:
    profiles = {at: subject(Promise(PLAN), letter) for at, letter in enumerate("ab")}
    match = ThreadMatch(0, 1, 3.5, "same-words", ("waterzuivering",), (0, 1), (0.25, 0.0))
    partners = BestPartners([match], [Group(0, (0,)), Group(1, (1,))], profiles)
    score = PairScore(3.5, Common((), 0.5, frozenset()), signs, (SAID,))
    standing = StandingMatch(0, 1, (0, 1), partners.standing(match), 0, renamed_parts(score))
    link = bare_link(standing, match, [row.statement for row in profiles.values()])
    whole = with_evidence(link, match, score, partners)
    assert [row.name for row in link.parts] == bare
    assert [row for row in whole.parts if row.name in (RENAMED, FUNDED)] == list(link.parts)
    assert {row.name for row in signs if row.contribution} < {row.name for row in whole.parts}
    assert (link.by_hand, whole.by_hand) == ((), (SAID,))
    assert (link.from_, link.to) == tuple(row.statement.id for row in profiles.values())
    assert (whole.rule, whole.words, whole.score) == (link.rule, link.words, link.score)
