"""How much the words of a letter tell, and the abbreviations that it explains."""

from __future__ import annotations

from tests.series import Made, build
from tracker.extraction import AnalysedLetter, analyse
from tracker.language.informativeness import informativeness
from tracker.language.terms import NO_NAMES
from tracker.linking.vocabulary import read_vocabulary


def letter(name: str, *texts: str) -> AnalysedLetter:
    return analyse(build(Made(name, "2024-01-01", {f"Deel {at}": [text] for at, text in enumerate(texts)}))[0])


def test_a_word_tells_less_the_more_passages_have_it() -> None:
    read = letter("a", *["De zuivering is er."] * 3, "De kade.", "De kade en de kades.", "Er is niets.")
    vocabulary = read_vocabulary(read, NO_NAMES)
    assert (vocabulary.passages, vocabulary.counts["kade"]) == (6, 2)
    rare, common = (vocabulary.idf(word) / informativeness(word) for word in ("kade", "zuivering"))
    assert rare > common
    assert vocabulary.idf("vuurtoren") > 0


def test_what_a_letter_explains_is_known_in_the_next() -> None:
    first = read_vocabulary(letter("a", "Het Nationaal Groeifonds (NGF) is er."), NO_NAMES)
    second = read_vocabulary(letter("b", "Het NGF is er."), first.names)
    assert second.names is first.names
    assert second.counts["groeifonds"] == 1
    assert read_vocabulary(letter("b", "Het NGF is er."), NO_NAMES).counts == {"ngf": 1}


def test_a_short_letter_counts_as_a_longer_one() -> None:
    """Else each of its words would seem to be in most passages."""
    one, two = (read_vocabulary(letter("a", *["De kade is er."] * count), NO_NAMES) for count in (1, 2))
    assert one.idf("kade") > two.idf("kade") > 0
    assert one.idf("vuurtoren") == two.idf("vuurtoren")


def test_a_name_of_one_word_is_known_by_its_abbreviation_alone() -> None:
    names = read_vocabulary(letter("a", "De luchtvaartautoriteit (LA) is er."), NO_NAMES).names
    assert all(len(long) > 1 for long in names.shorts)
