"""What is wrong with a file that a person may edit, said by the tracker itself."""

from __future__ import annotations

import msgspec
import pytest

from tracker.decisions.ruling import Decision
from tracker.decisions.toml_text import read_decisions
from tracker.errors import DecisionError
from tracker.extraction.learned.correction import read_correction
from tracker.i18n.catalog import speaking, text_of
from tracker.text.key_lines import KeyLines
from tracker.text.toml import TomlError, parse_toml
from tracker.text.wrong_form import form_fault

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
    lines = KeyLines(RULING + RULING, "decision")
    assert "line 8" in str(form_fault(fault.value, RULING + RULING, Decision, lambda key: lines.of(key, 2)))


def test_what_is_nested_too_deeply_is_no_toml() -> None:
    with pytest.raises(TomlError, match="nested too deeply"):
        parse_toml("a = " + "{a = " * 50_000)


def test_json_that_breaks_off() -> None:
    with pytest.raises(msgspec.DecodeError) as fault:
        msgspec.json.decode("{")
    assert str(form_fault(fault.value)) == "it ends where something is still to come"


@pytest.mark.parametrize(
    "number", ["9" * 5000, "1_" * 5000 + "1", "0x" + "f" * 9000, "0o" + "7" * 9000, "1" + "0" * 19]
)
def test_a_number_that_nobody_can_read_is_a_fault_of_the_file(number: str) -> None:
    with pytest.raises(TomlError, match="more digits"):
        parse_toml(f"a = [{{b = {number}}}]")
    with pytest.raises(DecisionError, match="more digits"):
        read_decisions(RULING.replace('"A"', number))
    with pytest.raises(DecisionError, match="more digits"):
        read_correction(f"rulings = {number}\n")


@pytest.mark.parametrize("number", [str(2**63 - 1), str(-(2**63) + 1), "1e9999", "inf", "nan"])
def test_a_number_that_can_be_read_is_none(number: str) -> None:
    assert "a" in parse_toml(f"a = {number}")


def test_the_first_of_many_faults_are_told_with_how_many_more_there_are() -> None:
    with pytest.raises(DecisionError) as fault:
        read_decisions('[[decision]]\nruling = "x"\n' * 5000)
    said = str(fault.value)
    assert "decision 20: ruling (line 40)" in said
    assert "decision 21" not in said
    assert "… and 4980 more" in said
    assert len(said) < 10_000


def test_a_key_as_long_as_a_letter_is_not_told_whole() -> None:
    for text in (f"{'k' * 9999} = 1\n", RULING + f"{'k' * 9999} = 1\n"):
        with pytest.raises(DecisionError) as fault:
            read_decisions(text)
        assert len(str(fault.value)) < 300
