"""The pieces of the tokenizer that are kept, and the tokenizer of those alone."""

from __future__ import annotations

import pytest

from tracker.training import vocabulary_pruning
from tracker.training.base_encoder import Base

pytest.importorskip("tokenizers", reason="the extra [encoder] is not installed")

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁de", "▁haven", "▁sluis", "▁", "s", "▁Zug")
BASE = Base(PIECES, tuple(-float(at) for at in range(len(PIECES))), 3, 1, 1, 1, 1e-12, {})


def test_pieces_of_the_texts_of_common_words_and_single_signs_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wordfreq.top_n_list", lambda *_: ["de"])
    kept = vocabulary_pruning.needed_pieces(BASE, ["de haven"])
    assert [PIECES[place] for place in kept] == ["<s>", "<pad>", "</s>", "<unk>", "▁de", "▁haven", "▁", "s"]


def test_a_base_whose_special_pieces_stand_elsewhere_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wordfreq.top_n_list", lambda *_: [])
    other = Base(("<pad>", "<s>", *PIECES[2:]), BASE.scores, 3, 1, 1, 1, 1e-12, {})
    with pytest.raises(ValueError, match="special pieces"):
        vocabulary_pruning.needed_pieces(other, [])


def test_a_word_of_other_pieces_is_cut_smaller() -> None:
    places = [3, 4, 6, 7, 8]
    made = vocabulary_pruning.tokenizer_of(BASE, places)
    assert made.encode("de  sluiss", add_special_tokens=False).ids == [1, 2, 4]
    assert made.encode("haven", add_special_tokens=False).ids[-1] == 0
