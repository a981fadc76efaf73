"""What statements mean: vectors of the extra `[encoder]`, and what is near in them."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from tracker.extraction import analyse
from tracker.extraction.learned.network import Words
from tracker.linking import meaning, pair_weights
from tracker.linking.meaning import (
    LEAST,
    MOST,
    PER_LETTER,
    MeaningNetwork,
    NearestInMeaning,
    meanings_of,
    meant_by,
    nearness,
    read_words,
)
from tracker.model import Commitment, Letter, Section
from tracker.pipeline import build_ledger, open_collection


def vector(*values: float) -> bytes:
    """A vector of length 1."""
    row = np.array(values)
    return (row / np.linalg.norm(row)).astype(np.float16).tobytes()


class Told:
    """Gives statements that speak of one thing one vector, as a network would that knows what words mean."""

    name = "told"

    def vectors(self, statements: Sequence[Words]) -> list[bytes]:
        """Near to each other where both speak of smoke, or both of bridges."""
        quotes = [row.text for row in statements]
        return [vector("rook" in row or "burn pit" in row, "brug" in row, 0.1) for row in quotes]


def test_what_has_no_vector_is_neither_near_nor_far() -> None:
    assert nearness(b"", vector(1, 0)) == nearness(vector(1, 0), b"") == nearness(b"", b"") == 0


def test_nearness_is_1_for_one_direction_and_0_across() -> None:
    assert nearness(vector(1, 0), vector(1, 0)) == pytest.approx(1, abs=1e-3)
    assert nearness(vector(1, 0), vector(0, 1)) == 0


def test_of_a_long_quote_and_heading_a_part_is_read() -> None:
    section = Section("l/1", f"1. {'h' * 90}", 1, 1)
    letter = analyse(Letter("l", "l.txt", "", (), (section,)))
    (row,) = read_words(letter, [cast("Commitment", SimpleNamespace(section="l/1", quote="q" * 900))])
    assert row == Words(f"query: {'h' * 80}: {'q' * 500}", "")


def test_what_lies_far_off_or_has_no_vector_is_not_compared() -> None:
    near = NearestInMeaning()
    assert near.nearest(vector(1, 0)) == []
    for row in (vector(0, 1), b"", vector(1, 0.1)):
        near.add(1, row)
    assert near.nearest(b"") == []
    assert near.nearest(vector(1, 0)) == [2]
    near.add(2, vector(1, 0))
    assert near.nearest(vector(1, 0)) == [3, 2], "what was added after a question is found too"
    assert 0 < LEAST < 1


def test_the_work_of_one_statement_is_bounded_however_many_letters_there_are() -> None:
    near = NearestInMeaning()
    for letter in range(MOST):
        for _ in range(PER_LETTER + 1):
            near.add(letter, vector(1, 0))
    found = near.nearest(vector(1, 0))
    assert len(found) == MOST
    assert found == sorted(found)
    assert found[: PER_LETTER + 1] == [0, 1, 3]


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


@pytest.mark.skipif(find_spec("onnxruntime") is None, reason="the extra [encoder] is not installed")
def test_the_shipped_network_finds_one_promise_in_other_words() -> None:
    said = (
        "query: Luchthaven: Het onderzoek naar de geluidshinder komt in juni 2024 beschikbaar.",
        "query: Leefomgeving: De studie naar overlast door vliegtuigen is in mei afgerond.",
        "query: Verkeer: Het fietspad langs de dijk gaat in mei open.",
        "\0",
        "",
    )
    found = MeaningNetwork().vectors([Words(row, "") for row in said])
    assert nearness(found[0], found[1]) > nearness(found[0], found[2])
    assert all(len(row) == len(found[0]) for row in found)
    assert nearness(found[0], MeaningNetwork().vectors([Words(said[0], "")])[0]) == pytest.approx(1, abs=2e-3)


def test_the_nearest_come_first_whatever_portions_are_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    values = np.random.default_rng(7).choice(np.linspace(-1, 1, 41), 500).astype(np.float32).round(3)
    wanted = [at for at in np.lexsort((np.arange(len(values)), -values)).tolist() if values[at] >= LEAST]
    for portion in (1, 2, 50, 1_000):
        monkeypatch.setattr(meaning, "_PORTION", portion)
        assert list(meaning._nearest_first(values)) == wanted


def test_of_a_letter_of_thousands_of_statements_the_first_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "_READ", 70)
    with meant_by(Told()):
        found = meanings_of([Words(f"rook {at}", "") for at in range(100)])
    assert [bool(row) for row in found] == [True] * 70 + [False] * 30
