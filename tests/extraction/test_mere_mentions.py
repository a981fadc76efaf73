"""What is only talked of by its number, and what is promised or met."""

from __future__ import annotations

import pytest

from tracker.extraction.mere_mentions import is_only_talked_of

N = "TZ202303-001"


@pytest.mark.parametrize(
    ("text", "talked"),
    [
        (f"In mei sturen wij u het rapport ({N}).", False),
        (f"Zoals toegezegd in het debat over de havens, sturen wij u het rapport ({N}).", False),
        (f"Het rapport ({N}), dat is besproken, is gestuurd.", False),
        ("Wij spreken met u over het rapport.", False),
        (f"Wij sturen u een kaart en spreken met u over het rapport ({N}).", True),
        (f"In mei ga ik in op toezegging {N}.", True),
        (f"Het rapport ({N}) is met de gemeenten besproken.", True),
    ],
)
def test_what_is_talked_of_is_neither_promised_nor_met(text: str, talked: bool) -> None:
    assert is_only_talked_of(text, N) is talked
