"""Sheets as one HTML page."""

from __future__ import annotations

import re

import pytest

from tests.ledgers import POSTPONED, SMALL
from tests.render.test_formats import Page
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.render.html_page import write
from tracker.text.short_id import thread_id
from tracker.views import audit
from tracker.views.content import SheetContent


def test_links_to_threads_that_were_joined_lead_to_the_one_that_is_left() -> None:
    page = write(SheetContent((audit.sheet(Index(SMALL)),)))
    names = [f"t-{name}" for name in re.findall(r'id="t-([0-9a-f]{8})"', page)]
    assert len(names) == len({*names})
    (article,) = re.findall(rf'<article id="{POSTPONED.id}">.*?</article>', page, re.DOTALL)
    assert f'id="{thread_id(POSTPONED.members[-1].ref)}"' in article


@pytest.mark.parametrize(("language", "code"), [("nl", "nl"), ("en", "en"), ("", "en")])
def test_a_page_says_its_language_and_needs_nothing_from_elsewhere(language: str, code: str) -> None:
    with speaking(language):
        page = write(SheetContent((audit.sheet(Index(SMALL)),)))
    assert f'lang="{code}"' in page
    assert not {"script", "link", "img", "iframe"} & set(Page(page).tags)
    assert "svg" in Page(page).tags
