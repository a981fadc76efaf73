"""How everything looks: the one place that knows glyphs and styles, as plain functions from values to content.

Styles name theme variables only; every meaning that a colour carries is also told by a glyph and a word.
Text of a letter passes through `words`, so that nothing in it is markup, a control code or a change of direction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.style import Style

from tracker.model import Edit, EditKind, Status
from tracker.statuses import LISTED, SIGNS
from tracker.text.escape import plain
from tracker.text.word_diff import middle_cut
from tui.labels import Labels

if TYPE_CHECKING:
    from tui.view_model import ThreadItem

FAINT = "$faint"
FOUND = "bold $found on $found-ground"
CHOSEN = "bold $block-cursor-foreground on $chosen"
AWAITED = "◷"
"""The sign of a verdict that is being worked out."""
CONTEXT = 10
"""Words kept on either side of an edit when the text between two edits is long."""


def letter_text(text: str, style: str = "") -> Content:
    """Text of a letter, harmless, on one line."""
    return Content.styled(plain(text), style)


def lines(text: str) -> Content:
    """Text of our own with its line ends kept."""
    return Content("\n").join(letter_text(line) for line in text.split("\n"))


def faint(text: str) -> Content:
    """What a reader may skip."""
    return letter_text(text, FAINT)


def strong(text: str) -> Content:
    """A heading or title."""
    return letter_text(text, "bold")


def style_of(name: str) -> str:
    """The style of a status or step."""
    return f"$status-{name}"


def glyph(name: str) -> Content:
    """The sign of a status or step."""
    return Content.styled(SIGNS[name], f"bold {style_of(name)}")


def status_word(name: str, labels: Labels, *, late: bool = False) -> str:
    """A status or step in words, "late" added where it is so."""
    return labels(f"status.{name}") + (f", {labels('status.late')}" if late else "")


def mark(name: str, labels: Labels, *, late: bool = False) -> Content:
    """A status or step as glyph and word, "late" added where it is so."""
    return Content.assemble(glyph(name), (f" {status_word(name, labels, late=late)}", style_of(name)))


def verdict(entry: ThreadItem, labels: Labels) -> Content:
    """The status of a thread, or that it is being judged: what followed before a ruling is none that stands."""
    if entry.awaits:
        return Content.styled(f"{AWAITED} {labels('status.awaited')}", "bold $warning")
    return mark(entry.thread.status, labels, late=entry.late)


def status_width(labels: Labels) -> int:
    """Cells that the longest status takes in a list, glyph and all."""
    ends = [(status, late) for status in Status for late in {False, status is Status.DELIVERED}]
    return max(mark(status, labels, late=late).cell_length for status, late in ends)


def day_or_dash(date: dt.date | None) -> Content:
    """A date as ISO 8601 writes it, or a faint dash."""
    return Content(date.isoformat()) if date else faint("–")


def slip_length(days: int, moves: int, labels: Labels) -> Content:
    """How far a deadline moved in all: "+365 d", with the number of moves when there are several."""
    if not moves:
        return Content("")
    times = f" ×{moves}" if moves > 1 else ""
    text = f"+{days} {labels('slip.d')}{times}" if days else f"{labels('slip.open')}{times}"
    return Content.styled(text, style_of(Status.POSTPONED))


def status_totals(counts: Mapping[Status, int], labels: Labels, chosen: Sequence[Status], width: int) -> Content:
    """The statuses with their numbers, as many on a line as fit; those chosen by a filter underlined."""
    packed: list[Content] = []
    for status in (status for status in LISTED if counts.get(status)):
        word = (labels(f"status.{status}"), f"{style_of(status)}{' underline' if status in chosen else ''}")
        part = Content.assemble(glyph(status), (f" {counts[status]} ", "bold"), word)
        part = part.stylize(Style.from_meta({"status": status.value}))
        if packed and packed[-1].cell_length + 2 + part.cell_length <= width:
            packed[-1] = Content.assemble(packed[-1], "  ", part)
        else:
            packed.append(part)
    return Content("\n").join(packed)


def bar(counts: Mapping[Status, int], width: int) -> Content:
    """The statuses as shares of a bar of `width` columns; every status that occurs has at least one column."""
    present = [status for status in LISTED if counts.get(status)]
    shares = _shares([counts[status] for status in present], width)
    return Content.assemble(
        *((("━" * share), style_of(status)) for status, share in zip(present, shares, strict=True) if share)
    )


def _shares(numbers: Sequence[int], width: int) -> list[int]:
    """Columns for each number, in proportion, at least one each, `width` together (fewer where there is no room)."""
    total = sum(numbers)
    if not total or width < len(numbers):
        return [0] * len(numbers)
    spare = width - len(numbers)
    ends = [spare * sum(numbers[: at + 1]) // total for at in range(len(numbers))]
    return [1 + end - start for start, end in zip([0, *ends], ends, strict=False)]


def edits(found: Iterable[Edit], *, whole: bool = False) -> Content:
    """Word edits in running text, what went struck and what came underlined; `whole` keeps long equal stretches."""
    return Content.assemble(*(_edit(edit, whole) for edit in found))


def _edit(edit: Edit, whole: bool) -> Content:
    if edit.kind is EditKind.EQUAL:
        return letter_text(edit.text if whole else middle_cut(edit.text, CONTEXT), FAINT if not whole else "")
    core = edit.text.strip()
    before, _, after = edit.text.partition(core) if core else (edit.text, "", "")
    if not core:
        return Content(before)
    side = old if edit.kind is EditKind.DELETE else new
    return Content.assemble(before, side(core), after)


def old(text: str) -> Content:
    """Words that are gone: [-so-], struck through."""
    return Content.assemble("[-", letter_text(text, "strike"), "-]").stylize("$edit-old on $edit-old-ground")


def new(text: str) -> Content:
    """Words that came: {+so+}, underlined."""
    return Content.assemble("{+", letter_text(text, "underline"), "+}").stylize("$edit-new on $edit-new-ground")


def gone(text: str) -> Content:
    """A whole passage that only the older letter has."""
    return Content.assemble(("- ", "bold"), letter_text(text)).stylize("$edit-old")


def came(text: str) -> Content:
    """A whole passage that only the newer letter has."""
    return Content.assemble(("+ ", "bold"), letter_text(text)).stylize("$edit-new")


class StyledSpan(NamedTuple):
    """A stretch of a text with its style, the sign before it, and what a click on it refers to."""

    start: int
    end: int
    style: str
    before: Content = Content("")
    ref: str = ""


def marked(text: str, stretches: Iterable[StyledSpan], notes: Iterable[tuple[int, str]] = ()) -> Content:
    """Text with its stretches styled (where two overlap both styles hold) and its footnote marks put in."""
    layers = sorted(stretches)
    marks = sorted((at, mark) for at, mark in notes if mark)
    cuts = sorted({0, len(text), *(at for row in layers for at in (row.start, row.end)), *(at for at, _ in marks)})
    parts: list[Content] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        parts += [Content.styled(raised(mark), FAINT) for at, mark in marks if at == start]
        parts += [row.before for row in layers if row.start == start]
        parts.append(_layered(text[start:end], [row for row in layers if row.start <= start and end <= row.end]))
    return Content.assemble(*parts)


def _layered(text: str, layers: Iterable[StyledSpan]) -> Content:
    piece = letter_text(text)
    for row in layers:
        piece = piece.stylize(row.style)
        if row.ref:
            piece = piece.stylize(Style.from_meta({"ref": row.ref}))
    return piece


def raised(mark: str) -> str:
    """A footnote mark as it is printed, above the line: "12" → "¹²"."""
    return mark.translate(_RAISED) if mark.isdigit() else f"[{plain(mark)}]"


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def statement_style(*, promise: bool, chosen: bool) -> str:
    """The ground of a commitment or a report in the text of a letter."""
    if chosen:
        return CHOSEN
    return "on $commitment-ground" if promise else "on $report-ground"


def relation(name: str, labels: Labels) -> Content:
    """How two sections relate, as sign and word."""
    sign, style = RELATIONS[name]
    return Content.styled(f"{sign} {labels(f'relation.{name}')}", style)


RELATIONS: Mapping[str, tuple[str, str]] = {
    "same": ("=", FAINT),
    "renamed": ("≈", "$status-changed"),
    "split": ("÷", "$status-changed"),
    "merged": ("∪", "$status-changed"),
    "moved": ("→", "$status-changed"),
    "new": ("+", "$edit-new"),
    "gone": ("-", "$edit-old"),
}
"""A sign and a style for each relation of two sections."""


def side(found: Iterable[Edit], kind: EditKind) -> Content:
    """One side of word edits: what both texts share, and what only this one has."""
    mine = {EditKind.DELETE: old, EditKind.INSERT: new}[kind]
    parts = []
    for edit in found:
        if edit.kind is EditKind.EQUAL:
            parts.append(letter_text(edit.text))
        elif edit.kind is kind:
            core = edit.text.strip()
            before, _, after = edit.text.partition(core) if core else (edit.text, "", "")
            parts += [Content(before), mine(core) if core else Content(""), Content(after)]
    return Content.assemble(*parts)


def absence_sign() -> Content:
    """The side of a comparison that has nothing."""
    return Content.styled("╲" * 12, "$rule")


def distance(date: dt.date | None, today: dt.date | None, labels: Labels) -> Content:
    """How many days a date lies ahead ("in 90 d") or back ("90 d ago")."""
    if date is None or today is None:
        return Content("")
    days = (date - today).days
    return Content(labels("days.ahead" if days >= 0 else "days.ago", days=abs(days)))


def progress_bar(done: int, total: int, width: int) -> Content:
    """How far something is done, as a bar."""
    full = width * done // total if total else 0
    return Content.assemble(("━" * full, "$success"), ("─" * (width - full), "$rule"))
