"""What the faces say of a ledger with two parked promises, as JSON; run with a tracker that knows that status."""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
from pathlib import Path

import click
from msgspec.structs import replace

from tests.ledgers import OLD, SMALL
from tests.written import written
from tracker.cli import tracker
from tracker.export import json_ledger, sqlite_ledger
from tracker.export.registry import exporter
from tracker.ledger.judged import Judged
from tracker.ledger.queries import Index
from tracker.model import Status, Topic
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

PEN = TextStyle(140)


def ledger_with_parked() -> Index:
    """The small ledger with two more promises that are parked, under a topic."""
    more = tuple(replace(SMALL.threads[at], id=f"t-bbbb000{at}", status=PARKED, slips=()) for at in (1, 3))
    topic = Topic("topic-1", "Havens", (OLD.sections[0].id,))
    return Index(replace(SMALL, threads=(*SMALL.threads, *more), topics=(topic,)))


def in_sqlite(index: Index) -> str:
    """The statuses that a database of the ledger holds."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ledger.db"
        file.write_bytes(sqlite_ledger.write(index.ledger))
        with sqlite3.connect(file) as database:
            return " ".join(row for (row,) in database.execute("SELECT status FROM threads"))


def help_of(*names: str) -> str:
    """What `tracker NAME … --help` prints."""
    context = tracker.make_context("tracker", ["decide"], resilient_parsing=True)
    command: click.Command = tracker
    for name in names:
        assert isinstance(command, click.Group)
        command = command.get_command(context, name) or command
    return command.get_help(command.make_context(names[-1], [], resilient_parsing=True))


def main() -> None:
    """Print what each face says."""
    index = ledger_with_parked()
    threads = index.ledger.threads
    sheet, report, labels = audit.sheet(index), overview.sheet(index, threads), Labels("en")
    study = Study(Judged(index.ledger))
    counts = index.totals()
    found = AuditContent((sheet,), index=index, findings=findings(sheet), compared=False)
    told = {
        "report": overview.render(index, threads, PEN),
        "audit": written([sheet], "text"),
        "topics": written([topics.sheet(index)], "text"),
        "json": str(json_ledger.write(index.ledger)),
        "sqlite": in_sqlite(index),
        "csv": written([report], "csv"),
        "html": "parked"
        if f"--{PARKED}: #123456" in (page := written([report], "html")) and "2 parked" in page
        else "",
        "sarif": str(exporter("sarif", "findings").write(found)),
        "summary": " ".join(f"{block.key} {row.status}" for block in sheet.blocks for row in block.entries),
        "screen": style.totals(counts, labels, [], 200).plain + style.mark(PARKED, labels).plain,
        "choices": " ".join(word for _, word in FilterList(study, "", labels).choices),
        "help": help_of("report"),
        "audit help": help_of("audit"),
        "hook help": help_of("hook", "install"),
        "schema": sqlite_ledger.schema(),
        "totals": [table.rows for table in sheet.tables if table.key in {"actors", "kinds", "topics"}],
        "bars": sum(number for bar in sheet.bars for _, number in bar.numbers),
        "blocks": sum(len(block.entries) for block in report.blocks),
        "chosen": len(choose(study.entries, read_filter("status:parked", labels))),
        "parked": counts[PARKED],
        "threads": len(threads),
        "themes": [theme.variables[f"status-{PARKED}"] for theme in read_themes().values()],
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
