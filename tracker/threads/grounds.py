"""Two statements → how strongly the letters say that they are about the same promise.

The sum of weights of evidence, as in record linkage: each shared word counts by how surprising it is in both letters
and how near to the statements it stands; unlike specifics, forms and kinds count against; and statements of unrelated
sections start further apart than those of aligned ones.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from msgspec import Struct

from tracker.language.matching import matches
from tracker.model import Commitment, Deadline, Firmness, Kind, Outcome, Report
from tracker.threads.subjects import NEAR, Subject
from tracker.threads.telling import Unit, Vocabulary, distinctness, forms_of, is_carrier, is_partner


class Weights(Struct, frozen=True):
    """Every number of the linking, in one place."""

    prior: float = -8.0
    """Two statements of unrelated sections."""
    aligned: float = 4.5
    """Added in full when their sections are surely the same."""
    part: float = 0.6
    """What a part of a compound counts, against the whole word."""
    carrier: float = 0.4
    """What a word counts that names a form rather than a subject."""
    around: float = 0.45
    """A word of one statement that only the other's surroundings hold."""
    surroundings: float = 0.2
    """A word of both surroundings."""
    most_surroundings: float = 2.5
    """Surroundings alone count at most so much."""
    unlike: float = 0.2
    """What a specific word counts against when only one of the two has it."""
    most_unlike: float = 1.5
    beside: float = 0.4
    """What a shared word counts that stands next to a better one in both: "strategisch" next to "personeelsbeleid"."""
    same_heading: float = 1.5
    renaming: float = 2.5
    renaming_kinship: float = 0.6
    year: float = 0.5
    """What each year counts against, after so many from the day that a promise was due or made, and at most."""
    fresh_years: float = 2.0
    most_years: float = 2.5
    same_form: float = 2.0
    unlike_form: float = -1.5
    same_deadline: float = 2.0
    near_deadline: float = 0.5
    same_reference: float = 3.0
    unlike_kind: float = -1.0
    both_soft: float = -0.5
    past: float = -1.5
    """What an older letter reports as done is seldom promised again."""
    prolonged: float = 1.0
    """One lasts until a day, the other prolongs."""


WEIGHTS = Weights()
DISTINCT = 0.5
"""Words at least so distinct can tell by themselves what a sentence is about."""
STRONG = 1.0
"""A shared word with so much evidence counts as a ground of its own."""

_TELLING = frozenset({Kind.INFORM, Kind.EVALUATE, Kind.DELIVER})
_LASTING = frozenset({Kind.CONTINUE, Kind.FUND, Kind.TARGET})


class Shared(Struct, frozen=True):
    """A word that two subjects share, with its evidence, and whether it stands near both."""

    word: str
    weight: float
    near: bool
    fresh: bool = True
    """Whether it is a ground of its own, and not the neighbour of a better one in both."""
    quoted: bool = False
    """Whether both quotes have it."""


