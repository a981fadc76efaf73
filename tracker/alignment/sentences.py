"""The sentences of two letters that are about the same thing, where their passages as a whole are no versions.

A government that writes anew about a subject repeats few sentences; it repeats what they name. What two sentences
share is measured in nats: a term that n of the N sentences have tells ln(N / n), less where everybody writes it. In
sections that match less needs to be shared than elsewhere.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import chain, product
from typing import NamedTuple

from msgspec import Struct

from tracker.alignment import weights
from tracker.alignment.key_index import holders
from tracker.alignment.passages import SectionIds, section_pairs
from tracker.extraction import AnalysedLetter
from tracker.language.figures import figure_pattern
from tracker.language.informativeness import idf
from tracker.language.lemmas import content_of, content_words, lemma, rarity
from tracker.language.terms import NO_NAMES, is_party, terms_of
from tracker.model import Alignment, Edit, EditKind, PassageKind, PassagePair, Relation
from tracker.text.set_similarity import ochiai
from tracker.text.word_diff import edits_around, split_tokens

_OPENING = ('"', "“", "„", "«")
"""The marks before words of somebody."""


class SentencePlace(NamedTuple):
    """A sentence of a letter: its passage, its offsets in the text of that, and its own text."""

    passage: str
    begin: int
    end: int
    text: str


class SentencePair(Struct, frozen=True):
    """What two letters say about the same: one sentence each, or neighbours where one was split or several merged.

    The relation is same (the very text), renamed (rewritten), moved (from a section that is no match), split or merged.
    """

    old: tuple[SentencePlace, ...]
    new: tuple[SentencePlace, ...]
    relation: Relation

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits that make the older text into the newer one; see `rewriting`."""
        return rewriting(*self.texts)

    @property
    def texts(self) -> tuple[str, str]:
        """The older and the newer text."""
        old, new = (" ".join(row.text for row in side) for side in (self.old, self.new))
        return old, new


def rewriting(old: str, new: str) -> tuple[Edit, ...]:
    """The word edits between two texts about the same, around the words that say what that is; () where there is none.

    A promise that is told of in quite other words has none: its texts are read one after the other.
    """
    edits = edits_around(old, new, figure_pattern(), _tells)
    shared = (edit.text for edit in edits if edit.kind is EditKind.EQUAL)
    return edits if any(_tells(token) for text in shared for token in split_tokens(text, figure_pattern())) else ()


def _tells(token: str) -> bool:
    return any(map(str.isdigit, token)) or bool(content_words(token))


class _Text(NamedTuple):
    """A sentence with its section and the lemmas of its content words."""

    sentence: SentencePlace
    section: str | None
    terms: Set[str]


class _Likeness(NamedTuple):
    """An older and a newer sentence by their order, with how alike they are; `near` where their sections match."""

    a: int
    b: int
    score: float
    near: bool

    def rank(self) -> tuple[float, int, int]:
        """Surest first, then by place, whichever letter comes first."""
        return -self.score, self.a + self.b, self.a


def align_sentences(
    older: AnalysedLetter,
    newer: AnalysedLetter,
    alignment: Alignment,
    passages: Sequence[PassagePair],
    linked: Set[tuple[str, str]] = frozenset(),
) -> tuple[SentencePair, ...]:
    """Pair the sentences of the passages without a partner, in the order of the older letter; each at most once.

    Sentences whose texts are `linked`, as those of one promise, are a pair whatever words they share. Footnotes are
    left out: they cite, and say little; so are the words of others, which are no version of what a letter says. What
    stands before the first headings has only its place in common.
    """
    ours = _texts(older, [pair.from_ for pair in passages if pair.from_ and not pair.to])
    theirs = _texts(newer, [pair.to for pair in passages if pair.to and not pair.from_])
    search = _Search(ours, theirs, section_pairs(alignment) - {(None, None)})
    found: dict[int, _Likeness] = {}
    taken: set[int] = set()
    for one in sorted(chain(search.given(linked), search.alike()), key=_Likeness.rank):
        if one.a not in found and one.b not in taken:
            found[one.a] = one
            taken.add(one.b)
    return tuple(_pairs(search, found, taken))


def _texts(letter: AnalysedLetter, passages: Iterable[str]) -> tuple[_Text, ...]:
    known = {row.id: row for row in letter.letter.passages}
    rows = (known[name] for name in passages)
    return tuple(
        _Text(SentencePlace(row.id, one.begin, one.end, row.text[one.begin : one.end]), row.section, _terms(one.words))
        for row in rows
        if row.kind is not PassageKind.FOOTNOTE
        for one in letter.split_of(row.id)
        if not _is_speech(row.text[one.begin : one.end])
    )


def _is_speech(sentence: str) -> bool:
    """Whether it holds the words of somebody: they are no version of what the letter says itself."""
    return any(part.lstrip().startswith(_OPENING) for part in sentence.split(":"))


def _terms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(term for word in words if (term := lemma(word)) in content_of((word,)))


