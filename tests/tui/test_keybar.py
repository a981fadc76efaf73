"""The foot: keys that do something here, as many as fit, help and quit at the end."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual.binding import Binding, BindingType
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.stage import Stage, on_stage
from tui.labels import Labels
from tui.widgets.keybar import LAST, KeyBar

NAMES = ("quit", "letter", "copy", "export", "search", "help")


class Keyed(Screen[None]):
    """A screen with some keys, one that cannot be used here and one that has no words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(name[0], f"app.{name}", name) for name in NAMES),
        Binding("z", "app.nothing", "nothing"),
    ]

    def compose(self) -> list[KeyBar]:
        return [KeyBar(Labels("en"))]


@pytest.mark.parametrize(("width", "shown"), [(120, NAMES), (26, ("quit", "help"))])
def test_as_many_as_fit_are_shown_and_help_and_quit_always(width: int, shown: tuple[str, ...]) -> None:
    async def story(pilot: Pilot[None], app: Stage[Keyed]) -> None:
        bar = app.shown.query_one(KeyBar)
        text = bar.render().plain
        words = {name: Labels("en")(f"keys.{name}") for name in NAMES}
        assert {name for name, word in words.items() if word in text} >= set(shown)
        assert len(text) <= width
        assert text.endswith("  ".join(f"{name[0]} {words[name]}" for name in LAST))
        await pilot.pause()

    on_stage(Keyed(), story, size=(width, 5))


def test_a_key_that_is_clicked_is_pressed() -> None:
    async def story(pilot: Pilot[None], app: Stage[Keyed]) -> None:
        metas = [s.style.meta for s in app.shown.query_one(KeyBar).render().spans if not isinstance(s.style, str)]
        assert {meta["key"] for meta in metas if "key" in meta} == {name[0] for name in NAMES}
        await pilot.pause()

    on_stage(Keyed(), story, size=(120, 5))
