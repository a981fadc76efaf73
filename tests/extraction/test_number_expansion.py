"""Numbers of registered promises that lists give by their last figures alone, written out."""

from __future__ import annotations

import pytest

from tracker.extraction.number_expansion import written_out
from tracker.extraction.number_mentions import is_bare, sets_apart
from tracker.extraction.register_numbers import names


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Zie TZ202402-158 en 900 gemeenten.", "Zie TZ202402-158 en 900 gemeenten."),
        ("Zie TZ202402-158.", "Zie TZ202402-158."),
        ("Zie TZ202402-158 – TZ202402-161.", "Zie TZ202402-158 – TZ202402-161."),
        ("De TZ202402-158/160 zijn er.", "De TZ202402-158, TZ202402-160 zijn er."),
        ("(TZ202402-158 t/m 160)", "(TZ202402-158, TZ202402-159, TZ202402-160)"),
    ],
)
def test_only_what_is_given_in_short_is_written_out(text: str, written: str) -> None:
    assert written_out(text) == written


def test_a_number_in_a_range_is_named() -> None:
    assert names("De toezeggingen TZ202402-158 t/m 160 zijn afgedaan.", "TZ202402-159")
    assert not names("De toezeggingen TZ202402-158 t/m 160 zijn afgedaan.", "TZ202402-161")
    assert is_bare("Toezeggingen TZ202402-158/159", "TZ202402-159")
    assert sets_apart("Het plan staat los van TZ202402-158/159.", "TZ202402-159")
