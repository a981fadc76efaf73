"""One thread, letter by letter: what each said, what changed in the words, and the ground for the verdict."""

from __future__ import annotations

from tracker.i18n.catalog import day, gettext, ngettext, score
from tracker.language.figures import figure_pattern
from tracker.ledger.queries import Index, deadlines_in
from tracker.model import EditKind, Statement, Step, Thread
from tracker.text.word_diff import word_edits
from tracker.views.evidence import evidence_words, readable
from tracker.views.labels import reason, rule, word
from tracker.views.names import due, place, short, when
from tracker.views.overview import life
from tracker.views.registered import register_lines
from tracker.views.text_style import GLUE, TextStyle

OTHERS = 12
"""Threads named that the words fit as well."""


def render(index: Index, thread: Thread, others: tuple[Thread, ...], pen: TextStyle) -> str:
    """The life of one thread; `others` are the threads that the reader's words fit as well."""
    blocks = [
        _head(index, thread, pen),
        *_steps(index, thread, pen),
        _slips(index, thread, pen),
        _grounds(index, thread, pen),
        _others(others, pen),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(index: Index, thread: Thread, pen: TextStyle) -> str:
    verdict = word(thread.status) + (", " + gettext("word.late") if thread.late else "")
    sure = gettext("sheet.confidence", number=thread.confidence).replace(" ", GLUE)
    facts = pen.wrap(f"{thread.id} · {verdict} · {sure}", 2)
    lines = [
        pen.bold(pen.wrap(thread.title, 0)),
        facts.replace(verdict, pen.kind(verdict, thread.status), 1),
        pen.wrap(life(index, thread), 2),
        pen.wrap(gettext("sheet.note", notice=thread.note), 2) if thread.note else "",
        *(pen.wrap(line, 2) for line in register_lines(index, thread)),
    ]
    return "\n".join(line for line in lines if line.strip())


def _steps(index: Index, thread: Thread, pen: TextStyle) -> list[str]:
    """A block for each step in order, with the word edits since the quote before it."""
    blocks: list[str] = []
    before: Statement | None = None
    for step in thread.members:
        row = index.statements.get(step.ref)
        blocks.append(_step(index, step, row, before, pen))
        before = row or before
    return blocks


def _step(index: Index, step: Step, row: Statement | None, before: Statement | None, pen: TextStyle) -> str:
    letter = index.letters[step.letter]
    did = word(step.step)
    head = pen.clip(f"{when(letter)}  {short(letter)}", pen.width - len(did) - 2)
    lines = [
        f"{head}  {pen.kind(did, step.step)}",
        pen.wrap(reason(readable(index, step.why, [row.quote] if row else [])), 4),
    ]
    if row:
        lines += [pen.wrap(f"“{row.quote}”", 4), pen.faint(pen.wrap(place(index, row), 4))]
        lines += [pen.wrap(line, 4) for line in _dates(step, row)]
        lines += _wording(before, row, pen)
    return "\n".join(lines)


def _dates(step: Step, row: Statement) -> list[str]:
    """When a statement says that something is due, or from when to when it prolongs what is in force."""
    if step.old_end and step.new_end:
        return [gettext("statement.end", old=day(step.old_end), new=day(step.new_end))]
    return [gettext("statement.due", deadline=due(deadline)) for deadline in deadlines_in(row)]


def _wording(before: Statement | None, row: Statement, pen: TextStyle) -> list[str]:
    """The word edits from one quote to the next, where the two are alike enough to be read so."""
    if before is None or before.quote == row.quote:
        return []
    edits = word_edits(before.quote, row.quote, figure_pattern())
    if not any(edit.kind is EditKind.EQUAL for edit in edits):
        return []
    return [pen.faint("    " + gettext("thread.wording")), pen.edits(edits, 6)]


def _slips(index: Index, thread: Thread, pen: TextStyle) -> str:
    lines = []
    for slip in thread.slips:
        days = ", " + ngettext("count.days", slip.days) if slip.days is not None else ""
        why = f"“{slip.explained}”" if slip.explained else gettext("audit.unexplained")
        letters = " → ".join(short(index.letters[id_]) for id_ in (slip.from_letter, slip.to_letter))
        old = day(slip.old_end) if slip.old_end else gettext("thread.undated")
        new = day(slip.new_end) if slip.new_end else gettext("thread.no-new-date")
        lines.append(pen.wrap(f"{old} → {new}{days} ({letters}); {why}", 2))
    return "\n".join([pen.bold(gettext("thread.slips")), *lines]) if lines else ""


def _grounds(index: Index, thread: Thread, pen: TextStyle) -> str:
    """The evidence for links and verdict, the letters searched in vain, and what is possibly the same."""
    told = (
        f"{rule(row.rule)} {score(row.score)}" + (f": {told}" if (told := evidence_words(index, row)) else "")
        for row in thread.evidence
    )
    lines = [pen.wrap(ground, 2, lines=3) for ground in dict.fromkeys(told)]
    for searched in thread.searched:
        letter = index.letters.get(searched.letter)
        name = short(letter) if letter else searched.letter
        nearest = gettext("thread.searched", letter=name, score=searched.score)
        found = f"{nearest} “{searched.text}”" if searched.text else gettext("thread.nothing-near", letter=name)
        lines.append(pen.wrap(found, 2, lines=2))
    for candidate in thread.candidates:
        row = index.statements.get(candidate.ref)
        if row:
            same = gettext("thread.candidate", score=candidate.score)
            lines.append(pen.wrap(f"{same}: “{row.quote}” — {place(index, row)}", 2, lines=2))
    return "\n".join([pen.bold(gettext("thread.grounds")), *lines]) if lines else ""


def _others(others: tuple[Thread, ...], pen: TextStyle) -> str:
    """The other threads that the words fit, to ask for by id."""
    if not others:
        return ""
    shown = [
        pen.clip(f"  {thread.id}  {word(thread.status):<11}  {thread.title}", pen.width) for thread in others[:OTHERS]
    ]
    more = ["  " + gettext("sheet.more", number=len(others) - OTHERS)] if len(others) > OTHERS else []
    return "\n".join([pen.bold(gettext("thread.others")), *shown, *more])
