"""Every text stands out from every ground that it is painted on, in every theme, as WCAG 2 measures it (AA)."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.theme import read_themes

TEXT, SIGN = 4.5, 3.0
PAIRS = (("found", "found-ground"), ("edit-old", "edit-old-ground"), ("edit-new", "edit-new-ground"))


def luminance(colour: str) -> float:
    parts = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def named(theme: Theme) -> dict[str, str]:
    fields = ("foreground", "background", "surface", "panel", "primary", "accent", "success", "warning", "error")
    return {**{name: str(getattr(theme, name)) for name in fields}, **theme.variables}


@pytest.mark.parametrize("name", list(read_themes()))
def test_every_text_can_be_read(name: str) -> None:
    colours = named(read_themes()[name])
    texts = ["foreground", "faint", "primary", "accent", "success", "warning", "error", "edit-old", "edit-new"]
    texts += [colour for colour in colours if colour.startswith("status-")]
    grounds = ["background", "surface", "panel", "chosen", "footer-background", "commitment-ground", "report-ground"]
    pairs = [*((text, ground) for text in texts for ground in grounds), *PAIRS]
    assert [pair for pair in pairs if contrast(*(colours[one] for one in pair)) < TEXT] == []


@pytest.mark.parametrize("name", list(read_themes()))
def test_rules_and_rails_can_be_seen(name: str) -> None:
    colours = named(read_themes()[name])
    assert contrast(colours["rule"], colours["background"]) >= SIGN


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
