"""Clause → reading: tense, verbs and what they do, who acts, who is told, about what, when. Plain facts; rules judge them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from tracker.deadlines import TimeExpression
from tracker.language.clauses import Clause, Token, is_finite
from tracker.language.ruleset import read_table
from tracker.language.verbs import Form, verb_classes, verb_forms


class Tense(StrEnum):
    """How a clause places its act in time. PASSIVE is the present passive; NONE a clause without finite verb."""

    PRESENT = "present"
    PASSIVE = "passive"
    FUTURE = "future"
    GOING = "going"
    MUST = "must"
    CAN = "can"
    WANT = "want"
    STATE = "state"
    PERFECT = "perfect"
    PAST = "past"
    CONDITIONAL = "conditional"
    NONE = "none"


class Subject(StrEnum):
    """Who or what the clause is about."""

    GOVERNMENT = "government"
    ADDRESSEE = "addressee"
    PARTNER = "partner"
    PRODUCT = "product"
    GENERAL = "general"
    PRONOUN = "pronoun"
    OTHER = "other"


class Reading(Struct, frozen=True):
    """What a clause says, as facts that rules can ask for."""

    clause: Clause
    text: str
    """The clause's own words in lower case, single spaces."""
    tense: Tense
    verbs: tuple[str, ...]
    classes: frozenset[str]
    subject: Subject
    subject_text: str
    addressee: bool
    nouns: frozenset[str]
    markers: frozenset[str]
    negated: bool
    times: tuple[TimeExpression, ...]


_MODALS = {"zullen": Tense.FUTURE, "moeten": Tense.MUST, "kunnen": Tense.CAN, "mogen": Tense.CAN, "willen": Tense.WANT}
_OBJECT_TURNS = ("er", "nu", "ook", "dan", "daarom", "zo", "hier", "u", "zich", "wel", "alvast", "verder", "nog", "daar", "weer", "daarmee", "hiermee")


def _pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns) + r")(?!\w)")


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, re.Pattern[str]]:
    table = read_table("readings")
    found = {name: _pattern(table[name]["patterns"]) for name in ("addressee", "government", "partner", "general", "product")}
    found |= {f"noun.{name}": _pattern(words) for name, words in table["nouns"].items()}
    found |= {f"marker.{name}": _pattern(words) for name, words in table["markers"].items()}
    return found


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((_pattern([re.escape(words)]), row["verb"], row["class"]) for words, row in read_table("verbs")["phrases"].items())


class _Verbs(Struct, frozen=True):
    finite: int | None
    lemma: str
    tense: Tense
    lexical: tuple[str, ...]


def _choose(token: Token, words: frozenset[str], wanted: set[Form]) -> str:
    """The verb that a word is a form of: a split one where its prefix stands in the clause, else the whole one."""
    readings = [reading for reading in verb_forms().get(token.low, ()) if reading.form in wanted]
    split = [reading.verb for reading in readings if reading.split and reading.split in words]
    whole = [reading.verb for reading in readings if not reading.split]
    return (split or whole or [""])[0]


_FINITE = {Form.SINGULAR, Form.PLURAL, Form.PAST}


def _find_finite(clause: Clause) -> int | None:
    tokens = clause.tokens
    candidates = [n for n in range(len(tokens)) if is_finite(tokens, n)]
    if not candidates:
        return None
    if not clause.verb_last:
        return next((n for n in candidates if not _may_be_participle(tokens[n])), candidates[0])
    auxiliaries = [n for n in candidates if _choose(tokens[n], frozenset(), _FINITE) in read_table("clauses")["auxiliaries"]]
    return (auxiliaries or candidates)[-1] if len(auxiliaries) < 2 else auxiliaries[0]


_LOOKS_PARTICIPLE = re.compile(r"(?:\w{2,5})?ge\w{3,}(?:d|t)|(?:be|ver|ont|her)\w{3,}(?:d|t)")


