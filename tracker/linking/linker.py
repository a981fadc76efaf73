"""Statements of all letters → thread drafts: one promise through the years.

Letter by letter, in order: the statements of a letter are grouped, then compared with those earlier ones that share an
informative word, found through an index; so the work grows with the number of letters and not with its square. Of two
letters, groups are joined that are each other's best match; a thread never takes in two groups of one letter that are
not nearly as good. What stays below the line is listed as possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from tracker.extraction import AnalysedLetter, Facts, StatementFacts
from tracker.language.terms import NO_NAMES
from tracker.linking.candidates import TermIndex, index_keys
from tracker.linking.clustering import BestPartners, Group, StandingMatch, ThreadMatch, are_apart, cluster, holding
from tracker.linking.comparison import is_tentative
from tracker.linking.drafts import build_drafts
from tracker.linking.join_reason import Joint
from tracker.linking.kept_matches import KeptMatches, kept_matches
from tracker.linking.link_evidence import bare_link, renamed_parts, with_evidence
from tracker.linking.linked_letter import LinkedLetter
from tracker.linking.match_margin import lead_parts
from tracker.linking.meaning import NearestInMeaning
from tracker.linking.number_links import number_links, numbered_statements
from tracker.linking.pair_score import PairScore, rounded, score_pair
from tracker.linking.pair_weights import pair_weights
from tracker.linking.profile import StatementProfile
from tracker.linking.profile_builder import read_subjects
from tracker.linking.profile_store import Profiles, kept_of
from tracker.linking.quote_overlap import Overlap, overlap
from tracker.linking.recalled_promises import comes_now
from tracker.linking.renewal import cut_where_done
from tracker.linking.section_proximity import Kinship
from tracker.linking.sibling_acts import is_of_another
from tracker.linking.thread_draft import ThreadDraft
from tracker.linking.vocabulary import Vocabularies, Vocabulary, read_vocabulary
from tracker.linking.weights import POSSIBLE, WITHIN_LETTER, WORDS
from tracker.linking.within_letter import WEIGHING, group_statements
from tracker.model import AnyStatement, Link, StatusReport
from tracker.text.log_odds import probability


def _both_report(one: AnyStatement, other: AnyStatement) -> bool:
    """Whether two statements are reports: those promise nothing."""
    return isinstance(one, StatusReport) and isinstance(other, StatusReport)


class IncrementalLinker:
    """Takes the letters in order and keeps what linking needs."""

    def __init__(
        self,
        kinship: Kinship,
        facts: Facts,
        rests_on: Mapping[str, str] | None = None,
        most_links: int | None = None,
    ) -> None:
        """Take no letter yet; `rests_on` says of letters by what digest their work is remembered.

        Of more than `most_links`, where given, only those parts of the evidence are had that a verdict asks for.
        """
        self.profiles = Profiles(facts)
        self.groups: list[Group] = []
        self.group_of: dict[int, int] = {}
        """The group of each profile, both by position."""
        self._matches: list[KeptMatches] = []
        """Those of each letter."""
        self._standing: list[StandingMatch] = []
        self._answers: list[StandingMatch] = []
        self.joints: list[Joint] = []
        """What joined statements of one letter, by positions of profiles."""
        self.left_out: frozenset[str] = frozenset()
        """The tentative reports of all letters, by id, that are no statements: no earlier promise bears them out."""
        self._kinship = kinship
        self._facts = facts
        self._rests_on = {} if rests_on is None else rests_on
        self._letters: list[str] = []
        self._vocabularies: dict[str, Vocabulary] = {}
        self._index = TermIndex()
        self._meanings = NearestInMeaning()
        self._most_links = most_links
        self._unindexed: list[Mapping[str, float]] = []
        """By which words the last statements are looked up, which are not in the index yet."""

    def add(self, letter: str, statements: Sequence[AnyStatement], found: LinkedLetter) -> None:
        """Add the next letter, by its id, with its statements and what linking found in it."""
        self._letters.append(letter)
        self._vocabularies[letter] = found.vocabulary
        self.left_out |= found.left_out
        self.profiles.add([row for row in statements if row.id not in found.left_out], found.profiles)
        self._unindexed += found.keys
        for row in found.groups:
            self.group_of |= dict.fromkeys(row.members, len(self.groups))
            self.groups.append(row)
        self.joints += found.joints
        self._matches.append(found.matches.apart())
        self._standing += found.standing
        self._answers += found.answers

    def linked(self, letter: AnalysedLetter, statements: Sequence[AnyStatement]) -> LinkedLetter:
        """What linking finds in the letter after those that were added."""
        known = self._vocabularies[self._letters[-1]].names if self._letters else NO_NAMES
        vocabulary = self._vocabularies[letter.letter.id] = read_vocabulary(letter, known)
        first = len(self.profiles)
        self._index_all()
        found = read_subjects(letter, vocabulary, statements, self._facts)
        profiles = self._borne_out(found)
        keys = list(map(index_keys, profiles))
        own = TermIndex()
        for at, words in enumerate(keys):
            own.add(at, 0, words)
        inside = [(at, other) for at, words in enumerate(keys) for other in own.nearest(at, words)]
        grouped, joints = group_statements(profiles, sorted({(min(pair), max(pair)) for pair in inside}), vocabulary)
        groups = tuple(Group(len(self._letters), tuple(at + first for at in members)) for members in grouped)
        for at, profile in enumerate(profiles, first):
            self.profiles.have(at, profile)
        nearest = [self._nearest(first + at, *row) for at, row in enumerate(zip(profiles, keys, strict=True))]
        matches, standing, answers = self._matches_of(profiles, nearest, groups)
        return LinkedLetter(
            tuple(map(kept_of, profiles)),
            tuple(keys),
            vocabulary,
            groups,
            tuple(row._replace(one=row.one + first, other=row.other + first) for row in joints),
            matches,
            standing,
            answers,
            frozenset(row.statement.id for row in found) - {row.statement.id for row in profiles},
        )

    def _borne_out(self, profiles: Sequence[StatementProfile]) -> list[StatementProfile]:
        """Those of a letter but for tentative reports of which no promise of an earlier letter is surely enough.

        Nor one that the letter recalls right before it.
        """
        first, asked = len(self.profiles), [row for row in profiles if is_tentative(row.statement)]
        nearest = [self._nearest(at, row, index_keys(row)) for at, row in enumerate(asked, first)]
        apart = [Group(len(self._letters), (at,)) for at in range(first, first + len(asked))]
        _, standing, _ = self._matches_of(asked, nearest, apart)
        sure = {row.pair[1] for row in standing if probability(row.surely) >= pair_weights().linked}
        borne_out = {row.statement.id for at, row in enumerate(asked, first) if at in sure}
        borne_out |= {row.statement.id for row in asked if any(comes_now(promise, row) for promise in profiles)}
        return [row for row in profiles if not is_tentative(row.statement) or row.statement.id in borne_out]

    def _nearest(self, at: int, profile: StatementProfile, keys: Mapping[str, float]) -> list[int]:
        """The earlier statements that share a statement's words, then those that lie nearest in what they mean."""
        return list(dict.fromkeys((*self._index.nearest(at, keys), *self._meanings.nearest(profile.meaning))))

    def _index_all(self) -> None:
        """Have all profiles in the index: it is needed only where a letter is linked anew."""
        for at, keys in enumerate(self._unindexed, len(self.profiles) - len(self._unindexed)):
            letter = self.groups[self.group_of[at]].letter
            self._index.add(at, letter, keys)
            self._meanings.add(letter, self.profiles.kept[at].meaning)
        self._unindexed.clear()

    def _matches_of(
        self, profiles: Sequence[StatementProfile], nearest: Sequence[Sequence[int]], groups: Sequence[Group]
    ) -> tuple[KeptMatches, tuple[StandingMatch, ...], tuple[StandingMatch, ...]]:
        """The statements of a letter compared with earlier ones: of each two groups the best pair.

        And which of these stand, and which do where nothing else answers the promise.
        """
        own = {at: len(self.groups) + number for number, row in enumerate(groups) for at in row.members}
        compared, pairs = self._compared(profiles, nearest)
        best: dict[tuple[int, int], tuple[ThreadMatch, PairScore]] = {}
        counts = pair_weights().counts
        for (other, at), parts in lead_parts(compared, pairs).items():
            score = self.score(compared[other], compared[at])
            if score.total < POSSIBLE:
                continue
            key, total = (self.group_of[other], own[at]), score.total + sum(map(counts, parts))
            if key not in best or total > best[key][0].total:
                ahead = tuple(row.value for row in parts)
                best[key] = ThreadMatch(*key, total, score.rule, score.words[:WORDS], (other, at), ahead), score
        matches = [match for match, _ in best.values()]
        partners = BestPartners(matches, dict(enumerate((*self.groups, *groups))), compared)
        numbers = {key: number for number, key in enumerate(best)}

        def told(rows: Iterable[ThreadMatch]) -> tuple[StandingMatch, ...]:
            keys = ((row, (row.older, row.newer)) for row in rows)
            return tuple(
                StandingMatch(*key, row.pair, partners.standing(row), numbers[key], renamed_parts(best[key][1]))
                for row, key in keys
            )

        likely = [probability(partners.standing(match)) for match in matches]
        return kept_matches(matches, likely), told(partners.accepted()), told(partners.answers())

    def _compared(
        self, profiles: Sequence[StatementProfile], nearest: Sequence[Sequence[int]]
    ) -> tuple[dict[int, StatementProfile], list[tuple[int, int]]]:
        """Every two statements, earlier one first, that are compared, and all of them by position."""
        known = dict(enumerate(profiles, len(self.profiles)))
        statements = self.profiles.statements
        pairs = [
            (other, at)
            for (at, profile), others in zip(known.items(), nearest, strict=True)
            for other in others
            if not _both_report(statements[other], profile.statement)
            and not is_of_another(self.profiles[other], profile)
        ]
        return known | {other: self.profiles[other] for other, _ in pairs}, pairs

    def look_up(
        self, letter: AnalysedLetter, statement: AnyStatement, facts: StatementFacts
    ) -> Iterator[tuple[AnyStatement, PairScore]]:
        """Statements of the letters that may be that of a paper which is no letter of the series.

        Nothing of the paper is kept.
        """
        self._index_all()
        known = self._vocabularies[self._letters[-1]].names if self._letters else NO_NAMES
        vocabulary = read_vocabulary(letter, known)
        for mine in read_subjects(letter, vocabulary, (statement,), {statement.id: facts}):
            for at in self._index.nearest(-1, index_keys(mine)):
                theirs = self.profiles[at]
                words = (self._vocabularies[theirs.statement.letter], vocabulary)
                score = score_pair(theirs, mine, words, self._kinship.of(theirs, mine))
                if score.total >= POSSIBLE:
                    yield theirs.statement, score

    def score(self, one: StatementProfile, other: StatementProfile) -> PairScore:
        """The evidence that two statements are one promise."""
        return score_pair(*self.asked(one, other))

    def asked(
        self, one: StatementProfile, other: StatementProfile
    ) -> tuple[StatementProfile, StatementProfile, Vocabularies, float]:
        """Two statements with what else their evidence rests on: their letters' words, the likeness of sections."""
        return one, other, self._vocabularies_of(one, other), self._kinship.of(one, other)

    def overlap(self, one: StatementProfile, other: StatementProfile) -> Overlap:
        """How much two statements of one letter say the same."""
        return overlap(one, other, self._vocabularies[one.statement.letter])

    def _vocabularies_of(self, one: StatementProfile, other: StatementProfile) -> Vocabularies:
        return self._vocabularies[one.statement.letter], self._vocabularies[other.statement.letter]

    @property
    def matches(self) -> list[ThreadMatch]:
        """Those of all letters taken."""
        return [match for rows in self._matches for match in rows.read()]

    def partners(self) -> BestPartners:
        """The best matches of all letters taken."""
        return BestPartners(self.matches, self.groups, self.profiles)

    def clusters(self) -> dict[int, int]:
        """The cluster of each group, by its position."""
        return self._clusters(holding(self._standing, self._answers))

    def met(self) -> dict[int, int]:
        """The cluster of each group as links hold them together, whatever was done meanwhile."""
        return self._met(holding(self._standing, self._answers))

    def _clusters(self, held: Sequence[StandingMatch]) -> dict[int, int]:
        """The cluster of each group where it is known what holds statements together."""
        return cut_where_done(self._met(held), self.groups, self.profiles, self.score)

    def _met(self, held: Sequence[StandingMatch]) -> dict[int, int]:
        return cluster(
            held,
            self.groups,
            lambda one, other: are_apart(self.groups[one], self.groups[other], self.profiles.kept),
        )

    def drafts(self) -> tuple[ThreadDraft, ...]:
        """The thread drafts of all letters taken."""
        held = holding(self._standing, self._answers)
        clusters = self._clusters(held)
        of = {at: clusters[number] for at, number in self.group_of.items()}
        named = numbered_statements(self.profiles, of)
        across = self._links_of([row for row in held if named.keys().isdisjoint(row.pair)])
        links = [*across, *map(self._within, self.joints), *number_links(self.profiles, named, self.score)]
        several = {at: tuple(promises) for at, promises in named.items()}
        return build_drafts(
            self.profiles, of, links, self._matches, self.score, several=several, rests_on=self._rests_on
        )

    @property
    def tells_all(self) -> bool:
        """Whether the links of the drafts have all parts of their evidence."""
        return self._most_links is None or len(self._standing) + len(self._answers) <= self._most_links

    def _links_of(self, rows: Sequence[StandingMatch]) -> list[Link]:
        """The links of matches, with all parts of their evidence where those are to be told."""
        found: dict[tuple[int, int], Link] = {}
        partners = self.partners() if self.tells_all else None
        ordered = sorted(rows, key=lambda row: row.pair[::-1])  # so that what is kept is read few times
        for letter, of_letter in groupby(ordered, lambda row: self.groups[row.newer].letter):
            matches = self._matches[letter].read()
            for row in of_letter:
                match = matches[row.number]
                link = found[row.pair] = bare_link(row, match, self.profiles.statements)
                if partners is not None:
                    score = self.score(*(self.profiles[at] for at in row.pair))
                    found[row.pair] = with_evidence(link, match, score, partners)
        return [found[row.pair] for row in rows]

    def _within(self, joint: Joint) -> Link:
        one, other = self.profiles.statements[joint.one], self.profiles.statements[joint.other]
        return Link(
            one.id, other.id, joint.rule, WITHIN_LETTER, (), rounded(joint.parts, every=joint.rule not in WEIGHING)
        )
