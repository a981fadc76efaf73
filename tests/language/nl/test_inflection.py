"""Verb forms: conjugated by rule, with the irregular ones as data."""

from __future__ import annotations

import pytest

from tracker.language.lexicon import verb_classes
from tracker.language.nl.inflection import verb_forms
from tracker.language.syntax import Form


@pytest.mark.parametrize(
    ("word", "verb", "form"),
    [
        ("geïnformeerd", "informeren", Form.PARTICIPLE),
        ("geëvalueerd", "evalueren", Form.PARTICIPLE),
        ("geopend", "openen", Form.PARTICIPLE),
        ("opgeleverd", "opleveren", Form.PARTICIPLE),
        ("verlengd", "verlengen", Form.PARTICIPLE),
        ("verlengde", "verlengen", Form.PAST),
        ("gestuurd", "sturen", Form.PARTICIPLE),
        ("onderzocht", "onderzoeken", Form.PARTICIPLE),
        ("maakt", "maken", Form.SINGULAR),
        ("geeft", "geven", Form.SINGULAR),
        ("gezet", "zetten", Form.PARTICIPLE),
        ("startte", "starten", Form.PAST),
        ("subsidieert", "subsidiëren", Form.SINGULAR),
        ("zal", "zullen", Form.SINGULAR),
        ("zouden", "zullen", Form.PAST),
        ("toetesturen", "toesturen", Form.TO_INFINITIVE),
    ],
)
def test_words_are_read_as_the_verbs_they_are(word: str, verb: str, form: Form) -> None:
    assert (verb, form) in {(reading.verb, reading.form) for reading in verb_forms()[word]}


@pytest.mark.parametrize("word", ["leraar", "onderwijs", "plannen_", "de", "in"])
def test_other_words_are_no_verb_forms(word: str) -> None:
    assert word not in verb_forms()


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("geëvacueerd", ""),
        ("beheert", ""),
        ("bewindspersonen", ""),
        ("gezinnen", ""),
        ("bestuursorganen", ""),
        ("ondervraagden", ""),
        ("betrokkenen", ""),
        ("gewezen", ""),
        ("verslagen", ""),
        ("volgend", ""),
        ("gebied", ""),
        ("teruggedraaid", "terugdraaien"),
        ("bijeengekomen", "bijeenkomen"),
        ("aangemeld", "aanmelden"),
        ("gepromoot", "promoten"),
        ("verkregen", "verkrijgen"),
        ("bedreigd", "bedreigen"),
        ("afgezien", "afzien"),
        ("overeengekomen", "overeenkomen"),
        ("proefgedraaid", "proefdraaien"),
        ("geïdentificeerd", "identificeren"),
    ],
)
def test_participles_of_other_verbs_are_those_that_the_dictionary_has(word: str, verb: str) -> None:
    assert [row.verb for row in verb_forms().get(word, ()) if row.form is Form.PARTICIPLE] == [verb][: bool(verb)]


def test_a_split_verb_says_which_prefix_must_stand_elsewhere() -> None:
    assert any(reading.verb == "toesturen" and reading.split == "toe" for reading in verb_forms()["stuur"])


def test_every_verb_has_a_class() -> None:
    classes = verb_classes()
    assert all(reading.verb in classes for readings in verb_forms().values() for reading in readings)
