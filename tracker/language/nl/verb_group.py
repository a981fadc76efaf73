"""Clause → its verbs: which is finite, in what tense, and which say what is done."""

from __future__ import annotations

import re

from tracker.language.lemmas import stop_words
from tracker.language.lexicon import function_words, function_words_of, verb_particles
from tracker.language.nl.finite import is_finite
from tracker.language.nl.inflection import forms_of, verb_forms
from tracker.language.resources import read_table
from tracker.language.syntax import Clause, Form, Tense, VerbGroup
from tracker.text.tokens import Token

_SHORT_NOUN = 4
"""Letters of a noun at least: what is shorter is most often an abbreviation ("m.b.t.")."""


def _choose(token: Token, loose: frozenset[str], wanted: set[Form]) -> str:
    """The verb that a word is a form of: a split one where its prefix stands in the clause, else the whole one."""
    readings = [reading for reading in verb_forms().get(token.low, ()) if reading.form in wanted]
    split = [reading.verb for reading in readings if reading.split and reading.split in loose]
    whole = [reading.verb for reading in readings if not reading.split]
    return (split or whole or [""])[0]


_FINITE = {Form.SINGULAR, Form.PLURAL, Form.PAST}


def _find_finite(clause: Clause) -> int | None:
    tokens = clause.tokens
    candidates = [n for n in range(len(tokens)) if is_finite(tokens, n)]
    if not candidates:
        return None
    if not clause.verb_last:
        certain = (n for n in candidates if not _may_be_participle(tokens[n]) or _before_speaker(tokens, n))
        return next(certain, candidates[0])
    auxiliaries = [n for n in candidates if _choose(tokens[n], frozenset(), _FINITE) in function_words()["auxiliaries"]]
    return (auxiliaries or candidates)[-1] if len(auxiliaries) < 2 else auxiliaries[0]


_NO_PARTICIPLE = (
    r"(?!tege|\w*(?:heid|beleid|gebied|iteit|ment|end|verband|besluit|traject|raad|grond|komst|aanbod|budget|recht|wicht"
    r"|zicht)$)"
)
"""What nouns and adjectives end in that otherwise look like participles ("gezondheid", "bepalend")."""
_LOOKS_PARTICIPLE = re.compile(_NO_PARTICIPLE + r"(?:(?:\w{2,5})?ge\w{2,}(?:d|t)|(?:be|ver|ont|her)\w{3,}(?:d|t))")


