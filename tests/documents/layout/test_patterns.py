import ast
from pathlib import Path
from typing import get_args

import pytest

from tests.parsed import nodes_of
from tracker.documents.layout.patterns import Pattern, ShapeName, find, match, phrases, rows_table
from tracker.errors import RulesetError

CASES = [(pattern, text) for pattern in phrases().pattern for text in (*pattern.no, *pattern.yes)]
NAMES = {pattern.id for pattern in phrases().pattern}
TRACKER = Path(__file__).parents[3] / "tracker"


@pytest.mark.parametrize(("pattern", "text"), CASES, ids=[f"{p.id}-{t[:30]}" for p, t in CASES])
def test_examples_of_the_data(pattern, text):
    assert bool(pattern.compiled().match(text)) is (text in pattern.yes)


@pytest.mark.parametrize("pattern", phrases().pattern, ids=lambda pattern: pattern.id)
def test_no_shape_is_too_long_to_be_read(pattern):
    """Shapes of one name may be several; that of a person's name cannot be cut."""
    assert len(pattern.text) <= 300 or pattern.id == "person"


def test_dutch_has_every_pattern_that_may_be_asked_for():
    assert set(get_args(ShapeName)) == NAMES


def test_every_pattern_that_may_be_asked_for_is_asked_for():
    modules = [path for path in TRACKER.rglob("*.py") if path.name != "patterns.py"]
    texts = [text for path in modules if "layout.patterns import" in (text := path.read_text(encoding="utf-8"))]
    nodes = (node for text in texts for node in nodes_of(text))
    assert {node.value for node in nodes if isinstance(node, ast.Constant)} >= NAMES


def test_a_table_is_known_by_all_of_its_heads():
    label = "Bijlage: moties en toezeggingen"
    assert rows_table(["Motie/toezegging", " stand van zaken "]).label == label
    assert rows_table(["Motie/toezegging"]) is None
    assert rows_table(["Motie/toezegging", "Stand van zaken", "Datum"]) is None
    assert rows_table(["Motie/toezegging", "Bedrag"]) is None


def test_the_first_pattern_of_a_name_that_matches_is_found():
    """Its match begins where the text does, the others anywhere in it."""
    assert match("month_follows", " mei 2024")[1] == "mei"
    assert match("month_follows", "in mei") is None
    assert [found[1] for found in find("month_follows", "na mei en febr. 2024")] == ["mei", "febr."]


def test_a_pattern_that_a_language_lacks_matches_nothing():
    assert match("no pattern of this name", "Geachte voorzitter") is None


def test_a_pattern_that_is_none_is_told_with_its_name():
    with pytest.raises(RulesetError, match=r"letters.toml: pattern.closing.text: '\(a': "):
        Pattern("closing", "(a", (), ()).compiled()
