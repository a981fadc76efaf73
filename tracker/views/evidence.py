"""The evidence of a thread as readers know it: letters and papers by their names, words as the quotes write them.

What two quotes have in common is kept by its terms ("spreking"), which nobody writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.i18n.catalog import text_of
from tracker.i18n.message import Message, Text, Value
from tracker.ledger.queries import Index
from tracker.model import Evidence, MissingPaper
from tracker.text.tokens import tokenize
from tracker.views.names import cited_as, short
from tracker.views.text_style import GLUE

_PART = 4
"""Letters that a term has at least which is found within a word."""


def evidence_words(index: Index, ground: Evidence) -> str:
    """The words of one ground, in the language spoken; of a link those that its two quotes have in common."""
    quotes = [index.statements[ref].quote for ref in ground.refs if ref in index.statements]
    if isinstance(ground.text, str):
        return quoted_words(ground.text, quotes) if quotes else ground.text
    return text_of(readable(index, ground.text, quotes))


def readable(index: Index, text: Text, quotes: Sequence[str]) -> Text:
    """What is said of some quotes, with names for ids and the words that they write for terms."""
    if isinstance(text, str):
        return text
    params = {key: _readable(index, key, value, quotes) for key, value in text.params}
    if params.get("words") == "":
        return next(value for value in params.values() if isinstance(value, Message))
    return Message(text.id, tuple(params.items()))


def quoted_words(terms: str, quotes: Iterable[str]) -> str:
    """Terms with commas between them, each as the word of a quote that has it; one that no quote writes is left out."""
    words = [token.text for quote in quotes for token in tokenize(quote)]
    found = (_word(term, words) for term in terms.split(", "))
    return ", ".join(dict.fromkeys(word for word in found if word))


def _word(term: str, words: Sequence[str]) -> str:
    if any(sign.isdigit() for sign in term):
        return term
    whole = next((word for word in words if word.casefold() == term.casefold()), "")
    part = (word for word in words if len(term) >= _PART and term.casefold() in word.casefold())
    return whole or next(part, "")


def _readable(index: Index, key: str, value: Value, quotes: Sequence[str]) -> Value:
    """A parameter of what is said: the name of what it is the id of, words as they are written."""
    if isinstance(value, Message):
        return readable(index, value, quotes)
    if key == "words":
        return quoted_words(str(value), quotes)
    if key == "letter":
        return short(index.letters[str(value)]) if value in index.letters else value
    if key == "papers":
        known = {row.id: row for row in index.ledger.missing}
        return ", ".join(_paper(known.get(id_), id_) for id_ in str(value).split(", "))
    return value


def _paper(row: MissingPaper | None, id_: str) -> str:
    return cited_as("short", row.dossier, row.number).replace(" ", GLUE) if row else id_
