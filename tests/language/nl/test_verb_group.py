"""The verbs of a clause: its tense, and what is done."""

from __future__ import annotations

import pytest

from tracker.language.nl.clauses import cut_clauses
from tracker.language.nl.verb_group import read_verbs
from tracker.language.syntax import Tense
from tracker.text.tokens import tokenize

GROUPS = [
    ("Wij sturen het plan.", "sturen", Tense.PRESENT, ("sturen",)),
    ("Wij zullen het plan sturen.", "zullen", Tense.FUTURE, ("sturen",)),
    ("Wij zouden het plan sturen.", "zullen", Tense.CONDITIONAL, ("sturen",)),
    ("Wij gaan het plan sturen.", "gaan", Tense.GOING, ("sturen",)),
    ("Het plan wordt gestuurd.", "worden", Tense.PASSIVE, ("sturen",)),
    ("Het plan is gestuurd.", "zijn", Tense.PERFECT, ("sturen",)),
    ("Wij stuurden het plan.", "sturen", Tense.PAST, ("sturen",)),
    ("Wij moeten het plan sturen.", "moeten", Tense.MUST, ("sturen",)),
    ("Wij kunnen het plan sturen.", "kunnen", Tense.CAN, ("sturen",)),
    ("Wij willen het plan sturen.", "willen", Tense.WANT, ("sturen",)),
    ("Wij leveren de brug op.", "opleveren", Tense.PRESENT, ("opleveren",)),
    ("Wij stellen voor de kade uit te breiden.", "stellen", Tense.PRESENT, ("stellen", "uitbreiden")),
    ("Wij zetten in op:", "inzetten", Tense.PRESENT, ("inzetten",)),
    ("Wij zetten het loket op:", "opzetten", Tense.PRESENT, ("opzetten",)),
    ("Wij stellen de aanleg uit.", "uitstellen", Tense.PRESENT, ("uitstellen",)),
    ("Dit betekent veel.", "betekenen", Tense.PRESENT, ("betekenen",)),
    ("De eerste paal is geslagen.", "zijn", Tense.PERFECT, ("slaan",)),
    ("De dijken.", "", Tense.NONE, ()),
    ("Wij hebben geduld.", "hebben", Tense.PRESENT, ("hebben",)),
    ("De dijk heeft beperkt budget.", "hebben", Tense.PRESENT, ("hebben",)),
    ("De school heeft gekwalificeerd personeel voor de klas.", "hebben", Tense.PRESENT, ("hebben",)),
    ("Wij hebben besloten subsidie te verlenen.", "hebben", Tense.PERFECT, ("besluiten", "verlenen")),
    ("Wij hebben een besluit genomen m.b.t. de brug.", "hebben", Tense.PERFECT, ("nemen",)),
    ("Wij hebben genomen m.b.t. de brug.", "hebben", Tense.PERFECT, ("nemen",)),
    ("Wij hebben het budget beperkt.", "hebben", Tense.PERFECT, ("beperken",)),
    ("Wij hebben afgesproken dit te doen.", "hebben", Tense.PERFECT, ("afspreken", "doen")),
    ("Wij hebben aandacht voor digitale geletterdheid.", "hebben", Tense.PRESENT, ("hebben",)),
]


@pytest.mark.parametrize(("text", "lemma", "tense", "lexical"), GROUPS)
def test_read_verbs(text: str, lemma: str, tense: Tense, lexical: tuple[str, ...]) -> None:
    (clause,) = cut_clauses(tokenize(text))
    group = read_verbs(clause)
    assert (group.lemma, group.tense, group.lexical) == (lemma, tense, lexical)
    assert (group.finite is None) is (not lemma)


def test_what_is_finite_stands_last_in_a_subordinate_clause() -> None:
    _, inner = cut_clauses(tokenize("Wij melden dat het plan in mei zal komen."))
    group = read_verbs(inner)
    assert group.finite is not None
    assert inner.tokens[group.finite].low == "zal"
