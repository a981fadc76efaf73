"""An analyst's rulings on moves of a deadline, brought to the drafts that they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from msgspec.structs import replace

from tracker.decisions.ruling import Decision, Ruling
from tracker.linking.thread_draft import RuledMove, ThreadDraft
from tracker.model import SlipVerdict
from tracker.text.normalize import one_space


def rule_moves(decisions: Iterable[Decision], drafts: Sequence[ThreadDraft]) -> tuple[ThreadDraft, ...]:
    """The drafts with what was ruled on their moves, each by a quote of the letter that made it."""
    ruled: dict[tuple[str, str], list[tuple[int, RuledMove]]] = defaultdict(list)
    for number, row in enumerate(decisions):
        if row.ruling is Ruling.SLIP:
            quote = row.quotes[0]
            move = RuledMove(quote.letter, SlipVerdict(row.value), row.end)
            ruled[quote.letter, one_space(quote.quote)].append((number, move))
    letters = {letter for letter, _ in ruled}
    return tuple(_with_moves(draft, ruled, letters) for draft in drafts) if ruled else tuple(drafts)


def _with_moves(
    draft: ThreadDraft, ruled: Mapping[tuple[str, str], Sequence[tuple[int, RuledMove]]], letters: Container[str]
) -> ThreadDraft:
    quoted = {(row.letter, one_space(row.quote)) for row in draft.members if row.letter in letters}
    moves = dict(move for key in quoted for move in ruled.get(key, ()))
    return replace(draft, moves=tuple(moves[number] for number in sorted(moves))) if moves else draft
