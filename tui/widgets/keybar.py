"""The foot of a screen: the keys that do something here, in the language of the labels, as many as fit."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.keys import key_to_character
from textual.style import Style
from textual.widget import Widget

from tui.labels import Labels

LAST = ("help", "quit")
"""Labels of keys that stay at the end, whatever does not fit before them."""


class KeyBar(Widget):
    """One line of keys with what they do; a click presses one."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.labels = labels

    def on_mount(self) -> None:
        """Follow what the screen can do."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._keys_changed())
        self.watch(self.screen, "focused", self._keys_changed, init=False)

    def _keys_changed(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if isinstance(key := event.style.meta.get("key"), str):
            self.app.simulate_key(key)

    def render(self) -> Content:
        """As many as fit."""
        active = [
            row.binding
            for row in self.screen.active_bindings.values()
            if row.binding.show and row.enabled and not self._is_typed(row.binding)
        ]
        keys = {binding.description: binding for binding in reversed(active) if self.labels.has(_name(binding))}
        order = [name for name in reversed(keys) if name not in LAST] + [name for name in LAST if name in keys]
        parts = {name: self._part(keys[name]) for name in order}
        room = self.size.width - sum(parts[name].cell_length + 2 for name in LAST if name in parts)
        shown: list[Content] = []
        for name in order:
            length = parts[name].cell_length + 2
            if name in LAST or room >= length:
                shown.append(parts[name])
                room -= 0 if name in LAST else length
        return Content("  ").join(shown)

    def _is_typed(self, binding: Binding) -> bool:
        """Whether the key is a letter of what is being typed."""
        typing = self.screen.focused
        sign = "/" if binding.key == "slash" else key_to_character(binding.key)  # Unicode has another name for it
        return typing is not None and typing.check_consume_key(binding.key, sign)

    def _part(self, binding: Binding) -> Content:
        key = self.app.get_key_display(binding)
        part = Content.assemble((key, "bold $accent"), " ", (self.labels(_name(binding)), "$faint"))
        return part.stylize(Style.from_meta({"key": binding.key}))


def _name(binding: Binding) -> str:
    """The key of the label that a binding's description stands for."""
    return f"keys.{binding.description}"
