"""No word of a face is said in one language only."""

from __future__ import annotations

import gettext
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests import repositories
from tests.ledgers import NEW, OLD, SMALL
from tests.render.test_formats import Page
from tests.written import written
from tracker.alignment import align, align_passages
from tracker.i18n import catalog
from tracker.ledger.queries import Index
from tracker.render import commit_summary, letter, letter_diff, thread
from tracker.views import audit, new_letter, overview
from tracker.views.text_style import TextStyle

ROOT = Path(catalog.__file__).parents[2]
INDEX = Index(SMALL)


ENGLISH = catalog.translations("en")


class Bracketed(gettext.NullTranslations):
    """A language in which every message stands in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{ENGLISH.gettext(message)}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{ENGLISH.ngettext(msgid1, msgid2, n)}⟧"


FACES: dict[str, Callable[[], str]] = {
    "report": lambda: overview.render(INDEX, SMALL.threads, TextStyle(140)),
    "thread": lambda: "".join(thread.render(INDEX, row, SMALL.threads, TextStyle(140)) for row in SMALL.threads),
    "show": lambda: "".join(letter.render(INDEX, row, TextStyle(140)) for row in SMALL.letters),
    "diff": lambda: letter_diff.render(
        OLD, NEW, align(OLD, NEW), align_passages(OLD, NEW, align(OLD, NEW)), TextStyle(140)
    ),
    "brief": lambda: commit_summary.brief(new_letter.sheet(INDEX, NEW), "x.md", TextStyle(140)),
    "text": lambda: written(SHEETS(), "text"),
    "md": lambda: written(SHEETS(), "md"),
    "html": lambda: Page(written(SHEETS(), "html")).text.partition("}\n\n")[2],
    "csv": lambda: written(SHEETS(), "csv"),
}


def SHEETS() -> list[overview.ReportView]:  # noqa: N802 - made anew in each language
    return [audit.sheet(INDEX), new_letter.sheet(INDEX, NEW), overview.sheet(INDEX, SMALL.threads)]


OWN = {"Kamerstuk", "nr", "all", "tracker", "https", "zoek", "officielebekendmakingen", "nl", "html", "txt", "md"}
"""What is the same in every language."""


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text))


@pytest.mark.parametrize("face", FACES)
def test_every_word_of_a_face_is_a_message_or_from_the_letters(face: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "translations", lambda code: Bracketed())
    text = FACES[face]()
    while re.search(r"⟦[^⟦⟧]*⟧", text):
        text = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    data = json.dumps(msgspec.to_builtins(SMALL), ensure_ascii=False, default=str)
    assert words(text) - words(data) - OWN == set()


@pytest.mark.slow
def test_a_reader_of_text_waits_for_no_library_of_the_other_faces(tmp_path: Path) -> None:
    folder = repositories.write(tmp_path / "brieven")
    code = "from tracker.cli import main; import sys; assert main(['audit', sys.argv[1]]) == 0; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.split())
    assert "tracker.extraction" in loaded
    assert not {"babel", "xlsxwriter", "matplotlib", "jinja2"} & loaded
