"""Sheets as one HTML page."""

from __future__ import annotations

import pytest

from tests.ledgers import SMALL
from tests.render.test_formats import Page
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.render.html_page import write
from tracker.views import audit
from tracker.views.content import SheetContent


@pytest.mark.parametrize(("language", "code"), [("nl", "nl"), ("en", "en"), ("", "en")])
def test_a_page_says_its_language_and_needs_nothing_from_elsewhere(language: str, code: str) -> None:
    with speaking(language):
        page = write(SheetContent((audit.sheet(Index(SMALL)),)))
    assert f'lang="{code}"' in page
    assert not {"script", "link", "img", "iframe"} & set(Page(page).tags)
    assert "svg" in Page(page).tags
