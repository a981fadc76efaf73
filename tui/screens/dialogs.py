"""What the screens ask and tell: choose one of a list, type a line, agree, read. Escape answers none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tracker.text.normalize import searchable
from tui.input_values import Wrong
from tui.input_values import needed as something
from tui.labels import Labels
from tui.screens.dialog import Dialog
from tui.style import letter_text, strong
from tui.widgets.confirmation import Agreement
from tui.widgets.line import Completions, Line, OneLine


class Question(Dialog[str]):
    """What the kinds of question share."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question


class Told(Dialog[bool]):
    """A sentence that stays until enter or escape; no other key does anything."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "dismiss(None)", "back")]

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence

    def compose(self) -> ComposeResult:
        """The sentence."""
        with Vertical(classes="dialog -small"):
            yield Static(letter_text(self.sentence), markup=False, id="sentence")


class Look(Told):
    """A sentence below what it is about; enter or one other key goes on, and no key but escape does anything else."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "dismiss(True)", "back")]

    def __init__(self, sentence: str, key: str) -> None:
        super().__init__(sentence)
        self.key = key

    def on_key(self, event: Key) -> None:
        """Go on."""
        if event.key == self.key:
            self.dismiss(True)


class AnswerList(OptionList):
    """A list whose chosen line stays in view when it is given other room."""

    def on_resize(self) -> None:
        """Bring the line into view."""
        self.call_after_refresh(self.scroll_to_highlight)


class Choose(Question):
    """One of several answers, narrowed by typing; gives the key of the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "down", show=False, priority=True),
        Binding("up", "move(-1)", "up", show=False, priority=True),
    ]

    def __init__(
        self,
        question: str,
        answers: Sequence[tuple[str, Content]],
        *,
        labels: Labels,
        chosen: str | None = None,
        waiting: str = "",
        texts: Mapping[str, str] | None = None,
    ) -> None:
        """`chosen` is the answer that the cursor is on at first; `waiting` is said until the answers are known.

        Of `texts` each answer has one, folded, in which it is looked for as well as in what it shows.
        """
        super().__init__(question)
        self.answers = answers
        self.labels = labels
        self.chosen = chosen
        self.waiting = waiting
        self.texts = texts or {}
        self._folded: list[str] | None = None
        """What each answer is looked for in, once that is asked."""
        self._asked: str | None = None
        """What stood there when enter was pressed before the answers were known."""

    def compose(self) -> ComposeResult:
        """Question, filter, answers."""
        with Vertical(classes="dialog"):
            yield Static(strong(self.question), markup=False, id="question")
            yield OneLine(placeholder=self.labels("ruling.narrow"), compact=True)
            yield Static(letter_text(self.waiting, "$warning"), markup=False, id="waiting")
            yield AnswerList(markup=False)

    def on_mount(self) -> None:
        """Show every answer."""
        self._narrow("")

    def fill(self, answers: Sequence[tuple[str, Content]]) -> None:
        """Give the answers that were waited for, or other ones; enter that was pressed before holds for the first."""
        self.answers, self.waiting, self._folded = answers, "", None
        if self.is_mounted:
            asked, self._asked = self._asked, None
            self._narrow(self.query_one(Input).value if asked is None else asked)
            if asked is not None:
                self._entered()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, text: str) -> None:
        wanted = searchable(text).split()
        if self._folded is None and wanted:
            self._folded = [f"{searchable(told.plain)} {self.texts.get(key, '')}" for key, told in self.answers]
        said = zip(self.answers, self._folded or (), strict=True) if wanted else ((row, "") for row in self.answers)
        fitting = [row for row, all_of_it in said if all(word in all_of_it for word in wanted)]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(told, id=key) for key, told in fitting])
        keys = [key for key, _ in fitting]
        first = keys.index(self.chosen) if self.chosen in keys and not wanted else 0
        options.highlighted = first if fitting else None
        told = self.waiting or ("" if fitting else self.labels("ruling.none_fits"))
        place = self.query_one("#waiting", Static)
        place.update(letter_text(told, "$warning"))
        place.display = bool(told)

    def action_move(self, step: int) -> None:
        """Go to another answer while typing."""
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = ((options.highlighted or 0) + step) % options.option_count

    @on(Input.Submitted)
    def _entered(self) -> None:
        options = self.query_one(OptionList)
        if self.waiting and self._asked is None:
            self._asked = self.query_one(Input).value
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)


class Ask(Question):
    """A line of text, with what stands there to begin with; gives the line."""

    def __init__(
        self,
        question: str,
        *,
        about: str = "",
        value: str = "",
        hint: str = "",
        wrong: Wrong = lambda _: "",
        completions: Completions | None = None,
        chosen: bool = False,
    ) -> None:
        """A line that is `wrong` stays to be mended; with `chosen` what stands there makes room for what is typed."""
        super().__init__(question)
        self.wrong = wrong
        self.completions = completions
        self.chosen = chosen
        self.about = about
        self.value = value
        self.hint = hint

    def compose(self) -> ComposeResult:
        """Question, what it is about, the line."""
        with Vertical(classes="dialog -small"):
            yield Static(strong(self.question), markup=False, id="question")
            yield Static(letter_text(self.about, "$faint"), markup=False, id="about")
            yield self._line()
            yield Static("", markup=False, id="wrong")
            yield from self.more()

    def _line(self) -> Input:
        if self.completions is None:
            return OneLine(self.value, placeholder=self.hint, compact=True, select_on_focus=self.chosen)
        return Line(self.value, completions=self.completions, placeholder=self.hint, select_on_focus=self.chosen)

    def more(self) -> ComposeResult:
        """What stands below the line."""
        yield from ()

    def on_mount(self) -> None:
        """Nothing is wrong yet."""
        self._show_fault("")

    def _show_fault(self, told: str) -> None:
        wrong = self.query_one("#wrong", Static)
        wrong.update(letter_text(told, "$warning"))
        wrong.display = bool(told)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        line = event.value.strip()
        told = self.wrong(line)
        self._show_fault(told)
        if not told:
            self.line_given(line)

    def line_given(self, line: str) -> None:
        """What is done with the line."""
        self.dismiss(line)


class Agree(Ask):
    """A line of text that is given only once one agreed to what will be kept by it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("up", "retype", "up", show=False)]

    def __init__(self, question: str, *, kept: Callable[[str], str], about: str, needed: str, value: str = "") -> None:
        """`kept` says for a line what will be kept, `needed` what the line is to hold."""
        super().__init__(question, about=about, value=value, hint=needed, wrong=something(needed))
        self.kept = kept

    def more(self) -> ComposeResult:
        """What will be kept."""
        yield Agreement("agreement")

    def line_given(self, line: str) -> None:
        """Show what will be kept, and wait for that to be agreed to."""
        self.query_one(Agreement).ask(self.kept(line))

    @on(Input.Changed)
    def _retyped(self) -> None:
        self.query_one(Agreement).display = False

    @on(Agreement.Given)
    def _agreed(self) -> None:
        self.dismiss(self.query_one(Input).value.strip())

    def action_retype(self) -> None:
        """Back to the line."""
        self.query_one(Input).focus()
