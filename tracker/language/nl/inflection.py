"""Dutch verb forms: a word → the verbs that it may be a form of, with tense and what the verb does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from tracker.language.nl.dictionary import lemmatize
from tracker.language.pack import cached
from tracker.language.resources import read_table
from tracker.language.syntax import Form, VerbForm

_UNSTRESSED = ("be", "ver", "ont", "her", "ge", "er", "onder", "over", "vol", "weer", "mis")
_LONG_VOWEL = re.compile(r"(?:^|[^aeiou])([aeou])([bdfgklmnprstvz])$")
_VOWELS = re.compile(r"[aeiouy]+")
_TREMA = {"e": "ë", "i": "ï", "u": "ü"}
_PARTICIPLE = re.compile(rf"(?:\w*ge|{'|'.join(_UNSTRESSED)})\w+(?<!en)(?:d|t|en)")
"""What has the form of a participle; one of the present ("volgend") has not."""
_NOT_STRONG = re.compile(r"[dt]en$|enen$")
"""So end nouns that are made of participles ("ondervraagden", "betrokkenen"), and participles of verbs that end so."""
_SHORT = {"gaan": "gaan", "staan": "staan", "slaan": "slagen", "zien": "zien", "doen": "daan"}
"""How verbs end that do not end in -en, and their participles."""
_DOUBLE = re.compile(r"([bdfgklmnprst])\1$")


def _stem(infinitive: str, stems: Mapping[str, str]) -> str:
    if infinitive in stems:
        return stems[infinitive]
    base = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    if _DOUBLE.search(base):
        return base[:-1]
    unstressed_end = infinitive.endswith(("elen", "igen")) and len(_VOWELS.findall(base)) > 1
    if not unstressed_end and (long := _LONG_VOWEL.search(base)):
        base = base[: long.start(1)] + long.group(1) * 2 + long.group(2)
    return base


def _soft_end(stem: str) -> str:
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def _strong_forms(infinitive: str) -> tuple[str, str, str] | None:
    """Past and participle of a strong verb, also of one with an unstressed prefix ("vervangen" like "vangen")."""
    strong = read_table("verbs")["strong"]
    if infinitive in strong:
        past_one, past_many, participle = strong[infinitive]
        return past_one, past_many, participle
    for prefix in _UNSTRESSED:
        base = infinitive.removeprefix(prefix)
        if base != infinitive and base in strong:
            past_one, past_many, participle = strong[base]
            return prefix + past_one, prefix + past_many, prefix + participle.removeprefix("ge")
    return None


def _simple_forms(infinitive: str) -> Iterator[tuple[Form, str]]:
    """Present, past and participle of a verb without separable prefix."""
    table = read_table("verbs")
    stem = _stem(infinitive, table["stems"])
    end = _soft_end(stem)
    *singular, plural = table["irregular_present"].get(
        infinitive, [end, end if end.endswith("t") else end + "t", infinitive]
    )
    yield from ((Form.SINGULAR, word) for word in singular)
    yield Form.PLURAL, plural
    strong = _strong_forms(infinitive)
    if strong is not None:
        past_one, past_many, participle = strong
    else:
        voiceless = stem[-1] in "tkfspx" or stem.endswith("ch")
        dental = "t" if voiceless else "d"
        past_one, past_many = f"{end}{dental}e", f"{end}{dental}en"
        participle = end if end.endswith(dental) else end + dental
        if not infinitive.startswith(_UNSTRESSED):
            participle = "ge" + _TREMA.get(participle[0], participle[0]) + participle[1:]
    yield from ((Form.PAST, past_one), (Form.PAST, past_many), (Form.PARTICIPLE, participle))


def _forms(entry: str) -> Iterator[tuple[str, VerbForm]]:
    """Every word that is a form of the verb of an entry such as "op|leveren"."""
    prefix, _, base = entry.rpartition("|")
    verb = prefix + base
    if prefix:
        yield f"{prefix}te{base}", VerbForm(verb, Form.TO_INFINITIVE)
    for form, word in _simple_forms(base):
        if not word:
            continue
        yield prefix + word, VerbForm(verb, form)
        if prefix and form is not Form.PARTICIPLE:
            yield word, VerbForm(verb, form, split=prefix)


class _VerbForms(Mapping[str, tuple[VerbForm, ...]]):
    """The forms of the verbs of the table, and the participles of all others that the dictionary has.

    Iterating gives those of the table: the others are found when they are asked for.
    """

    def __init__(self, known: Mapping[str, tuple[VerbForm, ...]]) -> None:
        self._known = known

    def __getitem__(self, word: str) -> tuple[VerbForm, ...]:
        found = self._known.get(word) or participle(word)
        if not found:
            raise KeyError(word)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


@cached(maxsize=1)
def verb_forms() -> Mapping[str, tuple[VerbForm, ...]]:
    """Every word known as a verb form, in lower case, with its readings; whole verbs before split ones."""
    found: dict[str, dict[VerbForm, None]] = defaultdict(dict)
    for entries in read_table("verbs")["classes"].values():
        for entry in entries:
            for word, form in _forms(entry):
                found[word][form] = None
    return _VerbForms({word: tuple(sorted(forms, key=lambda form: bool(form.split))) for word, forms in found.items()})


@cached(maxsize=65536)
def participle(word: str) -> tuple[VerbForm, ...]:
    """What a word is that has the form of a participle and of which the dictionary knows the verb ("aangegaan")."""
    verbs = read_table("verbs")
    if not _PARTICIPLE.fullmatch(word) or word in (*verbs["no_participle"], *verbs["never_participle"]):
        return ()
    verb = lemmatize(word)
    return (VerbForm(verb, Form.PARTICIPLE),) if verb != word and _has_participle(verb, word) else ()


def _has_participle(verb: str, word: str) -> bool:
    """Whether a word may be the participle of a verb: "ge" behind its prefix, or none behind an unstressed one.

    One in -en has the vowel of a strong verb, which no rule tells.
    """
    short = next((end for end in _SHORT if verb.endswith(end)), None)
    if not (verb.endswith("en") if short is None else word.endswith(_SHORT[short])):
        return False
    if word.endswith("en") and _NOT_STRONG.search(word) and verb[-3:] != word[-3:]:
        return False
    return any(word.endswith("en") or _is_regular(verb[at:], word[at:]) for at in _prefixes(verb, word))


def _prefixes(verb: str, word: str) -> Iterator[int]:
    """The lengths of what may be a separable prefix of both, before what begins as a participle of the verb does."""
    for at in range(len(verb)):
        if verb[:at] != word[:at]:
            return
        begins = word[at : at + 2] == "ge" and word[at + 2 : at + 3] in (verb[at], _TREMA.get(verb[at]))
        if begins or any(verb.startswith(prefix, at) and word.startswith(prefix, at) for prefix in _UNSTRESSED):
            yield at


def _is_regular(base: str, word: str) -> bool:
    """Whether a word is the participle of a verb without separable prefix by rule, or by the table."""
    return any(form is Form.PARTICIPLE and found == word for form, found in _simple_forms(base))


@cached(maxsize=65536)
def forms_of(word: str) -> frozenset[Form]:
    """The forms of verbs that a word in lower case can be."""
    return frozenset(reading.form for reading in verb_forms().get(word, ()))
