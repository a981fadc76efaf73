"""The encoder's training and its file, on a network of a few numbers; only where the extra `[train]` is installed."""

from __future__ import annotations

import numpy as np
import pytest

from tracker.extraction.learned.encoder import HEADS
from tracker.extraction.learned.network import padded
from tracker.training.base_encoder import Base

pytest.importorskip("torch", reason="the extra [train] is not installed")
pytest.importorskip("onnxruntime", reason="the extra [encoder] is not installed")
pytest.importorskip("onnx", reason="the extra [train] is not installed")

WIDTH, INNER, WORDS = 8, 16, 12


def base(layers: int = 6) -> Base:
    """Random weights in the shapes of the base."""
    chance = np.random.default_rng(0)

    def numbers(*shape: int) -> np.ndarray:
        return chance.normal(0, 0.3, shape).astype(np.float32).ravel()

    tensors = {"emb.pos": numbers(40, WIDTH), "emb.type": numbers(WIDTH)}
    tensors |= {"emb.ln.w": np.ones(WIDTH, np.float32), "emb.ln.b": numbers(WIDTH)}
    for at in range(layers):
        shapes = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH)}
        shapes |= {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}
        for name, shape in shapes.items():
            tensors |= {f"l{at}.{name}.w": numbers(*shape), f"l{at}.{name}.b": numbers(shape[0])}
        for name in ("aln", "oln"):
            tensors |= {f"l{at}.{name}.w": np.ones(WIDTH, np.float32), f"l{at}.{name}.b": numbers(WIDTH)}
    return Base((), (), 0, WIDTH, 2, INNER, 1e-12, tensors)


def test_it_learns_and_its_file_says_the_same() -> None:
    import onnxruntime

    from tracker.training.base_layers import FROZEN, Hidden, bottom, whole_network
    from tracker.training.encoder import Target, fit_encoder, network_scores
    from tracker.training.encoder_file import to_onnx

    embeddings = np.random.default_rng(1).normal(0, 1, (WORDS, WIDTH)).astype(np.float32)
    rows = [[0, 4 + at % 2, 6 + at % 5, 2] for at in range(400)]
    hidden = Hidden(base(), embeddings, rows, FROZEN)
    targets = [Target(tuple(float(at % 2) for _ in HEADS), tuple(1.0 for _ in HEADS)) for at in range(400)]
    network = fit_encoder(base(), hidden, targets, range(400), seed=0, told=lambda _: None)
    scores = network_scores(network, hidden, range(20))
    assert (scores[1::2, 0] > scores[0::2, 0].max()).all()
    again = fit_encoder(base(), hidden, targets, range(400), seed=0, told=lambda _: None)
    assert np.allclose(network_scores(again, hidden, range(20)), scores)
    whole = whole_network(bottom(base(), embeddings, FROZEN), network)
    model = onnxruntime.InferenceSession(to_onnx(whole, 2, 1e-12, network.heads))
    ids, mask = padded([*rows[:19], [0, 5, 2]])
    (found,) = model.run(None, {"ids": ids, "mask": mask})
    assert np.abs(found[:19] - scores[:19]).max() < 0.1
