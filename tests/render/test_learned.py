"""What rulings teach, as text."""

from __future__ import annotations

import datetime as dt

from tracker.decisions.examples import Lesson, LessonSentence
from tracker.decisions.learn import Change, Trial
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.extraction.learned.correction import Correction
from tracker.i18n.catalog import speaking
from tracker.model import Firmness
from tracker.render.learned import render

NOTHING = Correction(2, 1, 2, 1, {}, {})
WHEN = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)


def ruled(ruling: Ruling, quote: str) -> Decision:
    return Decision(ruling=ruling, who="A", when=WHEN, why="x", quotes=(anchor("kst-1-1", quote),))


def test_each_ruling_is_told_with_its_trial_and_each_change() -> None:
    rows = [ruled(Ruling.MISSED, "Wij bouwen."), ruled(Ruling.REJECTED, "Het regent.")]
    sentences = tuple(LessonSentence({}, {}, {}, row) for row in rows)
    lesson = Lesson(sentences, (), (ruled(Ruling.NOTE, "Let op."),))
    change = Change("kst-1-1", "Wij gaan.\x1b[31m", None, Firmness.FIRM)
    with speaking("en"):
        lines = render(lesson, Trial(NOTHING, (False, True), (True, True)), [change]).splitlines()
        none = render(lesson, Trial(NOTHING, (True, True), (True, True)), ())
    assert [line for line in lines if "Wij bouwen." in line] == ["  wrong → right: “Wij bouwen.” (kst-1-1)"]
    assert [line for line in lines if "Het regent." in line] == ["  right → right: “Het regent.” (kst-1-1)"]
    assert any("Let op." in line for line in lines)
    assert any("→ firm: “Wij gaan." in line for line in lines)
    assert "\x1b" not in "".join(lines)
    assert "→ firm" not in none
