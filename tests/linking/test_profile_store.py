"""What is kept of profiles gives the profiles again."""

from __future__ import annotations

import msgspec
from msgspec.structs import asdict

from tests.series import Made, Promise, Told, kept, profiled
from tracker.linking.profile_store import KeptProfile, kept_of

ROWS, _ = profiled(
    Made(
        "a",
        "2023-01-01",
        {"Water": [Promise("De tweede tranche van het actieplan waterzuivering start."), Told("De brug is er.")]},
    )
)


def test_profiles_come_back_as_they_were() -> None:
    assert [asdict(row) for row in kept(*ROWS)] == [asdict(row) for row in ROWS]


def test_they_survive_the_store() -> None:
    rows = tuple(map(kept_of, ROWS))
    encoded = msgspec.msgpack.encode(rows)
    again = msgspec.msgpack.decode(encoded, type=tuple[KeptProfile, ...])
    assert msgspec.msgpack.encode(again) == encoded


def test_a_profile_is_read_once() -> None:
    found = kept(*ROWS)
    assert len(found) == len(ROWS)
    assert found[1] is found[1]
    assert found.kept[0].stages == found[0].stages != frozenset()
