"""Whether a row of a table says plainly how one promise stands, and a heading no more than what it is of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from tracker.extraction.number_word import coded
from tracker.language.lemmas import lemma, words
from tracker.language.patterns import matches, pattern
from tracker.text.tokens import runs

_STAND = ("column_stand", "column_whether", "column_when")


def names_only(text: str, number: str, promised: Iterable[str]) -> bool:
    """Whether a text, a heading or a cell, has no word but those of a promise, its number, and such as any list has.

    A word of its own may make what stands under it that of others, of another day or of another thing.
    """
    said = coded(text, number) if number else text.lower()
    said = pattern("register", "numbered").sub(" ", pattern("register", "a_number").sub(" ", said))
    known = {form for word in chain.from_iterable(map(words, promised)) for form in (word, lemma(word))}
    told = (word for word in runs(said) if not known.intersection((word, lemma(word))))
    return all(matches("register", "any_list", word) for word in told)


def is_plain_row(cells: Sequence[tuple[str, str]], number: str, promised: Sequence[str]) -> bool:
    """Whether a row, cells with the heads of their columns, names one promise and says plainly how it stands."""
    told = [(column, text) for column, text in cells if text.strip()]
    stand = [row for row in told if _tells_stand(row[0])]
    return bool(stand) and all(
        matches("register", "plain_cell", text)
        if _tells_stand(column)
        else matches("register", "column_occasion", column) or _names_thing(column, text, number, promised)
        for column, text in told
    )


def _tells_stand(column: str) -> bool:
    return any(matches("register", name, column) for name in _STAND)


def _names_thing(column: str, text: str, number: str, promised: Sequence[str]) -> bool:
    """Whether a cell has only the number or the thing of a promise, under a head that says no more."""
    return names_only(column, "", ()) and names_only(text, number, promised) and "*" not in text
