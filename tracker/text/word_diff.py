"""Two texts → word edits, with diff-match-patch on whole words instead of characters.

A word, a number with its separators, a sign, a stretch of white space or a figure of the language (a date, an amount,
a share: the pattern `figures`) is one token here, made of those of text.tokens; each distinct one is one code point for
the library, so that no edit can cut a figure or a word in two.
The edits of (new, old) are those of (old, new) seen from the other side.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, groupby
from operator import itemgetter

from tracker.model import Edit, EditKind
from tracker.text.tokens import whole_pieces

NUMBER = r"\d+(?:[.,:/–-]\d+)*"
"""A number with its separators, as a pattern."""

_TOGETHER = re.compile(rf"(?<!\w){NUMBER}(?!\w)|(?<!\w)\w++(?:['’&./-]\w++)+")
"""A number, or words that signs join ("R&D", "tracker.nl")."""

_LEAST_SHARED = 0.4
"""The share of their words that two texts must have in common to be shown as edits of one another.

By judgement; of 62 passages of letters that follow one another and were rewritten, 18 are shown whole, at 0.2 or 0.6
14 or 22.
"""
_LARGE = 2_000
"""Tokens of both sides together; beyond it the texts are first cut at words that stand once in each."""
_LARGEST_STRETCH = 4_000_000
"""Tokens of one side times those of the other; a stretch beyond it is replaced as a whole, to bound the time."""

_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))
"""The code points that stand for tokens; the many of the higher planes are needed beyond 6,400 distinct tokens."""

_KINDS = {0: EditKind.EQUAL, -1: EditKind.DELETE, 1: EditKind.INSERT}

_Diff = tuple[int, str]
"""What the library gives: 0 for equal, -1 for deleted, 1 for inserted, and the text."""


def split_tokens(text: str, figures: re.Pattern[str]) -> tuple[str, ...]:
    """Cut a text into its tokens; joined they are the text. `figures`: what a language writes as one beside numbers."""
    return whole_pieces(text, (figures, _TOGETHER))


def too_different(old: str, new: str, figures: re.Pattern[str]) -> bool:
    """Whether two texts share too few words, whatever their order, to be versions of one another."""
    ours, theirs = (Counter(token for token in split_tokens(text, figures) if _is_word(token)) for text in (old, new))
    return 2 * (ours & theirs).total() < _LEAST_SHARED * (ours.total() + theirs.total())


def word_edits(old: str, new: str, figures: re.Pattern[str]) -> tuple[Edit, ...]:
    """Give the edits that make `old` into `new`; texts too different are deleted and inserted whole.

    The equal and deleted stretches joined are `old`, the equal and inserted ones `new`; no stretch is empty.
    """
    if old == new:
        return _tidy([(0, old)])
    swapped = (len(new), new) < (len(old), old)
    diffs = _differences(new, old, figures) if swapped else _differences(old, new, figures)
    return _tidy([(-kind, text) for kind, text in diffs] if swapped else diffs)


def edits_around(old: str, new: str, figures: re.Pattern[str], tells: Callable[[str], bool]) -> tuple[Edit, ...]:
    """Give the edits between two texts that are known to be about the same, however few words they share.

    What stays is the tokens that `tells` says something by and both have in one order, with what is equal around them;
    other words that happen to be equal are deleted and inserted. It rebuilds both texts as `word_edits` does.
    """
    swapped = (len(new), new) < (len(old), old)
    ours, theirs = (split_tokens(text, figures) for text in ((new, old) if swapped else (old, new)))
    diffs: list[_Diff] = []
    begin_a = begin_b = 0
    for a, b in [*_shared_tokens(ours, theirs, tells), (len(ours), len(theirs))]:
        diffs += _around(ours[begin_a:a], theirs[begin_b:b])
        diffs += [(0, token) for token in ours[a : a + 1]]
        begin_a, begin_b = a + 1, b + 1
    return _tidy([(-kind, text) if swapped else (kind, text) for kind, text in _joined(diffs)])


def _shared_tokens(ours: Sequence[str], theirs: Sequence[str], tells: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The places of the telling tokens that both have, in the longest run of them that is in one order."""
    places = [[at for at, token in enumerate(side) if tells(token)] for side in (ours, theirs)]
    one, other = ([side[at] for at in found] for side, found in zip((ours, theirs), places, strict=True))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [(places[0][a + n], places[1][b + n]) for a, b, size in blocks for n in range(size)]


def _around(ours: Sequence[str], theirs: Sequence[str]) -> list[_Diff]:
    """Two stretches between shared tokens: what is equal at their ends stays."""
    front = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    rest = ours[front:], theirs[front:]
    pairs = zip(reversed(rest[0]), reversed(rest[1]), strict=False)
    back = next((n for n, (a, b) in enumerate(pairs) if a != b), min(map(len, rest)))
    ends = len(ours) - back, len(theirs) - back
    return [
        (0, "".join(ours[:front])),
        (-1, "".join(ours[front : ends[0]])),
        (1, "".join(theirs[front : ends[1]])),
        (0, "".join(ours[ends[0] :])),
    ]


