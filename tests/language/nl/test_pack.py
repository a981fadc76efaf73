"""Dutch answers what a language pack is asked."""

from __future__ import annotations

from tracker.language.nl.pack import PACK
from tracker.language.pack import PACKS, TABLES, current
from tracker.language.syntax import SubjectType
from tracker.text.tokens import tokenize


def test_it_is_the_language_that_is_read_where_none_is_named() -> None:
    assert current() is PACK
    assert PACKS[PACK.code] == PACK.__module__


def test_it_has_every_table() -> None:
    assert [name for name in TABLES if not PACK.folder.joinpath(f"{name}.toml").is_file()] == []


def test_it_is_asked_for_sentences_clauses_verbs_and_subjects() -> None:
    assert [piece.strip() for piece in PACK.segment("Wij komen. Dat is zo.")] == ["Wij komen.", "Dat is zo."]
    tokens = tokenize("Wij sturen het plan.")
    (clause,) = PACK.cut_clauses(tokens)
    verbs = PACK.read_verbs(clause)
    assert verbs.finite is not None
    assert PACK.is_finite(tokens, verbs.finite)
    assert PACK.subject_type(PACK.find_subject(clause, verbs.finite)) is SubjectType.GOVERNMENT
    assert verbs.lemma in {form.verb for form in PACK.verb_forms()["sturen"]}


def test_it_knows_words() -> None:
    assert (PACK.look_up("dijken"), PACK.knows("dijken"), PACK.knows("dijkzwamelaar")) == ("dijk", True, False)
    assert PACK.frequency("de") > PACK.frequency("dijkzwamelaar") == 0
