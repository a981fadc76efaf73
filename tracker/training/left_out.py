"""What readers say of sentences of bodies that they did not see; training goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tracker.storage.atomic import write_over
from tracker.storage.cache import digest
from tracker.training.examples import Example

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    ScoreTable = NDArray[np.float32]


def body_groups(bodies: Sequence[str], together: Sequence[str]) -> list[frozenset[str]]:
    """The bodies in groups that are left out together: those that `together` names, with commas, and each other one."""
    named = [frozenset(row.split(",")) for row in together]
    alone = sorted(set(bodies) - frozenset().union(*named))
    return [*named, *(frozenset([body]) for body in alone)]


def scores_left_out(
    rows: Sequence[Example],
    groups: Sequence[frozenset[str]],
    score: Callable[[list[int], list[int]], ScoreTable],
    about: tuple[str, ...],
    work: Path | None,
) -> ScoreTable:
    """The scores of each row by a reader that did not see its group.

    `score` trains on the places that it is given first and scores those that it is given second. `about` tells one
    reader from another; what was computed for the same rows stands in `work`.
    """
    import numpy as np

    found: ScoreTable | None = None
    named = digest(
        (about, [(row.body, msgspec.to_builtins(row.words), row.labels, sorted(row.details)) for row in rows])
    )[:12]
    for group in groups:
        seen = [at for at, row in enumerate(rows) if row.body not in group]
        unseen = [at for at, row in enumerate(rows) if row.body in group]
        path = work / f"{about[0]}-{named}-without-{'-'.join(sorted(group))}.npy" if work else None
        scores = _load(path) if path is not None and path.is_file() else score(seen, unseen)
        if path is not None and not path.is_file():
            write_over(path, _bytes(scores))
        found = np.zeros((len(rows), scores.shape[1]), np.float32) if found is None else found
        found[unseen] = scores
    if found is None:
        raise ValueError("there is no body to leave out.")
    return found


def _load(path: Path) -> ScoreTable:
    import numpy as np

    scores: ScoreTable = np.load(path, allow_pickle=False)
    return scores


def _bytes(scores: ScoreTable) -> bytes:
    import numpy as np

    out = BytesIO()
    np.save(out, scores.astype(np.float32))
    return out.getvalue()
