"""A ruling as it is given on the command line: which quotes it is about, who gives it, and what is said of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.errors import DecisionError

if TYPE_CHECKING:
    from tracker.decisions.ruling import Anchor, Decision, Ruling
    from tracker.ledger.queries import Index
    from tracker.model import Statement


class CommandRuling:
    """A ruling on the command line: the letters that it is about, who gives it and why."""

    def __init__(self, folder: Path | None, by: str | None, why: str) -> None:
        from tracker.commands.source import CollectionSource, default_folder

        self._source = CollectionSource(folder or default_folder())
        self._by = by
        self._why = why

    def statement(self, words: str) -> Anchor:
        """The quote of the one statement that an id or words mean. Raises UnknownThreadError."""
        from tracker.ledger.lookup import find_statement

        return self._anchor(find_statement(self._source.index, words))

    def commitment(self, words: str) -> Anchor:
        """The same for a statement that promises. Raises UnknownThreadError, DecisionError."""
        from tracker.ledger.lookup import find_statement
        from tracker.model import Commitment

        row = find_statement(self._source.index, words)
        if not isinstance(row, Commitment):
            raise DecisionError("decide.not-a-promise", statement=row.id)
        return self._anchor(row)

    def thread(self, words: str) -> Anchor:
        """A quote that stands for the one thread that an id or words mean. Raises UnknownThreadError."""
        from tracker.ledger.lookup import find_thread

        index = self._source.index
        return self._anchor(index.quotes_of(find_thread(index, words))[0])

    def passage(self, letter: str, quote: str) -> Anchor:
        """A quote of a letter that no statement has. Raises UnknownLetterError."""
        from tracker.decisions.ruling import anchor

        return anchor(self._source.find(letter).id, quote)

    def registered(self, number: str) -> str:
        """The number of a promise, in any spelling, as the register has it. Raises DecisionError: it has none such."""
        from tracker.extraction.register_numbers import in_one_spelling

        register = self._source.register
        known = [row.number for row in register.promises] if register else []
        found = [row for row in known if row == number] or [
            row for row in known if in_one_spelling(row) == in_one_spelling(number)
        ]
        if len(found) != 1:
            raise DecisionError("decide.not-registered", number=number[:40])
        return found[0]

    def rule(self, ruling: Ruling, *quotes: Anchor, **values: Any) -> str:
        """Keep the ruling, and say so. Raises DecisionError: a quote does not stand in its letter, or nobody rules."""
        from tracker.decisions.rulings import RulingService
        from tracker.i18n.catalog import N_

        service = RulingService(self._source.folder, lambda: self._source.letters)
        decision = service.rule(ruling, quotes, who=self._who(), why=self._why, **values)
        return told_ruling(N_("decide.kept"), decision)

    def _anchor(self, row: Statement) -> Anchor:
        from tracker.decisions.ruling import anchor

        return anchor(row.letter, row.quote)

    def _who(self) -> str:
        """The name given, else the one that git signs with."""
        from tracker.git.repository import identity

        who = self._by or identity(self._source.folder.resolve())
        if not who:
            raise DecisionError("decide.nobody")
        return who


def quotes_meant(folder: Path, ruling: str, words: str) -> frozenset[Anchor]:
    """The quotes of what an id or words mean to a ruling, as the letters are judged with rulings and without any.

    What was ruled may have changed the id. None where the letters cannot be read, or the words mean none or several.
    """
    from msgspec.structs import replace

    from tracker.commands.source import CollectionSource
    from tracker.errors import TrackerError

    ruled, plainly = CollectionSource(folder), CollectionSource(folder)
    quotes: set[Anchor] = set()
    for source in (ruled, plainly):
        with suppress(TrackerError):
            plainly.collection = replace(ruled.collection, decisions=None)
            quotes |= _quotes(source.index, ruling, words)
    return frozenset(quotes)


def _quotes(index: Index, ruling: str, words: str) -> set[Anchor]:
    """The quotes of the one thread or statement that words mean. Raises UnknownThreadError."""
    from tracker.decisions.ruling import OF_THREADS, anchor
    from tracker.ledger.lookup import find_statement, find_thread

    rows = index.quotes_of(find_thread(index, words)) if ruling in OF_THREADS else (find_statement(index, words),)
    return {anchor(row.letter, row.quote) for row in rows}


def told_ruling(what: str, decision: Decision) -> str:
    """What was done to a ruling in a line, with the quotes that it rests on below."""
    from tracker.decisions.toml_text import FILE_NAME
    from tracker.i18n.catalog import gettext
    from tracker.text.escape import plain

    name, value = gettext(f"ruling.name.{decision.ruling}"), decision.value or decision.kind
    said = f"{name} “{value}”" if value else name
    quotes = (f"  “{quote.quote}” ({quote.letter})" for quote in decision.quotes)
    return "".join(
        plain(line) + "\n" for line in (gettext(what, file=FILE_NAME, who=decision.who, ruling=said), *quotes)
    )
