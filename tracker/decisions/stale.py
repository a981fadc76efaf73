"""Which rulings still stand: those whose quotes the letters hold as they did when the analyst ruled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from tracker.decisions.ruling import Anchor, Decision, quote_hash
from tracker.i18n.message import Message, message
from tracker.model import Letter
from tracker.text.normalize import one_space


class Stale(Struct, frozen=True):
    """A ruling that is kept and not applied, and why, in one sentence."""

    decision: Decision
    reason: Message

    @property
    def told(self) -> Message:
        """The same as a notice to the reader."""
        row = self.decision
        quote, ruling = one_space(row.quotes[0].quote), message(f"ruling.name.{row.ruling}")
        return message("ruling.not-applied", who=row.who, ruling=ruling, quote=quote, cause=self.reason)


def sift(decisions: Iterable[Decision], letters: Iterable[Letter]) -> tuple[tuple[Decision, ...], tuple[Stale, ...]]:
    """The rulings whose quotes all stand in the letters, and the others with the reason."""
    rulings = list(decisions)
    quoted = {anchor.letter for row in rulings for anchor in row.quotes}
    told = (letter for letter in letters if letter.id in quoted)
    texts = {letter.id: "\n".join(one_space(passage.text) for passage in letter.passages) for letter in told}
    faults: dict[Anchor, Message | None] = {}
    standing: list[Decision] = []
    stale: list[Stale] = []
    for decision in rulings:
        for anchor in decision.quotes:
            if anchor not in faults:
                faults[anchor] = _fault(anchor, texts)
        reason = next((fault for anchor in decision.quotes if (fault := faults[anchor])), None)
        if reason is None:
            standing.append(decision)
        else:
            stale.append(Stale(decision, reason))
    return tuple(standing), tuple(stale)


def _fault(anchor: Anchor, texts: Mapping[str, str]) -> Message | None:
    """Why a quote does not stand, given the texts of the letters, a passage a line."""
    if anchor.hash != quote_hash(anchor.quote):
        return message("stale.quote-changed")
    if anchor.letter not in texts:
        return message("stale.no-letter", letter=anchor.letter)
    if one_space(anchor.quote) not in texts[anchor.letter]:
        return message("stale.quote-gone", letter=anchor.letter)
    return None
