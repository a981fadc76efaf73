"""What the facts of a statement's words come to."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.statement_facts import StatementFacts, with_registered


@pytest.mark.parametrize(
    ("text", "points_back"),
    [
        ("Wij informeren uw Kamer hierover in mei 2025.", True),
        ("De uitkomsten verwachten wij in mei 2025.", True),
        ("Daarnaast sturen wij de resultaten in mei 2025.", False),
        ("Wij sturen uw Kamer in mei 2025 het plan voor de wijk.", False),
    ],
)
def test_points_back(text: str, points_back: bool) -> None:
    assert StatementFacts(cues=find_cues(text)).points_back is points_back


def test_a_step_that_it_rests_on_is_none_of_its_own() -> None:
    own = StatementFacts(topic=("de", "aanbesteding", "volgt"))
    resting = StatementFacts(topic=("op", "basis", "van", "de", "aanbesteding", "opgeleverd"), verbs=("opleveren",))
    assert resting.steps.isdisjoint(own.steps)
    assert resting.steps == resting.steps_done != frozenset()
    assert own.steps_done == frozenset()


def test_only_the_first_words_deny() -> None:
    facts = StatementFacts(topic=("wij", "sturen", "het", "plan", "niet"))
    assert facts.denies_within(5)
    assert not facts.denies_within(3)


def test_numbers_of_the_register_are_added_to_known_statements_only() -> None:
    facts = {"a": StatementFacts(words=("plan",))}
    assert with_registered(facts, {}) is facts
    found = with_registered(facts, {"a": frozenset({"tz1"}), "b": frozenset({"tz2"})})
    assert found == {"a": replace(facts["a"], registered=frozenset({"tz1"}))}


def test_facts_can_be_kept_and_read_back() -> None:
    facts = StatementFacts(cues=frozenset({Cue.EXPLAINING}), words=("uwv", "regeling"), other_years=frozenset({2026}))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(facts), type=StatementFacts) == facts
