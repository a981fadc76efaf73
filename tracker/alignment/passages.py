"""The passages of two letters, matched inside the sections that match, and outside them where text was moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct
from rapidfuzz import fuzz

from tracker.alignment.key_index import holders
from tracker.alignment.weights import (
    COMPARED,
    LONGEST_PASSAGE,
    PASSAGES_ALIKE,
    PASSAGES_ALIKE_AFAR,
    RARE_WORDS,
    SHORTEST_PASSAGE,
)
from tracker.extraction import AnalysedLetter, analyse
from tracker.language.lemmas import content_of, rarity
from tracker.language.pack import cached
from tracker.model import Alignment, Letter, PassageKind, PassagePair
from tracker.text.normalize import trimmed
from tracker.text.set_similarity import dice

_SILENT = frozenset({PassageKind.FURNITURE, PassageKind.MASTHEAD, PassageKind.SIGNATURE, PassageKind.HEADING})
"""Kinds that are no text of the letter's own: they never match, and their change is none."""


class _Text(Struct, frozen=True):
    """A passage as it is compared; `order` counts from 0 in the letter."""

    id: str
    section: str | None
    folded: str
    order: int
    letter: AnalysedLetter

    @property
    def keys(self) -> tuple[str, ...]:
        """Its rarest words; asked of those alone that are in no other letter as they stand."""
        return _keys(self.letter.words_of(self.id))


class _Likeness(Struct, frozen=True):
    """Two passages with the name of what matches them and its score, 0..1; `near` where their sections match."""

    a: _Text
    b: _Text
    matched_by: str
    score: float
    near: bool

    def rank(self) -> tuple[bool, float, int, int]:
        """Surest first: near before far, then by score, then by place, whichever letter comes first."""
        return not self.near, -self.score, self.a.order + self.b.order, self.a.order


_Near = Callable[[_Text, _Text], bool]


def align_passages(older: Letter, newer: Letter, alignment: Alignment) -> tuple[PassagePair, ...]:
    """Match the passages of two letters; each passage of the letters' own text stands in exactly one pair.

    `matched_by` is "identical" or "alike" inside matched sections, "moved" elsewhere, and "no match" where one side is
    None. Pairs stand in the order of the older letter, then what is new in that of the newer.
    """
    ours, theirs, sections = _texts(older), _texts(newer), section_pairs(alignment)
    pairs: dict[str, PassagePair] = {}
    taken: set[str] = set()
    for find in (_identical, _alike):
        left = [text for text in ours if text.id not in pairs]
        right = [text for text in theirs if text.id not in taken]
        found = find(left, right, lambda a, b: (a.section, b.section) in sections)
        for one in sorted(found, key=_Likeness.rank):
            if one.a.id not in pairs and one.b.id not in taken:
                pairs[one.a.id] = PassagePair(one.a.id, one.b.id, one.matched_by, round(one.score, 4))
                taken.add(one.b.id)
    known = (pairs.get(text.id) or PassagePair(text.id, None, "no match", 0.0) for text in ours)
    new = (PassagePair(None, text.id, "no match", 0.0) for text in theirs if text.id not in taken)
    return (*known, *new)


SectionIds = frozenset[tuple[str | None, str | None]]
"""Pairs of an older and a newer section."""


def section_pairs(alignment: Alignment) -> SectionIds:
    """The matched sections; what stands before the first heading of either letter belongs together."""
    matched = ((pair.from_section, pair.to_section) for pair in alignment.pairs)
    return frozenset([(None, None), *(pair for pair in matched if None not in pair)])


def _texts(letter: Letter) -> tuple[_Text, ...]:
    analysed = analyse(letter)
    return tuple(
        _Text(passage.id, passage.section, folded, order, analysed)
        for order, passage in enumerate(letter.passages)
        if passage.kind not in _SILENT and (folded := trimmed(passage.text))
    )


@cached(maxsize=8192)
def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    told = sorted(set(content_of(words)), key=lambda word: (-rarity(word), word))
    return tuple(told[:RARE_WORDS])


def _identical(ours: Sequence[_Text], theirs: Sequence[_Text], near: _Near) -> Iterator[_Likeness]:
    places = holders(theirs, lambda text: (text.folded,))
    for a in ours:
        for b in (theirs[at] for at in places.get(a.folded, ())):
            if near(a, b):
                yield _Likeness(a, b, "identical", 1.0, near=True)
            elif len(a.folded) >= SHORTEST_PASSAGE:
                yield _Likeness(a, b, "moved", 1.0, near=False)


def _alike(ours: Sequence[_Text], theirs: Sequence[_Text], near: _Near) -> Iterator[_Likeness]:
    left = [text for text in ours if len(text.folded) >= SHORTEST_PASSAGE]
    right = [text for text in theirs if len(text.folded) >= SHORTEST_PASSAGE]
    forth = {(a.order, b.order): (a, b) for a, b in _sharing(left, right)}
    back = {(a.order, b.order): (a, b) for b, a in _sharing(right, left)}
    for a, b in (forth | back).values():
        close = near(a, b)
        score = _score(a.folded, b.folded, PASSAGES_ALIKE if close else PASSAGES_ALIKE_AFAR)
        if score:
            yield _Likeness(a, b, "alike" if close else "moved", score / 100, near=close)


def _score(a: str, b: str, least: float) -> float:
    """The better of two measures, word for word or the same words in another order; 0 below the least.

    Of long passages the words that they share, since both measures take the square of their length.
    """
    if min(len(a), len(b)) > LONGEST_PASSAGE:
        ours, theirs = Counter(a.split()), Counter(b.split())
        shared = 100 * dice((ours & theirs).total(), ours.total(), theirs.total())
        return shared if shared >= least else 0.0
    in_order: float = fuzz.ratio(a, b, score_cutoff=least)
    return in_order or fuzz.token_sort_ratio(a, b, score_cutoff=least)


def _sharing(texts: Iterable[_Text], others: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """For each text the few others that share most of its rare words."""
    places = holders(others, lambda text: text.keys)
    for text in texts:
        shared = Counter(chain.from_iterable(places.get(key, ()) for key in text.keys))
        for at, _ in shared.most_common(COMPARED):
            yield text, others[at]
