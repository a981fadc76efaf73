"""A ledger is remembered by all that it is made of."""

from __future__ import annotations

import os

import pytest

from tracker.model import Collection, SourceFile
from tracker.storage.layers import keep_layer
from tracker.storage.made_of import made_of

LETTERS = Collection("brieven", (SourceFile("a.txt", b"one"),))


@pytest.mark.usefixtures("remembering")
def test_it_knows_files_rulings_pictures_and_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {made_of(LETTERS), made_of(LETTERS)}
    found.add(made_of(Collection("brieven", (SourceFile("a.txt", b"two"),))))
    found.add(made_of(Collection("brieven", LETTERS.files, decisions="x")))
    keep_layer(b"one", b"what its picture says")
    found.add(made_of(LETTERS))
    monkeypatch.setenv("TRACKER_LIMITS", "pages=3")
    found.add(made_of(LETTERS))
    assert len(found) == 5


def test_a_setting_that_is_no_text_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made_of(LETTERS)
    monkeypatch.setenv("TRACKER_LANG", os.fsdecode(b"\xff"))
    assert made_of(LETTERS) != before
