"""Short series of letters, from their text to the verdict: tests/cases/series.toml keeps them, kind by kind."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tracker.documents import read_collection
from tracker.pipeline import judge_letters, open_collection
from tracker.statuses import TABLE

CASES = tomllib.loads((Path(__file__).parent / "cases" / "series.toml").read_text(encoding="utf-8"))["case"]
ACCUSING = {row.status for row in TABLE if row.is_accusing}
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
)
LETTER = """Den Haag, {day} {month} {year}

Betreft: voortgang

Geachte voorzitter,

1. Inleiding

In dit stuk leest u over het beleid. De organisatie bestaat uit vier afdelingen met elk een eigen begroting.

2. {heading}

{text}

7. Openbare verlichting

De straatlantaarns staan op een onderlinge afstand van dertig meter. Inwoners waarderen de verlichting met een zeven.

8. Begraafplaatsen

Er zijn drie begraafplaatsen met samen tweeduizend graven. De aula biedt plaats aan tachtig bezoekers.

9. Zwembaden

Het zwembad trok vorig seizoen tienduizend bezoekers. De kantine is in handen van een pachter.
"""


@pytest.mark.parametrize("case", CASES, ids=[f"{row['kind']}: {row['letters'][-1][1]}" for row in CASES])
def test_what_became_of_the_first_promise(case: dict[str, Any], tmp_path: Path) -> None:
    for number, (written, text) in enumerate(case["letters"], 1):
        year, month, day = map(int, written.split("-"))
        letter = LETTER.format(day=day, month=MONTHS[month - 1], year=year, heading=case["heading"], text=text)
        (tmp_path / f"brief-{number}.txt").write_text(letter, encoding="utf-8")
    threads = judge_letters(read_collection(open_collection(tmp_path)), "series", None).ledger.threads
    first = next((row for row in threads if any(step.letter == "brief-1" for step in row.members)), None)
    assert first is not None
    assert first.status in case["is"]
    assert first.late is case.get("late", first.late)
    assert first.partly is case.get("partly", first.partly)
    assert "moved" not in case or str(first.slips[-1].new_end) == case["moved"]
    assert not case.get("quiet") or not ACCUSING & {row.status for row in threads}
