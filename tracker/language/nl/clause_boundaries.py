"""Where clauses begin and end: questions about the words around one place of a sentence, without memory."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.language.lexicon import function_words, function_words_of
from tracker.language.nl.finite import is_finite
from tracker.language.nl.inflection import verb_forms
from tracker.language.syntax import Form
from tracker.text.tokens import Token

Tokens = Sequence[Token]
_FRONT = 6
"""Words and the verb: so long is a time or place in front of it."""
_PHRASE = 6
"""Words: so short is "wat het college betreft", which says whose view it is and is no clause."""


def low_at(tokens: Tokens, at: int) -> str:
    """The word at a place in lower case, "" outside the sentence."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def finite_at(tokens: Tokens, at: int) -> bool:
    """Whether the word at a place can be a finite verb; False outside the sentence."""
    return 0 <= at < len(tokens) and is_finite(tokens, at)


def finite_within(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a finite verb stands from `start` up to `stop`, not counting an infinitive that closes the sentence."""
    return any(is_finite(tokens, n) and not _closes(tokens, n) for n in range(start, min(stop, len(tokens))))


def forms_at(tokens: Tokens, at: int) -> frozenset[Form]:
    """The verb forms that the word at a place can be."""
    return frozenset(reading.form for reading in verb_forms().get(low_at(tokens, at), ()))


def _closes(tokens: Tokens, at: int) -> bool:
    return Form.PLURAL in forms_at(tokens, at) and not any(token.text[0].isalnum() for token in tokens[at + 1 :])


def closing_mark(tokens: Tokens, at: int) -> int | None:
    """The place where an aside that opens here ends: brackets, quotation marks, a pair of dashes not far apart."""
    mark, most = {"(": (")", 400), "[": ("]", 400), "«": ("»", 400)}.get(tokens[at].text, (tokens[at].text, 30))
    if mark not in (")", "]", "»", "–", "—", "-"):
        return None
    found = next((n for n in range(at + 1, min(at + most, len(tokens))) if tokens[n].text == mark), None)
    return found if found is not None and found > at + 1 else None


def opens_infinitive(tokens: Tokens, at: int) -> bool:
    """Whether "om … te", "door … te" begins here."""
    low = tokens[at].low
    if low in function_words()["infinitive"]:
        if not function_words()["reasons"].isdisjoint((low_at(tokens, at + 2), low_at(tokens, at + 3))):
            return False
        return low_at(tokens, at - 1) != "te" and _te_comes(tokens, at)
    return low in function_words()["infinitive_if_marked"] and _te_comes_first(tokens, at)


def _te_comes(tokens: Tokens, at: int) -> bool:
    """Whether "te" follows before the main clause begins: "verzoeken om informatie, heb ik meer tijd nodig om te …"."""
    for n in range(at + 1, min(at + 40, len(tokens))):
        if tokens[n].low == "te":
            return True
        if tokens[n].text == "," and finite_at(tokens, n + 1) and subject_pronoun_follows(tokens, n + 1):
            return False
    return False


def _te_comes_first(tokens: Tokens, at: int) -> bool:
    for n in range(at + 1, min(at + 14, len(tokens))):
        if tokens[n].low == "te":
            return True
        if is_finite(tokens, n) or tokens[n].text in (",", ";"):
            return False
    return False


def opens_subordinate(tokens: Tokens, at: int, *, question: bool) -> bool:
    """Whether a subordinate clause begins with the word here."""
    low, before = tokens[at].low, low_at(tokens, at - 1)
    if low == "wat" and before not in ("", ",") and "betreft" in (token.low for token in tokens[at + 1 : at + _PHRASE]):
        return False
    if low in function_words()["subordinators"]:
        return not (question and at == 0)
    if low == "zoals" and at == 0:
        return any(resumes_main(tokens, n) or _main_follows(tokens, n) for n in range(1, len(tokens)))
    if low == "als" and (at == 0 or (at == 1 and before in function_words()["openings"] and before.isalpha())):
        return any(token.text == "," for token in tokens) or any(inverts(tokens, n) for n in range(2, len(tokens)))
    if before in (",", ":"):
        return low in function_words()["after_comma"] and (not finite_at(tokens, at + 1) or _stands_between(tokens, at))
    if low not in function_words()["after_word"] or not before or not before[0].isalnum():
        return False
    return _relates(tokens, at, low, before)


def _stands_between(tokens: Tokens, at: int) -> bool:
    """Whether the verb of the main clause is still to come: "Na het overleg, dat loopt tot mei, stuur ik …"."""
    comma = next((n for n in range(at + 1, len(tokens)) if tokens[n].text == ","), None)
    if comma is None or not finite_at(tokens, comma + 1) or any(is_finite(tokens, n) for n in range(at)):
        return False
    return subject_pronoun_follows(tokens, comma + 1) or subject_follows(tokens, comma + 2)


def _main_follows(tokens: Tokens, comma: int) -> bool:
    """Whether the main clause begins with its verb after the comma here: "zoals ik heb gemeld, ga ik …"."""
    if tokens[comma].text != "," or not finite_at(tokens, comma + 1):
        return False
    return subject_follows(tokens, comma + 2) and any(is_finite(tokens, n) for n in range(comma))


def _relates(tokens: Tokens, at: int, low: str, before: str) -> bool:
    """Whether "die", "dat", "of", "hoe" … without a comma is a conjunction, no article and no "or"."""
    if low == "dat" and low_at(tokens, at - 2).startswith("er"):
        return True
    if before in function_words()["speakers"]:
        return False
    if low == "of" and _wonders(tokens, at):
        return True
    if (low == "die" and is_finite(tokens, at - 1)) or (low == "dat" and before in function_words()["before_pronoun"]):
        return False
    if any(reading.split == before for token in tokens[: at - 1] for reading in verb_forms().get(token.low, ())):
        return low in ("die", "dat")
    if low == "of" and not (is_finite(tokens, at - 1) or before in function_words()["before_whether"]):
        return False
    return before == "zijn" or before not in function_words_of("prepositions", "determiners", "coordinators")


def _wonders(tokens: Tokens, at: int) -> bool:
    """Whether "of" here opens what is not known yet: "is duidelijk of de …", "gaan na of en hoe …"; never "or"."""
    before, following = low_at(tokens, at - 1), low_at(tokens, at + 1)
    parted = any(reading.split == before for token in tokens[: at - 1] for reading in verb_forms().get(token.low, ()))
    if not parted and before not in function_words()["wondering"]:
        return False
    if following == "en":
        asked = {*function_words()["after_comma"], *function_words()["subordinators"]}
        return low_at(tokens, at + 2) in asked
    opens = following in function_words()["determiners"] or following in function_words()["pronouns"]
    return opens and any(finite_at(tokens, n) for n in range(at + 2, len(tokens)))


def resumes_main(tokens: Tokens, at: int) -> bool:
    """Whether the verb of the main clause stands here, after "zoals ik heb gemeld in …" without a comma."""
    if not finite_at(tokens, at) or any(token.text == "," for token in tokens[:at]):
        return False
    earlier = any(verb_forms().get(token.low) for token in tokens[:at])
    if subject_pronoun_follows(tokens, at):
        return earlier
    certain = tokens[at].low in function_words()["certain_verbs"] and stands_alone(tokens, at)
    return certain and any(is_finite(tokens, n) for n in range(at - 1))


def inverts(tokens: Tokens, at: int) -> bool:
    """Whether the verb of the main clause stands here, right after a clause that opens the sentence without a comma.

    "Als het loket sluit zullen …", "Nadat de school is gebouwd wordt …": the clause before it has its verb last.
    """
    if not finite_at(tokens, at) or any(token.text == "," for token in tokens):
        return False
    if tokens[at].low not in function_words()["certain_verbs"] and not only_finite(tokens, at):
        return False
    if finite_at(tokens, at - 1) and only_finite(tokens, at - 1):
        return tokens[at - 1].low not in function_words()["certain_verbs"]
    auxiliary = any(token.low in function_words()["certain_verbs"] for token in tokens[: at - 1])
    return auxiliary and Form.PARTICIPLE in forms_at(tokens, at - 1)


def inverts_within(tokens: Tokens, at: int, first: Token) -> bool:
    """Whether from here, and from the first word of the sentence, a verb and its subject come within a few words."""
    return all(_inverts_soon(tokens, start) for start in (at, next(n for n, one in enumerate(tokens) if one is first)))


def _inverts_soon(tokens: Tokens, start: int) -> bool:
    for n in range(start + 1, min(start + _FRONT, len(tokens))):
        if not tokens[n].text[0].isalnum():
            return False
        if finite_at(tokens, n):
            return subject_follows(tokens, n + 1)
    return False


def list_goes_on(tokens: Tokens, comma: int) -> bool:
    """Whether the comma stands in a row "a, b en c" rather than after a clause."""
    rest = [token.low for token in tokens[comma + 1 : comma + 8]]
    return "en" in rest[1:4] and not any(finite_at(tokens, n) for n in range(comma + 1, comma + 5))


def states_done(tokens: Tokens, at: int) -> bool:
    """Whether all that follows is a thing and what was done with it: "…, onderzoek afgerond in april"."""
    done = next((n for n in range(at, min(at + _FRONT, len(tokens))) if Form.PARTICIPLE in forms_at(tokens, n)), at)
    joining = function_words_of(
        "prepositions", "determiners", "coordinators", "subordinators", "after_comma", "speakers"
    )
    thing = [token for token in tokens[at:done] if token.text[0].isalnum() and token.low not in joining]
    if done == at or len(thing) < done - at or finite_within(tokens, at, done):
        return False
    rest = [token.low for token in tokens[done + 1 : done + 2 + _FRONT] if token.text[0].isalnum()]
    when = not rest or rest[0] in function_words()["after_done"]
    return when and len(rest) <= _PHRASE and not any(verb_forms().get(low) for low in rest)


def subject_pronoun_follows(tokens: Tokens, at: int) -> bool:
    """Whether the subject comes right after the word: the order of a main clause."""
    return low_at(tokens, at + 1) in function_words()["subject_pronouns"]


def stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether a finite verb is not just the second word of a cluster such as "kan worden" or "is opgenomen"."""
    clustering = {reading.verb for reading in verb_forms().get(low_at(tokens, at - 1), ())} & function_words()[
        "auxiliaries"
    ]
    return not clustering and Form.SINGULAR in forms_at(tokens, at)


def only_finite(tokens: Tokens, at: int) -> bool:
    """Whether a word can be nothing but a third person singular ("komt", "loopt")."""
    return forms_at(tokens, at) == {Form.SINGULAR}


def opens_main(tokens: Tokens, at: int, *, inside: bool, plural: bool, modal: bool) -> bool:
    """Whether "en", "maar" … here begins another main clause.

    `inside`: a clause within the main one is open. `plural`: the main clause has "we" as its subject, so that a plural
    form after "en" is its verb; `modal`: it has no verb that takes an infinitive, so that a modal after "en" is.
    """
    low, following = tokens[at].low, low_at(tokens, at + 1)
    if low in function_words()["sequels"] and low_at(tokens, at - 1) == ",":
        return not inside and finite_at(tokens, at + 1) and not list_goes_on(tokens, at - 1)
    if low not in function_words()["coordinators"] or at + 2 >= len(tokens):
        return False
    comma = low_at(tokens, at - 1) == ","
    if _verb_then_speaker(tokens, at + 2):
        return True
    if low in function_words()["contrasts"] and comma and not inside:
        return finite_within(tokens, at + 1, at + 9)
    if following in function_words()["speakers"]:
        return finite_at(tokens, at + 2)
    if finite_at(tokens, at + 1):
        verb = (modal and following in function_words()["modals"]) or _certainly_finite(tokens, at + 1, plural=plural)
        return subject_follows(tokens, at + 2) or (not inside and verb)
    if following in function_words()["sequels"]:
        return any(finite_at(tokens, n) for n in range(at + 2, at + 6))
    if inside or low != "en":
        return False
    if comma:
        return any(finite_at(tokens, n) for n in range(at + 2, at + 6))
    return _another_subject(tokens, at + 1)


def _another_subject(tokens: Tokens, start: int) -> bool:
    """Whether a new subject and the verb of it come: "en de uitvoering zal …", "en in mei volgt het …"."""
    opens = low_at(tokens, start) in function_words()["subject_openers"]
    if not opens and low_at(tokens, start) not in function_words_of("prepositions", "time_openers"):
        return False
    for n in range(start + 1, min(start + 5, len(tokens))):
        if is_finite(tokens, n):
            return only_finite(tokens, n) if opens else _any_subject_follows(tokens, n + 1)
        if tokens[n].low in function_words()["after_comma"] or not tokens[n].text[0].isalnum():
            return False
    return False


def _verb_then_speaker(tokens: Tokens, start: int) -> bool:
    """Whether "gaan we", "sturen wij" … comes within a few words, with no comma before it."""
    for n in range(start, min(start + 4, len(tokens) - 1)):
        if tokens[n].text == ",":
            return False
        if tokens[n + 1].low in function_words()["speakers"] and is_finite(tokens, n):
            return True
    return False


def subject_follows(tokens: Tokens, at: int) -> bool:
    """Whether a subject begins here."""
    return low_at(tokens, at) in function_words()["subject_openers"]


def _any_subject_follows(tokens: Tokens, at: int) -> bool:
    """Whether a subject of any form begins here, also "dit", "deze regeling", "alle scholen"."""
    pointing = function_words_of("demonstratives", "determiners")
    return subject_follows(tokens, at) or low_at(tokens, at) in pointing


def _certainly_finite(tokens: Tokens, at: int, *, plural: bool) -> bool:
    """Whether a word can only be the verb of a clause after "en", not the second of two nouns ("taal en rekenen,")."""
    forms = forms_at(tokens, at)
    complemented = low_at(tokens, at + 1)[:1].isalnum()
    return Form.PARTICIPLE not in forms and (Form.PLURAL not in forms or (plural and complemented))
