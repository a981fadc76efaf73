"""The day of a month as the reading of a picture has it: an l or I for 1, an O for 0."""

from __future__ import annotations

import re

from tracker.language.pack import cached
from tracker.language.resources import month_abbreviations, month_names

_FIGURES = str.maketrans("OlI", "011")


def restore_days(text: str) -> str:
    """A text with the figures of days before the name of a month, sign for sign: "3l december", "l juli".

    A lone l behind another figure may be the half of a number, and stays.
    """
    return _misread_day().sub(lambda found: found.group().translate(_FIGURES), text)


@cached(maxsize=1)
def _misread_day() -> re.Pattern[str]:
    months = "|".join(re.escape(name.rstrip(".").lower()) for name in (*month_names(), *month_abbreviations()))
    return re.compile(rf"(?<![\w.,/-])(?<!\d )(?:l|(?=\d?[OlI])[0-3lI][\dOlI])(?= (?i:{months})(?!\w|-[a-z]))")
