"""The tagger beside dateparser and a baseline of plain rules: on our own phrases, and on deadlines of annotated papers.

Run with `pytest tests/benchmarks/bench_taggers.py -s`; dateparser is asked only where it is installed, the papers of
../shared/corpus are read only where they are. The baseline reads as HeidelTime does: the value of what is named (years,
months, seasons, quarters, halves, weeks, days, and years that count from the letter's) without the words around it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import importlib
import importlib.util
import json
import re
import shutil
import time
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from msgspec import Struct

from tracker.documents import read_collection
from tracker.model import Letter
from tracker.pipeline import open_collection
from tracker.temporal.timex import TimexRole, tag_times

_LETTER = dt.date(2025, 5, 20)
_TABLE = tomllib.loads((Path(__file__).parents[1] / "cases" / "time_phrases.toml").read_text(encoding="utf-8"))
_CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
_MONTHS = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
]  # fmt: skip
_SEASONS = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "winter": 12}
_ORDINALS = {"eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4}
_YEARS = {"dit": 0, "volgend": 1, "komend": 1, "vorig": -1, "afgelopen": -1}
_HELD = (TimexRole.DUE, TimexRole.UNTIL, TimexRole.FROM)
_NEAR = 31

Span = tuple[str, str]
Reader = Callable[[str, dt.date], Span | None]


class Case(Struct):
    """A text with the deadline in it, the day of its letter, and what annotators give."""

    text: str
    words: str
    day: dt.date
    want: Span


def ours(text: str, day: dt.date, words: str = "") -> Span | None:
    """What the tracker reads in the text, of several times that of the words."""
    times = [one for one in tag_times(text, day) if one.role in _HELD and not one.negated]
    at = text.lower().find(words.lower())
    meant = [one for one in times if one.begin < at + len(words) and at < one.end] if words and at >= 0 else times
    return _span((meant or times)[0].deadline.start, (meant or times)[0].deadline.end) if times else None


def plain(phrase: str, day: dt.date) -> Span | None:
    """What is named, without frames: "uiterlijk mei 2026" is May 2026."""
    low = phrase.lower()
    if found := re.search(r"(\d\d?)[-/](\d\d?)[-/](20\d\d)", low):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    said = re.search(r"20\d\d", low)
    counted = re.search(rf"\b({'|'.join(_YEARS)})e? (?:\w+ )?jaar", low)
    year = int(said[0]) if said else day.year + _YEARS[counted[1]] if counted else day.year
    if week := re.search(r"\bweek (\d\d?)", low):
        return _span(dt.date.fromisocalendar(year, int(week[1]), 1), dt.date.fromisocalendar(year, int(week[1]), 7))
    if part := re.search(rf"\b(?:q([1-4])|({'|'.join(_ORDINALS)}) (kwartaal|helft))", low):
        number = int(part[1] or _ORDINALS[part[2]])
        size = 6 if part[3] == "helft" else 3
        return _months(year, size * (number - 1) + 1, size) if size * number <= 12 else None
    if month := next((at for at, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}\b", low)), None):
        on = re.search(rf"(\d\d?) {_MONTHS[month - 1]}", low)
        return _day(year, month, int(on[1])) if on else _months(year, month, 1)
    if season := next((first for name, first in _SEASONS.items() if name in low), None):
        return _months(year, season, 3)
    return _months(year, 1, 12) if said or counted else None


def _span(start: dt.date | None, end: dt.date | None) -> Span:
    return str(start or ""), str(end or "")


def _day(year: int, month: int, number: int) -> Span | None:
    try:
        return _span(dt.date(year, month, number), dt.date(year, month, number))
    except ValueError:
        return None


def _months(year: int, first: int, count: int) -> Span:
    later, month = divmod(first + count - 2, 12)
    last = dt.date(year + later, month + 1, calendar.monthrange(year + later, month + 1)[1])
    return _span(dt.date(year, first, 1), last)


def dateparser(phrase: str, day: dt.date) -> Span | None:
    """The one day that dateparser finds in the phrase."""
    base = dt.datetime(day.year, day.month, day.day)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"}
    found = importlib.import_module("dateparser.search").search_dates(phrase, languages=["nl"], settings=settings)
    return _span(found[0][1].date(), found[0][1].date()) if found else None


def _readers() -> list[Reader]:
    return [ours, plain, *([dateparser] if importlib.util.find_spec("dateparser") else [])]


def _name(reader: Reader) -> str:
    return {"ours": "tracker", "plain": "plain rules"}.get(reader.__name__, reader.__name__)


def test_the_tagger_reads_more_than_the_others() -> None:
    shares = {}
    for reader in _readers():
        begun = time.perf_counter()
        read = [(reader(f"De brug is {phrase} klaar.", _LETTER), (start, end)) for phrase, start, end in _phrases()]
        none = [reader(f"De brug is {phrase} klaar.", _LETTER) for phrase in _TABLE["undated"]]
        took = (time.perf_counter() - begun) * 1000 / (len(read) + len(none))
        shares[reader] = sum(found == want for found, want in read) / len(read)
        undated = none.count(None) / len(none)
        print(f"{_name(reader):12} exact {shares[reader]:.2f}  undated {undated:.2f}  {took:.2f} ms a phrase")
    assert shares[ours] == max(shares.values())


def _phrases() -> list[tuple[str, str, str]]:
    return [(phrase, start, end) for phrase, start, end in _TABLE["phrases"]]


@pytest.mark.skipif(not _CORPUS.is_dir(), reason="the annotated papers are kept outside this repository")
def test_the_tagger_reads_more_deadlines_of_papers_than_the_others(tmp_path: Path) -> None:
    cases = list(_cases(tmp_path))
    shares = {}
    print(f"\n{len(cases)} deadlines")
    for reader in _readers():
        begun = time.perf_counter()
        read = [(_asked(reader, case), case.want) for case in cases]
        took = (time.perf_counter() - begun) * 1000 / len(cases)
        shares[reader] = sum(_same(found, want) for found, want in read) / len(cases)
        near = sum(_close(found, want) for found, want in read) / len(cases)
        none = sum(found is None for found, _ in read) / len(cases)
        print(f"{_name(reader):12} exact {shares[reader]:.2f}  close {near:.2f}  nothing {none:.2f}  {took:.2f} ms")
    assert shares[ours] == max(shares.values())


def _asked(reader: Reader, case: Case) -> Span | None:
    """What a reader finds: ours in the sentence, the others in the words of the deadline, which makes it easier."""
    return ours(case.text, case.day, case.words) if reader is ours else reader(case.words, case.day)


def _same(found: Span | None, want: Span) -> bool:
    return found is not None and found[1] == want[1] and want[0] in ("", found[0])


def _close(found: Span | None, want: Span) -> bool:
    if found is None or not found[1]:
        return False
    return abs((dt.date.fromisoformat(found[1]) - dt.date.fromisoformat(want[1])).days) <= _NEAR


def _cases(tmp_path: Path) -> Iterable[Case]:
    """The annotated deadlines of the papers that have a date: in their sentence, else by themselves."""
    for paper in sorted((_CORPUS / "papers").iterdir()):
        lines = (_CORPUS / "gold" / f"{paper.stem}.commitments.jsonl").read_text("utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        dated = [row for row in rows if row.get("deadline_end") and row.get("deadline_text")]
        letter = _read(paper, tmp_path / paper.stem) if dated else None
        for row in dated if letter and letter.anchor else ():
            words = row["deadline_text"]
            text = row["quote"] if words.lower() in row["quote"].lower() else words
            assert letter is not None
            yield Case(text, words, letter.anchor or _LETTER, (row["deadline_start"] or "", row["deadline_end"]))


def _read(paper: Path, folder: Path) -> Letter | None:
    folder.mkdir()
    shutil.copy(paper, folder)
    return next(iter(read_collection(open_collection(folder)).letters), None)
