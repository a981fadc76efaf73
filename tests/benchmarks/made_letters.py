"""Letters to measure with, as many as asked for: paragraphs of the seeds recombined, and re-dated with their letter.

`python -m tests.benchmarks.made_letters FOLDER NUMBER` writes them with their letters.toml.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).parent.parent.parent / "seeds"
PARAGRAPHS = 60
"""Of a letter: about as many as the letters of a ministry have."""
A_HEADING = 6
"""Paragraphs under one heading."""
FIRST = dt.date(2000, 1, 3)
_YEAR = re.compile(r"\b(20[012]\d)\b")
_SHORTEST, _LONGEST = 80, 2_000
"""Characters of a paragraph that is used."""
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905


@cache
def paragraphs() -> tuple[tuple[str, int], ...]:
    """The paragraphs of the seeds, each with the year of its letter."""
    found: list[tuple[str, int]] = []
    for path in sorted(SEEDS.glob("*.txt")):
        year = int(path.name[:4])
        blocks = re.split(r"\n\s*\n", path.read_text("utf-8"))
        found += [(block.strip(), year) for block in blocks if _SHORTEST <= len(block.strip()) <= _LONGEST]
    return tuple(found)


def day_of(number: int) -> dt.date:
    """The day of a letter: a week after the one before; when a quarter of a century is over it is begun anew."""
    return FIRST + dt.timedelta(weeks=number % 1300, days=number // 1300)


def letter(number: int, length: int = PARAGRAPHS) -> str:
    """The text of a letter; the same number gives the same text."""
    dice, day = random.Random(number), day_of(number)
    lines = [f"27 923 Werken in het onderwijs\n\nNr. {number + 1}\nBrief van de minister van Onderwijs"]
    lines.append(f"Den Haag, {day.day} {_MONTHS[day.month - 1]} {day.year}")
    for at in range(length):
        if at % A_HEADING == 0:
            lines.append(f"{at // A_HEADING + 1}. Onderdeel {dice.randrange(100)}")
        text, year = dice.choice(paragraphs())
        lines.append(_YEAR.sub(lambda found, by=day.year - year: str(int(found[1]) + by), text))  # type: ignore[misc]
    return "\n\n".join(lines) + "\n"


def write(folder: Path, numbers: range, length: int = PARAGRAPHS) -> Iterator[Path]:
    """Write those letters into a folder, and their facts."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "letters.toml").open("a", encoding="utf-8") as facts:
        for number in numbers:
            path = folder / f"{day_of(number)}_{number:05}.txt"
            path.write_text(letter(number, length), "utf-8")
            rows = (
                f'path = "{path.name}"',
                'dossier = "27 923"',
                f'number = "{number + 1}"',
                f'date = "{day_of(number)}"',
            )
            facts.write("\n".join(("[[letter]]", *rows, "")) + "\n")
            yield path


if __name__ == "__main__":
    print(sum(1 for _ in write(Path(sys.argv[1]), range(int(sys.argv[2])))), "letters")
