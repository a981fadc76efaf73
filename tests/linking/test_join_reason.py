"""What a rule of one letter tells of what it found."""

from __future__ import annotations

from tests.series import Made, Promise, profiled
from tracker.linking.join_reason import neighbour, shared_quote, sign

(PLAN, PART, LONG), _ = profiled(
    Made(
        "a",
        "2024-01-01",
        {
            "Water": [
                Promise("Er komt een plan voor de brug."),
                Promise("een plan voor de  sluis"),
                Promise("Wij bouwen bruggen en wegen. " * 9),
            ]
        },
    )
)


def test_a_sign_weighs_nothing() -> None:
    assert (sign("cue", "hierover").value, sign("cue", "hierover").contribution) == (1.0, 0.0)


def test_a_neighbour_is_told_short_with_its_distance() -> None:
    assert (neighbour(PLAN, 2).text, neighbour(PLAN, 2).value) == (PLAN.statement.quote, 2.0)
    assert len(neighbour(LONG, 1).text) <= 80
    assert neighbour(LONG, 1).text.endswith("…")


def test_the_words_that_two_quotes_share_with_their_share_of_the_shorter() -> None:
    found = shared_quote(PLAN, PART)
    assert found.text == "een plan voor de"
    assert found.value == shared_quote(PART, PLAN).value == len("een plan voor de ") / len(PART.statement.quote)
    assert shared_quote(PLAN, PLAN).value == 1.0
