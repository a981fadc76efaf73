"""Words of a letter made harmless for a terminal: no control codes, no bidi overrides, no invisible signs.

Every face passes what comes out of a letter, a file name or an argument through `plain`.
"""

from __future__ import annotations

import re

HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # terminal control codes
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, overrides and isolates
    "\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"  # invisible signs, no characters
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates; tag characters
)
_SURROGATE = re.compile("[\ud800-\udfff]")
SOFT_HYPHEN = "\u00ad"
CONTROL_PICTURES = 0x2400
"""The first of the characters that picture control characters, in their order."""


def plain(text: str) -> str:
    """One line of text in which nothing is a command: harmful characters are shown by a visible sign in their place."""
    return HARMFUL.sub(_sign, text.replace(SOFT_HYPHEN, ""))


def _sign(match: re.Match[str]) -> str:
    """White space stays a space, a C0 code becomes its picture (␛), anything else the replacement character."""
    char = match.group()
    if char in "\t\n\r\v\f\u2028\u2029\x85":
        return " "
    return chr(CONTROL_PICTURES + ord(char)) if char < "\x20" else "\N{REPLACEMENT CHARACTER}"


def is_text(words: str) -> bool:
    """Whether words are Unicode: bytes of an argument that are no UTF-8 are not."""
    return not _SURROGATE.search(words)
