"""Series with annotated threads → their ledgers, and which threads each statement that the tracker finds is of.

Two forms are read. A `.series` file holds papers that were written for the purpose: each paper begins with its day
(`@ 2024-05-14 | …`), its lines are marked as in marked.py, with the threads that each belongs to (`T07`; `T07?` where
it may be left out), and after `= threads` each thread has a line `T07 | title | status | late`. Published papers stand
in a folder, their threads in NAME.threads.jsonl: a row a thread, with the quotes of its members by names of papers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from msgspec import Struct
from rapidfuzz import fuzz

from tracker.documents import read_letter
from tracker.model import AnyStatement, Ledger, Letter
from tracker.pipeline import build_ledger, open_collection
from tracker.storage.atomic import write_over
from tracker.text.normalize import bare_words
from tracker.training.annotations import Paper, label
from tracker.training.marked import MarkedLine, as_html, gold_of

ENDING = ".series"
"""How the names of such files end."""
UNSEEN = "unseen-"
"""How the names of series begin that only measure."""
SAME = 90
"""Of 100: a quote and a line of which the shorter stands in the longer so well are one statement."""
_LEAST = 25
"""Characters: a shorter quote stands in many statements, and is compared as a whole."""
_THREAD = re.compile(r"T\d+\??")


class Member(NamedTuple):
    """A statement of a thread: the number of its paper, its words, and whether it may be left out."""

    paper: int
    text: str
    optional: bool


class Series(NamedTuple):
    """The papers by day and lines, the statuses of the threads, and their members."""

    papers: list[tuple[str, list[MarkedLine]]]
    statuses: dict[str, str]
    members: dict[str, list[Member]]


class Annotated(Struct, frozen=True):
    """A series as the tracker reads it, the threads of each of its statements, by id, and what may be said of each."""

    name: str
    ledger: Ledger
    threads: dict[str, set[str]]
    statuses: dict[str, frozenset[str]]


def read_series(text: str) -> Series:
    """A series as its file has it."""
    found = Series([], {}, {})
    body, _, table = text.partition("\n= threads\n")
    for line in body.splitlines():
        if line.startswith("@ "):
            found.papers.append((line[2:12], []))
            continue
        marks, tab, words = line.partition("\t")
        names = _THREAD.findall(marks) if tab else []
        row = MarkedLine(" + ".join(part for part in marks.split(" + ") if part not in names) if tab else "", words)
        found.papers[-1][1].append(row)
        for name in names:
            member = Member(len(found.papers) - 1, row.bare, name.endswith("?"))
            found.members.setdefault(name.rstrip("?"), []).append(member)
    for line in filter(None, table.splitlines()):
        name, _, status, *_ = (cell.strip() for cell in line.split("|"))
        found.statuses[name] = status
    return found


def labelled_series(folder: Path, *, unseen: bool = False) -> Iterator[Paper]:
    """The papers of the series of a folder with what each line says; with `unseen` of those that only measure."""
    for path in sorted(folder.glob(f"*{ENDING}")):
        if path.name.startswith(UNSEEN) is not unseen:
            continue
        name = path.stem.removeprefix(UNSEEN)
        for at, (day, lines) in enumerate(read_series(path.read_text(encoding="utf-8")).papers):
            letter = read_letter(f"{day}_{name}_{at}.html", as_html(lines).encode())
            yield label(f"{name}_{at}", letter, [row for line in lines for row in gold_of(line)])


def series_ledger(series: Series) -> tuple[Ledger, list[str]]:
    """What the tracker says of a series, and the ids of its letters in order."""
    with TemporaryDirectory() as folder:
        for at, (day, lines) in enumerate(series.papers):
            write_over(Path(folder, f"{day}_{at}.html"), as_html(lines).encode())
        ledger = build_ledger(open_collection(Path(folder)))
    return ledger, [letter.id for letter in sorted(ledger.letters, key=lambda letter: letter.path)]


def made_series(folder: Path) -> Iterator[Annotated]:
    """The `.series` files of a folder to learn from, in the order of their names; those that only measure left out."""
    for path in sorted(folder.glob(f"*{ENDING}")):
        if path.name.startswith(UNSEEN):
            continue
        series = read_series(path.read_text(encoding="utf-8"))
        ledger, letters = series_ledger(series)
        quotes = ((name, letters[row.paper], row.text) for name, rows in series.members.items() for row in rows)
        statuses = {name: frozenset({status}) for name, status in series.statuses.items()}
        yield Annotated(path.stem, ledger, _threads(ledger, quotes), statuses)


def published_series(papers: Path, gold: Path) -> Iterator[Annotated]:
    """The series of published papers whose threads are annotated, in the order of their names."""
    ending = "threads.jsonl"
    for path in sorted(gold.glob(f"*{ending}")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        quotes = [(row["id"], str(one["letter"]), str(one["quote"])) for row in rows for one in row["members"]]
        names = {letter for _, letter, _ in quotes}
        with TemporaryDirectory() as folder:
            for paper in papers.iterdir():
                if paper.is_file() and {paper.stem, paper.stem[:4]} & names:
                    write_over(Path(folder, paper.name), paper.read_bytes())
            ledger = build_ledger(open_collection(Path(folder)))
        ids = {name: letter.id for letter in ledger.letters for name in _names(letter)}
        found = ((thread, ids[letter], quote) for thread, letter, quote in quotes if letter in ids)
        name = path.name.removesuffix(ending).rstrip(".") or "letters"
        statuses = {row["id"]: frozenset({str(row.get("status", "")), *row.get("also", ())}) for row in rows}
        yield Annotated(name, ledger, _threads(ledger, found), statuses)


def _names(letter: Letter) -> tuple[str, str]:
    """What annotations call a letter: its file without its ending, or the year that the name begins with."""
    stem = Path(letter.path).stem
    return stem, stem[:4]


def _threads(ledger: Ledger, quotes: Iterator[tuple[str, str, str]]) -> dict[str, set[str]]:
    """The threads of each statement that says what an annotated quote of its letter says."""
    rows: dict[str, list[AnyStatement]] = {}
    statements: tuple[AnyStatement, ...] = (*ledger.commitments, *ledger.reports)
    for statement in statements:
        rows.setdefault(statement.letter, []).append(statement)
    found: dict[str, set[str]] = {}
    for thread, letter, quote in quotes:
        for statement in rows.get(letter, ()):
            if says_the_same(statement.quote, quote):
                found.setdefault(statement.id, set()).add(thread)
    return found


def says_the_same(one: str, other: str) -> bool:
    """Whether the shorter of two quotes stands in the longer, but for a few signs."""
    short, long = sorted((bare_words(one), bare_words(other)), key=len)
    return (fuzz.ratio(short, long) if len(short) < _LEAST else fuzz.partial_ratio(short, long)) >= SAME
