"""While letters are read one count of them grows, by all that is made of them."""

from __future__ import annotations

import time
from pathlib import Path

from tracker.storage.parallel import showing_progress
from tui.progress import STAGES, LettersDone
from tui.study_loader import Scope, growing, read_study


def counted(*told: tuple[str, int, int]) -> list[tuple[int, int]]:
    letters, found = LettersDone(), []
    for row in told:
        letters.hear(*row)
        found.append((letters.done, letters.number))
    return found


def test_a_letter_is_done_when_all_is_made_of_it() -> None:
    read = [("letter", at, 6) for at in (1, 6)]
    assert counted(*read, ("facts", 3, 6), ("facts", 6, 6), ("alignment", 5, 5)) == [
        *((0, 6), (2, 6)),
        *((3, 6), (4, 6), (4, 6)),
    ]
    assert counted(*read, ("facts", 6, 6), ("meaning", 5, 10), ("meaning", 10, 10))[-2:] == [(5, 6), (6, 6)]
    assert counted(*read, ("facts", 6, 6), ("meaning", 0, 0))[-1] == (6, 6), "without vectors"


def test_it_never_shrinks_while_ever_more_letters_are_judged() -> None:
    steps = [(made, done, part) for part in (1, 4, 6) for made in STAGES[1:] for done in (0, part)]
    found = counted(("letter", 1, 1), ("letter", 6, 6), *steps)
    assert found == sorted(found)
    assert found[-1] == (6, 6)


def test_a_first_reading_is_counted_to_its_end(harbour: Path) -> None:
    (harbour / "2031-01-01.txt").write_text(f"Den Haag, 1 januari 2031\n\nIn mei {time.time_ns()} komt de nota.\n")
    letters, found = LettersDone(), [0]

    def hear(made: str, done: int, number: int) -> None:
        letters.hear(made, done, number)
        found.append(letters.done)

    with showing_progress(hear):
        studies = [*growing(Scope(harbour)), read_study(Scope(harbour))]
    assert len(studies) > 1
    assert found == sorted(found)
    assert (found[-1], letters.number) == (4, 4)
