"""What the terminal UI says: the messages of the catalogs under "tui.", by keys without that.

The words of the statuses are those that the reports are written in.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Iterable

from tracker.i18n.catalog import LOCALES, VARIABLE, gettext, ngettext, speaking, text_of, words_of
from tracker.i18n.message import Text
from tracker.ledger.fates import sureness
from tracker.views import labels

LANGUAGES = tuple(sorted(LOCALES))
DEFAULT = "en"


class Labels:
    """The words of one language; an unknown key is a KeyError, so that no label goes missing in silence."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """The label of a key with its {names} filled in."""
        words = self._own_words(key)
        if words is None:
            raise KeyError(key)
        return words.format(**values) if values else words

    def count(self, key: str, number: int, **values: object) -> str:
        """The label of a key about a {number} of things, in the form that the number asks for."""
        with speaking(self.language):
            return ngettext(f"tui.{key}", number, **values)

    def has(self, key: str) -> bool:
        """Whether there is such a label."""
        return self._own_words(key) is not None

    def of(self, table: str, names: Iterable[str]) -> dict[str, str]:
        """The labels that a table has for some names."""
        return {name: self(f"{table}.{name}") for name in names if self.has(f"{table}.{name}")}

    def _own_words(self, key: str) -> str | None:
        """Those of the screens, else for a status those of the reports."""
        words = words_of("tui." + key, self.language)
        table, _, name = key.partition(".")
        if words is None and table == "status":
            return words_of(f"word.{name}", self.language)
        return words_of(f"meaning.{name}", self.language) if words is None and table == "meaning" else words

    def read_by(self, name: str) -> str:
        """The rule that read a statement, by what it means."""
        with speaking(self.language):
            return labels.read_by(name)

    def reason(self, why: Text) -> str:
        """Why a thread took a step."""
        with speaking(self.language):
            return labels.reason(why)

    def rule(self, name: str) -> str:
        """The rule of a link or verdict."""
        with speaking(self.language):
            return labels.rule(name)

    def sure(self, confidence: float) -> str:
        """How sure something is, in a word."""
        with speaking(self.language):
            return gettext(f"sure.{sureness(confidence)}")

    def told(self, text: Text) -> str:
        """A message of the reports in the language of the labels; words that stand as they are, as they are."""
        with speaking(self.language):
            return text_of(text)


def choose_language(wanted: str | None = None) -> str:
    """The language asked for, else that of TRACKER_LANG or of the locale, else English; an unknown one is English."""
    named = (os.environ.get(name) for name in (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"))
    found = wanted or next(filter(None, named), None) or locale.getlocale()[0] or ""
    code = found.replace("-", "_").partition("_")[0].lower()
    return code if code in LANGUAGES else DEFAULT
