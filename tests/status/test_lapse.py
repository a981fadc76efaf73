"""How probable a lapse is: signs that tell of silence make it likelier, signs that the promise is spoken of do not."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, judged
from tracker.language.pack import current
from tracker.linking.meaning import MeaningNetwork
from tracker.model import Kind, Status
from tracker.status import lapse, passed_deadline
from tracker.status.lapse import (
    FILE,
    SIGNS,
    SPEAKING,
    UNKNOWN,
    WITH_MEANING,
    LapseWeights,
    Sign,
    fitted_weights,
    lapse_weights,
)

USUAL = {name: sign.usual for name, sign in lapse_weights().signs.items()}
SERIES = (
    Made(
        "a",
        "2023-06-20",
        {"Water": [Promise("Er komt een actieplan waterzuivering Maas.", Kind.DELIVER, "2023-09-01", "2023-11-30")]},
    ),
    Made("b", "2024-06-26", {"Water": ["De bouw van woningen gaat door."]}),
)


def probability(**values: float) -> float:
    weights = lapse_weights()
    return weights.probability(
        weights.weighed(USUAL | {name.replace("_", "-"): value for name, value in values.items()})
    )


@pytest.mark.parametrize(("file", "name"), [(file, name) for file in (FILE, WITH_MEANING) for name in sorted(SPEAKING)])
def test_what_speaks_of_a_promise_makes_no_lapse_likelier(file: str, name: str) -> None:
    weights = fitted_weights(file)
    usual, sign = {key: row.usual for key, row in weights.signs.items()}, weights.signs[name]
    least, most = (weights.probability(weights.weighed(usual | {name: at})) for at in (sign.least, sign.most))
    assert most < least or sign.weight == 0.0
    assert sum(weights.signs[name].weight == 0.0 for name in SPEAKING) < 3


def test_the_usual_promise_is_not_called_lapsed() -> None:
    assert probability() < lapse_weights().bar


def test_the_longer_ago_a_deadline_passed_the_likelier_a_lapse_is() -> None:
    assert probability(months=3.0) < probability(months=40.0)


def test_beyond_what_was_seen_a_sign_adds_no_more() -> None:
    assert probability(months=500.0) == probability(months=5000.0)


def test_a_sign_that_is_missing_or_unknown_is_a_fault() -> None:
    with pytest.raises(ValueError, match=r"lapse\.toml: the signs are"):
        replace(UNKNOWN, signs={"months": Sign(0.0, 0.0, 0.0, 0.0)}).__post_init__()


def test_a_language_without_weights_calls_nothing_lapsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passed_deadline, "lapse_weights", lambda: UNKNOWN)
    (thread,) = judged(*SERIES)
    assert thread.status is Status.UNCLEAR


@pytest.mark.parametrize(("bar", "status"), [(1.0, Status.UNCLEAR), (0.0, Status.LAPSED)])
def test_in_doubt_silence_is_unclear_and_its_signs_are_told(
    bar: float, status: Status, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passed_deadline, "lapse_weights", lambda: replace(lapse_weights(), bar=bar))
    (thread,) = judged(*SERIES)
    assert thread.status is status
    assert [sign.name for sign in thread.signs] == list(SIGNS)
    told = {row.rule: row for row in thread.evidence}
    assert told["lapse"].score == thread.lapse
    assert "spoken" not in told


@pytest.mark.parametrize(
    ("vectors", "file"), [(None, FILE), (MeaningNetwork(), WITH_MEANING)], ids=["words", "meaning"]
)
def test_the_language_pack_keeps_them_by_whether_statements_have_vectors(
    vectors: MeaningNetwork | None, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lapse, "load_meaning", lambda: vectors)
    path = current().weights.joinpath(file)
    assert msgspec.toml.decode(path.read_bytes(), type=LapseWeights) == lapse_weights()