def _at_end(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether only verbs and marks follow: the right bracket of the clause."""
    return all(not token.text[0].isalnum() or token.low in verb_forms() for token in tokens[at + 1 :])


def _unknown_participle(tokens: tuple[Token, ...], at: int) -> bool:
    """A word outside the lexicon that looks like a participle where a participle stands."""
    token = tokens[at]
    if not (token.text.islower() and _LOOKS_PARTICIPLE.fullmatch(token.low)):
        return False
    if token.low in read_table("verbs")["never_participle"]:
        return False
    if at and tokens[at - 1].low in function_words()["articles"]:
        return False
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return after in function_words()["prepositions"] or _at_end(tokens, at)


def _may_be_participle(token: Token) -> bool:
    return any(reading.form is Form.PARTICIPLE for reading in verb_forms()[token.low])


def _before_speaker(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "ik", "wij" or "u" follows at once: "verzocht u", "besloten wij"."""
    return at + 1 < len(tokens) and (tokens[at + 1].low in function_words()["speakers"] or tokens[at + 1].low == "u")


def _in_name(tokens: tuple[Token, ...], at: int) -> bool:
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return f"{tokens[at].low} {following}" in function_words()["names"]


def _loose_words(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Words that can be the split prefix of the verb: at the end, or before a mark, a verb or a preposition.

    One that is no preposition also where an infinitive with "te" follows: "zegt toe de raad te bellen". Not
    the prefix of an infinitive with "te", which is that one's: "stellen voor de kade uit te breiden"; nor the
    preposition after the prefix that opens a list: "we zetten in op:".
    """
    prepositions = function_words()["prepositions"]
    return frozenset(
        token.low
        for n, token in enumerate(tokens)
        if not _prefixes_infinitive(tokens, n)
        and (
            n + 1 == len(tokens)
            or (not (after := tokens[n + 1]).text[0].isalnum() and not _opens_list(tokens, n))
            or after.low in prepositions
            or after.low in verb_forms()
            or _before_infinitive(tokens, n)
        )
    )


def _before_infinitive(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word is a prefix, no preposition, and an infinitive with "te" follows; not in "tot nu toe"."""
    word, before = tokens[at].low, tokens[at - 1].low if at else ""
    prefix = word in verb_particles() and word not in function_words()["prepositions"]
    until_now = f"{before} {word}" in function_words()["until_now"]
    return prefix and not until_now and any(token.low == "te" for token in tokens[at + 1 :])


def _opens_list(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a preposition stands between the prefix of a verb and a colon."""
    particle = at > 0 and tokens[at - 1].low in verb_particles()
    return particle and tokens[at].low in function_words()["prepositions"] and tokens[at + 1].low == ":"


def _prefixes_infinitive(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word with "te" after it is the prefix of the infinitive there: "uit te breiden"."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "te":
        return False
    return any(reading.split == tokens[at].low for reading in verb_forms().get(tokens[at + 2].low, ()))


def _lexical(tokens: tuple[Token, ...], skip: int | None) -> tuple[tuple[str, Form], ...]:
    """The infinitives and participles of a clause; without a finite verb (`skip`) also "het opzetten (van)"."""
    found = []
    verbal = any(
        reading.verb in ("worden", "hebben") for token in tokens for reading in verb_forms().get(token.low, ())
    )
    adjectives = frozenset() if verbal else function_words()["adjectives"]
    for n, token in enumerate(tokens):
        noun = token.low in function_words()["never_finite"] and tokens[n - 1].low != "te" and not _at_end(tokens, n)
        if n == skip or noun or (token.text[0].isupper() and n) or _in_name(tokens, n) or token.low in adjectives:
            continue
        if skip is not None and _describes(tokens, n, skip):
            continue
        forms = forms_of(token.low)
        if not forms and _unknown_participle(tokens, n):
            found.append((token.low, Form.PARTICIPLE))
        nominal = skip is None and n and tokens[n - 1].low == "het"
        if forms & {Form.PLURAL, Form.PARTICIPLE, Form.TO_INFINITIVE} and (nominal or not _is_noun(tokens, n)):
            found.append(_infinite_verb(tokens, n, forms))
    return tuple(found)


def _is_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """A verb form right after an article or preposition is a noun, unless it closes the clause."""
    before = tokens[at - 1].low if at else ""
    participle = any(reading.form is Form.PARTICIPLE for reading in verb_forms()[tokens[at].low])
    blocking = function_words()["articles"] if participle else function_words_of("determiners", "prepositions")
    return before != "te" and before in blocking and not _at_end(tokens, at)


def _describes(tokens: tuple[Token, ...], at: int, finite: int) -> bool:
    """Whether a participle after "heeft" says which kind of thing somebody has: "heeft gekwalificeerd personeel".

    The noun stands right behind it and ends the clause or its phrase; what is no verb and no small word is one. Where
    an article comes before the participle, a thing stands there ("heeft het besluit genomen m.b.t. …").
    """
    if at + 1 >= len(tokens) or not any(one.verb == "hebben" for one in verb_forms().get(tokens[finite].low, ())):
        return False
    noun, rest = tokens[at + 1].low, tokens[at + 2 :]
    if any(one.low in function_words()["articles"] for one in tokens[finite + 1 : at]) or len(noun) < _SHORT_NOUN:
        return False
    if not noun.isalpha() or noun in verb_forms() or noun in stop_words() or any(one.low == "te" for one in rest):
        return False
    small = function_words_of("prepositions", "determiners", "pronouns", "coordinators", "time_openers", "after_comma")
    ends = not rest or not rest[0].text[0].isalnum() or rest[0].low in function_words()["prepositions"]
    return noun not in small and ends and Form.PARTICIPLE in forms_of(tokens[at].low)


def _infinite_verb(tokens: tuple[Token, ...], at: int, forms: frozenset[Form]) -> tuple[str, Form]:
    """The verb of an infinitive or participle; in "voor te leggen" the prefix stands before "te"."""
    after_te = bool(at) and tokens[at - 1].low == "te"
    prefix = frozenset((tokens[at - 2].low,)) if after_te and at > 1 else frozenset()
    if after_te or forms == {Form.TO_INFINITIVE}:
        form = Form.TO_INFINITIVE
    else:
        form = Form.PARTICIPLE if Form.PARTICIPLE in forms else Form.PLURAL
    verb = _choose(tokens[at], prefix, {Form.PLURAL, Form.PARTICIPLE, Form.TO_INFINITIVE})
    return verb or tokens[at].low, form


def _tense(lemma: str, past: bool, others: tuple[tuple[str, Form], ...]) -> Tense:
    """The tense of a clause by its finite verb and by what stands with it (the table [tenses] of clauses.toml)."""
    row = read_table("clauses")["tenses"].get(lemma, {})
    forms = {form for _, form in others}
    if past:
        return Tense(row.get("past", Tense.PAST))
    if "replacing" in row and any(
        form is Form.PLURAL and verb in function_words()["replacing"] for verb, form in others
    ):
        return Tense(row["replacing"])
    if Form.PARTICIPLE in forms and "participle" in row:
        return Tense(row["participle"])
    if forms & {Form.PLURAL, Form.TO_INFINITIVE} and "infinitive" in row:
        return Tense(row["infinitive"])
    return Tense(row.get("plain", Tense.PRESENT))


def read_verbs(clause: Clause) -> VerbGroup:
    """The verb group of a clause."""
    loose = _loose_words(clause.tokens)
    finite = _find_finite(clause)
    others = _lexical(clause.tokens, finite)
    if finite is None:
        done = any(form is Form.PARTICIPLE for _, form in others)
        return VerbGroup(None, "", Tense.NONE, tuple(verb for verb, _ in others), done)
    lemma = _choose(clause.tokens[finite], loose - {clause.tokens[finite].low}, _FINITE)
    forms = {reading.form for reading in verb_forms()[clause.tokens[finite].low] if reading.verb == lemma}
    past = Form.PAST in forms and not forms & {Form.SINGULAR, Form.PLURAL}
    tense = _tense(lemma, past, others)
    if lemma in function_words()["auxiliaries"] and others:
        return VerbGroup(finite, lemma, tense, tuple(verb for verb, _ in others))
    modal = any(form is Form.TO_INFINITIVE and verb in function_words()["auxiliaries"] for verb, form in others)
    helped = modal or lemma in function_words()["helping"]
    lexical = (lemma, *(verb for verb, form in others if helped or form is Form.TO_INFINITIVE))
    return VerbGroup(finite, lemma, tense, lexical)