class Grounds(Struct, frozen=True):
    """The evidence that two statements are about one promise; `total` above 0 speaks for it."""

    total: float
    shared: tuple[Shared, ...]
    parts: Mapping[str, float]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that stand near both statements, the most telling first."""
        return tuple(shared.word for shared in self.shared if shared.near)

    @property
    def strong(self) -> int:
        """How many grounds of their own there are among the words."""
        return sum(shared.near and shared.fresh and shared.weight >= STRONG for shared in self.shared)


def weigh(one: Subject, other: Subject, here: Vocabulary, there: Vocabulary, kinship: float) -> Grounds:
    """The evidence for one promise; `kinship` tells how surely the sections of the two are the same (0..1)."""
    shared, used = _match(one, other, here, there)
    around = min(WEIGHTS.most_surroundings, sum(word.weight for word in shared if not word.near))
    parts = {
        "words": sum(word.weight for word in shared if word.near),
        "surroundings": around,
        "unlike words": -min(WEIGHTS.most_unlike, _unlike(one, used, here, there) + _unlike(other, used, here, there)),
        "sections": WEIGHTS.prior + WEIGHTS.aligned * kinship,
        "headings": WEIGHTS.same_heading if _same_heading(one, other) else 0.0,
        "forms": _forms(one, other),
        "renaming": WEIGHTS.renaming if _renamed(one, other, here, there, kinship) else 0.0,
        "years": -0.0 if one.statement.letter == other.statement.letter else _years(one, other),
        "kinds": _kinds(one.statement, other.statement),
        "deadlines": _deadlines(one.statement, other.statement),
        "references": _references(one.statement, other.statement),
    }
    return Grounds(sum(parts.values()), shared, parts)


def evidence(word: str, here: Vocabulary, there: Vocabulary) -> float:
    """How much it tells that a word stands in two statements of these letters."""
    return min(here.tells(word), there.tells(word))


_Pair = tuple[float, str, Unit, Unit, bool]
"""A word of one statement that is, or has a part that is, a word of the other: what it tells, minus; the word; the
units of both; and whether it stands near both.
"""


def _match(
    one: Subject, other: Subject, here: Vocabulary, there: Vocabulary
) -> tuple[tuple[Shared, ...], frozenset[Unit]]:
    """The best pairing of the words of both, each word used once; and the words so used."""
    left: set[Unit] = set()
    right: set[Unit] = set()
    chosen: list[tuple[Unit, Unit]] = []
    shared = []
    for minus, word, mine, yours, near in sorted(_pairs(one, other, here, there)):
        if mine in left or yours in right:
            continue
        left.add(mine)
        right.add(yours)
        together = near and any(one.side_by_side(mine, a) and other.side_by_side(yours, b) for a, b in chosen)
        if near:
            chosen.append((mine, yours))
        weight = -minus * (WEIGHTS.beside if together else 1)
        quoted = mine in one.own and yours in other.own
        shared.append(Shared(word, round(weight, 3), near, not together, quoted))
    return tuple(shared), frozenset(left | right)


def _pairs(one: Subject, other: Subject, here: Vocabulary, there: Vocabulary) -> Iterator[_Pair]:
    for word in one.holders.keys() & other.holders.keys():
        told = evidence(word, here, there)
        for mine in one.holders[word]:
            for yours in other.holders[word]:
                weight = told * _place(mine.place, yours.place)
                if not (mine.whole and yours.whole):
                    weight *= WEIGHTS.part
                if mine.carrier or yours.carrier:
                    weight *= WEIGHTS.carrier
                yield -weight, word, mine.unit, yours.unit, mine.place >= NEAR and yours.place >= NEAR


def _place(one: float, other: float) -> float:
    """How much a shared word counts by where it stands in either."""
    if min(one, other) >= NEAR:
        return one * other
    return WEIGHTS.around if max(one, other) >= NEAR + 0.1 else WEIGHTS.surroundings


def _unlike(subject: Subject, used: frozenset[Unit], here: Vocabulary, there: Vocabulary) -> float:
    """The two most telling words of the quote that the other statement does not have."""
    left = sorted(
        (evidence(unit[0], here, there) for unit in subject.own - subject.parties - used if not _says_nothing(unit)),
        reverse=True,
    )
    return WEIGHTS.unlike * sum(left[:2]) * (0.5 if subject.thin else 1)


def _says_nothing(unit: Unit) -> bool:
    """Whether lacking the word tells nothing: forms are compared by themselves, and partners come and go."""
    return is_carrier(unit) or bool(forms_of(unit)) or is_partner(unit)


def _renamed(one: Subject, other: Subject, here: Vocabulary, there: Vocabulary, kinship: float) -> bool:
    """Whether one thing seems to have got another name: an application that its fund paid, or compounds with one head.

    The compounds ("curriculumberaad", "opleidingsberaad") stand in sections about the same, name the same form, and the
    quotes have words in common too.
    """
    if kinship < WEIGHTS.renaming_kinship:
        return False
    if _paid_for(one, other, here, there):
        return True
    if not one.forms & other.forms:
        return False
    mine = {unit[-1] for unit in one.own - other.own if len(unit) > 1}
    yours = {unit[-1] for unit in other.own - one.own if len(unit) > 1}
    return bool(one.own & other.own) and any(evidence(head, here, there) >= STRONG for head in mine & yours)


def _paid_for(one: Subject, other: Subject, here: Vocabulary, there: Vocabulary) -> bool:
    """Whether one applies to a fund and the other says that it is paid from that fund."""
    funds = [unit for unit in one.weights if unit[0].endswith("fonds") and unit in other.weights]
    near = [unit for unit in funds if min(one.weights[unit], other.weights[unit]) >= NEAR]
    if not any(evidence(unit[0], here, there) >= STRONG for unit in near):
        return False
    applies = matches("links", "applying", one.statement.sentence)
    return applies and matches("links", "paying", other.statement.sentence)


def _years(one: Subject, other: Subject) -> float:
    """The longer after its day, the less likely that a letter still speaks of a promise."""
    older, newer = sorted((one, other), key=lambda row: row.written or dt.date.min)
    due = _due(older.statement)
    since = due.end if due is not None and due.end is not None else older.written
    if since is None or newer.written is None:
        return 0.0
    years = (newer.written - since).days / 365.25 - WEIGHTS.fresh_years
    return -min(WEIGHTS.most_years, WEIGHTS.year * max(0.0, years))


def _same_heading(one: Subject, other: Subject) -> bool:
    """Whether the one word that tells what either quote is about is what both sections are called after."""
    common = one.own & other.own & one.title & other.title
    return any(distinctness(unit[0]) >= DISTINCT and _only(one, unit) and _only(other, unit) for unit in common)


def _only(subject: Subject, unit: Unit) -> bool:
    others = subject.own - subject.parties - {unit}
    return not any(distinctness(row[0]) >= DISTINCT and not _says_nothing(row) for row in others)


def _forms(one: Subject, other: Subject) -> float:
    if one.forms & other.forms:
        return WEIGHTS.same_form
    return WEIGHTS.unlike_form if one.forms and other.forms else 0.0


def _kinds(one: Commitment | Report, other: Commitment | Report) -> float:
    """Kinds that do not go together, and efforts that nobody can check, count against."""
    if _prolongs(one, other) or _prolongs(other, one):
        return WEIGHTS.prolonged
    if isinstance(one, Report) or isinstance(other, Report):
        past = isinstance(one, Report) and one.outcome is Outcome.DELIVERED and one.letter != other.letter
        return WEIGHTS.past if past else 0.0
    kinds = {one.kind, other.kind}
    unlike = bool(kinds & _TELLING and kinds & _LASTING)
    soft = one.firmness is Firmness.SOFT and other.firmness is Firmness.SOFT
    return WEIGHTS.unlike_kind * unlike + WEIGHTS.both_soft * soft


def _prolongs(one: Commitment | Report, other: Commitment | Report) -> bool:
    """Whether the first is something in force until a day, and the second says that it goes on longer."""
    if not isinstance(one, Commitment) or one.kind is not Kind.CONTINUE or one.deadline is None:
        return False
    if isinstance(other, Report):
        return other.outcome is Outcome.EXTENDED
    return other.kind is Kind.CONTINUE and matches("verdicts", "postponing", other.quote)


def _deadlines(one: Commitment | Report, other: Commitment | Report) -> float:
    """Equal dated deadlines speak for one promise, overlapping ones a little."""
    mine, yours = _due(one), _due(other)
    if mine is None or yours is None or mine.end is None or yours.end is None:
        return 0.0
    if (mine.start, mine.end) == (yours.start, yours.end):
        return WEIGHTS.same_deadline
    overlap = (mine.start or mine.end) <= yours.end and (yours.start or yours.end) <= mine.end
    return WEIGHTS.near_deadline if overlap else 0.0


def _due(statement: Commitment | Report) -> Deadline | None:
    if isinstance(statement, Commitment):
        return statement.deadline
    return statement.old_deadline if statement.outcome in {Outcome.DELAYED, Outcome.EXTENDED} else None


def _references(one: Commitment | Report, other: Commitment | Report) -> float:
    """The same motion or registered promise named by both."""
    common = {(ref.kind, ref.id) for ref in one.references} & {(ref.kind, ref.id) for ref in other.references}
    return WEIGHTS.same_reference if any(kind in {"motie", "toezegging"} for kind, _ in common) else 0.0
