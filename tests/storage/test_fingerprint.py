"""A ledger is remembered by all that it is made of."""

from __future__ import annotations

import os

import pytest

from tracker.model import Collection, SourceFile
from tracker.storage.fingerprint import fingerprint
from tracker.storage.ocr_cache import keep_layer

LETTERS = Collection("brieven", (SourceFile("a.txt", b"one"),))


@pytest.mark.usefixtures("remembering")
def test_it_knows_files_rulings_pictures_and_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {fingerprint(LETTERS), fingerprint(LETTERS)}
    found.add(fingerprint(Collection("brieven", (SourceFile("a.txt", b"two"),))))
    found.add(fingerprint(Collection("brieven", LETTERS.files, decisions="x")))
    keep_layer(b"one", b"what its picture says")
    found.add(fingerprint(LETTERS))
    monkeypatch.setenv("TRACKER_LIMITS", "pages=3")
    found.add(fingerprint(LETTERS))
    assert len(found) == 5


def test_a_setting_that_is_no_text_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(LETTERS)
    monkeypatch.setenv("TRACKER_LANG", os.fsdecode(b"\xff"))
    assert fingerprint(LETTERS) != before
