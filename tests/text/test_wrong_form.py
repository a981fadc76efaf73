"""What is wrong with a file that a person may edit, said by the tracker itself."""

from __future__ import annotations

import msgspec
import pytest

from tracker.decisions.ruling import Decision
from tracker.decisions.toml_text import read_decisions
from tracker.errors import DecisionError
from tracker.extraction.learned.correction import read_correction
from tracker.i18n.catalog import speaking, text_of
from tracker.text.toml import TomlError, parse_toml
from tracker.text.wrong_form import form_fault, nth_table

RULING = '[[decision]]\nruling = "note"\nwho = "A"\nwhen = 2024-01-01T00:00:00Z\nwhy = "x"\nquotes = []\n'

WRONG = {
    "a value": ('ruling = "note"', 'ruling = "statuss"', "ruling (regel 2): ‘statuss’ kan hier niet staan; wel same, "),
    "a type": (
        'who = "A"',
        "who = 3",
        "who (regel 3): hier hoort tekst tussen aanhalingstekens te staan, niet een geheel",
    ),
    "an unknown key": ('why = "x"', 'why = "x"\nhow = 1', "how (regel 6): deze sleutel bestaat niet"),
    "a missing key": ('why = "x"\n', "", "why: deze sleutel ontbreekt"),
    "a date": ('why = "x"', 'why = "x"\nend = "mei"', "end (regel 6): hier hoort een datum te staan, zoals 2024-10-31"),
    "two keys": ('why = "x"', 'why = "x"\nwhy = "y"', "deze sleutel of tabel staat er al"),
    "no TOML": ('who = "A"', "who = A", "regel 3: dit is niet geschreven zoals het hoort"),
}


@pytest.mark.parametrize(("known", "other", "said"), WRONG.values(), ids=WRONG)
def test_a_fault_of_rulings_is_said_in_dutch_with_key_line_and_what_is_expected(
    known: str, other: str, said: str
) -> None:
    with pytest.raises(DecisionError) as fault:
        read_decisions(RULING.replace(known, other))
    with speaking("nl"):
        told = text_of(fault.value.message)
    assert said in told
    assert not any(word in told for word in ("Object", "Invalid", "Expected", "Cannot", "$", "`"))


def test_a_learned_file_says_so_too() -> None:
    with pytest.raises(DecisionError, match=r"changes: .*|line"):
        read_correction('rulings = "x"\n')


def test_the_line_is_that_of_the_table_with_the_fault() -> None:
    with pytest.raises(msgspec.ValidationError) as fault:
        msgspec.convert({"ruling": "x"}, Decision)
    assert "line 8" in str(
        form_fault(fault.value, RULING + RULING, Decision, nth_table(RULING + RULING, "decision", 2))
    )


def test_what_is_nested_too_deeply_is_no_toml() -> None:
    with pytest.raises(TomlError, match="nested too deeply"):
        parse_toml("a = " + "{a = " * 50_000)


def test_json_that_breaks_off() -> None:
    with pytest.raises(msgspec.DecodeError) as fault:
        msgspec.json.decode("{")
    assert str(form_fault(fault.value)) == "it ends where something is still to come"
