"""The milestone trend: one line a thread that names a date in several letters."""

from __future__ import annotations

from msgspec.structs import replace
from textual.pilot import Pilot

from tests.ledgers import POSTPONED, SMALL
from tests.tui.stage import Stage, on_stage
from tracker.ledger.rejudging import Judged
from tui.labels import Labels
from tui.view_model import Study
from tui.widgets.trend import LEAST, Trend, why_no_line


def test_only_threads_with_dates_in_several_letters_are_lines() -> None:
    async def story(pilot: Pilot[None], app: Stage[Trend]) -> None:
        trend, study = app.shown, Study(Judged(SMALL))
        trend.show_study(study, study.entries)
        assert POSTPONED.id in trend.lines
        assert all(len(points) >= LEAST for points in trend.lines.values())
        trend.choose(POSTPONED)
        assert trend.chosen == POSTPONED.id
        single = next(row for row in SMALL.threads if row.id not in trend.lines)
        trend.choose(single)
        assert trend.chosen == ""
        why = why_no_line(study.index, single, app.labels)
        assert (trend.named, trend.why) == (single.title, why)
        assert trend._title(0, 200) == f"{single.title}: {why}"
        assert trend._title(0, len(why) + 3) == why, "what explains the empty chart comes first"
        assert trend._title(0, 9) == f"{why[:8]}…", "the plot leaves out what does not fit"
        trend.show_study(study, [study.by_id[single.id]])
        assert trend.lines == {}, "the filter leaves it out"
        trend.show_study(None)
        assert trend.lines == {}
        await pilot.pause()

    on_stage(Trend(Labels("en")), story)


def test_why_there_is_no_line_is_told_as_it_is() -> None:
    index, labels = Study(Judged(SMALL)).index, Labels("en")
    assert why_no_line(index, POSTPONED, labels) == ""
    single = next(row for row in SMALL.threads if not row.slips and len(index.milestones(row)) < LEAST)
    assert why_no_line(index, single, labels) in {labels("trend.none"), labels("trend.undated")}
    slip = POSTPONED.slips[0]
    one = replace(POSTPONED, members=(), slips=(replace(slip, to_letter=slip.from_letter),))
    assert "one letter moved this from" in why_no_line(index, one, labels)
    gone = replace(POSTPONED, members=(), slips=(replace(slip, new_end=None),))
    assert "without a new date" in why_no_line(index, gone, labels)


def test_a_chart_that_is_not_seen_costs_no_key_anything() -> None:
    """Of what a filter keeps no points are worked out until the chart is drawn, and then once."""
    asked: list[str] = []

    async def story(pilot: Pilot[None], app: Stage[Trend]) -> None:
        trend, study = app.shown, Study(Judged(SMALL))
        milestones = study.index.milestones
        study.index.milestones = lambda thread: (asked.append(thread.id), milestones(thread))[1]  # type: ignore[method-assign]
        trend.display = False
        await pilot.pause()
        for kept in (study.entries, study.entries[:1], study.entries):
            trend.show_study(study, kept)
            await pilot.pause()
        assert asked == []
        for _ in range(2):
            trend.render()
            trend.show_study(study, study.entries)
        assert sorted(asked) == sorted(entry.id for entry in study.entries)

    on_stage(Trend(Labels("en")), story)
