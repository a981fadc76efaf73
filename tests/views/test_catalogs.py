"""Every message has its translation, every catalog is compiled, and no word of a face goes unmarked."""

from __future__ import annotations

import ast
import gettext
import io
import json
import re
import string
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.ledgers import NEW, OLD, SMALL
from tests.render.test_formats import Page
from tracker.alignment import align, align_passages
from tracker.ledger.queries import Index
from tracker.model import DateSource, Firmness, Kind, Outcome, Relation, Status, StepKind
from tracker.render import commit_summary, letter, letter_diff, thread
from tracker.render.formats import as_csv, write
from tracker.views import audit, i18n, labels, new_letter, overview
from tracker.views.text_style import TextStyle
from tui.labels import Labels

SOURCES = Path(i18n.__file__).parent.parent
CATALOGS = sorted(i18n.FOLDER.glob("*/LC_MESSAGES/tracker.po"))
INDEX = Index(SMALL)
METHODS = [("**.py", "python"), ("**/templates/**", "jinja2")]
KEYWORDS = {"say": None, "marked": None, "many": (1, 2)}


def found() -> set[str | tuple[str, ...]]:
    """Every message of the code and the templates."""
    rows = extract_from_dir(SOURCES, METHODS, keywords=KEYWORDS)
    return {tuple(row[2]) if isinstance(row[2], tuple) else row[2] for row in rows}


def messages(path: Path) -> dict[str | tuple[str, ...], Message]:
    catalog = read_po(io.BytesIO(path.read_bytes()))
    return {tuple(row.id) if isinstance(row.id, list | tuple) else row.id: row for row in catalog if row.id}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_is_a_catalog_for_each_language() -> None:
    assert {path.parts[-3] for path in CATALOGS} | {"en"} == set(i18n.LOCALES)


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
class TestCatalog:
    """One language beside the code, which speaks English."""

    def test_it_has_every_message_and_no_other(self, path: Path) -> None:
        assert messages(path).keys() == found()

    def test_every_message_is_translated_with_its_blanks(self, path: Path) -> None:
        for key, row in messages(path).items():
            originals = key if isinstance(key, tuple) else (key,)
            words = row.string if isinstance(row.string, tuple) else (row.string,)
            assert all(words), key
            assert not row.fuzzy, key
            assert all(blanks(word) == blanks(originals[-1]) for word in words), key

    def test_it_is_compiled(self, path: Path) -> None:
        with path.with_suffix(".mo").open("rb") as file:
            compiled = gettext.GNUTranslations(file)
        for key, row in messages(path).items():
            if isinstance(key, tuple):
                assert (compiled.ngettext(*key, 1), compiled.ngettext(*key, 2)) == row.string
            else:
                assert compiled.gettext(key) == row.string


def literals() -> Iterator[tuple[Path, str]]:
    """The first words of each call that marks a message, however deep in the code it stands."""
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS
            if named and node.args and isinstance(node.args[0], ast.Constant):
                yield path, str(node.args[0].value)


def test_no_message_hides_from_the_extraction() -> None:
    """Within an f-string a message would not be found."""
    known = {key if isinstance(key, str) else key[0] for key in found()}
    assert [(path.name, text) for path, text in literals() if text not in known] == []


@pytest.mark.parametrize("kinds", [Status, StepKind, Kind, Firmness, Outcome, Relation, DateSource])
def test_every_word_of_the_model_is_marked(kinds: type[Status]) -> None:
    assert {str(value) for value in kinds} <= labels.WORDS


def test_every_reason_of_a_step_is_marked() -> None:
    """What verdicts/steps.py writes is what a face can say in another language."""
    code = (SOURCES / "status" / "timeline.py").read_text(encoding="utf-8")
    written = re.findall(r'_step\(row, StepKind\.\w+, f?"([^"]+)"\)', code)
    assert len(written) >= 10
    for text in written:
        start = re.split(r" \(\{|\{words\}", text)[0].replace("{row.outcome}", "delayed")
        assert start in labels.REASONS


def test_the_screens_and_the_reports_call_a_status_alike() -> None:
    screen = Labels("nl")
    with i18n.speaking("nl"):
        assert [labels.word(status) for status in Status] == [screen(f"status.{status}") for status in Status]
        assert [labels.word(kind) for kind in Kind] == [screen(f"kind.{kind}") for kind in Kind]


class Bracketed(gettext.NullTranslations):
    """A language in which every message stands in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


FACES: dict[str, Callable[[], str]] = {
    "report": lambda: overview.render(INDEX, SMALL.threads, TextStyle(140)),
    "thread": lambda: "".join(thread.render(INDEX, row, SMALL.threads, TextStyle(140)) for row in SMALL.threads),
    "show": lambda: "".join(letter.render(INDEX, row, TextStyle(140)) for row in SMALL.letters),
    "diff": lambda: letter_diff.render(
        OLD, NEW, align(OLD, NEW), align_passages(OLD, NEW, align(OLD, NEW)), TextStyle(140)
    ),
    "brief": lambda: commit_summary.brief(new_letter.sheet(INDEX, NEW), "x.md", TextStyle(140)),
    "text": lambda: write(SHEETS(), "text"),
    "md": lambda: write(SHEETS(), "md"),
    "html": lambda: Page(write(SHEETS(), "html")).text.partition("}\n\n")[2],
    "csv": lambda: as_csv(SHEETS()),
}


def SHEETS() -> list[overview.ReportView]:  # noqa: N802 - made anew in each language
    return [audit.sheet(INDEX), new_letter.sheet(INDEX, NEW), overview.sheet(INDEX, SMALL.threads)]


OWN = {"Kamerstuk", "nr", "all", "tracker", "https", "zoek", "officielebekendmakingen", "nl", "html", "txt", "md"}
"""What is the same in every language."""

PASSES = {"alike", "content"}
"""Names of passes of the alignment, told as rules are."""


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text))


@pytest.mark.parametrize("face", FACES)
def test_every_word_of_a_face_is_a_message_or_from_the_letters(face: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_catalog", lambda code: Bracketed())
    text = FACES[face]()
    while re.search(r"⟦[^⟦⟧]*⟧", text):
        text = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    data = json.dumps(msgspec.to_builtins(SMALL), ensure_ascii=False, default=str)
    assert words(text) - words(data) - OWN - PASSES == set()


def test_a_reader_of_text_waits_for_no_library_of_the_other_faces() -> None:
    code = "from tracker.cli import main; import sys; assert main(['audit', 'seeds']) == 0; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=SOURCES.parent)
    assert not {"babel", "xlsxwriter", "matplotlib", "jinja2"} & set(done.stdout.split())
