"""An audit as SARIF."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.ledgers import POSTPONED, SMALL
from tracker.ledger.queries import Index
from tracker.render.sarif import write
from tracker.statuses import GATES
from tracker.views import audit
from tracker.views.content import AuditContent
from tracker.views.findings import findings


def run(*, compared: bool = False) -> dict[str, Any]:
    index = Index(SMALL)
    sheet = audit.sheet(index)
    content = AuditContent((sheet,), index=index, findings=findings(sheet), compared=compared, root="mijn brieven")
    (found,) = json.loads(write(content))["runs"]
    return dict(found)


def test_each_finding_names_a_rule_that_is_listed_and_its_place() -> None:
    found = run()
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert rules == list(GATES)
    assert all(rules[row["ruleIndex"]] == row["ruleId"] for row in found["results"])
    (slip,) = (row for row in found["results"] if POSTPONED.id in str(row["partialFingerprints"]))
    place = slip["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "mijn%20brieven/kst-12345-9.txt"
    assert "schuift door naar eind 2023" in place["region"]["snippet"]["text"]
    assert slip["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("kst-12345-7.txt")


def test_late_is_a_note_and_what_is_postponed_a_warning() -> None:
    levels = {row["ruleId"]: row["level"] for row in run()["results"]}
    assert (levels["late"], levels["slipped"]) == ("note", "warning")


@pytest.mark.parametrize("compared", [True, False])
def test_how_it_stands_beside_a_baseline_is_told_where_there_is_one(compared: bool) -> None:
    assert all(("baselineState" in row) is compared for row in run(compared=compared)["results"])
