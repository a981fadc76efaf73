"""The weights of linking: as the language has them, or as the evidence is."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tracker.language.pack import current
from tracker.linking.pair_weights import (
    BY_HAND,
    FAMILIES,
    FILE,
    WITH_MEANING,
    PairWeights,
    family_of,
    pair_weights,
    weights_in,
)
from tracker.linking.weights import WEIGHTS
from tracker.model import LinkPart


def test_every_family_has_a_weight_that_was_fitted() -> None:
    found = pair_weights()
    assert set(found.families) == set(FAMILIES)
    assert found != BY_HAND
    assert 0 < found.linked < 1


def test_what_quotes_mean_counts_only_by_weights_that_were_fitted_with_it() -> None:
    assert weights_in(FILE).families["meaning"] == 0
    assert weights_in(WITH_MEANING).families["meaning"] > 0
    assert pair_weights() == weights_in(FILE), "the tests do without"


@pytest.mark.parametrize("name", ["words", "signs", "spelling", "likeness", "figures", "grounds"])
def test_what_two_statements_share_speaks_for_one_promise(name: str) -> None:
    assert pair_weights().families[name] > 0


def test_a_language_without_weights_counts_the_evidence_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    row = LinkPart("forms", 1.0, WEIGHTS.same_form, WEIGHTS.same_form, "plan")
    assert BY_HAND.weighed(row) == row
    monkeypatch.setattr(current(), "weights", None)
    assert weights_in.__wrapped__(FILE) == BY_HAND


def test_a_folder_without_them_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(current(), "weights", tmp_path)
    assert weights_in.__wrapped__(FILE) == BY_HAND


def test_a_part_counts_by_its_family() -> None:
    weights = msgspec.structs.replace(BY_HAND, families=BY_HAND.families | {"words": 2.0, "signs": 0.5})
    assert weights.weighed(LinkPart("word", 3.0, 0.5, 1.5, "brug")) == LinkPart("word", 3.0, 1.0, 3.0, "brug")
    assert weights.weighed(LinkPart("years", 2.0, -0.5, -1.0)) == LinkPart("years", 2.0, -0.25, -0.5)
    assert (family_of(LinkPart("word", 0, 0, 0)), family_of(LinkPart("thing", 0, 0, 0))) == ("words", "signs")


@pytest.mark.parametrize("families", [{}, dict.fromkeys(FAMILIES, 1.0) | {"speling": 1.0}])
def test_a_family_that_is_missing_or_unknown_is_a_fault(families: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="families"):
        PairWeights(0.0, families, 0.0, 0.0, 0.5, 0.0)
