"""What is read in each letter by itself, remembered: its statements, and what the analysis says of their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from tracker.documents.limits import allowed, is_long, time_to_analyse
from tracker.errors import LetterError, spared
from tracker.extraction import (
    CommitmentDetector,
    StatementFacts,
    Statements,
    analyse,
    default_detector,
    describe,
    extract,
)
from tracker.extraction.learned.correction import Correction
from tracker.i18n.message import Message, message
from tracker.language.pack import current, use
from tracker.model import Letter, Refusal
from tracker.storage.cache import is_remembered, remembered
from tracker.storage.parallel import make_ahead


class LetterStatements:
    """What is read in one letter, remembered by its content and the detector."""

    def __init__(self, letter: Letter, detector: CommitmentDetector) -> None:
        self.analysed = analyse(letter)
        """The letter for the stages after reading, who ask what this reading asked, or what else they need."""
        self._detector = detector
        self.name = self.analysed.name
        """A digest of the letter, wherever it lies, and its language."""
        self.made_of = (detector.name, detector.version, self.name)
        """What its statements rest on."""

    def statements(self) -> Statements:
        """The letter's statements in reading order."""
        return self._statements

    def facts(self) -> Mapping[str, StatementFacts]:
        """What the analysis says of the words of its statements."""
        return self._facts

    def read(self) -> None:
        """Have both read and remembered."""
        self.statements()
        if not is_remembered(("facts", *self.made_of)):
            self.facts()

    @cached_property
    def _statements(self) -> Statements:
        return remembered(Statements, ("statements", *self.made_of), lambda: self._read[0])

    @cached_property
    def _facts(self) -> dict[str, StatementFacts]:
        return remembered(dict[str, StatementFacts], ("facts", *self.made_of), lambda: self._read[1])

    @cached_property
    def _read(self) -> tuple[Statements, dict[str, StatementFacts]]:
        """Both, from one analysis."""
        statements = extract(self.analysed, self._detector)
        facts = describe(self.analysed, chain(*statements))
        self.analysed.forget_sentences()
        return statements, facts


def statements_of(letters: Iterable[Letter], correction: Correction | None) -> list[LetterStatements]:
    """Letters with what reads them: for long ones without the encoder."""
    usual, for_long = default_detector(correction), default_detector(correction, long=True)
    return [LetterStatements(letter, for_long if is_long(len(letter.text)) else usual) for letter in letters]


def read_in_parallel(
    letters: Sequence[Letter], sources: Iterable[LetterStatements], correction: Correction | None
) -> None:
    """Read the statements of letters that are not remembered yet, in several processes."""
    facts = {source.analysed.letter.id: ("facts", *source.made_of) for source in sources}
    stated = [(letter, correction, current().code) for letter in letters]
    make_ahead(_read_ahead, stated, lambda row: facts[row[0].id])


def _read_ahead(row: tuple[Letter, Correction | None, str]) -> None:
    """Read the statements of a letter in any process."""
    letter, correction, language = row
    use(language)
    sound(statements_of([letter], correction))


def sound(sources: Iterable[LetterStatements]) -> tuple[list[LetterStatements], list[Refusal]]:
    """The letters whose statements can be read, and those that a fault of ours keeps out."""
    whole: list[LetterStatements] = []
    unread: list[Refusal] = []
    for source in sources:
        letter = source.analysed.letter
        try:
            with time_to_analyse(letter.path):
                found = spared(source.read)
        except LetterError as fault:
            found = fault.message
        if isinstance(found, Message):
            unread.append(Refusal(letter.path, found))
        else:
            whole.append(source)
    return whole, unread


def facts_of(letters: Iterable[Letter], correction: Correction | None = None) -> dict[str, StatementFacts]:
    """What the analysis says of the words of each statement of the letters, by its id; read once and remembered."""
    return facts_in(statements_of(letters, correction))


def facts_in(sources: Iterable[LetterStatements]) -> dict[str, StatementFacts]:
    """The same of letters that are read."""
    return {name: row for source in sources for name, row in source.facts().items()}


def without_encoder(sources: Iterable[LetterStatements], correction: Correction | None) -> Iterator[Message]:
    """Which letters were too long for the encoder that reads others."""
    usual = default_detector(correction).name
    for source in sources:
        if source.made_of[0] != usual:
            yield message("notice.without-encoder", name=source.analysed.letter.path, number=round(allowed()))
