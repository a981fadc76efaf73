"""What rulings teach: on examples with a few words each, so that what must follow is plain."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.decisions.examples import Lesson, LessonSentence
from tracker.decisions.learn import changes, fit_correction, says, trial
from tracker.extraction.detector import Bars
from tracker.extraction.learned.stack import Weighed
from tracker.model import Firmness

ROW = SMALL.commitments[0]


def example(words: str, ruled: bool | None, log_odds: float = 1.0) -> LessonSentence:
    """A sentence of words that the reader finds a promise where `log_odds` is above 0; None: nobody ruled on it."""
    weighed = Weighed({"commitment": log_odds, "firm": log_odds, "report": -5.0}, Bars(0.5, 0.5, 0.5))
    answer = (0.73 if log_odds > 0 else 0.27) if ruled is None else float(ruled)
    return LessonSentence(dict.fromkeys(words.split(), 1.0), weighed, {"commitment": answer, "firm": answer})


NO = [example(f"wij hechten aan {word}", ruled=False) for word in ("water", "bos", "heide", "duin")]
YES = [example(f"wij sturen {word}", ruled=True) for word in ("verslag", "rapport", "kaart")]
MISSED = [example(f"er komt {word}", ruled=True, log_odds=-1.0) for word in ("brug", "sluis", "kade", "dijk")]


def test_of_no_rulings_nothing_is_learned() -> None:
    assert fit_correction([], [example("wij sturen", ruled=None)]).commitment == {}


def test_other_words_stay_as_they_are() -> None:
    learned = fit_correction(NO, [])
    assert set(learned.commitment) <= {"wij", "hechten", "aan", "water", "bos", "heide", "duin"}
    assert says(example("de minister stuurt verslag", ruled=None), learned)


@pytest.mark.parametrize(
    ("rulings", "words", "log_odds", "promise"),
    [
        pytest.param([*NO, *YES], "wij sturen post", 1.0, True, id="what is ruled a promise stays"),
        pytest.param([*NO, *YES], "wij hechten aan rust", 1.0, False, id="words of no promise"),
        pytest.param(MISSED, "er komt post", -1.0, True, id="words of missed ones"),
        pytest.param(MISSED, "de post is laat", -1.0, False, id="words of none"),
    ],
)
def test_what_is_alike_is_read_alike(rulings: list[LessonSentence], words: str, log_odds: float, promise: bool) -> None:
    assert says(example(words, None, log_odds), fit_correction(rulings, [])) is promise


def test_sentences_that_nobody_ruled_on_hold_it_back() -> None:
    alone, held = (
        fit_correction(NO, []),
        fit_correction(NO, [example("wij hechten aan", ruled=None) for _ in range(40)]),
    )
    assert alone.commitment["hechten"] < held.commitment["hechten"] < 0


def test_the_same_rulings_teach_the_same() -> None:
    assert fit_correction([*NO, *YES], MISSED) == fit_correction([*NO, *YES], MISSED)


def test_each_ruling_is_tried_without_itself() -> None:
    tried = trial(Lesson((*NO, *YES), (), ()))
    assert (sum(tried.before), sum(tried.after)) == (3, 7)
    assert tried.gains
    assert (tried.correction.rulings, tried.correction.right_before, tried.correction.right_after) == (7, 3, 7)


def test_rulings_that_have_no_word_in_common_gain_nothing() -> None:
    apart = [example(word, ruled=False) for word in ("water", "bos", "heide", "duin")]
    assert not trial(Lesson(tuple(apart), (), ())).gains


def test_a_conviction_that_is_far_off_is_met_with_finite_weights() -> None:
    far = [example(f"zeker {word}", ruled=False, log_odds=25.0) for word in ("water", "bos", "heide", "duin")]
    assert all(abs(weight) <= 10 for weight in fit_correction(far, []).commitment.values())


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param((ROW,), (ROW,), [], id="nothing"),
        pytest.param((ROW,), (replace(ROW, confidence=0.1),), [], id="surer or not is no change"),
        pytest.param((), (ROW,), [(None, ROW.firmness)], id="one comes"),
        pytest.param((ROW,), (), [(ROW.firmness, None)], id="one goes"),
        pytest.param(
            (replace(ROW, firmness=Firmness.FIRM),),
            (replace(ROW, firmness=Firmness.SOFT),),
            [(Firmness.FIRM, Firmness.SOFT)],
            id="one is soft now",
        ),
    ],
)
def test_changes(before: tuple, after: tuple, told: list) -> None:  # type: ignore[type-arg]
    assert [(row.before, row.after) for row in changes(before, after)] == told
