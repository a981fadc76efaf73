"""Sentences end where Dutch ends them; every word is in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.language.sentences import LONGEST, holds_too_long, split_sentences

GOES_ON = (
    "vm. vml. v.h. mbt. m.b.t. ivm. i.v.m. o.b.v. obv. i.s.m. ism. ca. resp. t.b.v. tbv. gem. evt. incl. excl. n.a.v. "
    "nav. i.o.v. d.m.v. dmv. tav. cq. fam. wnd."
)
ENDS = "in het vo; in het po; in het vso; z.s.m; met ouders e.d; met scholen etc; op 3 sept; vanaf groep 7 e.v"
ONE = [
    "De motie van het lid Visser c.s. vraagt dit (Kamerstuk 27 923, nr. 443).",
    "Dit gaat o.a. over 2.000 plaatsen d.m.v. nieuwbouw.",
    "Hiervoor is € 8 mln. Per jaar beschikbaar.",
    "Op 18 mei jl. zijn de eerste afspraken gemaakt.",
    "Zie bijlage en par.1 De opzet staat daar.",
    "Dit kost 2.1 Mln euro.",
    "Versie 1.2 Definitief",
    *(f"Wij stellen {short} Den Deijl een plan op." for short in GOES_ON.split()),
    "Dit gaat over po- en vo-scholen in Den Haag.",
]
TWO = [
    "Het bedrag stijgt van € 1 mln. naar € 2 mln. In 2026 volgt de rest.",
    "Dat is op 18 mei jl. besproken. De brief volgt.",
    "Lukt dat? Ik denk het wel.",
    "Dat volgt uit de verkenning van de strafrechtketen.1 In de brief is dat toegezegd.",
    "Dat is een van de acties.12 De rest volgt.",
    "Zo wordt vervuilde data opgeruimd.1Met de motie is dat gevraagd.",
    "Dat heet «open op orde».³ Het plan volgt.",
    "De brug is gereed.Het plan voor de weg volgt.",
    *(f"Wij bespreken dit {end}. Tijdens de proef wordt geteld." for end in ENDS.split("; ")),
    "De kosten zijn n.t.b. Het college besluit in mei.",
]


@pytest.mark.parametrize("text", ONE)
def test_an_abbreviation_does_not_end_a_sentence(text: str) -> None:
    assert split_sentences(text) == ((0, len(text)),)


@pytest.mark.parametrize("text", TWO)
def test_two_sentences(text: str) -> None:
    assert len(split_sentences(text)) == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Zie 5.1: Renovatie en 5.2: Werf.", 1),
        ("5.1: Renovatie van de brug", 1),
        ("In verhouding 1.5: 2.5: dus meer", 1),
        ("5.1: Brug hersteld 5.2: Werf in ontwikkeling 6.1: Park open", 3),
        ("5.1: Brug hersteld. Meer volgt. 5.2: Werf open", 3),
    ],
)
def test_points_of_an_outline_in_one_passage_are_sentences(text: str, number: int) -> None:
    assert len(split_sentences(text)) == number


@given(st.text(alphabet="Ab c.:?!nr1 mln", max_size=60))
def test_every_word_is_in_a_sentence(text: str) -> None:
    kept = "".join(text[begin:end] for begin, end in split_sentences(text))
    assert "".join(kept.split()) == "".join(text.split())


def test_no_sentence_is_longer_than_can_be_analysed() -> None:
    """It is cut after a mark, else a space, and no word is lost."""
    text = "Wij zullen dit doen, en dat ook; " * 300
    found = split_sentences(text)
    assert all(end - begin <= LONGEST for begin, end in found)
    assert all(text[end - 1] == ";" for _, end in found)
    assert "".join(text[begin:end] for begin, end in found).replace(" ", "") == text.replace(" ", "")
    assert holds_too_long(text)
    assert not holds_too_long("Wij zullen dit doen. " * 300)
