"""The tracker beside other programs in one run: `python -m tests.benchmarks.bench_beside [BLOCKS] [PDF …]`.

Word edits of two papers of so many blocks (default 2,000), the newer with one word in fifteen replaced, a block in
twenty gone and one in twenty moved; the words of the annotated deadlines of four letters, ten times over; and, where
PDFs are named, the reading of their pages. Seconds are of processors, each in a process of its own with at most two
minutes. What is not installed is left out, and said so: redlines, dateparser, pdfplumber, pdftotext.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.made_letters import paragraphs

ROOT = Path(__file__).parent.parent.parent
MOST = 120
"""Seconds of a program."""
A_WORD, A_BLOCK = 1 / 15, 1 / 20
LETTERS = {"2016": "2016-11-29", "2017": "2017-12-01", "2023": "2023-06-20", "2024": "2024-06-26"}
"""The annotated letters with their days."""
TIMES = 10
"""How often their deadlines are read: once takes less than to begin."""
_TORN = re.compile(r"[a-zà-ÿ]-\s*\n\s*[a-zà-ÿ]")
"""A word with the hyphen of a line's end in it."""


def papers(count: int) -> tuple[str, str]:
    """An older and a newer paper of so many blocks."""
    dice = random.Random(7)
    older = [_changed(" ".join(dice.choice(paragraphs())[0].split()), dice, 1 / 3) for _ in range(count)]
    newer = [_changed(block, dice, A_WORD) for block in older if dice.random() > A_BLOCK]
    for _ in range(int(count * A_BLOCK)):
        newer.insert(dice.randrange(len(newer)), newer.pop(dice.randrange(len(newer))))
    return "\n\n".join(older), "\n\n".join(newer)


def _changed(block: str, dice: random.Random, share: float) -> str:
    words = block.split()
    return " ".join(dice.choice(words) if dice.random() < share else word for word in words)


def by_tracker(older: Path, newer: Path) -> None:
    """Sections and passages aligned, and the word edits of each two that match."""
    from tracker.alignment import align, align_passages
    from tracker.documents import read_letter
    from tracker.language.figures import figure_pattern
    from tracker.text.word_diff import word_edits

    one, other = (read_letter(path.name, path.read_bytes()) for path in (older, newer))
    texts = {passage.id: passage.text for letter in (one, other) for passage in letter.passages}
    for pair in align_passages(one, other, align(one, other)):
        if pair.from_ is not None and pair.to is not None:
            word_edits(texts[pair.from_], texts[pair.to], figure_pattern())


def by_difflib(older: Path, newer: Path) -> None:
    """The words of both as two lists, by the standard library."""
    from difflib import SequenceMatcher

    SequenceMatcher(None, older.read_text().split(), newer.read_text().split()).get_opcodes()


def by_diff_match_patch(older: Path, newer: Path) -> None:
    """Both as they are, by characters; it gives up after a second, and calls what is left replaced."""
    from diff_match_patch import diff_match_patch

    diff_match_patch().diff_main(older.read_text(), newer.read_text())


def by_redlines(older: Path, newer: Path) -> None:
    """Both as they are, as Markdown."""
    from redlines import Redlines

    assert Redlines(older.read_text(), newer.read_text()).output_markdown


def by_git(older: Path, newer: Path) -> None:
    """`git diff --word-diff` of the two files."""
    subprocess.run(
        ["git", "diff", "--no-index", "--word-diff", str(older), str(newer)], capture_output=True, check=False
    )


class AnnotatedTime(NamedTuple):
    """The words of a deadline, the day of its letter, and the days that it stands for."""

    words: str
    anchor: dt.date
    start: dt.date
    end: dt.date


def annotated_times() -> list[AnnotatedTime]:
    """Those of the letters that have a date and annotated deadlines."""
    found = []
    for year, day in LETTERS.items():
        anchor, (path,) = dt.date.fromisoformat(day), (ROOT / "tests" / "gold").rglob(f"{year}.commitments.jsonl")
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            if row["deadline_end"]:
                start, end = (dt.date.fromisoformat(row[name] or day) for name in ("deadline_start", "deadline_end"))
                found.append(AnnotatedTime(row["deadline_text"], anchor, start, end))
    return found


