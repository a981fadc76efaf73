"""Which texts have a key."""

from __future__ import annotations

from tracker.alignment.key_index import holders
from tracker.alignment.weights import CROWD


def test_what_a_crowd_has_finds_none_of_it() -> None:
    texts = [f"de nr{at}" for at in range(CROWD + 1)]
    assert holders(texts, str.split) == {f"nr{at}": [at] for at in range(CROWD + 1)}
    assert holders(texts[:CROWD], str.split)["de"] == list(range(CROWD))


def test_places_come_in_order() -> None:
    assert holders(["dijk klei", "weg", "klei"], str.split) == {"dijk": [0], "klei": [0, 2], "weg": [1]}
