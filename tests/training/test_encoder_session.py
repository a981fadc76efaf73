"""What the encoder is trained towards: each question of every sentence, details of those that have some."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from tracker.extraction.learned.encoder import HEADS
from tracker.extraction.learned.formulas import QUESTIONS
from tracker.extraction.learned.network import Words
from tracker.training import base_layers, encoder, encoder_session
from tracker.training.encoder_session import EncoderSession, target_of
from tracker.training.examples import DOUBT, Example


def example(labels: dict[str, int], *details: str) -> Example:
    return Example(
        "b", Words("zin", ""), {}, {}, {"commitment": 0, "firm": 0, "report": 0} | labels, frozenset(details)
    )


def test_kinds_are_asked_of_promises_and_outcomes_of_reports() -> None:
    target = target_of(example({"commitment": 1, "firm": 2}, "kind=inform"))
    wanted, weights = (dict(zip(HEADS, row, strict=True)) for row in (target.wanted, target.weights))
    assert [wanted[name] for name in QUESTIONS] == [float(name != "report") for name in QUESTIONS]
    assert (weights["commitment"], weights["firm"]) == (DOUBT, 1.0)
    assert (wanted["kind=inform"], weights["kind=inform"]) == (1.0, encoder.CONDITIONAL)
    assert {weights[name] for name in HEADS if name.startswith("outcome=")} == {0.0}


def test_its_settings_tell_its_scores_from_those_of_another() -> None:
    assert EncoderSession.settings == (str(base_layers.LAYERS), str(base_layers.FROZEN), str(base_layers.EPOCHS))


def test_made_examples_of_other_bodies_are_learned_from_and_never_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [replace(example({}), body=name) for name in ("ede", "laren")]
    made = [replace(example({}), body=name) for name in ("ede", "urk")]
    shop, shown = EncoderSession(papers, made, 0, lambda _: None), []

    def scores(_network: object, _hidden: object, places: Sequence[int]) -> list[int]:
        return list(places)

    monkeypatch.setattr(EncoderSession, "_layers", SimpleNamespace(hidden=None))
    monkeypatch.setattr(EncoderSession, "_fitted", lambda _, seen: shown.extend(seen))
    monkeypatch.setattr(encoder_session, "network_scores", scores)
    assert shop.left_out([1], [0]) == [0]
    assert shown == [1, 3]
