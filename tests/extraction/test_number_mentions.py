"""How a sentence names a promise by its number: as what it speaks of, or as another thing."""

from __future__ import annotations

import pytest

from tracker.extraction.number_mentions import (
    Meant,
    is_bare,
    is_bracketed,
    parts_of,
    points_back,
    sets_apart,
    speaks_of,
)

N = "TZ202303-002"
SAID = "In juni 2025 informeer ik uw Kamer over de bruggen van Zwolle"
THEN = "informeer ik uw Kamer in juni 2025 over de bruggen van Zwolle"
ELSEWHERE = "De staatssecretaris stuurt een plan tegen plastic."
OURS = "De minister informeert de Kamer over de stand van de bruggen bij Zwolle."


def spoken(text: str, registered: str, about: str = "Informeren over bruggen van Zwolle") -> bool:
    """Whether a sentence speaks of the promise that it names by its number."""
    return speaks_of(text, N, Meant(parts_of(about), parts_of(registered)))


@pytest.mark.parametrize("registered", [ELSEWHERE, OURS])
@pytest.mark.parametrize(
    "text",
    [
        f"{SAID} (dit staat los van {N}).",
        f"{SAID}; dit is iets anders dan toezegging {N}.",
        f"{SAID}, niet te verwarren met toezegging {N}.",
        f"{SAID} (te onderscheiden van {N}).",
        f"{SAID} (niet {N}).",
        f"{SAID} (zie ook {N}).",
        f"{SAID} ({N} staat hier los van).",
        f"{SAID} (dit valt niet onder {N}).",
        f"{SAID}, ongeacht {N}.",
        f"Los van toezegging {N} {THEN}.",
        f"In tegenstelling tot toezegging {N} {THEN}.",
        f"Naast toezegging {N} {THEN}.",
        f"Na het kader voor loodsen ({N}) {THEN}.",
        f"Toezegging {N} staat los van de bruggen van Zwolle, waarover ik uw Kamer in juni 2025 informeer.",
        f"{SAID}, waarmee nog niet is voldaan aan toezegging {N}.",
        f"{SAID}, anders dan het kader voor loodsen ({N}).",
        f"{SAID}; toezegging {N} blijft openstaan.",
        f"{SAID}, terwijl toezegging {N} nog openstaat.",
        f"{SAID} en over {N} informeer ik u later.",
        f"{SAID} en niet, zoals eerder gemeld, over {N}.",
        f"{SAID}, zonder dat daarmee aan toezegging {N} is voldaan.",
        f"{SAID} (los van {N}, TZ202303-003 en TZ202303-004).",
        f"{SAID} (verwar dit niet met {N}).",
        f"In afwijking van toezegging {N} {THEN}.",
        f"Hoewel toezegging {N} nog openstaat, {THEN}.",
        f"Naar aanleiding van toezegging {N}, die in mei is nagekomen, {THEN}.",
        f"Met hetzelfde bericht als toezegging {N} {THEN}.",
        f"{SAID}, gelijktijdig met {N}.",
        f"Samen met de nakoming van toezegging {N} {THEN}.",
        f"Net als bij toezegging {N} {THEN}.",
        f"Nu toezegging {N} is nagekomen, {THEN}.",
        f"Zoals vermeld in mijn eerdere brief over {N} {THEN}.",
    ],
)
def test_a_number_of_another_thing_is_not_spoken_of(text: str, registered: str) -> None:
    assert not spoken(text, registered)


def test_a_thing_beside_it_that_is_registered_is_another() -> None:
    text = f"{SAID} en het kader voor loodsen ({N})."
    assert not spoken(text, "De minister stuurt een kader voor loodsen.")
    assert not spoken(f"Zoals toegezegd over de loodsen ({N}) {THEN}.", ELSEWHERE)


