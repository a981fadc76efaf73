"""The same letters give the same bytes: in any order of reading, with any hash seed, from any door."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import msgspec
from msgspec.structs import replace

from tracker.exchange import json_schema, to_json
from tracker.pipeline import build_ledger, open_collection

ROOT = Path(__file__).parent.parent


def export(seed: str) -> bytes:
    """What a fresh process exports under a hash seed."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "tracker", "export", "seeds", "--format", "json"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout


def test_the_export_is_the_same_and_valid(seeds: Path) -> None:
    """Two processes with two hash seeds, and this one with the files in another order."""
    here = open_collection(seeds)
    turned = replace(here, files=tuple(reversed(here.files)))
    first = export("0")
    assert export("4711") == first
    assert to_json(build_ledger(turned)) == first
    jsonschema.validate(msgspec.json.decode(first), msgspec.json.decode(json_schema()))


def test_older_ids_survive_a_newer_letter(seeds: Path) -> None:
    """Statements and sections are named by what they are, not by what else was read."""
    whole = open_collection(seeds)
    fewer = build_ledger(replace(whole, files=whole.files[:3]))
    known = {row.id for row in build_ledger(whole).commitments}
    assert {row.id for row in fewer.commitments} <= known