class _Search:
    """Which sentences of two letters are alike, by what their terms tell."""

    def __init__(self, ours: Sequence[_Text], theirs: Sequence[_Text], near: SectionIds) -> None:
        self.ours, self.theirs, self._near = ours, theirs, near
        texts = [*ours, *theirs]
        seen = Counter(term for row in texts for term in row.terms)
        number = len(texts) + weights.BACKGROUND
        self._told = {term: idf(n, number) * _distinct(term) for term, n in seen.items()}
        self._all = {id(row): self._tell(row.terms) for row in texts}

    def given(self, linked: Set[tuple[str, str]]) -> Iterator[_Likeness]:
        """The sentences that are known to be about the same, and those that are equal."""
        ours, theirs = _by_text(self.ours), _by_text(self.theirs)
        for was, now in linked:
            for a, b in product(ours.get(was, ()), theirs.get(now, ())):
                yield _Likeness(a, b, math.inf, self._are_near(a, b))
        for text in ours.keys() & theirs.keys():
            for a, b in product(ours[text], theirs[text]):
                near = self._are_near(a, b)
                if near or len(text) >= weights.SHORTEST_PASSAGE:
                    yield _Likeness(a, b, math.inf, near)

    def alike(self) -> Iterator[_Likeness]:
        """The sentences that share a term which is rare in both letters, and enough of what they tell."""
        places = [holders(side, lambda text: text.terms) for side in (self.ours, self.theirs)]
        cells = {cell for term in places[0].keys() & places[1].keys() for cell in product(*(p[term] for p in places))}
        for a, b in cells:
            near = self._are_near(a, b)
            if score := self._score(self.ours[a], self.theirs[b], near=near):
                yield _Likeness(a, b, score, near)

    def adds(self, text: _Text, more: _Text, beside: _Text) -> bool:
        """Whether `more` shares with a text what its partner `beside` does not have."""
        fresh = text.terms & more.terms - beside.terms
        least = max(weights.PART_TOLD, weights.PART_SHARE * self._all[id(more)])
        return len(fresh) >= weights.PART_TERMS and self._tell(fresh) >= least

    def _score(self, one: _Text, other: _Text, *, near: bool) -> float:
        """What two sentences share, in nats, by how large a share of both it is; 0 where that is not enough."""
        shared = one.terms & other.terms
        told = self._tell(shared)
        share = ochiai(told, self._all[id(one)], self._all[id(other)])
        score = told * math.sqrt(share)
        if near:
            return score if score >= weights.NEAR_TOLD and len(shared) >= weights.NEAR_TERMS else 0.0
        far = score >= weights.FAR_TOLD and share >= weights.FAR_SHARE and len(shared) >= weights.FAR_TERMS
        return score if far else 0.0

    def _tell(self, terms: Iterable[str]) -> float:
        return math.fsum(self._told[term] for term in sorted(terms))

    def _are_near(self, a: int, b: int) -> bool:
        return (self.ours[a].section, self.theirs[b].section) in self._near


def _distinct(term: str) -> float:
    """How much a term counts by its rarity in the language: a word of every day less, and who takes part.

    Letters list the same partners under every subject.
    """
    party = any(map(is_party, terms_of((term,), NO_NAMES)))
    return weights.PARTY if party else min(1.0, weights.EVERYDAY + rarity(term))


def _by_text(texts: Sequence[_Text]) -> Mapping[str, Sequence[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(texts):
        places[row.sentence.text].append(at)
    return places


def _pairs(search: _Search, found: Mapping[int, _Likeness], taken: set[int]) -> Iterator[SentencePair]:
    """The chosen pairs, one side of each grown by neighbours that are in no other pair."""
    used = set(found)
    for _, one in sorted(found.items()):
        was, now = search.ours[one.a], search.theirs[one.b]
        news = _grown(search.theirs, one.b, taken, partial(search.adds, was, beside=now))
        olds: tuple[SentencePlace, ...] = (was.sentence,)
        if len(news) == 1:
            olds = _grown(search.ours, one.a, used, partial(search.adds, now, beside=was))
        yield SentencePair(olds, news, _relation(olds, news, near=one.near))


def _grown(texts: Sequence[_Text], at: int, used: set[int], adds: Callable[[_Text], bool]) -> tuple[SentencePlace, ...]:
    """A sentence with the unused ones of its passage before and after it that add to it; they are used from then on."""
    first = last = at
    while _free(texts, first - 1, at, used) and adds(texts[first - 1]):
        first -= 1
    while _free(texts, last + 1, at, used) and adds(texts[last + 1]):
        last += 1
    used.update(range(first, last + 1))
    return tuple(row.sentence for row in texts[first : last + 1])


def _free(texts: Sequence[_Text], other: int, at: int, used: set[int]) -> bool:
    inside = 0 <= other < len(texts) and other not in used
    return inside and texts[other].sentence.passage == texts[at].sentence.passage


def _relation(olds: Sequence[SentencePlace], news: Sequence[SentencePlace], *, near: bool) -> Relation:
    if len(olds) != len(news):
        return Relation.SPLIT if len(news) > 1 else Relation.MERGED
    if not near:
        return Relation.MOVED
    return Relation.SAME if olds[0].text == news[0].text else Relation.RENAMED
