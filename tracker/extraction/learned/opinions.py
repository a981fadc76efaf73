"""What each reader says of a sentence and why: for the reader of `tracker explain`."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.learned.encoder import load_encoder
from tracker.extraction.learned.formulas import QUESTIONS, Formulas, load_stack, reader_probability
from tracker.extraction.learned.linear import load_reader
from tracker.extraction.learned.sentence_features import sentence_features
from tracker.extraction.learned.stack import inputs, rule_inputs
from tracker.language.pack import current


class Opinion(Struct, frozen=True):
    """The probabilities that a reader gives to the three questions."""

    reader: str
    """rules, linear, encoder or stack."""
    commitment: float
    firm: float
    report: float
    why: tuple[str, ...] = ()
    """Ids of rules; names of features with what they add to the log-odds of a commitment; for the stack what each
    reader adds."""


def opinions(sentence: AnalysedSentence) -> tuple[Opinion, ...]:
    """What rules, linear reader, encoder (where it is installed and the others are unsure) and stack say.

    None of a sentence without clauses: nobody judges it. The rules alone in a language without weights.
    """
    (by_rules,) = RuleDetector().judge([sentence])
    if not by_rules:
        return ()
    ruled = rule_inputs(by_rules)
    grounds = dict.fromkeys(ground for row in by_rules for ground in (*row.grounds[:1], *row.report_grounds[:1]))
    of_rules = _opinion("rules", {name: ruled[f"rules.{name}"] for name in QUESTIONS}, tuple(grounds))
    if current().weights is None:
        return (of_rules,)
    reader, stack, encoder = load_reader(), load_stack(), load_encoder()
    features = sentence_features(sentence)
    given = inputs(by_rules, reader, features)
    found = [
        of_rules,
        _opinion(
            "linear",
            {name: reader_probability(given[f"linear.{name}"]) for name in QUESTIONS},
            reader.strongest(features, "commitment"),
        ),
    ]
    formulas = stack.small
    if encoder and stack.large and stack.small.unsure(given, stack.unsure):
        (scores,) = encoder.named([sentence])
        found.append(_opinion("encoder", {name: reader_probability(scores[name]) for name in QUESTIONS}, ()))
        given |= {f"encoder.{name}": scores[name] for name in QUESTIONS}
        formulas = stack.large
    answers = {name: formulas.of(name).probability(given) for name in QUESTIONS}
    return (*found, _opinion("stack", answers, _shares(formulas, given)))


def _opinion(reader: str, answers: Mapping[str, float], why: tuple[str, ...]) -> Opinion:
    return Opinion(reader, answers["commitment"], answers["firm"], answers["report"], why)


def _shares(formulas: Formulas, given: dict[str, float]) -> tuple[str, ...]:
    """What each reader adds to the log-odds of a commitment, as "rules +1.2"."""
    weights = formulas.commitment.weights
    return tuple(f"{name.partition('.')[0]} {weight * given[name]:+.2f}" for name, weight in weights.items())
