"""Signs that a terminal cannot write, drawn in ASCII: no status looks like another one, and no quote like a status."""

from __future__ import annotations

import codecs
import sys
import unicodedata

from tracker.commands.terminal import writes_signs

DRAWN = "tracker.drawn"
"""The name of this way to encode, for `str.encode`."""

STATUS_SIGNS = {
    **{"○": "o", "●": "*", "≈": "~", "↷": ">", "»": ">>", "✓": "+", "✗": "X", "¿": "%"},
    **{"…": "...", "·": "|"},
}
"""The signs of the statuses and steps that ASCII lacks; a mark between words may be one of them, as it is in print."""
OTHERS = {
    **dict.fromkeys("“”„«", '"'),
    **dict.fromkeys("‘’‚‹›′", "'"),
    **dict.fromkeys("‐‑‒–−•◦▪", "-"),
    **{
        "—": "--",
        "→": "->",
        "←": "<-",
        "×": "x",
        "÷": "/",
        "∪": "U",
        "§": "par.",
        "€": "EUR",
        "£": "GBP",
        "°": "deg.",
    },
    **{"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d"},
    **{"─": "-", "│": ":", "⁄": "/", "≤": "<=", "≥": ">=", "±": "+/-"},
}
"""How all else is drawn that letters and answers have most."""


def drawn(fault: UnicodeError) -> tuple[str, int]:
    """What stands for the signs that an encoding lacks; one that nobody drew is its number: "<U+4E2D>".

    Raises the fault where there was something else to do than to encode.
    """
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    return "".join(map(_drawn, fault.object[fault.start : fault.end])), fault.end


def _drawn(sign: str) -> str:
    known = STATUS_SIGNS.get(sign) or OTHERS.get(sign)
    if known:
        return known
    bare = "".join(char for char in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(char))
    bare = "".join(OTHERS.get(char, char) for char in bare)
    if unicodedata.combining(sign):
        return ""  # an accent that stands apart from its letter
    if not (bare and bare.isascii()):
        return f"<U+{ord(sign):04X}>"
    return f"^{bare}" if sign.isdigit() else bare  # a raised figure is no part of the number before it


codecs.register_error(DRAWN, drawn)


def encoding() -> str:
    """How answers are encoded: ASCII at a terminal of which it is told that it writes no other signs."""
    if sys.stdout.isatty() and not writes_signs() and (sys.stdout.encoding or "").lower().startswith("utf"):
        return "ascii"
    return sys.stdout.encoding or "utf-8"
