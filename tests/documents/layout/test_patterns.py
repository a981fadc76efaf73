import pytest

from tracker.documents.layout.patterns import phrases

CASES = [(pattern, text) for pattern in phrases().pattern for text in (*pattern.no, *pattern.yes)]


@pytest.mark.parametrize(("pattern", "text"), CASES, ids=[f"{p.name}-{t[:30]}" for p, t in CASES])
def test_examples_of_the_data(pattern, text):
    assert bool(pattern.compiled().match(text)) is (text in pattern.yes)
