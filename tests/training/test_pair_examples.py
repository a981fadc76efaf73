"""What linking compares of a series."""

from __future__ import annotations

from pathlib import Path

from tests.training.test_series import TEXT
from tracker.linking.pair_weights import FAMILIES
from tracker.training.pair_examples import example_of
from tracker.training.series import made_series


def test_every_two_statements_have_their_evidence(tmp_path: Path) -> None:
    (tmp_path / "water-1.series").write_text(TEXT, encoding="utf-8")
    (series,) = made_series(tmp_path)
    found = example_of(series)
    assert found.body == "water"
    assert len(found.letters) == len(found.groups) == len(found.reports) == len(found.threads)
    assert all(len(row.evidence) == len(FAMILIES) for row in found.compared)
    assert all(found.letters[older] != found.letters[newer] for older, newer in (row.pair for row in found.compared))
    right = [row for row in found.compared if row.same]
    assert [(found.threads[one], found.threads[other]) for one, other in (row.pair for row in right)] == [
        ({"T01"},) * 2
    ]
    assert right[0].told
    assert dict(zip(FAMILIES, right[0].evidence, strict=True))["words"] > 1
    older, newer = right[0].pair
    at = found.compared.index(right[0])
    assert found.sides(at) == (
        (found.groups[older], found.letters[newer], True),
        (found.groups[newer], found.letters[older], False),
    )
