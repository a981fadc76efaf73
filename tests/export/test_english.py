"""Messages of the model as sentences, for programs."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.export.english import as_text, in_english
from tracker.i18n.catalog import speaking
from tracker.i18n.message import message
from tracker.model import Refusal

EMPTY = message("stale.no-letter", letter="kst-1-1")


def test_a_message_is_its_english_sentence_at_any_depth() -> None:
    ledger = replace(SMALL, refused=(Refusal("a.txt", EMPTY),), notices=(EMPTY, "as it stands"))
    with speaking("nl"):
        told = in_english(ledger)
    assert told.refused == (Refusal("a.txt", str(EMPTY)),)
    assert told.notices == (str(EMPTY), "as it stands")
    assert "kst-1-1" in str(EMPTY)


def test_what_holds_no_message_is_the_same_value() -> None:
    assert in_english(SMALL.letters[0]) is SMALL.letters[0]
    assert in_english(3) == 3


def test_a_schema_knows_no_messages() -> None:
    text = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Message"}], "description": "x"}
    many = {"anyOf": [{"type": "string"}, {"type": "null"}, {"$ref": "#/$defs/Message"}]}
    schema = {"properties": {"a": text, "b": [many]}, "$defs": {"Message": {}, "Kept": {"type": "object"}}}
    assert as_text(schema) == {
        "properties": {
            "a": {"type": "string", "description": "x"},
            "b": [{"anyOf": [{"type": "string"}, {"type": "null"}]}],
        },
        "$defs": {"Kept": {"type": "object"}},
    }
