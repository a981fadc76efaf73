"""Statements of all letters → drafts: one promise through the years.

Letter by letter, in order: the statements of a letter are grouped, then compared with those earlier ones that share a
telling word, found through an index that remembers the latest holders of each word only; so the work grows with the
number of letters and not with its square. Of two letters, groups are joined that are each other's best match; a draft
never takes in two groups of one letter that are not nearly as good. What stays below the line is listed as possible.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from tracker.language.patterns import matches
from tracker.linking.antecedents import AntecedentLink, find_antecedent
from tracker.linking.clustering import Group, ThreadMatch, cluster, mutual
from tracker.linking.pair_score import PairScore, Vocabularies, score_pair, score_pair_above
from tracker.linking.profile import StatementProfile, about, recognisable
from tracker.linking.profile_builder import read_subjects
from tracker.linking.section_proximity import Kinship
from tracker.linking.terms import NO_NAMES, Vocabulary, read_vocabulary
from tracker.linking.thread_draft import RENAMED, Link, Statement, ThreadDraft
from tracker.linking.weights import (
    CALIBRATION,
    CANDIDATE_WORDS,
    CANDIDATES,
    COMPARED,
    EARLIER,
    HOLDERS,
    NEAR,
    POSSIBLE,
    RARE,
    SPECIFIC,
    STRONG,
    WEIGHTS,
    WITHIN_LETTER,
    WORDS,
    WORTH,
)
from tracker.linking.within_letter import group
from tracker.model import Alignment, Candidate, Commitment, Letter, Outcome, StatusReport


def link(
    letters: Iterable[Letter],
    commitments: Iterable[Commitment],
    reports: Iterable[StatusReport],
    alignments: Iterable[Alignment],
) -> tuple[ThreadDraft, ...]:
    """The drafts of a collection, ordered by their first statement; every commitment is in exactly one."""
    ordered = sorted(letters, key=_when)
    by_letter: dict[str, list[Statement]] = defaultdict(list)
    for rows in (commitments, reports):
        for row in rows:
            by_letter[row.letter].append(row)
    linker = IncrementalLinker(Kinship(ordered, alignments))
    for letter in ordered:
        linker.take(
            letter, sorted(by_letter[letter.id], key=lambda row: (row.location.start, row.location.end, row.id))
        )
    return linker.drafts()


def _when(letter: Letter) -> tuple[dt.date, str]:
    """The order of letters; one that nobody can date comes first, so that nothing is said to follow it."""
    return (letter.anchor or dt.date.min, letter.id)


class IncrementalLinker:
    """Takes the letters in order and keeps what linking needs: subjects, groups, matches, the index of words."""

    def __init__(self, kinship: Kinship) -> None:
        self._kinship = kinship
        self._letters: list[str] = []
        self._vocabularies: dict[str, Vocabulary] = {}
        self._subjects: list[StatementProfile] = []
        self._groups: list[Group] = []
        self._group_of: dict[int, int] = {}
        self._holders: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=HOLDERS))
        self._matches: list[ThreadMatch] = []
        self._inner: list[Link] = []

    def take(self, letter: Letter, statements: Sequence[Statement]) -> None:
        """Add the next letter."""
        known = self._vocabularies[self._letters[-1]].names if self._letters else NO_NAMES
        self._vocabularies[letter.id] = read_vocabulary(letter, known)
        self._letters.append(letter.id)
        first = len(self._subjects)
        self._subjects += read_subjects(letter, self._vocabularies[letter.id], statements)
        new = range(first, len(self._subjects))
        telling = {at: self._telling(at) for at in new}
        outside = {at: self._candidates(at, telling[at], range(first)) for at in new}
        for at in new:
            for word in telling[at]:
                self._holders[word].append(at)
        inside = {at: self._candidates(at, telling[at], new) for at in new}
        self._group(new, inside)
        self._match(outside)

    def _telling(self, at: int) -> Mapping[str, float]:
        """The words by which a statement is looked up, with what each tells in its own letter."""
        subject = self._subjects[at]
        vocabulary = self._vocabularies[subject.statement.letter]
        found: dict[str, float] = {}
        for term, place in subject.weights.items():
            for word in term if place >= NEAR else ():
                weight = vocabulary.idf(word) * place
                if weight >= STRONG / 2:
                    found[word] = max(found.get(word, 0.0), weight)
        return found

    def _candidates(self, at: int, telling: Mapping[str, float], among: range) -> list[int]:
        """The statements among some that share the most telling words with one."""
        sums: dict[int, float] = defaultdict(float)
        for word, weight in telling.items():
            for other in self._holders.get(word, ()):
                if other in among and other != at:
                    sums[other] += weight
        ranked = sorted(sums, key=lambda other: (-sums[other], -other))
        enough = max(STRONG, sums[ranked[0]] * WORTH) if ranked else STRONG
        return [other for other in ranked[:COMPARED] if sums[other] >= enough]

    def _weigh(self, one: StatementProfile, other: StatementProfile) -> PairScore:
        return score_pair(one, other, self._words(one, other), self._kinship.of(one, other))

    def _words(self, one: StatementProfile, other: StatementProfile) -> Vocabularies:
        return self._vocabularies[one.statement.letter], self._vocabularies[other.statement.letter]

    def _group(self, new: range, inside: Mapping[int, list[int]]) -> None:
        pairs = sorted({(min(at, other), max(at, other)) for at, others in inside.items() for other in others})
        subjects = self._subjects[new.start : new.stop]
        shifted = [(one - new.start, other - new.start) for one, other in pairs]
        groups, rules = group(subjects, shifted, self._vocabularies[self._letters[-1]])
        for members in groups:
            for at in members:
                self._group_of[at + new.start] = len(self._groups)
            self._groups.append(Group(len(self._letters) - 1, tuple(at + new.start for at in members)))
        for one, other, rule in rules:
            ids = subjects[one].statement.id, subjects[other].statement.id
            self._inner.append(Link(*ids, rule, WITHIN_LETTER, ()))

    def _match(self, outside: Mapping[int, list[int]]) -> None:
        best: dict[tuple[int, int], ThreadMatch] = {}
        for at, others in outside.items():
            for other in others:
                score = self._possibly(self._subjects[other], self._subjects[at])
                if score is None or not _is_ground(score):
                    continue
                key = (self._group_of[other], self._group_of[at])
                if key not in best or score.total > best[key].total:
                    best[key] = ThreadMatch(*key, score.total, _rule(score), score.words[:WORDS], (other, at))
        self._matches += best.values()

    def _possibly(self, earlier: StatementProfile, later: StatementProfile) -> PairScore | None:
        """The evidence that two statements are one promise, if it is worth a look; two reports promise nothing."""
        if isinstance(earlier.statement, StatusReport) and isinstance(later.statement, StatusReport):
            return None
        return score_pair_above(POSSIBLE, earlier, later, self._words(earlier, later), self._kinship.of(earlier, later))

    def drafts(self) -> tuple[ThreadDraft, ...]:
        """The drafts of all letters taken."""
        accepted = mutual(self._matches, self._groups, self._subjects)
        clusters = cluster(accepted, self._groups)
        links = [self._link(match) for match in accepted] + self._inner
        return self._drafts(clusters, links)

    def _link(self, match: ThreadMatch) -> Link:
        one, other = (self._subjects[at].statement.id for at in match.pair)
        return Link(one, other, match.rule, _probability(match.total), match.words)

    def _drafts(self, clusters: Mapping[int, int], links: Sequence[Link]) -> tuple[ThreadDraft, ...]:
        gathered: dict[int, list[int]] = defaultdict(list)
        for at, number in self._group_of.items():
            gathered[clusters[number]].append(at)
        cluster_of = {self._subjects[at].statement.id: clusters[number] for at, number in self._group_of.items()}
        inner: dict[int, list[Link]] = defaultdict(list)
        for row in links:
            if cluster_of[row.one] == cluster_of[row.other]:
                inner[cluster_of[row.one]].append(row)
        outer = self._possible(clusters)
        drafts = []
        for number, members in sorted(gathered.items(), key=lambda row: min(row[1])):
            statements = tuple(self._subjects[at].statement for at in sorted(members))
            if any(isinstance(row, Commitment) or _names_promise(row) for row in statements):
                drafts.append(
                    ThreadDraft(
                        members=statements,
                        links=tuple(inner[number]),
                        antecedents=self._antecedents(sorted(members)),
                        vague=tuple(
                            self._subjects[at].statement.id
                            for at in sorted(members)
                            if not recognisable(self._subjects[at])
                        ),
                        about=about([self._subjects[at] for at in sorted(members)]),
                        candidates=tuple(outer.get(number, ())),
                    )
                )
        return tuple(drafts)

    def _antecedents(self, members: Sequence[int]) -> tuple[AntecedentLink, ...]:
        """What each statement takes up: a promise of an earlier letter; for a report also one of its own letter."""
        found: list[AntecedentLink] = []
        promises: list[StatementProfile] = []
        before = 0
        for later in (self._subjects[at] for at in members):
            if promises and promises[-1].statement.letter != later.statement.letter:
                before = len(promises)
            end = len(promises) if isinstance(later.statement, StatusReport) else before
            row = find_antecedent(later, promises[max(0, end - EARLIER) : end], self._weigh)
            found += [row] if row is not None else []
            promises += [later] if isinstance(later.statement, Commitment) else []
        return tuple(found)

    def _possible(self, clusters: Mapping[int, int]) -> dict[int, list[Candidate]]:
        """For each cluster the statements outside it that came near, the nearest first."""
        found: dict[int, dict[str, Candidate]] = defaultdict(dict)
        for match in sorted(self._matches, key=lambda row: (-row.total, row.pair)):
            sides = clusters[match.older], clusters[match.newer]
            if sides[0] == sides[1]:
                continue
            for mine, at in ((sides[0], match.pair[1]), (sides[1], match.pair[0])):
                ref = self._subjects[at].statement.id
                why = f"{match.rule}: {', '.join(match.words[:CANDIDATE_WORDS])}"
                found[mine].setdefault(ref, Candidate(ref, _probability(match.total), why))
        return {number: list(rows.values())[:CANDIDATES] for number, rows in found.items()}


def _names_promise(row: Statement) -> bool:
    """Whether a report itself says that what it reports was promised."""
    return (
        isinstance(row, StatusReport)
        and row.outcome is not Outcome.IN_PROGRESS
        and matches("verdicts", "promised_before", row.sentence)
    )


def _is_ground(score: PairScore) -> bool:
    """One shared word is never enough: it takes two, or one that tells much and another sign."""
    telling = [word for word in score.shared if word.fresh and word.weight >= SPECIFIC]
    signs = sum(score.parts[name] > 0 for name in ("deadlines", "forms", "references", "headings", "renaming"))
    if len(telling) >= 2:
        return True
    if len(telling) != 1 or not telling[0].quoted or telling[0].weight < STRONG:
        return False
    neighbours = sum(not word.fresh and word.weight >= SPECIFIC for word in score.shared)
    about = neighbours >= 1 or score.parts["surroundings"] >= STRONG
    return signs >= 1 or (telling[0].weight >= RARE and about)


def _probability(total: float) -> float:
    """Evidence as a figure from 0 to 1, rounded so that every machine writes the same."""
    from math import exp

    return round(1 / (1 + exp(-(total + CALIBRATION))), 3)


def _rule(score: PairScore) -> str:
    """The name of what carries the link most."""
    if score.parts["renaming"] > 0:
        return RENAMED
    if score.parts["references"] > 0:
        return "same-reference"
    if score.parts["deadlines"] >= WEIGHTS.same_deadline:
        return "same-words-and-deadline"
    return "same-words" if score.strong >= 2 else "same-section-and-word"