def _joined(diffs: Iterable[_Diff]) -> list[_Diff]:
    """Differences with neighbours of one kind as one."""
    grouped = groupby((diff for diff in diffs if diff[1]), key=itemgetter(0))
    return [(kind, "".join(text for _, text in rows)) for kind, rows in grouped]


def _is_word(token: str) -> bool:
    return any(sign.isalnum() for sign in token)


def _differences(old: str, new: str, figures: re.Pattern[str]) -> list[_Diff]:
    """The library's differences, or both texts whole where they would be confetti."""
    whole = [(-1, old), (1, new)]
    if too_different(old, new, figures):
        return whole
    sides = split_tokens(old, figures), split_tokens(new, figures)
    code = _code_points(sides)
    if code is None:
        return whole
    tokens = {sign: token for token, sign in code.items()}
    coded = _diff_coded("".join(code[token] for token in sides[0]), "".join(code[token] for token in sides[1]))
    diffs = [(kind, [tokens[sign] for sign in signs]) for kind, signs in coded]
    kept = sum(_is_word(token) for kind, stretch in diffs for token in stretch if kind == 0)
    words = sum(_is_word(token) for token in chain(*sides))
    return [(kind, "".join(stretch)) for kind, stretch in diffs] if 2 * kept >= _LEAST_SHARED * words else whole


def middle_cut(text: str, context: int) -> str:
    """A long stretch that both texts share with its middle left out: so many words stay at either side."""
    words = text.split(" ")
    return text if len(words) <= 3 * context else " ".join([*words[:context], "…", *words[-context:]])


def _code_points(sides: tuple[Sequence[str], Sequence[str]]) -> dict[str, str] | None:
    """A code point for each distinct token, or None where there are more than private code points.

    Single spaces, line ends and signs of ASCII stand for themselves: the library shifts edits to such boundaries.
    """
    distinct = dict.fromkeys(chain(*sides))
    plain = {token: token for token in distinct if len(token) == 1 and token.isascii() and not token.isalnum()}
    points = chain(*_PRIVATE)
    coded = {token: chr(point) for token, point in zip((t for t in distinct if t not in plain), points, strict=False)}
    return plain | coded if len(plain) + len(coded) == len(distinct) else None


def _diff_coded(old: str, new: str) -> list[_Diff]:
    from diff_match_patch import diff_match_patch  # type: ignore[import-untyped,unused-ignore]  # has no stubs

    library = diff_match_patch()
    library.Diff_Timeout = 0  # a limit in seconds would give other edits on a slower machine
    diffs: list[_Diff] = []
    for ours, theirs in _stretches(old, new):
        if ours == theirs:
            diffs.append((0, ours))
        elif len(ours) * len(theirs) > _LARGEST_STRETCH:
            diffs += [(-1, ours), (1, theirs)]
        else:
            diffs += library.diff_main(ours, theirs, False)
    library.diff_cleanupMerge(diffs)
    library.diff_cleanupSemantic(diffs)
    return diffs


def _stretches(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The texts in pieces that belong together: cut at tokens that stand once in each, in the same order in both."""
    begin_old = begin_new = 0
    for at_old, at_new in _anchors(old, new) if len(old) + len(new) > _LARGE else ():
        yield old[begin_old:at_old], new[begin_new:at_new]
        yield old[at_old], new[at_new]
        begin_old, begin_new = at_old + 1, at_new + 1
    yield old[begin_old:], new[begin_new:]


def _anchors(old: str, new: str) -> list[tuple[int, int]]:
    """The longest run of tokens unique in both texts that rises in both (patience sorting)."""
    once_old, once_new = ({s for s, n in Counter(side).items() if n == 1} for side in (old, new))
    place = {sign: at for at, sign in enumerate(new) if sign in once_new}
    pairs = [(at, place[sign]) for at, sign in enumerate(old) if sign in once_old and sign in place]
    tops: list[int] = []
    piles: list[int] = []
    before: list[int | None] = []
    for number, (_, at_new) in enumerate(pairs):
        pile = bisect_left(tops, at_new)
        before.append(piles[pile - 1] if pile else None)
        tops[pile : pile + 1] = [at_new]
        piles[pile : pile + 1] = [number]
    run: list[tuple[int, int]] = []
    last = piles[-1] if piles else None
    while last is not None:
        run.append(pairs[last])
        last = before[last]
    return run[::-1]


def _tidy(diffs: list[_Diff]) -> tuple[Edit, ...]:
    """Edits without empty stretches, what is deleted before what is inserted in its place."""
    edits: list[Edit] = []
    waiting = {-1: "", 1: ""}
    for kind, text in [*diffs, (0, "")]:
        if kind:
            waiting[kind] += text
            continue
        edits += [Edit(_KINDS[side], waiting[side]) for side in (-1, 1) if waiting[side]]
        waiting = {-1: "", 1: ""}
        if text:
            edits.append(Edit(EditKind.EQUAL, text))
    return tuple(edits)
