"""The tables of the language and the lists in them, as the data has them."""

from __future__ import annotations

import pytest

import tracker.language.resources as resources
from tracker.errors import RulesetError
from tracker.language.resources import (
    entries,
    month_abbreviations,
    month_names,
    read_table,
    read_text,
    word_list,
    word_set,
)


def test_a_list_keeps_its_order_and_one_that_is_lacking_is_empty() -> None:
    assert word_list("words", "links") == ("", "s", "en", "n", "e")
    assert word_set("words", "no such list") == frozenset()
    assert entries("details", "no such part") == {}


def test_a_table_is_parsed_from_its_text() -> None:
    assert "identifying" in read_text("details")
    assert read_table("details")["identifying"] == ["motie", "toezegging"]


@pytest.mark.parametrize("read", [read_table, read_text])
def test_a_table_of_another_name_is_none(read: object) -> None:
    assert callable(read)
    with pytest.raises(KeyError, match="secrets"):
        read("secrets")


def test_the_names_of_months() -> None:
    assert month_names()[0] == "januari"
    assert len(month_names()) == 12
    assert {"jan.", "febr.", "dec."} <= set(month_abbreviations())


@pytest.mark.usefixtures("remembering")
def test_a_table_that_was_found_sound_is_not_looked_at_again_and_one_that_changed_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []
    real = resources.checked
    monkeypatch.setattr(resources, "checked", lambda name, *rest: (looked.append(name), real(name, *rest))[1])
    for _ in range(2):
        read_table.cache_clear()
        assert read_table("details")["identifying"] == ["motie", "toezegging"]
    assert looked == ["details"]
    read_table.cache_clear()
    monkeypatch.setattr(resources, "read_text", lambda _: "nobody_asks = 1")
    for _ in range(2):
        with pytest.raises(RulesetError, match="nobody_asks"):
            read_table("details")
    read_table.cache_clear()
