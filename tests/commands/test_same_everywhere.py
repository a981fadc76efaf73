"""The same letters give the same bytes: in any order of reading, with any hash seed, from any door."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import msgspec
import pytest

from tracker.cli import main
from tracker.documents import read_collection
from tracker.errors import ExitCode
from tracker.export.json_ledger import json_schema
from tracker.model import Ledger
from tracker.pipeline import open_collection

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SOME = ("letters.toml", "2015*", "2017*", "2023*")
"""Of the five letters those that are read soonest, with what is known of them."""

TURNED = """
import sys
from pathlib import Path
from msgspec.structs import replace
from tracker.export.json_ledger import to_json
from tracker.pipeline import build_ledger, open_collection
here = open_collection(Path(sys.argv[1]))
sys.stdout.buffer.write(to_json(build_ledger(replace(here, files=tuple(reversed(here.files))))))
"""
"""Reads letters in another order."""


@pytest.mark.usefixtures("shared")
def test_the_export_is_the_same_and_valid(
    seeds: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A fresh process with a hash seed of its own, the files in another order and nothing remembered; and this one."""
    for file in (file for name in SOME for file in seeds.glob(name)):
        shutil.copy(file, tmp_path)
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TRACKER_NO_CACHE": "1"}
    command = [sys.executable, "-c", TURNED, str(tmp_path)]
    turned = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout
    assert main(["export", str(tmp_path), "--format", "json"]) == ExitCode.DONE
    exported = capsysbinary.readouterr().out
    assert exported == turned
    assert len(msgspec.json.decode(exported)["letters"]) == 3
    jsonschema.validate(msgspec.json.decode(exported), msgspec.json.decode(json_schema()))


@pytest.mark.usefixtures("shared")
def test_older_ids_survive_a_newer_letter(seeds: Path, judged: Callable[..., Ledger]) -> None:
    """Letters, sections and statements are named by what they are, not by what else was read."""
    reading = read_collection(open_collection(seeds))
    whole, fewer = judged(reading, seeds.name, None), judged(reading, seeds.name, reading.letters[2].date)
    assert len(fewer.letters) < len(whole.letters)
    assert {row.id for row in fewer.commitments} <= {row.id for row in whole.commitments}
    assert {row.id for row in fewer.letters} <= {row.id for row in whole.letters}
