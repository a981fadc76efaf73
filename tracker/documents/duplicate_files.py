"""One paper in several files (brief.pdf beside brief.txt): one is taken, by a stated order, and the user is told."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from tracker.documents.formats.registry import trust_in
from tracker.errors import CollectionError
from tracker.i18n.message import Message, message
from tracker.model import Letter
from tracker.text.tokens import tokenize

_SHORTEST = 4
"""Characters: shorter words stand in every paper."""
_ALIKE = 0.6
"""Two files that share this share of the words of the shorter hold the same paper: by judgement; not measured."""


def one_of_each(letters: Iterable[Letter]) -> tuple[list[Letter], list[Message]]:
    """The letters without those that another file holds too, and what was left out.

    Raises CollectionError: two files that are not alike have one id.
    """
    kept: dict[str, Letter] = {}
    names: dict[PurePosixPath, Letter] = {}
    told: list[Message] = []
    for letter in sorted(letters, key=lambda one: (-trust_in(one.path), one.path)):
        stem = PurePosixPath(letter.path).with_suffix("")
        twin = kept.get(letter.id) or names.get(stem)
        if twin is not None and _alike(twin, letter):
            told.append(message("notice.same-paper", taken=twin.path, left=letter.path))
            continue
        if letter.id in kept:
            one, other = sorted((kept[letter.id].path, letter.path))
            raise CollectionError("collection.same-id", one=one, other=other, letter=letter.id)
        kept[letter.id] = names[stem] = letter
    return list(kept.values()), told


def _alike(one: Letter, other: Letter) -> bool:
    first, second = _words(one), _words(other)
    return len(first & second) >= _ALIKE * min(len(first), len(second))


def _words(letter: Letter) -> frozenset[str]:
    return frozenset(token.low for token in tokenize(letter.text) if len(token.low) >= _SHORTEST)
