"""Two statements → how strongly the letters say that they are about the same promise.

The sum of weights of evidence, as in record linkage: each shared word counts by how surprising it is in both letters
and how near to the statements it stands; unlike specifics, forms and kinds count against; and statements of unrelated
sections start further apart than those of aligned ones.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from tracker.language.patterns import matches
from tracker.linking.profile import StatementProfile
from tracker.linking.term_overlap import Shared, most_words, shared_words
from tracker.linking.terms import Term, Vocabulary, deliverable_types, informativeness, is_generic, is_party
from tracker.linking.weights import INFORMATIVE, NEAR, STRONG, WEIGHTS
from tracker.model import Commitment, Deadline, Firmness, Kind, Outcome, StatusReport

_INFORMING = frozenset({Kind.INFORM, Kind.EVALUATE, Kind.DELIVER})
_LASTING = frozenset({Kind.CONTINUE, Kind.FUND, Kind.TARGET})


class PairScore(Struct, frozen=True):
    """The evidence that two statements are about one promise; `total` above 0 speaks for it."""

    total: float
    shared: tuple[Shared, ...]
    parts: Mapping[str, float]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that stand near both statements, the most telling first."""
        return tuple(shared.word for shared in self.shared)

    @property
    def strong(self) -> int:
        """How many grounds of their own there are among the words."""
        return sum(shared.fresh and shared.weight >= STRONG for shared in self.shared)


Vocabularies = tuple[Vocabulary, Vocabulary]
"""Those of the letters of two statements."""


def score_pair(one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float) -> PairScore:
    """The evidence for one promise; `kinship` tells how surely the sections of the two are the same (0..1)."""
    return _weigh_words(one, other, words, _signs(one, other, words, kinship))


def score_pair_above(
    least: float, one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float
) -> PairScore | None:
    """The same where it is `least` or more, else None: most pairs are told apart before their words are paired."""
    signs = _signs(one, other, words, kinship)
    if sum(signs.values()) + most_words(one, other) < least:
        return None
    score = _weigh_words(one, other, words, signs)
    return score if score.total >= least else None


def _signs(one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float) -> dict[str, float]:
    """What speaks for one promise, or against it, besides the words shared."""
    return {
        "sections": WEIGHTS.prior + WEIGHTS.aligned * kinship,
        "headings": WEIGHTS.same_heading if _same_heading(one, other) else 0.0,
        "forms": _forms(one, other),
        "renaming": WEIGHTS.renaming if _renamed(one, other, words, kinship) else 0.0,
        "years": -0.0 if one.statement.letter == other.statement.letter else _years(one, other),
        "kinds": _kinds(one.statement, other.statement),
        "deadlines": _deadlines(one.statement, other.statement),
        "references": _references(one.statement, other.statement),
    }


def _weigh_words(
    one: StatementProfile, other: StatementProfile, words: Vocabularies, signs: Mapping[str, float]
) -> PairScore:
    common = shared_words(one, other)
    unlike = _unlike(one, common.used, words) + _unlike(other, common.used, words)
    parts = {
        "words": sum(word.weight for word in common.words),
        "surroundings": min(WEIGHTS.most_surroundings, common.around),
        "unlike words": -min(WEIGHTS.most_unlike, unlike),
        **signs,
    }
    return PairScore(sum(parts.values()), common.words, parts)


def evidence(word: str, words: Vocabularies) -> float:
    """How much it tells that a word stands in two statements of these letters."""
    return min(words[0].idf(word), words[1].idf(word))


def _unlike(subject: StatementProfile, used: frozenset[Term], words: Vocabularies) -> float:
    """The two most telling words of the quote that the other statement does not have."""
    left = sorted(
        (evidence(term[0], words) for term in subject.own - subject.parties - used if not _says_nothing(term)),
        reverse=True,
    )
    return WEIGHTS.unlike * sum(left[:2]) * (WEIGHTS.unlike_thin if subject.thin else 1)


def _says_nothing(term: Term) -> bool:
    """Whether lacking the word tells nothing: forms are compared by themselves, and partners come and go."""
    return is_generic(term) or bool(deliverable_types(term)) or is_party(term)


def _renamed(one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float) -> bool:
    """Whether one thing seems to have got another name: an application that its fund paid, or compounds with one head.

    The compounds ("curriculumberaad", "opleidingsberaad") stand in sections about the same, name the same form, and the
    quotes have words in common too.
    """
    if kinship < WEIGHTS.renaming_kinship:
        return False
    if _paid_for(one, other, words):
        return True
    if not one.forms & other.forms:
        return False
    mine = {term[-1] for term in one.own - other.own if len(term) > 1}
    yours = {term[-1] for term in other.own - one.own if len(term) > 1}
    return bool(one.own & other.own) and any(evidence(head, words) >= STRONG for head in mine & yours)


