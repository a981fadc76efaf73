"""What linking gives: drafts of threads, statements about one promise with the links that hold them together."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from tracker.extraction import Facts
from tracker.language.terms import Term
from tracker.linking.antecedents import AntecedentLink
from tracker.model import AnyStatement, Candidate, Link, SlipVerdict


class RuledMove(Struct, frozen=True):
    """What an analyst ruled that a letter did to the deadline; `end` is the day to which it moved, if any."""

    letter: str
    verdict: SlipVerdict
    end: dt.date | None = None


class ThreadDraft(Struct, frozen=True):
    """The statements about one promise in the order of the letters, and the links that hold them together.

    `antecedents` say which earlier promise each later statement takes up, `candidates` what was left out that is
    possibly the same.
    """

    members: tuple[AnyStatement, ...]
    facts: Facts
    """What the analysis says of the words of each member, by its id."""
    links: tuple[Link, ...] = ()
    antecedents: tuple[AntecedentLink, ...] = ()
    about: tuple[tuple[Term, float], ...] = ()
    """The words that tell what its promises are about, each with its informativeness (0..1), best first."""
    vague: tuple[str, ...] = ()
    """The promises that name nothing by which a later letter could be known to speak of them."""
    candidates: tuple[Candidate, ...] = ()
    moves: tuple[RuledMove, ...] = ()
    """What was ruled on moves of its deadline, the last word last."""
