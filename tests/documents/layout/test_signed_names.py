"""Names of persons with their office behind them."""

import pytest

from tracker.documents.layout.signed_names import is_name, name_and_office

BEHIND = [
    ("M. Bos, burgemeester", ("burgemeester", "M. Bos")),
    ("M. Bos , burgemeester", ("burgemeester", "M. Bos")),
    ("mr. W.F. Vis, secretaris", ("secretaris", "mr. W.F. Vis")),
    ("Mevr. Ch. Bos Wethouder Haven", ("Wethouder Haven", "Mevr. Ch. Bos")),
]


@pytest.mark.parametrize(("line", "parts"), BEHIND)
def test_a_name_with_its_office_behind(line, parts):
    assert name_and_office(line) == parts
    assert is_name(line)


@pytest.mark.parametrize(
    "line", ["De burgemeester", "Bouw van de brug, burgemeester", "M. Bos, voorzitter van de club"]
)
def test_no_name_with_an_office(line):
    assert name_and_office(line) is None


def test_a_name_alone_is_a_name():
    assert is_name("mw. dr. A.B. de Vries")
    assert not is_name("De brug gaat open")
