"""What the network of meanings must choose, and that it learns to; only where the extra `[train]` is installed."""

from __future__ import annotations

import random
from types import SimpleNamespace

import numpy as np
import pytest

from tracker.extraction.learned.network import Words
from tracker.training.meaning_encoder import MOST, Pick, ThreadedSeries, choices, first_right, parts_shown

CHANCE = random.Random(0)  # noqa: S311 - an order of examples, no secret


def series(*rows: tuple[str, str]) -> ThreadedSeries:
    """Statements as their letter and their threads."""
    return ThreadedSeries(
        "water-1",
        tuple(Words(str(at), "") for at in range(len(rows))),
        tuple(letter for letter, _ in rows),
        tuple(frozenset(threads.split()) for _, threads in rows),
    )


def test_of_every_other_letter_that_speaks_of_the_promise_one_must_be_chosen() -> None:
    found = choices(series(("a", "T1"), ("a", ""), ("b", "T1"), ("b", "T2"), ("c", "T2 T1"), ("d", "")), range(6))
    assert found == [
        Pick(0, (2, 3), frozenset({2})),
        Pick(0, (4,), frozenset({4})),
        Pick(2, (0, 1), frozenset({0})),
        Pick(2, (4,), frozenset({4})),
        Pick(3, (4,), frozenset({4})),
        Pick(4, (0, 1), frozenset({0})),
        Pick(4, (2, 3), frozenset({2, 3})),
    ]


def test_what_is_not_shown_is_not_chosen_from() -> None:
    assert choices(series(("a", "T1"), ("b", "T1"), ("b", "")), [0, 2]) == []


def test_how_often_the_nearest_is_right() -> None:
    rows = series(("a", "T1"), ("b", "T1"), ("b", ""))
    assert first_right(rows, np.array([[1, 0], [1, 0], [0, 1]], np.float32)) == (2, 2)
    assert first_right(rows, np.array([[1, 0], [0, 1], [1, 0]], np.float32)) == (1, 2)


def test_a_long_series_is_shown_in_parts_that_hold_whole_threads() -> None:
    rows = series(*((f"{at % 3}", f"T{at // 3}" if at < 3 * MOST else "") for at in range(4 * MOST)))
    parts = list(parts_shown(rows, CHANCE))
    assert len(parts) > 1
    assert all(len(part) <= MOST + 3 for part in parts)
    whole = [{name for at in part for name in rows.threads[at]} for part in parts]
    members = [
        sum(name in rows.threads[at] for at in part) for part, names in zip(parts, whole, strict=True) for name in names
    ]
    assert set(range(3 * MOST)) <= {at for part in parts for at in part}
    assert members.count(3) >= MOST
    assert list(parts_shown(series(("a", "")), CHANCE)) == [[0]]


def test_it_learns_which_statements_are_of_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch", reason="the extra [train] is not installed")
    from tests.training.test_encoder import WIDTH, WORDS, base
    from tracker.training import meaning_encoder
    from tracker.training.base_layers import Hidden, bottom, whole_network
    from tracker.training.encoder_file import to_onnx
    from tracker.training.meaning_encoder import fit_meaning, vectors_of

    monkeypatch.setattr(meaning_encoder, "LAYERS", 2)
    monkeypatch.setattr(meaning_encoder, "_RATE", 0.01)
    chance = np.random.default_rng(2)
    embeddings = chance.normal(0, 1, (WORDS, WIDTH)).astype(np.float32)
    tokens = [[0, 4 + at % 3, *chance.choice([10, 11], 1).tolist(), 2] for at in range(18)]
    rows = series(*(("abcdef"[at // 3], f"T{at % 3}") for at in range(18)))
    layers = SimpleNamespace(base=base(), frozen=1, hidden=Hidden(base(), embeddings, tokens, 1))
    network = fit_meaning(layers, [rows] * 20, [0] * 20, seed=0, told=lambda _: None)
    vectors = vectors_of(network, layers, range(18))
    right, asked = first_right(rows, vectors)
    assert right > 0.9 * asked
    onnxruntime = pytest.importorskip("onnxruntime", reason="the extra [encoder] is not installed")
    model = onnxruntime.InferenceSession(
        to_onnx(whole_network(bottom(layers.base, embeddings, 1), network), 2, 1e-12, None)
    )
    (found,) = model.run(None, {"ids": np.array(tokens), "mask": np.ones((18, 4), np.int64)})
    assert np.abs(found - vectors).max() < 0.1
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-5)
