"""One paper in several files (brief.pdf beside brief.txt): one is taken, by a stated order, and the user is told."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NamedTuple

from tracker.documents.formats.registry import trust_in
from tracker.i18n.message import Message, message
from tracker.model import Letter, Refusal
from tracker.text.tokens import tokenize

_SHORTEST = 4
"""Characters: shorter words stand in every paper."""
_ALIKE = 0.6
"""Two files of one number share this share of the words of the shorter: by judgement; not measured."""
_SAME = 0.98
"""Files that only have one name share so many of the words of both: letters of a series have most words in common."""


class Sifted(NamedTuple):
    """The letters of a collection, each once."""

    letters: list[Letter]
    told: list[Message]
    """What was left out because another file holds it too."""
    refused: list[Refusal]
    """Other papers under the id of one that is there."""


def one_of_each(letters: Iterable[Letter]) -> Sifted:
    """The letters without those that another file holds too.

    Of files beside each other whose names differ in their ending only one is read, unless what they print tells two
    papers apart. Of two papers with one id the first is read, in the same order.
    """
    kept: dict[str, Letter] = {}
    names: dict[PurePosixPath, Letter] = {}
    told: list[Message] = []
    refused: list[Refusal] = []
    for letter in sorted(letters, key=lambda one: (-trust_in(one.path), one.path)):
        stem = PurePosixPath(letter.path).with_suffix("")
        beside = names.get(stem)
        twin = beside or kept.get(letter.id)
        one_name = beside is not None and beside.id == letter.id
        if twin is not None and (one_name or _hold_one_paper(twin, letter)):
            told.append(_left_out(letter, twin))
            continue
        if letter.id in kept:
            refused.append(
                Refusal(letter.path, message("letter.same-id", letter=letter.id, other=kept[letter.id].path))
            )
            continue
        kept[letter.id] = names[stem] = letter
    return Sifted(list(kept.values()), told, refused)


def file_left_out(notice: Message) -> str:
    """The path of the file that a notice says is left out for another that holds its paper; "" where it says none."""
    return str(dict(notice.params)["left"]) if notice.id in ("notice.same-paper", "notice.same-name") else ""


def _left_out(letter: Letter, twin: Letter) -> Message:
    if _hold_one_paper(twin, letter):
        return message("notice.same-paper", taken=twin.path, left=letter.path)
    return message("notice.same-name", taken=twin.path, left=letter.path)


def _hold_one_paper(one: Letter, other: Letter) -> bool:
    if one.number is not None and one.id == other.id:
        return hold_one_text(one.text, other.text)
    first, second = _long_words(one.text), _long_words(other.text)
    return len(first & second) >= _SAME * max(len(first), len(second))


def hold_one_text(one: str, other: str) -> bool:
    """Whether two texts of which each says that it is the same paper are of one: an annex may say so too."""
    first, second = _long_words(one), _long_words(other)
    return len(first & second) >= _ALIKE * min(len(first), len(second))


def _long_words(text: str) -> frozenset[str]:
    return frozenset(token.low for token in tokenize(text) if len(token.low) >= _SHORTEST)
