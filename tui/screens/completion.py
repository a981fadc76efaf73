"""The filter as it is typed, completed from what there is."""

from __future__ import annotations

from collections.abc import Callable

from textual.suggester import Suggester


class FilterSuggester(Suggester):
    """Completes the token that is typed to the value that keeps most."""

    def __init__(self, offers: Callable[[str], tuple[tuple[str, int], ...]]) -> None:
        super().__init__(use_cache=False)
        self.offers = offers

    async def get_suggestion(self, value: str) -> str | None:
        """The filter with its last token whole."""
        start, space, _ = value.rpartition(" ")
        return next((f"{start}{space}{word}" for word, _ in self.offers(value)), None)
