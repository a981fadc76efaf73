"""The pages in a real browser: silent, no wider than a telephone, every link leads somewhere, dark and print apply."""

from __future__ import annotations

import base64
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from tests.browser import PROGRAM, Browser
from tests.ledgers import NEW, SMALL
from tests.written import written
from tracker.documents import read_collection
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.model import Ledger
from tracker.pipeline import open_collection
from tracker.views import audit, new_letter, overview

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed (Debian: apt install chromium)"),
]

INDEX = Index(SMALL)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    found = Browser(tmp_path_factory.mktemp("browser"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """An audit, and a page of two reports, in Dutch and English."""
    top, found = tmp_path_factory.mktemp("pages"), []
    for language in ("nl", "en"):
        with speaking(language):
            two = [overview.sheet(INDEX, SMALL.threads, soft=True), new_letter.sheet(INDEX, NEW)]
            sheets = [audit.sheet(INDEX)], two
            for at, some in enumerate(sheets):
                found.append(top / f"{language}{at}.html")
                found[-1].write_text(written(some, "html"), encoding="utf-8")
    return found


def test_the_pages_are_silent_fit_a_telephone_and_link_to_what_is_there(browser: Browser, pages: list[Path]) -> None:
    for page in pages:
        browser.open(page, 360)
        assert browser.told == []
        assert browser.value("document.documentElement.scrollWidth") <= 360
        ids = "[...document.querySelectorAll('[id]')].map(node => node.id)"
        found = browser.value(ids)
        assert len(found) == len(set(found))
        links = browser.value("[...document.querySelectorAll('a')].map(node => node.getAttribute('href'))")
        inside = [link[1:] for link in links if link.startswith("#")]
        assert inside
        assert set(inside) <= set(found)
        assert all(link.startswith("https://") for link in links if not link.startswith("#"))


def test_dark_and_print_apply(browser: Browser, pages: list[Path]) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    browser.open(pages[0], 1200)
    light = browser.value(paper)
    browser.open(pages[0], 1200, scheme="dark")
    assert browser.value(paper) != light
    browser.open(pages[0], 800, kind="print", scheme="dark")
    assert browser.value(paper) == "rgb(255, 255, 255)"


PRINTED = 695
"""Pixels between the margins of a printed page: what is wider shrinks everything."""


def is_wide() -> bool:
    """Whether the machine sets pages in a font that is wider than those of the style sheet."""
    asked = subprocess.run(["fc-match", "Arial"], capture_output=True, text=True, check=False)
    return not any(name in asked.stdout for name in ("Liberation", "Arial", "Arimo"))


@pytest.mark.usefixtures("shared")
@pytest.mark.skipif(shutil.which("fc-match") is None or is_wide(), reason="no font as wide as Arial is installed")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_report_of_five_letters_fits_ten_pages_of_unshrunk_print(
    language: str, browser: Browser, seeds: Path, tmp_path: Path, judged: Callable[..., Ledger]
) -> None:
    index = Index(judged(read_collection(open_collection(seeds)), seeds.name, None))
    page = tmp_path / "report.html"
    with speaking(language):
        page.write_text(written([overview.sheet(index, index.ledger.threads)], "html"), encoding="utf-8")
    browser.open(page, PRINTED, kind="print")
    assert browser.value("document.documentElement.scrollWidth") <= PRINTED
    printed = browser.ask("Page.printToPDF", preferCSSPageSize=True)["data"]
    with pypdfium2.PdfDocument(base64.b64decode(printed)) as pages:
        assert 1 < len(pages) <= 10


def test_every_chart_has_words_for_who_cannot_see_it(browser: Browser, pages: list[Path]) -> None:
    browser.open(pages[0], 360)
    charts = browser.value(
        "[...document.querySelectorAll('svg')].map(node => [node.getAttribute('role'),"
        " document.getElementById(node.getAttribute('aria-labelledby').split(' ')[1]).textContent.length > 20,"
        " node.getBoundingClientRect().width <= 360])"
    )
    assert charts
    assert all(row == ["img", True, True] for row in charts)
