"""Style sheets are parsed once for the colours of a theme, and anew for those of another."""

from __future__ import annotations

import pytest

from tui.stylesheet import ParsedOnce


@pytest.mark.parametrize("ink", ["red", "blue"])
def test_it_is_parsed_for_other_colours_alone(ink: str) -> None:
    sheet = ParsedOnce({"ink": "red"})
    sheet.add_source("Static { color: $ink; }", read_from=("a", "b"))
    sheet.reparse()
    (before,) = sheet.rules
    sheet.set_variables({"ink": ink})
    sheet.reparse()
    (now,) = sheet.rules
    assert (now is before) is (ink == "red")
    assert now.styles.color.css == {"red": "rgb(255,0,0)", "blue": "rgb(0,0,255)"}[ink]
