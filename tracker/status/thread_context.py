"""What stands around a promise in all drafts: how far the promises of its letter are taken up, what came near it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from tracker.linking.thread_draft import ThreadDraft
from tracker.model import AnyStatement, Commitment


class Surroundings(Struct, frozen=True):
    """The statements of all drafts by their ids, and by letter which share (0..1) of its promises others take up."""

    statements: Mapping[str, AnyStatement]
    taken_up: Mapping[str, float]


def surroundings_of(drafts: Iterable[ThreadDraft]) -> Surroundings:
    """The surroundings of every one of these drafts; their members stand in the order of the letters."""
    statements: dict[str, AnyStatement] = {}
    taken_up: dict[str, list[bool]] = defaultdict(list)
    for draft in drafts:
        last = draft.members[-1].letter
        for row in draft.members:
            statements[row.id] = row
            if isinstance(row, Commitment):
                taken_up[row.letter].append(row.letter != last)
    return Surroundings(statements, {letter: sum(rows) / len(rows) for letter, rows in taken_up.items()})


def near(draft: ThreadDraft, around: Surroundings) -> Iterable[tuple[AnyStatement, float]]:
    """The statements that came near the draft and are of no other statement of it, with how probably they are of it."""
    for candidate in draft.candidates:
        row = around.statements.get(candidate.ref)
        if row is not None:
            yield row, candidate.score
