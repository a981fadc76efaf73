"""The words of a text as others are compared with them."""

from __future__ import annotations

from tracker.extraction.word_stems import plain_words, stems, written, written_words


def test_words_that_tell_nothing_have_no_stem() -> None:
    assert stems("De sluizen van de sluis") == stems("sluizen en de sluis")
    assert stems("De van en") == frozenset()


def test_plain_words_stand_in_order() -> None:
    assert plain_words("De brug, bij Zwolle.") == ("de", "brug", "bij", "zwolle")


def test_words_are_told_as_they_stand_in_the_texts() -> None:
    one, other = "Een plan voor de bruggen van Zwolle en Terneuzen.", "De sluizen en de brug bij Zwolle; de zeesluizen."
    shared = ("zwelling", "brug", "sluizing", "terneuzing", "elders")
    told = written_words(shared, written(one), written(other))
    assert told[:3] == ("Zwolle", "bruggen/brug", "sluizen")
    texts = f"{one} {other}".casefold()
    assert all(word.casefold() in texts for words in told for word in words.split("/"))
    assert written_words(("zwelling",), written("In Zwolle."), written("In zwolle.")) == ("Zwolle",)
    assert written_words(("zwelling",), {}, {}) == ()