def _at_end(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether only verbs and marks follow: the right bracket of the clause."""
    return all(not token.text[0].isalnum() or token.low in verb_forms() for token in tokens[at + 1 :])


def _unknown_participle(tokens: tuple[Token, ...], at: int) -> bool:
    """A word outside the lexicon that looks like a participle where a participle stands."""
    token = tokens[at]
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    closes = _at_end(tokens, at) or after in read_table("clauses")["prepositions"]
    before = tokens[at - 1].low if at else ""
    return token.text.islower() and closes and bool(_LOOKS_PARTICIPLE.fullmatch(token.low)) and before not in read_table("clauses")["articles"]


def _may_be_participle(token: Token) -> bool:
    return any(reading.form is Form.PARTICIPLE for reading in verb_forms()[token.low])


def _in_name(tokens: tuple[Token, ...], at: int) -> bool:
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return f"{tokens[at].low} {following}" in read_table("clauses")["names"]


def _loose_words(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Words that can be the split prefix of the verb: at the end, or before a mark, a verb or a preposition."""
    prepositions = read_table("clauses")["prepositions"]
    return frozenset(
        token.low
        for n, token in enumerate(tokens)
        if n + 1 == len(tokens) or not (after := tokens[n + 1]).text[0].isalnum() or after.low in prepositions or after.low in verb_forms()
    )


def _lexical(tokens: tuple[Token, ...], skip: int | None) -> tuple[tuple[str, Form], ...]:
    """The infinitives and participles of a clause, in order; without a finite verb (`skip`) also "het opzetten (van)"."""
    found = []
    verbal = any(reading.verb in ("worden", "hebben") for token in tokens for reading in verb_forms().get(token.low, ()))
    adjectives = () if verbal else read_table("clauses")["adjectives"]
    for n, token in enumerate(tokens):
        if n == skip or (token.text[0].isupper() and n) or _in_name(tokens, n) or token.low in adjectives:
            continue
        forms = {reading.form for reading in verb_forms().get(token.low, ())}
        if not forms and _unknown_participle(tokens, n):
            found.append((token.low, Form.PARTICIPLE))
        nominal = skip is None and n and tokens[n - 1].low == "het"
        if forms & {Form.PLURAL, Form.PARTICIPLE, Form.TO_INFINITIVE} and (nominal or not _is_noun(tokens, n)):
            found.append(_infinite_verb(tokens, n, forms))
    return tuple(found)


def _is_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """A verb form right after an article or preposition is a noun, unless it closes the clause."""
    before = tokens[at - 1].low if at else ""
    words = read_table("clauses")
    participle = any(reading.form is Form.PARTICIPLE for reading in verb_forms()[tokens[at].low])
    blocking = words["articles"] if participle else (*words["determiners"], *words["prepositions"])
    return before != "te" and before in blocking and not _at_end(tokens, at)


def _infinite_verb(tokens: tuple[Token, ...], at: int, forms: set[Form]) -> tuple[str, Form]:
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
    has_participle = any(form is Form.PARTICIPLE for _, form in others)
    has_infinitive = any(form in (Form.PLURAL, Form.TO_INFINITIVE) for _, form in others)
    if lemma == "zullen" and past:
        return Tense.CONDITIONAL
    if past:
        return Tense.PAST
    if lemma == "gaan":
        return Tense.GOING if has_infinitive else Tense.PRESENT
    if lemma == "worden":
        return Tense.PASSIVE if has_participle else Tense.STATE
    if lemma == "zijn":
        return Tense.PERFECT if has_participle else Tense.STATE
    if lemma in ("lijken", "blijken"):
        return Tense.PERFECT if has_participle else Tense.PRESENT
    if lemma == "hebben":
        return Tense.PERFECT if has_participle else Tense.PRESENT
    if lemma == "dienen":
        return Tense.MUST if has_infinitive else Tense.PRESENT
    return _MODALS.get(lemma, Tense.PRESENT)


def _read_verbs(clause: Clause) -> _Verbs:
    words = _loose_words(clause.tokens)
    finite = _find_finite(clause)
    others = _lexical(clause.tokens, finite)
    if finite is None:
        return _Verbs(None, "", Tense.NONE, tuple(verb for verb, _ in others))
    lemma = _choose(clause.tokens[finite], words - {clause.tokens[finite].low}, _FINITE)
    forms = {reading.form for reading in verb_forms()[clause.tokens[finite].low] if reading.verb == lemma}
    past = Form.PAST in forms and not forms & {Form.SINGULAR, Form.PLURAL}
    tense = _tense(lemma, past, others)
    if lemma in read_table("clauses")["auxiliaries"] and others:
        return _Verbs(finite, lemma, tense, tuple(verb for verb, _ in others))
    helped = lemma in read_table("clauses")["helping"]
    lexical = (lemma, *(verb for verb, form in others if helped or form is Form.TO_INFINITIVE))
    return _Verbs(finite, lemma, tense, lexical)


def _subject_words(clause: Clause, finite: int | None) -> str:
    """The words that are most likely the subject: the pronoun beside the verb, else what stands before or after it."""
    tokens = clause.tokens
    if finite is None:
        return ""
    if clause.verb_last:
        start = 1 if clause.opener and tokens[0].low == clause.opener else 0
        return " ".join(token.low for token in tokens[start : start + 7])
    before, after = tokens[:finite], tokens[finite + 1 :]
    near = [token.low for token in (before[-1:] + after[:2])]
    pronoun = next((word for word in near if word in read_table("readings")["government"]["pronouns"]), None)
    if pronoun:
        return pronoun
    lead = [token.low for token in before if token.text[0].isalnum()]
    if lead and lead[0] in read_table("clauses")["coordinators"]:
        lead = lead[1:]
    if lead and not _is_adverbial(lead):
        return " ".join(lead)
    rest = [token.low for token in after]
    while rest and rest[0] in _OBJECT_TURNS:
        rest = rest[1:]
    return " ".join(rest[:9])


_ADVERBS = re.compile(
    r"(?:zo|ook|daarnaast|tevens|verder|daarom|tot slot|hierdoor|hiermee|daarmee|hiervoor|daarvoor|inmiddels|vervolgens|bovendien|tegelijkertijd|daarbij|hierbij|"
    r"hiertoe|daartoe|hieruit|daaruit|daarna|binnenkort|momenteel|onlangs|recent|allereerst|ten \w+|echter|wel|nu|eerst|dan|graag|uiteraard|natuurlijk|mogelijk|samen|"
    r"eind|begin|medio|later|eerder|komend\w*|volgend\w*|dit jaar|vanaf|per|gezien|conform|vooruitlopend|aan|bij|binnen|door|in|met|na|naar|naast|om|onder|op|over|"
    r"rond|tijdens|tussen|uit|van|vanuit|vanwege|via|voor|vóór|uiterlijk|mede|middels|hierover|daarover|hierin|daarin|specifiek|voorts|overigens|kortom|"
    r"afsluitend|aanvullend|parallel|sinds|tot|tegen|volgens|namens|omdat|als|mocht|zoals|deze zomer|dit najaar|dit voorjaar|deze maand|jaarlijks|halfjaarlijks|"
    r"alleen|juist|daardoor|zodoende|gezamenlijk|onder andere|onder meer|anderzijds|enerzijds)\b"
)


def _is_adverbial(lead: list[str]) -> bool:
    return bool(_ADVERBS.match(" ".join(lead)))


def _subject_kind(words: str, pronouns: list[str]) -> Subject:
    lexicon = _lexicon()
    first = words.split(" ", 1)[0] if words else ""
    if first in pronouns:
        return Subject.GOVERNMENT
    if first == "u" or lexicon["addressee"].match(words):
        return Subject.ADDRESSEE
    if first in ("hij", "zij", "ze"):
        return Subject.PRONOUN
    if lexicon["government"].match(words):
        return Subject.GOVERNMENT
    head = " ".join(words.split()[:6])
    found = {name: match.start() for name in ("general", "partner", "product") if (match := lexicon[name].search(head))}
    if found:
        nearest = min(found, key=lambda name: (found[name], name != "general"))
        return Subject(nearest)
    if first in ("dit", "dat", "deze", "die", "het", "hij", "zij", "ze", "er"):
        return Subject.PRONOUN
    return Subject.OTHER


def find_nouns(text: str) -> frozenset[str]:
    """The kinds of object (law, money, research …) that a text in lower case names."""
    return frozenset(name[5:] for name, pattern in _lexicon().items() if name.startswith("noun.") and pattern.search(text))


def read_clause(clause: Clause, times: tuple[TimeExpression, ...], markers: frozenset[str] = frozenset()) -> Reading:
    """The facts of one clause. Of `times`, those of its sentence, it takes those in its own words; `markers` come from around it."""
    text = re.sub(r" (?=[,.;:!?])", "", " ".join(token.low for token in clause.tokens))
    verbs = _read_verbs(clause)
    lexicon = _lexicon()
    classes = {name for verb in verbs.lexical for name in verb_classes().get(verb, ())}
    classes |= {name for pattern, verb, name in _phrases() if pattern.search(text) and (not verb or verb in (verbs.lemma, *verbs.lexical))}
    subject_text = _subject_words(clause, verbs.finite)
    spans = {(token.begin, token.end) for token in clause.tokens}
    return Reading(
        clause=clause,
        text=text,
        tense=verbs.tense,
        verbs=verbs.lexical,
        classes=frozenset(classes),
        subject=_subject_kind(subject_text, read_table("readings")["government"]["pronouns"]),
        subject_text=subject_text,
        addressee=bool(lexicon["addressee"].search(text)) or "u" in text.split(),
        nouns=find_nouns(text),
        markers=markers | {name[7:] for name in lexicon if name.startswith("marker.") and lexicon[name].search(text)},
        negated=bool(re.search(r"(?<!\w)(?:niet|geen|nooit|noch)(?! alleen)(?!\w)", text)),
        times=tuple(time for time in times if any(time.begin <= begin < time.end for begin, _ in spans)),
    )
