"""The same letters give the same bytes: in any order of reading, with any hash seed, from any door."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import msgspec
import pytest
from msgspec.structs import replace

from tracker.documents import read_collection
from tracker.export.json_ledger import json_schema, to_json
from tracker.model import Ledger
from tracker.pipeline import build_ledger, open_collection

ROOT = Path(__file__).parents[2]


def test_the_export_is_the_same_and_valid(seeds: Path) -> None:
    """A fresh process with a hash seed of its own, and this one with the files in another order."""
    here = open_collection(seeds)
    turned = to_json(build_ledger(replace(here, files=tuple(reversed(here.files)))))
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    command = [sys.executable, "-m", "tracker", "export", "seeds", "--format", "json"]
    fresh = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout
    assert fresh == turned
    jsonschema.validate(msgspec.json.decode(fresh), msgspec.json.decode(json_schema()))


@pytest.mark.usefixtures("shared")
def test_older_ids_survive_a_newer_letter(seeds: Path, judged: Callable[..., Ledger]) -> None:
    """Letters, sections and statements are named by what they are, not by what else was read."""
    reading = read_collection(open_collection(seeds))
    whole, fewer = judged(reading, seeds.name, None), judged(reading, seeds.name, reading.letters[2].date)
    assert len(fewer.letters) < len(whole.letters)
    assert {row.id for row in fewer.commitments} <= {row.id for row in whole.commitments}
    assert {row.id for row in fewer.letters} <= {row.id for row in whole.letters}
