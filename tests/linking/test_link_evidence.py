"""A link without its evidence tells what verdicts ask for, and with it again all that it told."""

from __future__ import annotations

import pytest

from tracker.linking.comparison import FUNDED, RENAMED
from tracker.linking.link_evidence import bare_link, evidence_bytes, with_evidence
from tracker.model import Link, LinkPart

PRIOR, WORD = LinkPart("prior", 1.0, -1.5, -1.5), LinkPart("word", 3.2, 0.21, 0.672, "haven\u00e9")
NAMED, PAID = LinkPart(RENAMED, 1.0, 2.0, 2.0, "oud"), LinkPart(FUNDED, 1.0, 2.0, 2.0)
HAND = (LinkPart("by-hand", 0.1 + 0.2, 1.0, 0.3),)


@pytest.mark.parametrize(
    ("parts", "by_hand", "kept"),
    [
        ((), (), ()),
        ((PRIOR, WORD), HAND, ()),
        ((PRIOR, NAMED, WORD), (), (NAMED,)),
        ((PAID, WORD, NAMED), HAND, (PAID, NAMED)),
    ],
)
def test_nothing_is_lost(
    parts: tuple[LinkPart, ...], by_hand: tuple[LinkPart, ...], kept: tuple[LinkPart, ...]
) -> None:
    link = Link("a/c-1", "b/r-2", "same-words", 0.9, ("haven",), parts, by_hand)
    assert (bare_link(link).parts, bare_link(link).by_hand) == (kept, ())
    assert (bare_link(link).words, bare_link(link).score) == (link.words, link.score)
    assert with_evidence(bare_link(link), evidence_bytes(link)) == link
