"""The quotes of threads as content: what was said where, what is due, what changed in the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from textual.content import Content

from tracker.i18n.catalog import score, speaking
from tracker.i18n.message import Text
from tracker.ledger.queries import Index, deadlines_in
from tracker.model import (
    Candidate,
    Commitment,
    Evidence,
    Letter,
    Searched,
    Slip,
    Statement,
    Status,
    Step,
    StepKind,
    Thread,
)
from tracker.statuses import SIGNS
from tracker.text.excerpt import excerpt, stands_in, tail
from tracker.views.evidence import evidence_words, readable
from tracker.views.labels import ruled_words
from tracker.views.names import dated, due, place, short
from tracker.views.registered import register_lines
from tui import style
from tui.labels import Labels
from tui.view_model import ThreadItem
from tui.widgets.wrapped_text import PageBlock
from tui.wordings import wording_edits

HEAD = "head"
"""The key of the block with title and verdict."""
AROUND = 140
"""Characters of its passage shown on either side of a quote."""
ENDS = (".", "!", "?")
"""How a whole sentence ends."""
SILENT = 3
"""So many letters in a row that keep silent are told one by one."""
NEAREST = 3
"""So many statements are suggested as possibly about the same."""


def deadline_words(row: Statement, labels: Labels, step: Step | None = None) -> list[str]:
    """When a statement says that something is due, or from when to when it moved, or its step prolonged it."""
    if step is not None and step.old_end and step.new_end:
        return [labels("thread.end", old=step.old_end, new=step.new_end)]
    found = [due(deadline) for deadline in deadlines_in(row)]
    if len(found) > 1:
        return [labels("thread.moved", old=found[0], new=found[1])]
    return [labels("thread.due", deadline=deadline) for deadline in found]


class Quotes:
    """The parts of a thread's life as blocks, in the words of a language."""

    def __init__(self, index: Index, labels: Labels) -> None:
        self.index = index
        self.labels = labels

    def headline(self, entry: ThreadItem) -> Content:
        """A thread's title, and below it its verdict with the confidence."""
        thread, labels = entry.thread, self.labels
        sure = style.faint(f"{labels.sure(thread.confidence)} ({score(thread.confidence)})")
        parts = [style.verdict(entry, labels), *([] if entry.awaits else [sure])]
        with speaking(labels.language):
            parts += [style.faint(ruled)] if (ruled := ruled_words(thread)) else []
        parts += [style.faint(entry.topic)] if entry.topic else []
        return Content.assemble(style.strong(thread.title), "\n", Content(" · ").join(parts))

    def slip(self, slip: Slip, quotes: Iterable[str] = ()) -> Content:
        """One move of a deadline: from when to when, how many days, and why, unless a sentence quoted says that."""
        labels = self.labels
        ends = f"{slip.old_end or '–'} → {slip.new_end or labels('slip.open')}"
        days = f", {labels.count('slip.days', slip.days)}" if slip.days is not None else ""
        why = labels("slip.explained", reason=slip.explained) if slip.explained else labels("slip.unexplained")
        if slip.explained and slip.explained.endswith(ENDS) and any(slip.explained in quote for quote in quotes):
            why = labels("slip.below")
        look = style.style_of(StepKind.POSTPONED)
        return Content.assemble((SIGNS[StepKind.POSTPONED] + " ", look), style.letter_text(f"{ends}{days}; {why}"))

    def preview(self, entry: ThreadItem) -> list[PageBlock]:
        """A thread in short: verdict, slips, and per step the quote and its word edits."""
        return [*self.verdict(entry), *self.steps(entry.thread, around=False)]

    def verdict(self, entry: ThreadItem, *, stop: bool = False) -> list[PageBlock]:
        """Title, verdict, slips and the analyst's note; a `stop` is a place for the cursor."""
        thread = entry.thread
        quotes = [row.quote for row in self.index.quotes_of(thread)] if stop else []
        slips = {told.plain: told for told in (self.slip(slip, quotes) for slip in thread.slips)}
        lines = [self.headline(entry), *slips.values()]
        lines += [style.letter_text(self.labels("thread.note", note=thread.note), "italic")] if thread.note else []
        with speaking(self.labels.language):
            lines += map(style.letter_text, register_lines(self.index, thread))
        return [PageBlock(HEAD, Content.assemble(Content("\n").join(lines), "\n"), stop=stop)]

    def steps(self, thread: Thread, *, around: bool) -> list[PageBlock]:
        """A block for each step; `around` makes it a stop with its passage, and shows the letters that keep silent."""
        blocks: list[PageBlock] = []
        earlier: list[Statement] = []
        silent: list[Letter] = []
        context = _Context(self.index, thread)
        for letter in self._letters(thread) if around else self.index.letters_of(thread):
            same: dict[str, list[tuple[Step, Statement]]] = defaultdict(list)
            for step in thread.members:
                if step.letter == letter.id and (row := self.index.statements.get(step.ref)):
                    same[row.sentence].append((step, row))
            if same:
                blocks += self._silences(silent)
                silent = []
            for steps in same.values():
                key = next((row.id for _, row in steps if isinstance(row, Commitment)), steps[-1][1].id)
                blocks.append(
                    PageBlock(key, self._steps(steps, earlier, context if around else None), stop=around, rail=True)
                )
                earlier += [row for _, row in steps]
            if not earlier or earlier[-1].letter != letter.id:
                silent.append(letter)
        return [*blocks, *self._silences(silent)]

    def _letters(self, thread: Thread) -> list[Letter]:
        """The letters from the first that speaks of a thread on; one whose day nobody knows keeps no silence."""
        spoken = {letter.id: self.index.place[letter.id] for letter in self.index.letters_of(thread)}
        later = list(self.index.letters.values())[min(spoken.values(), default=0) :]
        return [letter for letter in later if letter.anchor or letter.id in spoken]

    def _steps(
        self, steps: Sequence[tuple[Step, Statement]], earlier: list[Statement], context: _Context | None
    ) -> Content:
        """What one sentence does to a thread: the sentence once, whatever it promises, reports and moves."""
        labels, row = self.labels, max((row for _, row in steps), key=lambda row: len(row.quote))
        letter = self.index.letters[row.letter]
        marks = Content("  ").join(style.mark(name, labels) for name in dict.fromkeys(step.step for step, _ in steps))
        head = Content.assemble(marks, "  ", style.strong(dated(letter)), style.faint(f"  {short(letter)}"))
        lines = [head, context.of(row) if context else style.letter_text(f"“{row.quote}”")]
        lines.append(style.faint(place(self.index, row)))
        told = dict.fromkeys(words for step, row in steps for words in deadline_words(row, labels, step))
        lines += map(style.letter_text, told)
        reasons = dict.fromkeys(labels.reason(readable(self.index, step.why, [row.quote])) for step, row in steps)
        lines += map(style.faint, reasons) if context else []
        lines += self._edits(row, earlier)
        return Content.assemble(Content("\n").join(lines), "\n")

    def _edits(self, row: Statement, earlier: list[Statement]) -> list[Content]:
        """The word edits since the earlier quote that is most like this one, if one is."""
        found = wording_edits(row, earlier)
        if found is None:
            return []
        letter = short(self.index.letters[found.before.letter])
        if found.before.quote == row.quote:
            return [style.faint(self.labels("thread.verbatim", letter=letter))]
        return [style.faint(self.labels("thread.wording", letter=letter)), style.edits(found.edits)]

    def _silences(self, letters: Sequence[Letter]) -> list[PageBlock]:
        """Letters in a row that keep silent; of many the first and the last."""
        if len(letters) <= SILENT:
            return [PageBlock(f"silent {letter.id}", self._silent(letter), rail=True) for letter in letters]
        first, last = (f"{dated(letter)} {short(letter)}" for letter in (letters[0], letters[-1]))
        told = style.faint(
            self.labels("thread.silent", letters=self.labels.count("app.letters", len(letters)), first=first, last=last)
        )
        content = Content.assemble(style.mark(StepKind.SILENT, self.labels), "  ", told, "\n")
        return [PageBlock(f"silent {letters[0].id}", content, rail=True)]

    def _silent(self, letter: Letter) -> Content:
        mark = style.mark(StepKind.SILENT, self.labels)
        return Content.assemble(mark, "  ", style.faint(f"{dated(letter)}  {short(letter)}"), "\n")

    def grounds(self, thread: Thread) -> list[PageBlock]:
        """The evidence for links and verdict, and for a lapse the letters that were searched in vain."""
        blocks: list[PageBlock] = []
        if thread.searched:
            quotes = [row.quote for row in self.index.quotes_of(thread)]
            blocks.append(self._heading("thread.searched" if thread.status is Status.LAPSED else "thread.looked"))
            blocks += [self._searched(row, quotes) for row in thread.searched]
        if thread.evidence:
            lines = {line.plain: line for line in map(self._ground, thread.evidence)}.values()
            blocks += [self._heading("thread.evidence"), PageBlock("evidence", self._listed(lines))]
        return blocks

    def _ground(self, row: Evidence) -> Content:
        """What one ground is, how sure, and what it says."""
        with speaking(self.labels.language):
            told = evidence_words(self.index, row)
        kind, sure = self.labels.rule(row.rule), self.labels.sure(row.score)
        return Content.assemble(
            style.letter_text(kind), style.faint(f" ({sure})"), style.letter_text(f": {told}" if told else "")
        )

    def candidates(self, thread: Thread) -> list[PageBlock]:
        """Statements outside the thread that are possibly about the same promise, each a stop."""
        rows = [(row, self.index.statements[row.ref]) for row in _near(self.index, thread)]
        blocks = [self._heading("thread.candidates")] if rows else []
        for candidate, row in rows:
            lines = [
                style.letter_text(f"“{row.quote}”"),
                style.faint(f"{place(self.index, row)} · {self.labels.told(self._why(candidate, row, thread))}"),
            ]
            blocks.append(PageBlock(row.id, self._listed(lines), stop=True))
        return blocks

    def _why(self, candidate: Candidate, row: Statement, thread: Thread) -> Text:
        quotes = [row.quote, *(known.quote for known in self.index.quotes_of(thread))]
        return readable(self.index, candidate.why, quotes)

    def _heading(self, key: str) -> PageBlock:
        return PageBlock(key, Content.assemble(style.strong(self.labels(key)), "\n"))

    def _searched(self, row: Searched, quotes: Iterable[str]) -> PageBlock:
        """The passage of a letter that comes nearest, unless it stands above already."""
        letter = self.index.letters.get(row.letter)
        name = short(letter) if letter else row.letter
        above = any(stands_in(row.text, quote) for quote in quotes)
        told = self.labels("thread.above" if above else "thread.nearest" if row.text else "thread.nothing", letter=name)
        lines = [style.faint(told), *([style.letter_text(f"“{row.text}”")] if row.text and not above else [])]
        return PageBlock(f"searched {row.letter}", self._listed(lines))

    def _listed(self, lines: Iterable[Content]) -> Content:
        return Content.assemble(Content("\n").join(lines), "\n")


