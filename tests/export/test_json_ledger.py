"""The ledger as JSON: its shape, its schema and the way back."""

from __future__ import annotations

import datetime as dt

import jsonschema
import msgspec
import pytest
from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.errors import CollectionError
from tracker.export.json_ledger import from_json, json_schema, ledger_row, schema, to_json, write
from tracker.i18n.message import message
from tracker.model import Refusal


def test_it_is_valid_and_comes_back_whole() -> None:
    data = to_json(SMALL)
    jsonschema.validate(msgspec.json.decode(data), msgspec.json.decode(json_schema()))
    assert from_json(data) == ledger_row(SMALL)
    assert data.endswith(b"}\n")
    assert (write(SMALL), schema()) == (data.decode(), json_schema().decode())


def test_a_letter_goes_without_its_text_and_a_report_with_last_days() -> None:
    row = ledger_row(SMALL)
    assert [letter.id for letter in row.letters] == [letter.id for letter in SMALL.letters]
    assert "passages" not in msgspec.json.decode(to_json(SMALL))["letters"][0]
    assert [(one.old_deadline, one.new_deadline) for one in row.reports] == [
        (dt.date(2021, 12, 31), dt.date(2023, 12, 31)),
        (None, None),
    ]


def test_what_is_told_is_told_in_sentences() -> None:
    empty = message("stale.no-letter", letter="kst-1-1")
    row = ledger_row(replace(SMALL, refused=(Refusal("a.txt", empty),), notices=(empty,)))
    assert [type(told) for told in (row.refused[0].reason, *row.notices)] == [str, str]
    assert "kst-1-1" in row.notices[0]


@pytest.mark.parametrize("change", [("threads", "x"), ("schema", "ledger/2"), ("letters", [{"id": 1}])])
def test_another_shape_is_refused(change: tuple[str, object]) -> None:
    name, value = change
    known = msgspec.json.decode(to_json(SMALL)) | {name: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(known, msgspec.json.decode(json_schema()))
    with pytest.raises(CollectionError):
        from_json(msgspec.json.encode(known))
