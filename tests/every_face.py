"""Every face of a collection and every form of it, one after the other, as the commands make them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec.structs import replace

from tracker.alignment import align, align_passages
from tracker.documents import read_collection
from tracker.export.registry import exporter, forms_for, ledger_exporter
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.ledger.selection import select
from tracker.linking.explanation import explain_pair
from tracker.model import Collection, SourceFile
from tracker.pipeline import judge_letters, linker_of
from tracker.render import letter, letter_diff, lossless, pair, plain_letter, thread
from tracker.render.commit_summary import brief
from tracker.views import audit, new_letter, overview, rappel, topics
from tracker.views.content import AuditContent, SheetContent
from tracker.views.findings import findings
from tracker.views.text_style import TextStyle


def collection(files: Mapping[str, bytes]) -> Collection:
    """These files as the letters of one folder."""
    return Collection("havens", tuple(SourceFile(path, data) for path, data in sorted(files.items())))


def faces(files: Mapping[str, bytes]) -> Iterator[tuple[str, str | bytes]]:
    """What every face shows of these letters, by its name; whoever wants them all has driven every stage."""
    reading = read_collection(collection(files))
    ledger = judge_letters(reading, "havens").ledger
    index, pen = Index(ledger), TextStyle(80, colour=True)
    sheets = (
        overview.sheet(index, select(index, [], None, None)),
        audit.sheet(index),
        topics.sheet(index),
        *(new_letter.sheet(index, row) for row in ledger.letters),
    )
    content = SheetContent(sheets, "brieven")
    for form in dict.fromkeys(forms_for("sheets", "entries", "tables")):
        yield form, exporter(form, "sheets", "entries", "tables").write(content)
    yield "csv for excel-nl", exporter("csv", "sheets", "entries", "tables").write(replace(content, csv_for="excel-nl"))
    with speaking("nl"):
        yield "html in Dutch", exporter("html", "sheets", "entries", "tables").write(content)
        for form in forms_for("letters"):
            yield f"rappel as {form}", exporter(form, "letters").write(rappel.content(index))
    found = findings(sheets[1], None)
    yield (
        "sarif",
        exporter("sarif", "findings").write(AuditContent(sheets=sheets, index=index, findings=found, compared=False)),
    )
    for form in forms_for("ledger"):
        yield f"ledger as {form}", ledger_exporter(form).write(ledger)
    yield "report", overview.render(index, select(index, [], None, None), pen, everything=True)
    for row in ledger.threads:
        yield f"thread {row.id}", thread.render(index, row, (), pen)
    for row, sheet in zip(ledger.letters, sheets[3:], strict=True):
        yield f"show {row.id}", letter.render(index, row, pen)
        yield f"check {row.id}", lossless.render(index, row)
        yield f"text {row.id}", plain_letter.render(row)
        yield f"brief {row.id}", brief(sheet, "reports/x.md", pen)
    linker = linker_of(ledger, None)
    for one, other in pairwise(sorted(index.statements)):
        yield f"pair {one} {other}", pair.render(index, explain_pair(linker, one, other), pen)
    for older, newer in pairwise(ledger.letters):
        alignment = align(older, newer)
        passages = align_passages(older, newer, alignment)
        for outline in (False, True):
            yield (
                f"diff {older.id} {newer.id}",
                letter_diff.render(older, newer, alignment, passages, pen, outline=outline),
            )
