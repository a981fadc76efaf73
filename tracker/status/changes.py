"""What a promise that is said again says otherwise: another name, other words, other amounts."""

from __future__ import annotations

from msgspec import Struct

from tracker.extraction import StatementFacts
from tracker.extraction.cues import Cue
from tracker.i18n.catalog import N_
from tracker.linking.comparison import FUNDED, RENAMED
from tracker.model import Commitment, LinkPart

NEW_NAMES = {RENAMED: N_("step.renamed"), FUNDED: N_("step.funded")}
"""What the parts of a link check that say that a thing got another name."""


class Otherwise(Struct, frozen=True):
    """The id of the message that tells it, and the words that it rests on where they are not those of the link."""

    reason: str
    words: str | None = None


def change_in(
    earlier: Commitment, row: Commitment, renamed: LinkPart | None, facts: StatementFacts
) -> Otherwise | None:
    """How a promise differs from the earlier one that it takes up; `renamed` is the part of their link that says so."""
    if renamed is not None:
        return Otherwise(NEW_NAMES[renamed.name], renamed.text)
    if Cue.CHANGING in facts.cues or any(amount.was is not None for amount in row.amounts):
        return Otherwise(N_("step.changed"))
    amounts = _other_amounts(earlier, row)
    return Otherwise(N_("step.amount"), amounts) if amounts else None


def _other_amounts(earlier: Commitment, row: Commitment) -> str:
    """The amounts that differ from those of the same unit in an earlier promise: "10 → 12 fte"."""
    old = {amount.unit: amount for amount in earlier.amounts}
    pairs = ((old[amount.unit], amount) for amount in row.amounts if amount.unit in old)
    return ", ".join(f"{was.text} → {now.text}" for was, now in pairs if was.value != now.value)