def _paid_for(one: StatementProfile, other: StatementProfile, words: Vocabularies) -> bool:
    """Whether one applies to a fund and the other says that it is paid from that fund."""
    funds = [term for term in one.weights if term[0].endswith("fonds") and term in other.weights]
    near = [term for term in funds if min(one.weights[term], other.weights[term]) >= NEAR]
    if not any(evidence(term[0], words) >= STRONG for term in near):
        return False
    applies = matches("links", "applying", one.statement.sentence)
    return applies and matches("links", "paying", other.statement.sentence)


def _years(one: StatementProfile, other: StatementProfile) -> float:
    """The longer after its day, the less likely that a letter still speaks of a promise."""
    older, newer = sorted((one, other), key=lambda row: row.written or dt.date.min)
    due = _due(older.statement)
    since = due.end if due is not None and due.end is not None else older.written
    if since is None or newer.written is None:
        return 0.0
    years = (newer.written - since).days / 365.25 - WEIGHTS.fresh_years
    return -min(WEIGHTS.most_years, WEIGHTS.year * max(0.0, years))


def _same_heading(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether the one word that tells what either quote is about is what both sections are called after."""
    common = one.own & other.own & one.title & other.title
    return any(informativeness(term[0]) >= INFORMATIVE and _only(one, term) and _only(other, term) for term in common)


def _only(subject: StatementProfile, term: Term) -> bool:
    others = subject.own - subject.parties - {term}
    return not any(informativeness(row[0]) >= INFORMATIVE and not _says_nothing(row) for row in others)


def _forms(one: StatementProfile, other: StatementProfile) -> float:
    if one.forms & other.forms:
        return WEIGHTS.same_form
    return WEIGHTS.unlike_form if one.forms and other.forms else 0.0


def _kinds(one: Commitment | StatusReport, other: Commitment | StatusReport) -> float:
    """Kinds that do not go together, and efforts that nobody can check, count against."""
    if _prolongs(one, other) or _prolongs(other, one):
        return WEIGHTS.prolonged
    if isinstance(one, StatusReport) or isinstance(other, StatusReport):
        past = isinstance(one, StatusReport) and one.outcome is Outcome.DELIVERED and one.letter != other.letter
        return WEIGHTS.past if past else 0.0
    kinds = {one.kind, other.kind}
    unlike = bool(kinds & _INFORMING and kinds & _LASTING)
    soft = one.firmness is Firmness.SOFT and other.firmness is Firmness.SOFT
    return WEIGHTS.unlike_kind * unlike + WEIGHTS.both_soft * soft


def _prolongs(one: Commitment | StatusReport, other: Commitment | StatusReport) -> bool:
    """Whether the first is something in force until a day, and the second says that it goes on longer."""
    if not isinstance(one, Commitment) or one.kind is not Kind.CONTINUE or one.deadline is None:
        return False
    if isinstance(other, StatusReport):
        return other.outcome is Outcome.EXTENDED
    return other.kind is Kind.CONTINUE and matches("verdicts", "postponing", other.quote)


def _deadlines(one: Commitment | StatusReport, other: Commitment | StatusReport) -> float:
    """Equal dated deadlines speak for one promise, overlapping ones a little."""
    mine, yours = _due(one), _due(other)
    if mine is None or yours is None or mine.end is None or yours.end is None:
        return 0.0
    if (mine.start, mine.end) == (yours.start, yours.end):
        return WEIGHTS.same_deadline
    overlap = (mine.start or mine.end) <= yours.end and (yours.start or yours.end) <= mine.end
    return WEIGHTS.near_deadline if overlap else 0.0


def _due(statement: Commitment | StatusReport) -> Deadline | None:
    if isinstance(statement, Commitment):
        return statement.deadline
    return statement.old_deadline if statement.outcome in {Outcome.DELAYED, Outcome.EXTENDED} else None


def _references(one: Commitment | StatusReport, other: Commitment | StatusReport) -> float:
    """The same motion or registered promise named by both."""
    common = {(ref.kind, ref.id) for ref in one.references} & {(ref.kind, ref.id) for ref in other.references}
    return WEIGHTS.same_reference if any(kind in {"motie", "toezegging"} for kind, _ in common) else 0.0