@pytest.mark.parametrize("registered", [ELSEWHERE, OURS])
@pytest.mark.parametrize(
    "text",
    [
        f"{SAID} ({N}).",
        f"{SAID} [{N}].",
        f"{SAID} (TZ202301-001 en {N}).",
        f"{SAID} (TZ202301-001; {N}).",
        f"{SAID} ({N} en TZ202301-001).",
        f"{SAID} (toezeggingen TZ202301-001, TZ202301-003 en {N}).",
        f"{SAID} (dit betreft toezegging {N}).",
        f"{SAID} en de planning van het onderhoud ({N}).",
        f"{SAID}, waarmee is voldaan aan toezegging {N}.",
        f"{SAID} en daarmee is aan toezegging {N} voldaan.",
        f"{SAID}, conform toezegging {N}.",
        f"{SAID}, zoals ik heb toegezegd in het commissiedebat Water van 3 maart 2023 ({N}).",
        f"Ter uitvoering van toezegging {N} {THEN}.",
        f"Ter uitvoering van de toezeggingen TZ202301-001 en {N} {THEN}.",
        f"Naar aanleiding van toezegging {N} {THEN}.",
        f"In lijn met de toezegging ({N}) {THEN}.",
        f"Om te voldoen aan toezegging {N} {THEN}.",
        f"Gevolg gevend aan uw verzoek en mijn toezegging ({N}) {THEN}.",
        f"Zoals gevraagd door uw Kamer en toegezegd ({N}) {THEN}.",
        f"Zoals toegezegd aan het lid Van Dijk ({N}) {THEN}.",
        f"In het debat heb ik het lid Van Dijk toegezegd ({N}) uw Kamer in juni 2025 te informeren over de bruggen.",
        f"Conform {N} {THEN}.",
        f"Op verzoek van het lid Van Dijk ({N}) {THEN}.",
        f"Zoals eerder aan uw Kamer gemeld ({N}), {THEN}.",
        f"Ik kom toezegging {N} na door uw Kamer in juni 2025 te informeren over de bruggen van Zwolle.",
        f"De toezegging ({N}) om uw Kamer te informeren over de bruggen van Zwolle kom ik in juni 2025 na.",
        f"{SAID}, waarmee ik de toezegging aan het lid De Vries ({N}) nakom.",
        f"{SAID} (zie {N}).",
        f"{SAID} (toezegging {N}, commissiedebat Water 3 maart 2023).",
        f"Toezegging {N}: in juni 2025 {THEN}.",
        f"Anders dan verwacht {THEN} ({N}).",
    ],
)
def test_a_number_in_the_sentence_of_the_promise_is_its_own(text: str, registered: str) -> None:
    assert spoken(text, registered)


def test_a_promise_that_is_called_otherwise_has_the_number_at_its_end() -> None:
    assert spoken(f"{SAID} ({N}).", ELSEWHERE, "Oeververbindingen")


def test_a_text_that_is_a_number_alone_is_bare() -> None:
    assert is_bare(f"Zie toezegging {N}.", N)
    assert not is_bare(f"Over de loodsen ({N}).", N)
    assert not is_bare(f"Dit is iets anders dan toezegging {N}.", N)
    assert is_bracketed(f"({N})", N)
    assert is_bracketed(f"[TZ202301-001 en {N}].", N)
    assert not is_bracketed(f"Zie ook {N}.", N)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        (f"Hiermee is voldaan aan toezegging {N}.", True),
        (f"Dit betreft toezegging {N}.", True),
        (f"Hiermee is toezegging {N} nog niet afgedaan.", False),
        (f"Dit is iets anders dan toezegging {N}.", False),
        (f"Toezegging {N} blijft openstaan.", False),
        (f"Zie toezegging {N}.", False),
        ("Dit betreft iets anders.", False),
    ],
)
def test_a_sentence_points_back_with_a_number(text: str, back: bool) -> None:
    assert points_back(text, N) is back


def test_a_heading_sets_apart() -> None:
    assert sets_apart(f"Los van {N}", N)
    assert not sets_apart(f"Bruggen ({N})", N)
    assert not sets_apart("Los van de rest", N)
