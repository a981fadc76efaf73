"""Runs of letters of which every text that a pattern matches has one."""

from __future__ import annotations

import re

import pytest

from tracker.text.pattern_literals import literals

NONE = {
    "a letter may be missing everywhere": r"(?:brug)?",
    "one of the alternatives may be anything": r"brug|\w+",
    "too short": r"\b(?:is|en)\b",
    "in either case": "(?i)brug",
    "a part in either case": "(?i:brug)",
    "any letters": r"[a-z]{3}",
    "none of a class": r"[^abc]bc",
    "nothing at all": "(?!)",
}


@pytest.mark.parametrize("pattern", NONE.values(), ids=NONE.keys())
def test_no_run_is_sure(pattern: str) -> None:
    assert literals(re.compile(pattern)) is None


RUNS = {
    r"(?<!\w)(?:brug|tunnel)(?!\w)": {"brug", "tunnel"},
    r"bruggen?": {"brugge", "bruggen"},
    r"de (?:oude )?brug": {"de brug", "de oude brug"},
    r"br[ou]g": {"brog", "brug"},
    r"uitgesteld.*tot": {"uitgesteld"},
    r"(?:plan)+ \w+": {"plan"},
    r"20\d\d": {"0000"},
    r"q[1-4]\b": {"0"},
    r"\d+": {"0"},
    r"(?P<mark>ja)\w(?P=mark)nee": {"nee"},
    r"(?:brug|weg)(?= af)": {"brug", "weg"},
}


@pytest.mark.parametrize(("pattern", "runs"), RUNS.items())
def test_the_most_telling_runs(pattern: str, runs: set[str]) -> None:
    assert literals(re.compile(pattern)) == runs
