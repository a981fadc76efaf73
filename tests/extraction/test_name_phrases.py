"""The noun phrases of a clause as a title has them."""

from __future__ import annotations

import pytest

from tracker.extraction.name_phrases import name_phrases
from tracker.extraction.noun_phrases import LONGEST_PHRASE
from tracker.text.tokens import tokenize

NONE: frozenset[int] = frozenset()


def phrases(text: str, verbs: frozenset[int] = NONE, fixed: frozenset[int] = NONE, *taken: str) -> list[str]:
    found = name_phrases(tokenize(text), verbs, fixed, frozenset(("op",)), frozenset(taken))
    return [f"{lead}: {' '.join(written)}" if lead else " ".join(written) for lead, written, _ in found]


SHAPES: dict[str, tuple[str, list[str]]] = {
    "no function words": ("ook daarna weer", []),
    "no adverb": ("de pilot opnieuw", ["pilot"]),
    "no comparative at the end": ("de pilot breder", ["pilot"]),
    "no participle at the end": ("de pilot dekkend", ["pilot"]),
    "no adjective alone before a preposition": ("toegankelijk voor reizigers", ["reizigers"]),
    "no noun that makes one act with its verb": ("het recht", []),
    "such a noun that is a thing": ("de hoge bijdrage aan schulden", ["hoge bijdrage aan schulden"]),
    "what stands after such a noun": ("aandacht aan schulden", ["schulden"]),
    "no adverb before another article": ("gezamenlijk het draagvlak", ["draagvlak"]),
    "no adverb at the beginning": ("Fasegewijs", []),
    "no adjective with a capital before a preposition": ("Toegankelijk voor reizigers", ["reizigers"]),
    "no years that are a sum": ("van 2024 - 3 miljoen", []),
    "no first part of a compound that is cut": ("de grenzen van het water- en", ["grenzen"]),
    "noun of every letter with its adjective": ("het bebouwde gebied", ["bebouwd gebied"]),
    "no party in capitals": ("de pilot van de VVD", ["pilot"]),
    "no number that counts what is not there": ("een fonds van 60 miljoen euro", ["fonds"]),
    "number that is part of a name": ("de Woonmonitor 2023", ["Woonmonitor 2023"]),
    "years that are part of a name": ("het Uitvoeringsprogramma 2024-2028", ["Uitvoeringsprogramma 2024-2028"]),
    "years between spaces": ("de Cultuurnota 2021 – 2024 van Delft", ["Cultuurnota 2021–2024 van Delft"]),
    "signs within a name": ("de U&H-strategie voor Natura 2000-gebieden", ["U&H-strategie voor Natura 2000-gebieden"]),
    "number before a noun": ("dertig onbewaakte overwegen", ["dertig onbewaakte overwegen"]),
    "a name with an article of its own": ("de bouw van sporthal De Horn", ["bouw van sporthal De Horn"]),
    "an article that begins another thing": ("de bouw de Horn", ["bouw", "Horn"]),
    "ordinal": ("de tweede tranche", ["tweede tranche"]),
    "short adjective where the article goes": ("het landelijke netwerk", ["landelijk netwerk"]),
    "short participle where the article goes": ("het geactualiseerde register", ["geactualiseerd register"]),
    "long adjective after other articles": ("de landelijke pilot", ["landelijke pilot"]),
    "without what tells nothing": ("de bestaande pilot", ["pilot"]),
    "without that it was made": ("het opgestelde plan", ["plan"]),
    "nothing but that it was made": ("het vastgestelde", []),
    "compound without its last part": ("de huis- en hobbylijst", ["huis- en hobbylijst"]),
    "name between quotation marks": ("het plan 'Water Delft'", ["plan Water Delft"]),
    "joined by prepositions": ("het akkoord met boeren over water", ["akkoord met boeren over water"]),
    "after a preposition": ("met boeren over water", ["met: boeren over water"]),
    "apart after another article": ("de raad de woonvisie", ["raad", "woonvisie"]),
    "over the prefix of a verb": ("een plan op over schulden", ["plan over schulden"]),
}


@pytest.mark.parametrize(("text", "found"), SHAPES.values(), ids=SHAPES.keys())
def test_shapes(text: str, found: list[str]) -> None:
    assert phrases(text) == found


def test_a_verb_ends_a_phrase() -> None:
    assert phrases("de pilot start het loket", frozenset((2,))) == ["pilot", "loket"]


def test_a_preposition_goes_with_the_fixed_turn_before_it() -> None:
    assert phrases("in samenwerking met boeren", NONE, frozenset((0, 1))) == ["samenwerking met: boeren"]


def test_a_preposition_that_the_verb_takes_joins_no_nouns() -> None:
    assert phrases("de provincie aan de brug", NONE, NONE, "aan") == ["provincie", "aan: brug"]


def test_a_long_phrase_is_cut_before_a_preposition() -> None:
    (found,) = phrases("een plan voor de scholen in de steden van de provincies over het water")
    assert found == "plan voor de scholen in de steden"
    assert len(found.split()) <= LONGEST_PHRASE