def _near(index: Index, thread: Thread) -> list[Candidate]:
    """The statements that are suggested, each quote once."""
    found: dict[str, Candidate] = {}
    for row in thread.candidates:
        if row.ref in index.statements:
            found.setdefault(index.statements[row.ref].quote, row)
    return list(found.values())[:NEAREST]


class _Context:
    """The passages that the quotes of a thread stand in, so that no sentence is shown twice."""

    def __init__(self, index: Index, thread: Thread) -> None:
        self._index = index
        beside = [row.ref for row in _near(index, thread)]
        quotes = {row.quote for row in (*index.quotes_of(thread), *(index.statements[ref] for ref in beside))}
        self._told = quotes | {slip.explained for slip in thread.slips if slip.explained}
        """What is shown by itself."""
        self._shown: set[str] = set()

    def of(self, row: Statement) -> Content:
        """A quote, bright, with some of its passage, faint, up to what is shown elsewhere."""
        text = self._index.passages[row.passage].text
        at = text.find(row.quote)
        if at < 0 or row.passage in self._shown:
            return style.letter_text(f"“{row.quote}”")
        self._shown.add(row.passage)
        before, after = text[:at], text[at + len(row.quote) :]
        for told in self._told - {row.quote}:
            before, after = before.rpartition(told)[2], after.partition(told)[0]
        left, right = tail(before, AROUND), excerpt(after, AROUND)
        return Content.assemble(style.faint(left), style.letter_text(row.quote, "bold"), style.faint(right))
