"""What a commit shows of a report: few lines, each with the fact that matters, however long the titles."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.i18n.catalog import speaking
from tracker.render.commit_summary import LINES, brief, in_two_lines
from tracker.views.sheet import ReportView, ThreadEntry, ViewBlock
from tracker.views.text_style import TextStyle

PEN = TextStyle(80, colour=False)
LONG = "een titel die langer is dan de regel waarop zij staat, en dus plaats moet maken voor de datum"
OLD, NEW = dt.date(2024, 12, 31), dt.date(2025, 12, 31)


def shown(**blocks: list[ThreadEntry]) -> list[str]:
    sheet = ReportView(
        "12 345, nr. 7", OLD, (), tuple(ViewBlock(key, key, tuple(rows)) for key, rows in blocks.items())
    )
    return brief(sheet, "reports/a.md", PEN).splitlines()


def entry(
    title: str, first: dt.date | None = None, due: dt.date | None = None, days: int = 0, *facts: str
) -> ThreadEntry:
    return ThreadEntry(title=title, notes=(), first_due=first, due=due, days=days, facts=facts)


@pytest.mark.parametrize(
    ("key", "row", "line"),
    [
        pytest.param(
            "postponed", entry("kade", OLD, NEW, 365), "kade · 2024-12-31 → 2025-12-31, 365 days later", id="p"
        ),
        pytest.param("postponed", entry("kade", OLD), "kade · 2024-12-31 → no date", id="no new date"),
        pytest.param("postponed", entry("kade"), "kade · postponed, no new date", id="no date at all"),
        pytest.param("silent", entry("kade", OLD, OLD), "kade · due 2024-12-31", id="silent"),
        pytest.param("promised", entry("kade"), "kade", id="undated"),
        pytest.param("delivered", entry("kade", OLD, OLD, 0, "x", "late"), "kade · late", id="late"),
        pytest.param(
            "delivered", entry("kade", None, None, 0, "x", "no deadline"), "kade", id="nothing to be late for"
        ),
    ],
)
def test_the_fact_that_matters(key: str, row: ThreadEntry, line: str) -> None:
    assert shown(**{key: [row]})[2][17:] == line


def test_a_long_title_makes_room_for_the_days() -> None:
    line = shown(postponed=[entry(LONG, OLD, NEW, 365)])[2]
    assert len(line) == PEN.width
    assert line.endswith("… · 2024-12-31 → 2025-12-31, 365 days later")


def test_many_entries_fit_and_each_block_has_its_turn() -> None:
    rows = [entry(f"{at}") for at in range(20)]
    lines = shown(postponed=rows, silent=rows, promised=[*rows, entry("dated", OLD, OLD)], coming=rows)
    assert len(lines) == LINES
    assert lines[1] == "  20 postponed · 20 not mentioned · 21 promised · 20 due soon"
    assert [line.split()[0] for line in lines[2:8]] == ["postponed"] * 2 + ["not"] * 2 + ["promised"] * 2
    assert "dated" in lines[6]
    assert lines[8] == "  … and 55 more"


@pytest.mark.parametrize("number", [1, 7, 8, 100])
def test_every_entry_is_shown_or_counted(number: int) -> None:
    lines = shown(promised=[entry("iets")] * number)
    more = [int(line.split()[2]) for line in lines if line.startswith("  … and")]
    assert len(lines) <= LINES
    assert sum("iets" in line for line in lines) + sum(more) == number


def test_nothing_promised_and_another_language() -> None:
    assert shown() == ["12 345, nr. 7", "  no promises", "  the whole report: reports/a.md"]
    with speaking("nl"):
        assert "31 dec 2024 → 31 dec 2025, 365 dagen later" in shown(postponed=[entry("kade", OLD, NEW, 365)])[2]


@pytest.mark.parametrize(
    ("spoken", "listed", "figures"),
    [
        pytest.param(0, 0, "no promises", id="none"),
        pytest.param(1, 0, "it covers 1 promise", id="told again"),
        pytest.param(3, 1, "1 postponed · it covers 3 promises", id="others too"),
        pytest.param(1, 1, "1 postponed", id="all listed"),
    ],
)
def test_promises_that_no_block_lists_are_told(spoken: int, listed: int, figures: str) -> None:
    blocks = (ViewBlock("postponed", "", (entry("kade"),) * listed),)
    sheet = ReportView("12 345, nr. 7", OLD, (), blocks, spoken=spoken)
    for lines in (brief(sheet, "reports/a.md", PEN), in_two_lines(sheet, "reports/a.md", PEN)):
        assert lines.splitlines()[1].partition(" · reports")[0] == f"  {figures}"
