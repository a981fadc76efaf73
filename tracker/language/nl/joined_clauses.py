"""Main clauses that stand in a row: "X is gereed en de Y worden in mei geplaatst", "X is gereed, de Y volgt in mei"."""

from __future__ import annotations

from tracker.language.lexicon import function_words
from tracker.language.nl.clause_boundaries import Tokens, finite_at, forms_at, low_at, only_finite, subject_follows
from tracker.language.nl.finite import is_finite
from tracker.language.nl.inflection import verb_forms
from tracker.language.syntax import Form

_SUBJECT = 6
"""Words: so long is a subject or a front at most; a longer one is read as it was, in one clause."""


def joins_main(tokens: Tokens, at: int, main: Tokens) -> bool:
    """Whether the word here opens another main clause, by the verb that comes next: `main` is the one that is open.

    After "en" its verb may come at once ("en worden in mei geplaatst"); after a comma it has a subject of its own, with
    no other comma or "en" before its verb, so that no row of nouns is cut.
    """
    if tokens[at].low == "en":
        helped = _takes_infinitive(main)
        same = (not helped and _goes_on(tokens, at + 1)) or _goes_on_after_participle(tokens, at + 1)
        return same or _has_verb_second(tokens, at + 1, helped=helped)
    opens = (_openers() | _fronts()) - function_words()["relative"]
    if low_at(tokens, at - 1) != "," or tokens[at].low not in opens:
        return False
    if _says_not_yet(tokens, at):
        return True
    return _has_verb_second(tokens, at, helped=_takes_infinitive(main))


def _says_not_yet(tokens: Tokens, at: int) -> bool:
    """Whether all that is said from here on is that something else is not done: "de brug is klaar, de weg nog niet"."""
    words = [token for token in tokens[at:] if token.text[0].isalnum()]
    said = tuple(token.low for token in words[-2:])
    return (
        said in {("nog", "niet"), ("nog", "geen")}
        and 2 < len(words) <= _SUBJECT
        and not any(is_finite(tokens, n) for n in range(at, len(tokens)))
    )


def _openers() -> frozenset[str]:
    return function_words()["subject_openers"] | function_words()["determiners"]


def _fronts() -> frozenset[str]:
    words = function_words()
    return words["prepositions"] | words["time_openers"] | words["fronts"]


def _takes_infinitive(main: Tokens) -> bool:
    """Whether a plural may be the infinitive of the clause before: "zal aan de raden en de burgers worden gestuurd"."""
    alone = {"zijn", "hebben", "worden"}
    verbs = {reading.verb for n in range(len(main)) if is_finite(main, n) for reading in verb_forms()[main[n].low]}
    return bool(verbs & (function_words()["auxiliaries"] - alone))


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a plural verb of the same subject stands here; "zijn" before a noun says whose it is."""
    low, after = low_at(tokens, at), low_at(tokens, at + 1)
    if low not in function_words()["certain_verbs"] or not finite_at(tokens, at):
        return False
    return low != "zijn" or after in _fronts() or Form.PARTICIPLE in forms_at(tokens, at + 1)


def names_thing(tokens: Tokens, verb: int) -> bool:
    """Whether after a form of "worden" or "zijn" its subject comes without an article: "en worden nieuwe wegen …"."""
    forms = {reading.verb for reading in verb_forms().get(low_at(tokens, verb), ())}
    after, rest = low_at(tokens, verb + 1), low_at(tokens, verb + 2)
    counted = after.isdigit() or (after.endswith("e") and after not in _fronts() | {"mede", "beide", "alle"})
    return bool(forms & {"worden", "zijn"}) and counted and rest[:1].isalpha() and rest not in _fronts()


def _goes_on_after_participle(tokens: Tokens, at: int) -> bool:
    """Whether another act of the same subject is told after one that is done: "zijn getekend en starten in mei"."""
    forms, before = forms_at(tokens, at), forms_at(tokens, at - 2)
    act = finite_at(tokens, at) and Form.PLURAL in forms and not forms & {Form.PARTICIPLE, Form.PAST}
    return act and Form.PARTICIPLE in before and low_at(tokens, at + 1)[:1].isalnum()


def _has_verb_second(tokens: Tokens, start: int, *, helped: bool) -> bool:
    """Whether a subject, or a time or place before the verb, and then a verb that can be nothing else come."""
    for n in range(start, min(start + _SUBJECT, len(tokens) - 1)):
        low = tokens[n].low
        if not tokens[n].text[0].isalnum() or low in function_words()["coordinators"] | function_words()["relative"]:
            return n == start and low in function_words()["relative"] and finite_at(tokens, n + 1)
        if n > start and _is_sure(tokens, n, helped=helped):
            return _fits(tokens, start, n)
    return False


def _is_sure(tokens: Tokens, at: int, *, helped: bool) -> bool:
    """Whether the word is a finite verb in any place: a third person, or a plural that no helping verb asks for."""
    low = tokens[at].low
    if not finite_at(tokens, at) or low_at(tokens, at - 1) in function_words()["prepositions"]:
        return False
    if only_finite(tokens, at):
        return True
    plural = low in function_words()["sure_plurals"] or low in function_words()["certain_verbs"]
    return plural and not helped


def _fits(tokens: Tokens, start: int, verb: int) -> bool:
    """Whether what stands before the verb is its subject, or is a front after whose verb the subject comes.

    Right after "dan" or "vervolgens" a verb may have none: "en dan kan in mei worden gestart".
    """
    if tokens[verb + 1].low in function_words()["coordinators"] or not tokens[verb + 1].text[0].isalnum():
        return False
    if verb == start + 1 and tokens[start].low in function_words()["sequels"]:
        return True
    if tokens[start].low in _fronts():
        return subject_follows(tokens, verb + 1) or low_at(tokens, verb + 1) in _openers()
    return tokens[start].low in _openers() or verb == start + 1
