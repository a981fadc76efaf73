"""What a letter may say of a promise, or of an earlier letter, without naming its number."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.extraction import AnalysedLetter, analyse
from tracker.extraction.unnumbered_mentions import UnnamedWords, done_in, has_figures, holds_half, said_in, thing_terms

N = "TZ202402-158"


def read(folder: Path, text: str) -> AnalysedLetter:
    (folder / "2024-09-10.txt").write_text(f"Den Haag, 10 september 2024\n\n{text}\n", "utf-8")
    (letter,) = read_collection(load_collection(folder)).letters
    return analyse(letter)


def said(folder: Path, text: str) -> UnnamedWords:
    return said_in(read(folder, text))


@pytest.mark.parametrize(
    ("text", "has"),
    [
        (f"Toezegging {N}", True),
        ("Nummer 202402-158 is klaar.", True),
        ("Nummer 2024-02-158 is klaar.", True),
        ("Nummer T 202402 158.", True),
        ("Nummer 202402-1580.", False),
        ("In 2024 02 mei 158.", True),
        ("Nummer 158 is klaar.", True),
        ("Het kost 1.158 euro.", False),
        ("De N158 is open.", False),
    ],
)
def test_a_number_is_known_by_its_figures(text: str, has: bool) -> None:
    assert has_figures(text, N) is has


def test_a_number_of_few_figures_is_known_by_them_nowhere() -> None:
    assert not has_figures("Artikel 12.", "TZ12")


@pytest.mark.parametrize(
    "text",
    [
        "De haven is diep.",
        f"Toezegging {N} is afgedaan.",
        "Beide moties zijn afgedaan.",
        "In onze Kamerbrief staat nog een opleiding voor statushouders, muzikanten, kunstenaars, bakkers, smeden, "
        "vissers en slagers.",
        "In het vervolg van deze brief gaan wij daar uitgebreider op in.",
        "Wij zullen hierover een update geven in de jaarlijkse Kamerbrief in december.",
        "Eén op de vijf leraren wordt opgeleid volgens het concept van opleiden in de school.",
        "Dat is zorgelijk. De kades zijn oud.",
    ],
)
def test_most_letters_say_nothing_of_others(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == UnnamedWords((), (), (), {})


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("De haven is diep.", False),
        ("De sector groeit.", False),
        ("Beide moties zijn afgedaan met mijn brief.", False),
        (f"Toezegging {N} is met mijn brief afgedaan.", False),
        ("Het rapport over vliegtuiglawaai is openbaar.", True),
        ("De studie naar de oevers is af.", True),
        ("Tabel 3 bevat de uitgaven.", True),
        ("De bedragen per stad staan in de bijlage.", True),
        ("De bevindingen gaan hierbij.", True),
        ("In mei verscheen “Samen voor de klas”.", True),
        ("De NPO komt aan de orde in de visiebrief.", True),
    ],
)
def test_what_names_a_paper_or_may_be_done_may_be_any_thing(tmp_path: Path, text: str, done: bool) -> None:
    assert bool(done_in(read(tmp_path, text)).done) is done


@pytest.mark.parametrize(
    "text",
    [
        "De toezeggingen uit maart zijn afgedaan.",
        "U heeft alle beloofde stukken.",
        "Met deze brief los ik de toezegging uit het debat van 3 maart in.",
        "Hierbij ontvangt u wat ik u in het debat beloofde.",
        "Bij deze brief gaat het gevraagde.",
        "Aan uw verzoek uit het debat is voldaan.",
        "Alle lopende zaken uit 2024 zijn afgehandeld.",
        "De resterende punten heb ik beantwoord.",
        "In februari zei ik uw Kamer iets toe; dat heeft u ontvangen.",
        "Conform de afspraak in het debat zond ik u het stuk.",
    ],
)
def test_what_speaks_of_promises_without_a_number_may_speak_of_any(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, f"De haven is diep. {text}").promises


@pytest.mark.parametrize(
    "text",
    [
        "Mijn brief van 1 maart trek ik in.",
        "De afdoening die ik meldde, was voorbarig.",
        "In mijn vorige brief stond een fout.",
        "Ik heb u in september onjuist ingelicht.",
        "De toezegging uit februari herleeft.",
        "Het gezonden stuk was een voorlopige versie.",
        "Die kwestie is nog niet klaar.",
        "Wat ik in mijn vorige brief meldde, gold voor het noorden.",
        "Het lid De Vries heeft bezwaar tegen de afdoening.",
        "Over de oevers komt in 2025 een vervolgstuk.",
        "Dat dossier is heropend.",
        "In de vorige brief is een verkeerde bijlage gevoegd.",
        "De heer De Vries vond mijn antwoord onvoldoende.",
        "De Kamer heeft mijn eerdere melding niet geaccepteerd.",
        "Het definitieve rapport volgt in december.",
    ],
)
def test_what_doubts_a_letter_may_take_back_any_word_of_it(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text).doubts


@pytest.mark.parametrize(
    "text",
    [
        "Het bovenstaande geldt pas in mei.",
        "P.S. Een deel rest.",
        "Dat is onjuist.",
        "De brief luidt als volgt.",
        "Deze brief is nog niet vastgesteld.",
    ],
)
def test_what_says_what_other_passages_are_is_known(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text).frames


def test_the_day_of_a_letter_is_known(tmp_path: Path) -> None:
    assert dt.date(2024, 3, 1) in said(tmp_path, "In mijn brief van 1 maart 2024 schreef ik dat.").days
    assert said(tmp_path, "Op 1 maart 2024 was de haven diep.").days == {}


def test_half_of_the_words_for_a_thing_speak_of_it() -> None:
    terms = thing_terms("Rapport over de kades en de bruggen")
    assert {term[0] for term in terms} == {"kade", "brug"}
    assert holds_half(terms, frozenset({"kade", "haven"}))
    assert not holds_half(terms, frozenset({"haven", "rapport"}))
    assert holds_half(thing_terms("Rapport"), frozenset({"haven"})), "a form alone may be meant by any text"
