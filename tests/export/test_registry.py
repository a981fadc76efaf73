"""Every form is one row of the registry and one module, and a command offers whatever the registry holds."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.ledgers import SMALL
from tracker import pipeline
from tracker.cli import main
from tracker.documents import ReadResult, read
from tracker.errors import ExitCode
from tracker.export import registry
from tracker.export.registry import EXPORTERS, ExportForm, exporter, forms_for, ledger_exporter
from tracker.ledger.rejudging import Judged
from tracker.model import Collection
from tracker.views.content import SheetContent

ROOT = Path(__file__).parents[2]


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that nobody has: the titles of the threads, one a line."""

    def write(content: SheetContent) -> str:
        entries = [row for sheet in content.sheets for block in sheet.blocks for row in block.entries]
        return "".join(f"* {row.title}\n" for row in entries)

    monkeypatch.setitem(sys.modules, "made_up_form", SimpleNamespace(write=write))
    monkeypatch.setattr(registry, "EXPORTERS", [*EXPORTERS, ExportForm("made-up", "entries", "made_up_form")])
    monkeypatch.setattr(read, "read_collection", lambda _: ReadResult(SMALL.letters, SMALL.refused, ()))
    monkeypatch.setattr(pipeline, "open_collection", lambda folder, rev: Collection("havens", ()))
    monkeypatch.setattr(pipeline, "judge_read", lambda *_, **__: Judged(SMALL))


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("verb", ["report", "audit"])
def test_a_new_form_is_one_row(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, ".", "--format", "made-up"]) == ExitCode.DONE
    assert "* verdieping van de haven\n" in capsys.readouterr().out
    assert main([verb, "--help"]) == ExitCode.DONE
    assert "made-up" in capsys.readouterr().out


def test_a_form_is_one_module_named_after_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole of a new form is one file: what is written beside it need not know of it."""
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "ledger_ids.py").write_text(
        'def write(ledger):\n    return "".join(f"{row.id}\\n" for row in ledger.threads)\n', encoding="utf-8"
    )
    (tmp_path / "forms" / "notes_about.py").write_text("raise ValueError\n", encoding="utf-8")
    monkeypatch.setattr(registry, "FOLDER", tmp_path / "forms")
    monkeypatch.setattr("tracker.export.__path__", [str(tmp_path)])
    monkeypatch.setattr(pipeline, "open_collection", lambda folder, rev: Collection("havens", ()))
    monkeypatch.setattr(pipeline, "judge_read", lambda *_, **__: Judged(SMALL))
    monkeypatch.setattr(read, "read_collection", lambda _: ReadResult(SMALL.letters, SMALL.refused, ()))
    assert forms_for("ledger") == ("json", "sqlite", "ids")
    assert main(["export", ".", "--format", "ids"]) == ExitCode.DONE
    assert capsys.readouterr().out.split() == [row.id for row in SMALL.threads]


@pytest.mark.usefixtures("made_up")
def test_a_form_of_entries_is_none_of_topics(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", ".", "--format", "made-up"]) == ExitCode.USER
    assert "'made-up' is not one of 'text', 'md', 'html', 'json'" in capsys.readouterr().err


@pytest.mark.parametrize("form", EXPORTERS, ids=lambda form: f"{form.name} of {form.subject}")
def test_every_module_keeps_the_protocol(form: ExportForm) -> None:
    module = exporter(form.name, form.subject)
    assert list(inspect.signature(module.write).parameters) in (["content"], ["ledger"])
    assert inspect.signature(module.write, eval_str=False).return_annotation in {"str", "bytes"}
    if form.subject == "ledger":
        assert ledger_exporter(form.name).schema()


def test_no_subject_has_a_form_twice() -> None:
    rows = [(form.name, form.subject) for form in EXPORTERS]
    assert len(rows) == len(set(rows))
    names = forms_for("sheets", "entries", "findings")
    assert len(names) == len(set(names))


def test_an_unknown_form_is_a_fault() -> None:
    with pytest.raises(KeyError, match="sqlite"):
        exporter("sqlite", "sheets", "entries")


def test_a_form_is_loaded_when_it_is_asked_for() -> None:
    code = "import sys; from tracker.export import registry; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert not set(done.stdout.split()) & {"msgspec", *(form.module for form in EXPORTERS)}
