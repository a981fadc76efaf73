"""A letters.toml to begin with can be read back, says what is inferred, and replaces nothing."""

from __future__ import annotations

import datetime as dt
import tomllib

from msgspec.structs import replace

from tests.ledgers import NEW, OLD
from tracker.model import DateSource
from tracker.render.manifest import render

UNDATED = replace(
    OLD,
    path='odd "name" [x].txt',
    title="Titel met \x1b[31mkleur",
    number=None,
    date=None,
    earliest=dt.date(2020, 1, 1),
    latest=dt.date(2020, 3, 31),
    date_source=DateSource.INFERRED,
    date_evidence=("Zin die\nhet grenst.",),
)


def test_what_is_written_reads_back() -> None:
    data = tomllib.loads(render([UNDATED, NEW], "nl"))
    first, second = data["letter"]
    assert data["language"] == "nl"
    assert first == {
        "path": 'odd "name" [x].txt',
        "dossier": "12 345",
        "title": "Titel met ␛[31mkleur",
        "date": "2020-01-01/2020-03-31",
        "signatories": ["A. Minister"],
    }
    assert second["date"] == "2021-09-01"


def test_what_is_inferred_or_unknown_is_marked() -> None:
    text = render([UNDATED], "nl")
    assert "# inferred" in text
    assert "# Zin die het grenst." in text
    assert '# number = ""' in text
