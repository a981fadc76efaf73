"""The command that fits the weights of a lapse."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from tests.training.test_series import TEXT
from tracker.status.lapse import FILE, SIGNS, LapseWeights, lapse_weights

pytest.importorskip("sklearn", reason="the extra [train] is not installed")

from tracker.training.lapses import (
    LapseExample,
    as_toml,
    bar_of,
    fit_lapses,
    lapses_table,
    left_out_probabilities,
    main,
)

LAPSED = SIGNS.index("months")


def example(body: str, at: int, *, lapsed: bool) -> LapseExample:
    signs = [0.1 * (at % 3)] * len(SIGNS)
    signs[LAPSED] = 30.0 + at if lapsed else 2.0 + at
    return LapseExample(body, body != "wassenaar", tuple(signs), lapsed, spoken=False)


EXAMPLES = [
    example(body, at, lapsed=at % 2 == 0) for body in ("maas", "waal", "wassenaar", "denhaag") for at in range(6)
]


def test_weights_are_read_as_they_were_written() -> None:
    assert msgspec.toml.decode(as_toml(lapse_weights()), type=LapseWeights) == lapse_weights()


def test_what_tells_lapses_apart_gets_the_weight() -> None:
    signs = fit_lapses(EXAMPLES, 0.5).signs
    assert max(SIGNS, key=lambda name: signs[name].weight * (signs[name].most - signs[name].least)) == "months"


def test_a_sign_that_the_promise_is_spoken_of_makes_no_lapse_likelier() -> None:
    held, alike = SIGNS.index("held"), SIGNS.index("alike")
    odd = [
        row._replace(
            signs=tuple(float(row.lapsed) if at in (held, LAPSED) else sign for at, sign in enumerate(row.signs))
        )
        for row in EXAMPLES
    ]
    odd = [row._replace(signs=(*row.signs[:alike], float(not row.lapsed), *row.signs[alike + 1 :])) for row in odd]
    signs = fit_lapses(odd, 0.5).signs
    assert signs["held"].weight == 0.0
    assert signs["alike"].weight < 0 < signs["months"].weight


def test_each_body_is_judged_by_the_others() -> None:
    told = left_out_probabilities(EXAMPLES)
    assert all((value > 0.5) == row.lapsed for value, row in zip(told, EXAMPLES, strict=True))
    assert lapses_table(EXAMPLES, told).startswith(" ")


def test_the_bar_lies_above_wrong_lapses() -> None:
    rows = [EXAMPLES[0]._replace(is_made=made, lapsed=lapsed) for made in (True, False) for lapsed in (True, False)]
    assert bar_of(rows, np.array([0.9, 0.6, 0.9, 0.7]), 0.85) == 0.71
    assert bar_of(rows, np.array([0.5, 0.99, 0.5, 0.99]), 0.85) == 1.0


def test_it_prints_figures_and_writes_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    silent = TEXT.replace("Het actieplan waterberging is op 3 mei 2024 aan uw Kamer gestuurd", "De brug is open")
    late = silent.replace("2024-06-01", "2025-06-01").replace("T02?", "T02")
    for name in ("maas", "waal"):
        (tmp_path / f"{name}.series").write_text(late, encoding="utf-8")
    assert main(["--made", str(tmp_path), "--output", str(tmp_path)]) == 0
    assert "not spoken of" in capsys.readouterr().out
    assert msgspec.toml.decode((tmp_path / FILE).read_bytes(), type=LapseWeights).signs.keys() == set(SIGNS)
