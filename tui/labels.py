"""What the terminal UI says, as data: one TOML file a language, looked up by dotted keys.

The words of the statuses are those of the catalogs that the reports are written from.
"""

from __future__ import annotations

import locale
import os
import tomllib
from functools import lru_cache
from pathlib import Path

from tracker.i18n.catalog import LOCALES, gettext, speaking
from tracker.model.statuses import Status

FOLDER = Path(__file__).parent / "labels"
LANGUAGES = tuple(LOCALES)
DEFAULT = "en"


class Labels:
    """The words of one language; an unknown key is a KeyError, so that no label goes missing in silence."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = _read(language)

    def __call__(self, key: str, **values: object) -> str:
        """The label of a key with its {names} filled in."""
        word = self._words[key]
        return word.format(**values) if values else word

    def has(self, key: str) -> bool:
        """Whether there is such a label."""
        return key in self._words

    def under(self, prefix: str) -> dict[str, str]:
        """The labels of one table by their last name."""
        start = f"{prefix}."
        return {key.removeprefix(start): word for key, word in self._words.items() if key.startswith(start)}


def choose_language(wanted: str | None = None) -> str:
    """The language asked for, else that of the locale, else English; an unknown one is English."""
    found = wanted or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    found = found or locale.getlocale()[0] or ""
    code = found.replace("-", "_").partition("_")[0].lower()
    return code if code in LANGUAGES else DEFAULT


@lru_cache
def _read(language: str) -> dict[str, str]:
    """The labels of a language by dotted key."""
    tables = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    own = {f"{table}.{name}": word for table, words in tables.items() for name, word in words.items()}
    return _statuses(language) | own


def _statuses(language: str) -> dict[str, str]:
    """The words of the statuses, as the reports say them, and what they mean."""
    with speaking(language):
        names = {f"status.{status}": gettext(f"word.{status}") for status in Status}
        return names | {f"meaning.{status}": gettext(f"meaning.{status}") for status in Status}
