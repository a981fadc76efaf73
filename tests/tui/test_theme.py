"""Every text stands out from every ground that it is painted on, in every theme, as WCAG 2 measures it (AA)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from tests.tui.driving import keys, play, settle
from tui.app import TrackerApp
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


def among_256(colour: str) -> str:
    """The nearest that a terminal of 256 colours has, as it is taken when painted."""
    return RichColor.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


@pytest.mark.parametrize("painted", [str, among_256], ids=["all colours", "256 colours"])
@pytest.mark.parametrize("name", list(read_themes()))
def test_every_text_can_be_read(name: str, painted: Callable[[str], str]) -> None:
    colours = {row: painted(colour) for row, colour in named(read_themes()[name]).items()}
    texts = ["foreground", "faint", "primary", "accent", "success", "warning", "error", "edit-old", "edit-new"]
    texts += [colour for colour in colours if colour.startswith("status-")]
    grounds = ["background", "surface", "panel", "chosen", "footer-background", "commitment-ground", "report-ground"]
    pairs = [*((text, ground) for text in texts for ground in grounds), *PAIRS]
    assert [pair for pair in pairs if contrast(*(colours[one] for one in pair)) < TEXT] == []


@pytest.mark.parametrize("name", list(read_themes()))
def test_rules_and_rails_can_be_seen(name: str) -> None:
    colours = named(read_themes()[name])
    assert contrast(colours["rule"], colours["background"]) >= SIGN


PAGES = {
    "overview": ["1"],
    "filter": ["slash", "'status:'"],
    "filter that asks nothing": ["ctrl+u", "'x:a'"],
    "filter without words": ["ctrl+u"],
    "lists": ["escape", "escape", "f"],
    "thread": ["escape", "enter"],
    "wordings": ["v"],
    "subject": ["escape", "b"],
    "status": ["escape", "s"],
    "reason": ["enter"],
    "no reason": ["enter"],
    "deadlines": ["escape", "2"],
    "trend": ["t"],
    "compare": ["t", "3"],
    "section": ["s"],
    "letters": ["escape", "4", "n"],
    "words": ["slash", "'haven'", "enter"],
    "review": ["escape", "5", "slash"],
    "news": ["escape", "6"],
    "counts": ["7"],
    "rulings": ["8"],
    "troubles": ["9"],
    "search": ["0", "ctrl+u"],
    "found": ["'haven'", "enter"],
    "help": ["question_mark"],
    "day": ["escape", "D"],
    "ticks": ["escape", "L"],
    "palette": ["escape", "ctrl+p"],
    "told": ["escape", "2", "w", "ctrl+u", "'x'", "enter"],
}
"""The keys that go from each page to the next."""


@pytest.mark.slow
def test_what_is_painted_can_be_read_on_every_page_in_every_theme(desk: TrackerApp) -> None:
    """What lies behind a question, too: it is what one is asked about."""
    faint: list[tuple[str, str, str, float]] = []

    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        for page, presses in PAGES.items():
            await keys(pilot, *presses)
            for name in sorted(read_themes(), key=lambda name: name != app.theme):  # the one that is worn first
                app.wear(name)
                await settle(pilot)
                faint.extend((name, page, text, ratio) for text, ratio in too_faint(app))

    play(desk, story, (120, 36))
    assert faint == []


def too_faint(app: TrackerApp) -> Iterator[tuple[str, float]]:
    """What is painted with too little contrast: text, and signs without letters or figures."""
    screen = app.screen
    for strip in screen._compositor.render_strips():
        for text, style, _ in strip:
            if text.strip() and style and style.color and style.bgcolor:
                colours = [style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex]
                ratio = round(contrast(*colours), 2)
                if ratio < (TEXT if any(map(str.isalnum, text)) else SIGN):
                    yield text.strip(), ratio


def test_the_trend_wears_another_theme_at_once(real: TrackerApp) -> None:
    async def story(pilot: Pilot[None], app: TrackerApp) -> None:
        await keys(pilot, "2", "t")
        for name in app.themes:
            app.wear(name)
            await settle(pilot)
            assert list(too_faint(app)) == []

    play(real, story)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
