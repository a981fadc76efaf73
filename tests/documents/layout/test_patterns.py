import ast
from pathlib import Path

import pytest

from tracker.documents.layout.patterns import match, phrases

CASES = [(pattern, text) for pattern in phrases().pattern for text in (*pattern.no, *pattern.yes)]
NAMES = {pattern.name for pattern in phrases().pattern}
TRACKER = Path(__file__).parents[3] / "tracker"
ASKING = {"match", "find", "_named"}
"""The functions whose first argument is the name of a pattern, in modules that import the patterns."""


@pytest.mark.parametrize(("pattern", "text"), CASES, ids=[f"{p.name}-{t[:30]}" for p, t in CASES])
def test_examples_of_the_data(pattern, text):
    assert bool(pattern.compiled().match(text)) is (text in pattern.yes)


@pytest.mark.parametrize("pattern", phrases().pattern, ids=lambda pattern: pattern.name)
def test_no_shape_is_too_long_to_be_read(pattern):
    """Shapes of one name may be several; that of a person's name cannot be cut."""
    assert len(pattern.text) <= 300 or pattern.name == "person"


def asked(path):
    """The names of patterns that a module asks for, by itself or from a constant that lists names."""
    source = path.read_text(encoding="utf-8")
    if "tracker.documents.layout.patterns import" not in source:
        return set()
    nodes = list(ast.walk(ast.parse(source)))
    calls = (node for node in nodes if isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Name))
    found = strings(node.args[0] for node in calls if node.func.id in ASKING)
    lists = (strings(node.value.elts) for node in nodes if isinstance(node, ast.Assign) and is_tuple(node.value))
    return found.union(*(names for names in lists if 2 * len(names & NAMES) > len(names)))


def is_tuple(node):
    return isinstance(node, ast.Tuple)


def strings(nodes):
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_dutch_has_every_pattern_that_is_asked_for_and_no_other():
    wanted = set().union(*map(asked, TRACKER.rglob("*.py")))
    assert len(wanted) > 30
    assert wanted == NAMES


def test_a_pattern_that_a_language_lacks_matches_nothing():
    assert match("no pattern of this name", "Geachte voorzitter") is None
