"""Where the numbers of registered promises could stand in letters."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

from tests.repositories import masthead
from tracker.commands.source import CollectionSource
from tracker.ledger.number_places import NumberPlaces
from tracker.ledger.number_threads import Carried
from tracker.sources.register import Registered

N = "TZ202303-002"


def source(tmp_path: Path, *texts: str) -> CollectionSource:
    for number, text in enumerate(texts, 1):
        (tmp_path / f"{number}.txt").write_text(masthead(str(number), f"{number} maart 2023") + text, "utf-8")
    return CollectionSource(tmp_path)


def test_only_statements_around_a_number_are_looked_at(tmp_path: Path) -> None:
    """Those of its passage and of the one beside it; a letter without it whole has none."""
    promised = [f"In mei 2025 sturen we uw Kamer het plan voor {thing}" for thing in ("bruggen", "sluizen", "kades")]
    index = source(
        tmp_path,
        f"{promised[0]}.\n\n{promised[1]} ({N}).\n\nDe haven is diep.\n\nDe haven is breed.\n\n{promised[2]}.\n",
        "In mei 2026 sturen we uw Kamer het plan voor loodsen (TZ202303-001).\n",
    ).index
    places = NumberPlaces(index, [N, "TZ202501-999"])
    found = {index.threads[id_].title.rpartition(" ")[2] for id_ in places.statements(N)}
    assert found == {"bruggen", "sluizen"}
    assert [index.passages[passage].text for _, passage in places.passages(N)] == [f"{promised[1]} ({N})."]
    assert places.statements("TZ202501-999") == {}
    assert places.statements("") == {}


def test_many_numbers_in_many_statements_take_little_time(tmp_path: Path) -> None:
    numbers = [f"TZ2023{month:02}-{number:03}" for month in range(1, 13) for number in range(25)]
    lines = (f"In mei 2026 sturen we uw Kamer rapport {at} over bruggen ({n})." for at, n in enumerate(numbers[::3]))
    index = source(tmp_path, "\n\n".join(lines)).index
    promises = [Registered(number, "Een rapport.", "Open", met=False, made=dt.date(2023, 1, 1)) for number in numbers]
    begin = time.process_time()
    carried = Carried(index, promises)
    bearers = [carried.bearers(promise) for promise in promises]
    assert time.process_time() - begin < 2
    assert sum(bool(row.carry) for row in bearers) == len(numbers[::3])
