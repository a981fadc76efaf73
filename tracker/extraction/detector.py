"""The seam between analysed sentences and statements: what a detector takes and what it says of each clause.

A detector sees sentences only as analysed, and answers in plain data; whoever takes its answer need not know how it
came to it. The rules are one (`classifier.RuleDetector`); `registry.DETECTORS` names all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.model import Firmness, Kind, Outcome
from tracker.temporal.timex import Timex

LEAST = 0.35
"""From this probability on a clause counts as stating something: an analyst rejects sooner than she finds.

It lies below the least sure rule that speaks (0.4; a test holds it there) and so refuses none of them. Learned readers
have bars of their own.
"""


class Bars(Struct, frozen=True):
    """The probabilities from which on a clause counts as stating something; each detector may have its own."""

    firm: float = LEAST
    """Of a firm commitment: below it, what is a commitment counts as a soft one."""
    commitment: float = LEAST
    """Of a commitment, firm or soft."""
    report: float = LEAST
    """Of a status report."""
    tentative: float = 1.0
    """Of a status report where an earlier letter promises what it reports."""


class ClauseJudgement(Struct, frozen=True):
    """What a detector says of one clause: how probably it states a commitment, and how probably an outcome."""

    firm: float = 0.0
    soft: float = 0.0
    """The probabilities of a firm and of a soft commitment; what they leave of 1 is that of none."""
    outcomes: dict[Outcome, float] = {}
    """The probability of each outcome that it may report; what they leave of 1 is that of no report."""
    kind: Kind | None = None
    """What the commitment promises, if it is one; without it the rules of kinds.toml say so."""
    time: Timex | None = None
    """The time expression that bounds it, its own or that of a clause before."""
    inherited: bool = False
    """Whether `time` was taken over from a clause or sentence before."""
    shifts_deadline: bool = False
    """Whether the commitment is that a deadline moves: of the dates in its words only the new one is promised."""
    never: bool = False
    """Whether a rule says that it is no promise whatever its words are like."""
    never_firm: bool = False
    """Whether a rule says that it is no firm promise whatever its words are like."""
    always: bool = False
    """Whether a rule says that it is one whatever its words are like."""
    never_reports: bool = False
    """Whether a rule says that it reports no outcome whatever its words are like."""
    always_reports: bool = False
    """Whether a rule says that it reports one whatever its words are like."""
    where_promised: bool = False
    """Whether a rule says that it reports something only where an earlier letter promises what it speaks of."""
    grounds: tuple[str, ...] = ()
    """What the judgement on a commitment rests on, weightiest first: ids of rules or names of features.

    What a name of its own says, `registry.GROUNDS` tells; where it gives none, the detector's name stands for them.
    """
    report_grounds: tuple[str, ...] = ()
    """The same of the judgement on a report."""
    bars: Bars = Bars()

    @property
    def none(self) -> float:
        """The probability that the clause states no commitment."""
        return 1 - self.firm - self.soft

    @property
    def confidence(self) -> float:
        """The probability of the commitment that it states: of a firm one, else of one at all."""
        return round(self.firm if self.firmness is Firmness.FIRM else self.firm + self.soft, 4)

    @property
    def firmness(self) -> Firmness | None:
        """The commitment that the clause states; None where it is too improbable."""
        if self.firm >= self.bars.firm:
            return Firmness.FIRM
        return Firmness.SOFT if self.firm + self.soft >= self.bars.commitment else None

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that the clause reports; None where each is too improbable."""
        best = self._likeliest
        surely = best is not None and self.outcomes[best] >= self.bars.report
        return best if surely and not self.where_promised else None

    @property
    def tentative_outcome(self) -> Outcome | None:
        """What the clause reports if an earlier letter promises what it speaks of; None of a sure report.

        What promises is no such report: said again each year in the same words, it would be one of itself.
        """
        best = self._likeliest
        if best is None or self.firmness is not None:
            return None
        return best if self.where_promised or self.bars.tentative <= self.outcomes[best] < self.bars.report else None

    @property
    def _likeliest(self) -> Outcome | None:
        return max(self.outcomes, key=lambda outcome: self.outcomes[outcome], default=None)

    @property
    def states(self) -> bool:
        """Whether the clause states a commitment or reports an outcome, be it tentatively."""
        return any(said is not None for said in (self.firmness, self.outcome, self.tentative_outcome))


Judgement = tuple[ClauseJudgement, ...]
"""What a detector says of a sentence: one entry for each of its clauses."""


class CommitmentDetector(Protocol):
    """Judges the clauses of analysed sentences."""

    name: str
    version: str
    """Another for other answers: what was read is remembered by the name and version that it was read with."""

    def judge(self, sentences: Sequence[AnalysedSentence]) -> list[Judgement]:
        """One judgement for each sentence, in their order.

        Sentences of one passage that follow each other in the letter follow each other here: the context of a sentence
        is what stands before it in the sequence, as far as it is of the same passage.
        """
        ...
