"""What a new reading of the letters changed, in one line each."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import LAPSED, POSTPONED, SMALL
from tracker.ledger.rejudging import Judged
from tracker.model import Status
from tui.labels import Labels
from tui.reading_changes import SHOWN, told_changes
from tui.view_model import Study

EN = Labels("en")
BEFORE = Study(Judged(SMALL))


def after(**facts: object) -> Study:
    return Study(Judged(replace(SMALL, **facts)))


def test_nothing_changed() -> None:
    assert told_changes(BEFORE, BEFORE, EN) == ""


def test_another_verdict_is_told_with_both() -> None:
    threads = tuple(replace(row, status=Status.DROPPED) if row.id == LAPSED.id else row for row in SMALL.threads)
    assert told_changes(BEFORE, after(threads=threads), EN) == f"{LAPSED.title}: not mentioned since → withdrawn"


def test_a_verdict_before_is_told_of_what_it_was_on() -> None:
    """Joined threads keep the id of one and may have the title of the other."""
    threads = tuple(
        replace(row, title="Kade", status=Status.DROPPED) if row.id == LAPSED.id else row for row in SMALL.threads
    )
    told_now = told_changes(BEFORE, after(threads=threads), EN)
    assert told_now == f"{LAPSED.title}: not mentioned since → Kade: withdrawn"


def test_of_many_verdicts_some_are_named_and_the_others_counted() -> None:
    threads = tuple(replace(row, status=Status.DROPPED) for row in SMALL.threads)
    lines = told_changes(BEFORE, after(threads=threads), EN).splitlines()
    assert len(lines) == SHOWN + 1
    assert f"{len(SMALL.threads) - SHOWN} withdrawn" in lines[-1]


def test_where_a_letter_came_no_verdict_is_named_and_the_way_to_its_news_is() -> None:
    threads = tuple(replace(row, status=Status.PROMISED) for row in SMALL.threads)
    before = Study(Judged(replace(SMALL, letters=SMALL.letters[:1], threads=threads, commitments=(), reports=())))
    told_now = told_changes(before, BEFORE, EN)
    assert not any(row.title in told_now for row in SMALL.threads)
    assert "other verdicts" in told_now
    assert told_now.endswith(EN("change.news"))


def test_threads_and_letters_that_came_or_went() -> None:
    fewer = tuple(row for row in SMALL.threads if row.id != POSTPONED.id)
    assert "1" in told_changes(BEFORE, after(threads=fewer), EN)
    one = Study(Judged(replace(SMALL, letters=SMALL.letters[:1], threads=(), commitments=(), reports=())))
    came, went = (told_changes(*pair, EN).splitlines()[0] for pair in ((one, BEFORE), (BEFORE, one)))
    assert "9" in came
    assert came != went
