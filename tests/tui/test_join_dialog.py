"""The question which other thread is the same promise: the likeliest stands first, and is found by what it says."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.ledgers import POSTPONED, SMALL
from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tracker.ledger.rejudging import Judged
from tui.labels import Labels
from tui.screens.join_dialog import SamePromise
from tui.similar_threads import by_likeness
from tui.view_model import Study

STUDY = Study(Judged(SMALL))
LIKELY = [entry.id for entry in by_likeness(STUDY, POSTPONED.id)]


def test_the_likeliest_stands_first_and_enter_takes_it() -> None:
    async def story(pilot: Pilot[None], app: Stage[SamePromise]) -> None:
        assert [option.id for option in app.shown.query_one(OptionList).options] == LIKELY
        await keys(pilot, "enter")
        await pilot.pause()
        assert app.given == [LIKELY[0]]

    on_stage(SamePromise(STUDY, POSTPONED.id, Labels("en")), story)


def test_a_thread_is_found_by_a_word_of_its_quotes_alone() -> None:
    last = STUDY.by_id[LIKELY[-1]]
    others = [STUDY.by_id[id_].text for id_ in LIKELY[:-1]]
    own = (word.strip(".,") for word in last.text.split())
    word = next(word for word in own if word not in last.name and word.isalpha() and not any(word in o for o in others))

    async def story(pilot: Pilot[None], app: Stage[SamePromise]) -> None:
        await keys(pilot, f"'{word}'", "enter")
        await pilot.pause()
        assert app.given == [last.id]

    on_stage(SamePromise(STUDY, POSTPONED.id, Labels("en")), story)
