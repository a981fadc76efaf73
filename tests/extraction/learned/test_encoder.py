"""`Encoder`: what it reads of a sentence, in which batches, and when it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.learned.encoder import HEADS, encoder_words, load_encoder
from tracker.extraction.learned.network import Words
from tracker.model import PassageKind
from tracker.pipeline import build_ledger, open_collection


@pytest.mark.parametrize(
    ("kind", "lead_in", "text"),
    [
        (PassageKind.PARAGRAPH, None, "Wij bouwen."),
        (PassageKind.LIST_ITEM, "We gaan:", "We gaan: - Wij bouwen."),
        (PassageKind.TABLE_CELL, None, "| Wij bouwen."),
        (PassageKind.FOOTNOTE, None, "* Wij bouwen."),
    ],
)
def test_a_sentence_is_read_with_its_lead_in_and_place(kind: PassageKind, lead_in: str | None, text: str) -> None:
    sentence = AnalysedSentence("Wij bouwen.", (), (), lead_in=lead_in, kind=kind, heading="Bouwen in de stad")
    assert encoder_words(sentence) == Words(text, "Bouwen in de stad")


def test_it_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    load_encoder.cache_clear()
    monkeypatch.setenv("TRACKER_ENCODER", "0")
    assert load_encoder() is None
    load_encoder.cache_clear()


def test_the_shipped_model_reads_plain_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("onnxruntime", reason="the extra [encoder] is not installed")
    pytest.importorskip("tokenizers", reason="the extra [encoder] is not installed")
    load_encoder.cache_clear()
    monkeypatch.delenv("TRACKER_ENCODER")
    encoder = load_encoder()
    assert encoder is not None
    none = AnalysedSentence("De gemeente heeft 30.000 inwoners.", (), ())
    promise = AnalysedSentence("In het voorjaar van 2026 informeren wij uw raad over de uitkomsten.", (), ())
    scores = encoder.scores([none, promise])
    assert scores.shape == (2, len(HEADS))
    assert scores[0, 0] < 0 < scores[1, 0]
    alone = encoder.scores([promise])
    assert abs(alone - scores[1:]).max() <= 0.01
    load_encoder.cache_clear()


def test_what_the_readme_installs_is_what_reads(monkeypatch: pytest.MonkeyPatch, seeds: Path, tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="the extra [encoder] is not installed")
    monkeypatch.delenv("TRACKER_ENCODER")
    load_encoder.cache_clear()
    letter = next(seeds.glob("2017*"))
    (tmp_path / letter.name).write_bytes(letter.read_bytes())
    ledger = build_ledger(open_collection(tmp_path))
    load_encoder.cache_clear()
    assert ledger.detector == "stack+encoder+meaning"
    deadline = "Dat betekent dat de deadline van 1 juni"
    assert any(row.quote.startswith(deadline) for row in ledger.reports)
    assert len(ledger.commitments) >= 9
