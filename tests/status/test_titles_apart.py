"""No two titles are alike."""

from __future__ import annotations

import pytest

from tracker.status.titles_apart import all_different


@pytest.mark.parametrize(
    ("told", "years", "found"),
    [
        (("Plan", "Plan"), ("2024", "2024"), ("Plan", "Plan (2)")),
        (("Plan", "Plan"), ("", "2024"), ("Plan", "Plan (2024)")),
        (("Plan 2024", "Plan 2024"), ("2023", "2024"), ("Plan 2024", "Plan 2024 (2)")),
        (("Plan", "Plan (2024)", "Plan"), ("2023", "2024", "2024"), ("Plan", "Plan (2024)", "Plan (2)")),
        (("Plan (water)", "Plan (water)"), ("2023", "2024"), ("Plan (water)", "Plan (water, 2024)")),
        (("Plan", "Plan", "Plan"), ("2023", "2024", "2024"), ("Plan", "Plan (2024)", "Plan (2)")),
    ],
)
def test_titles_that_are_alike_have_their_years(
    told: tuple[str, ...], years: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert tuple(all_different(told, [()] * len(told), years)) == found


def test_what_a_promise_says_besides_comes_before_its_year() -> None:
    found = all_different(("Plan", "Plan"), ((), ("Plan", "Plan (water)")), ("2023", "2024"))
    assert tuple(found) == ("Plan", "Plan (water)")
