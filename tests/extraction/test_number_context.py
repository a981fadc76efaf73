"""What the words around a statement say of the number of a registered promise."""

from __future__ import annotations

import pytest

from tracker.extraction.number_context import described, introduces, is_named_first, only_pledges

N = "TZ202303-002"


@pytest.mark.parametrize(
    ("text", "only"),
    [
        (f"Onder toezeggingsnummer {N} is toegezegd", True),
        (f"Onder nummer {N} heeft de minister de Kamer toegezegd", True),
        (f"Toezegging {N} over bruggen", False),
        (f"Onder nummer {N} staat", False),
        (f"Los van toezegging {N}", False),
        ("De minister heeft toegezegd", False),
    ],
)
def test_a_clause_may_only_say_that_somebody_promised(text: str, only: bool) -> None:
    assert only_pledges(text, N) is only


@pytest.mark.parametrize(
    ("before", "text", "title"),
    [
        (f"Toezegging {N} betreft een rapport.", "Dat rapport stuur ik in mei.", "Rapport"),
        (f"Toezegging {N} ziet op het rapport over bruggen.", "Ik stuur u dat rapport in mei.", "Rapport over bruggen"),
        (f"Toezegging {N} gaat over een voortgangsrapport.", "In mei stuur ik het rapport.", "Rapport"),
        (f"Ik heb u een rapport toegezegd ({N}).", "Het rapport is in mei verstuurd.", "Rapport"),
        (f"Toezegging {N} luidt dat er een rapport komt.", "Dit is in mei gedaan.", "Bruggen"),
        (f"{N}: rapport over bruggen.", "Het rapport over de bruggen is er.", "Bruggen"),
    ],
)
def test_a_sentence_goes_on_about_what_has_the_number(before: str, text: str, title: str) -> None:
    assert introduces(before, text, N, title)


@pytest.mark.parametrize(
    ("before", "text", "title"),
    [
        (f"Toezegging {N} betreft een rapport.", "Dat plan stuur ik in mei.", "Plan"),
        (
            f"Toezegging {N} betreft een rapport over loodsen.",
            "Ik stuur het rapport over bruggen.",
            "Rapport over bruggen",
        ),
        (f"Toezegging {N} betreft de planning voor mei.", "In mei stuur ik het plan.", "Plan"),
        (f"Toezegging {N} betreft geen rapport.", "Dat rapport stuur ik in mei.", "Rapport"),
        (f"Toezegging {N} staat nog open.", "Dat rapport stuur ik in mei.", "Rapport"),
        ("Toezegging A betreft een rapport.", "Dat rapport stuur ik in mei.", "Rapport"),
        ("", "Dat rapport stuur ik in mei.", "Rapport"),
    ],
)
def test_a_sentence_about_another_thing_has_not_the_number(before: str, text: str, title: str) -> None:
    assert not introduces(before, text, N, title)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Toezegging {N} betreft het rapport over de bruggen.", True),
        (f"Onder nummer {N} heb ik u toegezegd dat er een rapport over de bruggen komt.", True),
        (f"{N}: rapport over bruggen.", True),
        (f"Toezegging {N} betreft de bruggen.", False),
        (f"Toezegging {N} betreft een ander rapport over de bruggen.", False),
        (f"Toezegging {N} betreft de planning van het rapport over de bruggen.", False),
        (f"Toezegging {N} betreft niet het rapport over de bruggen.", False),
        (f"Toezegging {N} staat nog open, evenals het rapport over de bruggen.", False),
        (f"De loodsen van toezegging {N} gaan over het rapport over de bruggen.", False),
        ("Toezegging A betreft het rapport over de bruggen.", False),
    ],
)
def test_a_sentence_tells_what_has_the_number_by_what_it_is_called(text: str, told: bool) -> None:
    assert is_named_first(described(text, N), "Rapport over bruggen") is told
    assert not is_named_first(described(text, N), "Rapport"), "a word alone tells nothing"
