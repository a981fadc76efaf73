"""What quotes mean: vectors of the extra `[semantic]`, and what is near in them."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from tracker.linking import meaning, pair_weights
from tracker.linking.meaning import ENGINE, LEAST, MOST, PER_LETTER, USUAL, NearestInMeaning, load_meaning, nearness
from tracker.pipeline import build_ledger, open_collection


def vector(*values: float) -> bytes:
    """A vector of length 1."""
    row = np.array(values)
    return (row / np.linalg.norm(row)).astype(np.float16).tobytes()


class Told:
    """Gives quotes that speak of one thing one vector, as a network would that knows what words mean."""

    name = "told"

    def vectors(self, quotes: Sequence[str]) -> list[bytes]:
        """Near to each other where both speak of smoke, or both of bridges."""
        return [vector("rook" in row or "burn pit" in row, "brug" in row, 0.1) for row in quotes]


def test_what_has_no_vector_is_neither_near_nor_far() -> None:
    assert nearness(b"", vector(1, 0)) == nearness(vector(1, 0), b"") == nearness(b"", b"") == 0


def test_nearness_is_counted_from_what_is_usual() -> None:
    assert nearness(vector(1, 0), vector(1, 0)) == pytest.approx(1 - USUAL, abs=1e-3)
    assert nearness(vector(1, 0), vector(0, 1)) == -USUAL


def test_what_lies_far_off_or_has_no_vector_is_not_compared() -> None:
    near = NearestInMeaning()
    assert near.nearest(vector(1, 0)) == []
    for row in (vector(0, 1), b"", vector(1, 0.1)):
        near.add(1, row)
    assert near.nearest(b"") == []
    assert near.nearest(vector(1, 0)) == [2]
    near.add(2, vector(1, 0))
    assert near.nearest(vector(1, 0)) == [3, 2], "what was added after a question is found too"
    assert LEAST < USUAL


def test_the_work_of_one_statement_is_bounded_however_many_letters_there_are() -> None:
    near = NearestInMeaning()
    for letter in range(MOST):
        for _ in range(PER_LETTER + 1):
            near.add(letter, vector(1, 0))
    found = near.nearest(vector(1, 0))
    assert len(found) == MOST
    assert found == sorted(found)
    assert found[: PER_LETTER + 1] == [0, 1, 3]


def test_it_is_there_only_where_it_is_installed_and_not_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "find_spec", lambda _: object())
    monkeypatch.delenv("TRACKER_SEMANTIC", raising=False)
    assert load_meaning.__wrapped__() is not None
    monkeypatch.setenv("TRACKER_SEMANTIC", "0")
    assert load_meaning.__wrapped__() is None
    monkeypatch.delenv("TRACKER_SEMANTIC")
    monkeypatch.setattr(meaning, "find_spec", lambda _: None)
    assert load_meaning.__wrapped__() is None


LETTERS = {
    "2023-03-01": "De uitkomsten van het onderzoek naar burn pits komen in juni 2024 beschikbaar.",
    "2024-07-01": "De studie naar rook van vuurplaatsen is in mei afgerond.",
}


def test_one_promise_in_other_words_is_one_thread_where_vectors_tell_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, text in LETTERS.items():
        Path(tmp_path, f"{day}.txt").write_text(f"Datum: {day}\n\n{text}\n\nDe brug blijft in 2025 open.\n", "utf-8")

    def threads() -> list[set[str]]:
        ledger = build_ledger(open_collection(tmp_path))
        quotes = {row.id: row.quote for row in (*ledger.commitments, *ledger.reports)}
        return [{quotes[ref.ref] for ref in row.members} for row in ledger.threads]

    assert set(LETTERS.values()) not in threads()
    for module in (meaning, pair_weights):
        monkeypatch.setattr(module, "load_meaning", Told)
    assert set(LETTERS.values()) in threads()


@pytest.mark.skipif(find_spec(ENGINE) is None, reason="the extra [semantic] is not installed")
def test_the_network_finds_what_is_meant_in_other_words() -> None:
    found = meaning.E5().vectors(
        [
            "Het onderzoek naar burn pits is klaar.",
            "De studie naar rook van vuurplaatsen is afgerond.",
            "Het fietspad langs de dijk gaat in mei open.",
            "\0",
            "",
        ]
    )
    assert nearness(found[0], found[1]) > nearness(found[0], found[2])
    assert all(len(row) == len(found[0]) for row in found)