def time_by_tracker(row: AnnotatedTime) -> bool:
    """Whether a time is found with the last day that it stands for."""
    from tracker.temporal.timex import tag_times

    tag_times.cache_clear()
    return any(found.deadline.end == row.end for found in tag_times(row.words, row.anchor))


def time_by_dateparser(row: AnnotatedTime) -> bool:
    """Whether the day that is found, the only answer that it has, is one of those that the words stand for."""
    import dateparser

    settings = {"RELATIVE_BASE": dt.datetime.combine(row.anchor, dt.time()), "PREFER_DATES_FROM": "future"}
    found = dateparser.parse(row.words, languages=["nl"], settings=settings)
    return found is not None and row.start <= found.date() <= row.end


def pages_by_tracker(path: Path) -> list[str]:
    """The text of the passages."""
    from tracker.documents import read_letter

    return [passage.text for passage in read_letter(path.name, path.read_bytes()).passages]


def pages_by_pdfplumber(path: Path) -> list[str]:
    """The text of each page."""
    import pdfplumber

    with pdfplumber.open(path) as paper:
        return [page.extract_text() for page in paper.pages]


def pages_by_pdftotext(path: Path) -> list[str]:
    """The text of the paper."""
    return [subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout]


DIFFS: dict[str, Callable[[Path, Path], None]] = {
    "tracker": by_tracker,
    "difflib": by_difflib,
    "diff-match-patch": by_diff_match_patch,
    "redlines": by_redlines,
    "git": by_git,
}
TIMERS: dict[str, Callable[[AnnotatedTime], bool]] = {"tracker": time_by_tracker, "dateparser": time_by_dateparser}
READERS: dict[str, Callable[[Path], list[str]]] = {
    "tracker": pages_by_tracker,
    "pdfplumber": pages_by_pdfplumber,
    "pdftotext": pages_by_pdftotext,
}


def cost(*words: str) -> tuple[float, str]:
    """The seconds of processors of one program in a process of its own, and what it printed, or why there are none."""
    before = os.times()
    command = [sys.executable, "-m", "tests.benchmarks.bench_beside", *words]
    environment = {**os.environ, "TRACKER_NO_CACHE": "1"}
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=MOST, check=False
        )
    except subprocess.TimeoutExpired:
        return float("inf"), f"not done in {MOST} s"
    after = os.times()
    if done.returncode:
        return float("inf"), done.stderr.strip().rpartition("\n")[2]
    return sum(after[2:4]) - sum(before[2:4]), done.stdout.strip()


def table(head: str, names: Sequence[str], *words: str) -> None:
    """Print what each program costs, the tracker first, and how much of the tracker's time that is."""
    print(head)
    ours = 0.0
    for name in names:
        seconds, said = cost("--one", name, *words)
        ours = ours or seconds
        told = said if seconds == float("inf") else f"{seconds:7.2f} s  {seconds / ours:6.2f} times  {said}"
        print(f"  {name:18} {told}", flush=True)


def one(name: str, paths: Sequence[Path], kind: str) -> None:
    """Have one program do it, in this process."""
    if kind == "diff":
        DIFFS[name](*paths)
        return
    if kind == "times":
        right = [TIMERS[name](row) for _ in range(TIMES) for row in annotated_times()]
        print(f"{sum(right) // TIMES} of {len(right) // TIMES} right")
        return
    texts = [text for path in paths for text in READERS[name](path)]
    print(f"{sum(len(_TORN.findall(text)) for text in texts)} words torn")


def main(words: Sequence[str]) -> None:
    """Print the tables."""
    if words[:1] == ["--one"]:
        one(words[1], tuple(map(Path, words[3:])), words[2])
        return
    count = int(words[0]) if words else 2000
    with tempfile.TemporaryDirectory() as home:
        paths = [Path(home, name) for name in ("2023-01-01_older.txt", "2024-01-01_newer.txt")]
        for path, text in zip(paths, papers(count), strict=True):
            path.write_text(text, "utf-8")
        table(f"word edits of two papers of {count} blocks", tuple(DIFFS), "diff", *map(str, paths))
    table("annotated deadlines", tuple(TIMERS), "times")
    if len(words) > 1:
        table(f"{len(words) - 1} PDFs read", tuple(READERS), "read", *map(os.path.abspath, words[1:]))


if __name__ == "__main__":
    main(sys.argv[1:])
