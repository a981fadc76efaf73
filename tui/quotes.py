"""The quotes of threads as content: what was said where, what is due, what changed in the words."""

from __future__ import annotations

from textual.content import Content

from tracker.ledger import Index, deadlines_in
from tracker.model import Slip, Statement, Step, StepKind, Thread
from tracker.reports.names import dated, due, place, short
from tui import paint
from tui.labels import Labels
from tui.study import Entry
from tui.widgets.page import Block
from tui.wordings import wording


def headline(entry: Entry, labels: Labels) -> Content:
    """A thread's title, and below it its verdict with the confidence."""
    thread = entry.thread
    parts = [
        paint.mark(thread.status, labels, late=thread.late),
        paint.faint(labels("thread.confidence", number=f"{thread.confidence:.2f}")),
    ]
    parts += [paint.faint(labels("thread.decided", name=thread.decided_by))] if thread.decided_by else []
    parts += [paint.faint(entry.topic)] if entry.topic else []
    return Content.assemble(paint.strong(thread.title), "\n", Content(" · ").join(parts))


def slip_line(slip: Slip, labels: Labels) -> Content:
    """One move of a deadline: from when to when, how many days, and why."""
    ends = f"{slip.old_end or '–'} → {slip.new_end or labels('slip.open')}"
    days = labels("slip.days", days=slip.days) if slip.days is not None else labels("slip.undated")
    why = labels("slip.explained", reason=slip.explained) if slip.explained else labels("slip.unexplained")
    style = paint.style_of(StepKind.POSTPONED)
    return Content.assemble((paint.GLYPHS[StepKind.POSTPONED] + " ", style), paint.words(f"{ends}, {days}; {why}"))


def step_head(index: Index, step: Step, labels: Labels) -> Content:
    """The letter of a step and what it did."""
    letter = index.letters[step.letter]
    return Content.assemble(
        paint.mark(step.step, labels), paint.faint("  "), paint.words(dated(letter)), paint.faint(f"  {short(letter)}")
    )


def said(index: Index, row: Statement, labels: Labels) -> Content:
    """A quote with its place and deadlines."""
    lines = [paint.words(f"“{row.quote}”"), paint.faint(place(index, row))]
    lines += [paint.faint(labels("thread.due", deadline=due(deadline))) for deadline in deadlines_in(row)]
    return Content("\n").join(lines)


def changed(index: Index, row: Statement, earlier: list[Statement], labels: Labels) -> Content | None:
    """The word edits since the earlier quote that is most like this one, if one is."""
    found = wording(row, earlier)
    if found is None:
        return None
    if found.before.quote == row.quote:
        return paint.faint(labels("thread.verbatim", letter=short(index.letters[found.before.letter])))
    head = paint.faint(labels("thread.wording", letter=short(index.letters[found.before.letter])))
    return Content.assemble(head, "\n", paint.edits(found.edits))


def preview(index: Index, entry: Entry, labels: Labels) -> list[Block]:
    """A thread in short: verdict, slips, and per step the quote and its word edits."""
    blocks = [Block("head", headline(entry, labels)), Block("gap", Content(""))]
    blocks += [Block(f"slip{at}", slip_line(slip, labels)) for at, slip in enumerate(entry.thread.slips)]
    blocks += [Block("gap2", Content(""))] if entry.thread.slips else []
    return [*blocks, *_steps(index, entry.thread, labels)]


def _steps(index: Index, thread: Thread, labels: Labels) -> list[Block]:
    blocks: list[Block] = []
    earlier: list[Statement] = []
    for at, step in enumerate(thread.members):
        row = index.statements.get(step.ref)
        parts = [step_head(index, step, labels)]
        if row is not None:
            edits = changed(index, row, earlier, labels)
            parts += [said(index, row, labels), *([edits] if edits else [])]
            earlier.append(row)
        blocks.append(Block(f"step{at}", Content.assemble(Content("\n").join(parts), "\n")))
    return blocks
