"""Words in all letters: in any case and print, with the letters that are silent told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import LAPSED, SMALL
from tests.series import Made, Promise, build, judged
from tracker.ledger.queries import Index
from tracker.views.search import around, search, short_form, sought, subject

INDEX = Index(SMALL)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        pytest.param("zij-instroom", "de instroom", False, id="a part of it"),
        pytest.param("egio", "regio's", False, id="the end of a word"),
        pytest.param("haven diep", "diep in de haven", True, id="another order"),
        pytest.param("haven diep", "in de haven", False, id="one of two"),
        pytest.param('"haven diep', "diep in de haven", False, id="in quotes, another order"),
        pytest.param("“diepe haven” zee", "zee en diepe havens", True, id="in quotes, beside each other"),
        pytest.param("€ 430 miljoen", "er is € 430 miljoen", True, id="a sign"),
        pytest.param("(Kuiper, Bos)", "de leden (Kuiper, Bos) vragen", True, id="brackets"),
        pytest.param("§", "zie § 3", True, id="a sign alone"),
        pytest.param('"', 'zo "zee"', None, id="a quote that begins"),
        pytest.param("zij-instroom", "De zij‑instroom", True, id="another hyphen"),
        pytest.param("zij-instroom", "zijinstromer en zij instroom", True, id="a space or none"),
        pytest.param("REGIO", "regio’s", True, id="capitals, the start of a word"),
        pytest.param("regio's", "regio’s", True, id="another apostrophe"),
        pytest.param("diepe haven", "de diepe havens", True, id="two words"),
        pytest.param('" haven"', "de zeehaven", False, id="a space in quotes begins no other pattern"),
        pytest.param("a b", "ab", False, id="two letters, one word"),
        pytest.param("k", "OK", False, id="one letter, the end of a word"),
        pytest.param("h", "Het", True, id="one letter"),
        pytest.param("kelvin", "zeven \N{KELVIN SIGN}elvin", True, id="a letter that is one of ASCII in small"),
        pytest.param("istanbul", "naar İstanbul", True, id="a letter that is two in small"),
        pytest.param("straat", "de ſtraat", True, id="a letter that is another one in small"),
        pytest.param("één", "ÉÉN haven", True, id="capitals with accents"),
        pytest.param("één", "de geëende", False, id="a letter with an accent, inside a word"),
        pytest.param("3d-kaart", "een 3D kaart", True, id="a figure first"),
    ],
)
def test_what_is_found(words: str, text: str, found: bool | None) -> None:
    wanted = sought(words)
    assert (wanted and bool(wanted.found_in(text))) is found
    assert (wanted and wanted.counter()(text) > 0) is found


def test_how_often_is_how_often_the_scarcest_word_stands_there() -> None:
    wanted = sought("haven diepe")
    assert wanted is not None
    text = "De haven bij de haven, een diepe haven."
    assert (wanted.counter()(text), len(wanted.found_in(text))) == (1, 1)


def test_nothing_typed_finds_nothing() -> None:
    assert sought("  ") is None
    assert search(INDEX, None) == {}


def test_hits_stand_in_the_order_of_the_letters_with_what_is_around() -> None:
    wanted = sought("haven")
    assert wanted is not None
    found = search(INDEX, wanted)
    assert list(found) == [letter.id for letter in SMALL.letters]
    assert all((hit.letter, hit.passage) == (id_, key) for id_ in found for key, hit in found[id_].items())
    hits = [hit for hits in found.values() for hit in hits.values()]
    assert [INDEX.place[hit.letter] for hit in hits] == sorted(INDEX.place[hit.letter] for hit in hits)
    assert all("haven" in around(INDEX.passages[hit.passage].text, wanted).casefold() for hit in hits)
    assert all(hit.times == len(wanted.found_in(INDEX.passages[hit.passage].text)) for hit in hits)


def test_a_subject_tells_each_letter_and_the_silent_ones() -> None:
    found = subject(INDEX, "veren")
    assert [row.letter.id for row in found.letters] == [letter.id for letter in SMALL.letters]
    assert [bool(row.passages) for row in found.letters] != [False, False]
    assert all("veren" in thread.title or thread.members for thread in found.threads)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        pytest.param("Scheepvaartregister", "in het register staat", True, id="the end of the word"),
        pytest.param("scheepvaartregister", "de registerpilots", False, id="only the start of another"),
        pytest.param("scheepvaartregister", "het beroepsregister", False, id="the end of another"),
        pytest.param("scheepvaartregister", "de ster", False, id="too short an end"),
        pytest.param("zijkanaal", "het kanaal", False, id="too little left out"),
        pytest.param("groot scheepvaartregister", "het register", False, id="several words"),
    ],
)
def test_a_long_word_has_a_short_form(words: str, text: str, found: bool) -> None:
    pattern = short_form(words)
    assert bool(pattern and pattern.search(text)) is found


def test_a_short_word_has_none() -> None:
    assert short_form("haven") is None
    assert short_form(" ") is None


def test_a_subject_holds_what_its_sections_say_in_the_short_form_and_no_other() -> None:
    """A promise about "het register" counts where its section names the word, any where the heading does."""
    sections = {
        "Havens": ["Er komt een scheepvaartregister.", Promise("Het register gaat uiterlijk in mei 2021 open.")],
        "Vraag over het scheepvaartregister": [Promise("Wij sturen de Kamer voor de zomer een overzicht.")],
        "Vissers": [Promise("Wij leggen in 2021 een register van netten aan.")],
    }
    made = Made("a", "2020-06-01", sections)
    letter, rows = build(made)
    ledger = replace(SMALL, letters=(letter,), commitments=tuple(rows), reports=(), topics=(), threads=judged(made))
    found = subject(Index(ledger), "scheepvaartregister")
    assert [row.section for row in found.letters[0].passages] == [row.id for row in letter.sections[:2]]
    promised = {step.ref for thread in found.threads for step in thread.members}
    assert promised & {row.id for row in rows} == {row.id for row in rows[:2]}


def test_the_subject_of_a_promise_is_its_thing_and_never_silent_where_it_is_quoted() -> None:
    """Its made title stands in no letter as it is."""
    for thread in INDEX.ledger.threads:
        index = Index(replace(SMALL, threads=(replace(thread, title="Loods (Ambitie en eigenaarschap)"),)))
        found = subject(index, "Loods (Ambitie en eigenaarschap)")
        spoken = {row.letter.id for row in found.letters if row.passages}
        assert spoken >= {letter.id for letter in index.letters_of(thread)}
        assert [row.id for row in found.threads] == [thread.id]
    sections = {"Havens": ["Er komt een hoofdloods op de kade."], "Kades": ["Wij varen langs de kade."]}
    made = Made("a", "2020-06-01", sections)
    letter, _ = build(made)
    ledger = replace(SMALL, letters=(letter,), threads=(replace(LAPSED, title="Loods aan de kade (havens)"),))
    (row,) = subject(Index(ledger), "Loods aan de kade (havens)").letters
    assert [passage.section for passage in row.passages] == [letter.sections[0].id]
