"""What the faces say of two parked promises in each language, as JSON; run with a tracker that knows that status."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from msgspec.structs import replace

from tests import repositories
from tests.ledgers import OLD, SMALL
from tests.written import written
from tracker.cli import main
from tracker.documents import read_collection
from tracker.export import json_ledger, sqlite_ledger
from tracker.export.registry import exporter
from tracker.i18n.catalog import LOCALES, VARIABLE, gettext, speaking
from tracker.ledger.queries import Index
from tracker.ledger.rejudging import Judged
from tracker.model import Status, Topic
from tracker.pipeline import judge_letters, open_collection
from tracker.statuses import FINDINGS
from tracker.views import audit, overview, topics
from tracker.views.content import AuditContent
from tracker.views.findings import findings
from tracker.views.text_style import TextStyle
from tui import style
from tui.filter_language import read_filter
from tui.filters import choose
from tui.labels import Labels
from tui.screens.filterlist import FilterList
from tui.theme import read_themes
from tui.view_model import Study

PARKED = Status("parked")
"""The status that the tree under test has and this one has not."""

NEW = ("t-bbbb0001", "t-bbbb0003")
"""The threads that are parked."""

PEN = TextStyle(140)

LETTERS = (
    ("12 maart 2024", "De bouw van het dok wordt in 2027 afgerond."),
    ("10 maart 2025", "De bouw van het dok ligt tijdelijk stil."),
)


def ledger_with_parked() -> Index:
    """The small ledger with two more promises that are parked, under a topic."""
    more = tuple(
        replace(SMALL.threads[at], id=id_, status=PARKED, slips=()) for id_, at in zip(NEW, (1, 3), strict=True)
    )
    topic = Topic("topic-1", "Havens", (OLD.sections[0].id,))
    return Index(replace(SMALL, threads=(*SMALL.threads, *more), topics=(topic,)))


def in_sqlite(index: Index) -> str:
    """The statuses that a database of the ledger holds."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ledger.db"
        file.write_bytes(sqlite_ledger.write(index.ledger))
        with sqlite3.connect(file) as database:
            return " ".join(row for (row,) in database.execute("SELECT status FROM threads"))


def run(*words: str) -> tuple[int, str, str]:
    """What a command ends with, and what it says on both streams."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = main(list(words))
    said = [stream.buffer.getvalue().decode() for stream in (out, err) if isinstance(stream.buffer, io.BytesIO)]
    return int(code), said[0], said[1]


def ruled(folder: Path, lang: str) -> dict[str, object]:
    """The commands on three letters of which a promise was ruled to be parked, by its name in the language spoken."""
    os.environ[VARIABLE] = lang
    letters = str(repositories.write(folder / lang))
    ruling = ("--why", "x", "--by", "A", "--in", letters)
    verdict = run("decide", "status", "Merwehaven", gettext(f"choice.{PARKED}"), *ruling)
    saved = folder / f"{lang}.json"
    saved.write_text(run("audit", letters, "--format", "json")[1], encoding="utf-8")
    gate = ("audit", letters, *(("--fail-on", str(PARKED)) if PARKED in FINDINGS else ()))
    return {
        "decide": verdict,
        "decided": run("decide", "list", "--in", letters)[1],
        "decide choices": run("decide", "status", "Merwehaven", "x", *ruling)[2],
        "gate": run(*gate),
        "known": run(*gate, "--baseline", str(saved)),
        "thread": run("thread", "Merwehaven", "--in", letters)[1],
        "report command": run("report", letters, "--all")[1],
        "page": run("report", letters, "--format", "md")[1],
        "help": run("report", "--help")[1],
        "audit help": run("audit", "--help")[1],
        "hook help": run("hook", "install", "--help")[1],
    }


def spoken(lang: str) -> dict[str, object]:
    """What each face says in a language."""
    index = ledger_with_parked()
    threads = index.ledger.threads
    sheet, report, labels = audit.sheet(index), overview.sheet(index, threads), Labels(lang)
    study = Study(Judged(index.ledger))
    counts = index.totals()
    found = AuditContent((sheet,), index=index, findings=findings(sheet), compared=False)
    return {
        "report": overview.render(index, threads, PEN),
        "audit": written([sheet], "text"),
        "topics": written([topics.sheet(index)], "text"),
        "csv": written([report], "csv"),
        "html": written([report], "html"),
        "markdown": written([sheet], "md"),
        "sarif": str(exporter("sarif", "findings").write(found)),
        "summary": " ".join(
            f"{block.key} {row.status}" for block in (*sheet.blocks, *report.blocks) for row in block.entries
        ),
        "opening": " ".join(sheet.sentences),
        "of it": [
            *(part for case in sheet.cases if case.thread in NEW for part in case.parts),
            *(fact for block in sheet.blocks for row in block.entries if row.thread in NEW for fact in row.facts),
        ],
        "screen": style.status_totals(counts, labels, [], 200).plain + style.mark(PARKED, labels).plain,
        "choices": " ".join(word for _, word in FilterList(study, "", labels).choices),
        "totals": [table.rows for table in sheet.tables if table.key in {"actors", "kinds", "topics"}],
        "bars": sum(number for bar in sheet.bars for _, number in bar.numbers),
        "blocks": sum(len(block.entries) for block in report.blocks),
        "chosen": len(choose(study.entries, read_filter(f"status:{PARKED}", labels))),
        "parked": counts[PARKED],
        "threads": len(threads),
    }


def read() -> str:
    """The status of a promise of which a later letter says that it lies still."""
    with tempfile.TemporaryDirectory() as folder:
        for number, (day, text) in enumerate(LETTERS, 1):
            (Path(folder) / f"brief-{number}.txt").write_text(
                f"Den Haag, {day}\n\n1. Haven\n\n{text}\n", encoding="utf-8"
            )
        threads = judge_letters(read_collection(open_collection(Path(folder))), "parked", None).ledger.threads
    return threads[0].status.value


def print_told() -> None:
    """Print what each face says, and what programs read, in which no language is spoken."""
    told: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        for lang in LOCALES:
            with speaking(lang):
                told[lang] = spoken(lang)
            told[lang] |= ruled(Path(folder), lang)
    index = ledger_with_parked()
    told["json"], told["sqlite"] = str(json_ledger.write(index.ledger)), in_sqlite(index)
    told["read"] = read()
    told["schema"] = sqlite_ledger.schema()
    told["themes"] = [theme.variables[f"status-{PARKED}"] for theme in read_themes().values()]
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    print_told()
