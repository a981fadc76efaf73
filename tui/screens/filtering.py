"""Lists of promises that are narrowed as the overview is: slash, then words and fields in the language of filters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.filter_language import read_filter
from tui.filter_offers import FilterOffers, unknown_values
from tui.filters import choose
from tui.screens.text_search import SearchingRows
from tui.view_model import Study, ThreadItem
from tui.widgets.searchbar import SearchBar


class FilteringRows(SearchingRows):
    """A list whose rows are promises; `show_study` lists those that are kept."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("slash", "search", "filter")]

    narrowed = ""
    """The filter that is typed."""

    def __init__(self) -> None:
        super().__init__()
        self._listed_of: tuple[object, ...] = ()
        self._listed: tuple[ThreadItem, ...] = ()

    def bar(self) -> SearchBar:
        """Where the filter is typed."""
        self.offers = FilterOffers(self.labels, self._unfiltered)
        return SearchBar(self.labels, self.labels("overview.filter"), self.offers.completions)

    def offered(self, text: str, /) -> str:
        """How the filter could go on, with how many rows each keeps."""
        return self.offers.told(text)

    def _unfiltered(self) -> tuple[ThreadItem, ...]:
        """What is listed without a filter; the same object until something else is."""
        study = self.study
        if study is None:
            return ()
        if self._listed_of != (study, self.listed_by()):
            self._listed_of, self._listed = (study, self.listed_by()), tuple(self.listed(study))
        return self._listed

    def listed(self, study: Study, /) -> Iterable[ThreadItem]:
        """What is listed without a filter."""
        return study.entries

    def listed_by(self) -> object:
        """What it hangs on beside the study which entries are listed."""
        return None

    def kept(self, entries: Iterable[ThreadItem]) -> tuple[ThreadItem, ...]:
        """The entries that fit the filter, in their order."""
        entries = tuple(entries)
        if not self.narrowed:
            return entries
        fitting = {entry.id for entry in choose(entries, read_filter(self.narrowed, self.labels))}
        return tuple(entry for entry in entries if entry.id in fitting)

    def why_empty(self, otherwise: str) -> str:
        """What is wrong with the filter, or that nothing fits it; without one the words given."""
        if not (self.narrowed and self.study):
            return self.or_reading(otherwise)
        wanted = read_filter(self.narrowed, self.labels)
        faults = wanted.faults or unknown_values(self.study.entries, wanted, self.labels)
        return self.or_reading(" ".join(faults) or self.labels("filter.no_match"))

    def seek(self, words: str) -> int:
        """List what fits, with the cursor on the first."""
        self.narrowed = words
        self.show_study(self.study)
        rows = self.page
        rows.light(" ".join(read_filter(words, self.labels).words))
        rows.action_edge(-1)
        return self.count()

    def count(self) -> int:
        """How many rows fit."""
        return len(self.page.keys) - len(self.page.groups)

    def filter_to_count(self) -> str:
        """The filter of this list, if it has one."""
        return self.narrowed or super().filter_to_count()

    def asked(self) -> str:
        """The filter."""
        return self.narrowed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Every row is one that fits."""
        return False if action == "next" else super().check_action(action, parameters)
