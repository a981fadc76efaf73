"""What a collection of letters is about, as their dossier is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tracker.documents.layout.patterns import match
from tracker.model import Letter, PassageKind

_TOP = {PassageKind.MASTHEAD, PassageKind.FURNITURE}


def dossier_title(letters: Iterable[Letter]) -> str:
    """The title of the dossier that most letters print in their masthead; "" where none does, or two as often."""
    found = Counter(title for letter in letters if (title := _printed(letter)))
    most = found.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else ""


def _printed(letter: Letter) -> str:
    heads = (match("dossier_head", row.text) for row in letter.passages if row.kind in _TOP)
    return next((str(found["title"]).strip() for found in heads if found and found["title"]), "")
