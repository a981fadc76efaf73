"""Every number of linking, in one place: what it means, its unit, and where it comes from.

The evidence of a pair is that of record linkage (I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", Journal
of the American Statistical Association 64, 1969): weights of agreement and disagreement, in nats, the unit of minus the
natural logarithm of a share, in which words are weighed (language.informativeness). How much each family of it counts
in the end is fitted on annotated series (pair_weights); the numbers below are what is found, before that.

Origin of every number below, where its line says nothing else: chosen by hand while the links of the five letters of
`seeds` were read. What each does tests/benchmarks/bench_weights.py prints.
"""

from __future__ import annotations

from msgspec import Struct


class Weights(Struct, frozen=True):
    """What each sign of one promise adds or takes away, in nats."""

    prior: float = -8.0
    """Any two statements, in a language whose weights were not fitted: most pairs are of two promises."""
    aligned: float = 4.5
    """Their sections surely treat the same subject."""
    part: float = 0.6
    """Factor: a part of a compound, against the whole word."""
    generic: float = 0.4
    """Factor: a word that names a form rather than a subject."""
    actor: float = 0.4
    """Factor, within one letter: a word for who acts or takes part."""
    around: float = 0.45
    """Factor: a word of one statement that only the other's surroundings hold."""
    surroundings: float = 0.2
    """Factor: a word of both surroundings."""
    most_surroundings: float = 2.5
    """Surroundings alone count at most so much."""
    unlike: float = 0.2
    """Factor: a specific word counts so much against when only one of the two has it."""
    unlike_thin: float = 0.5
    """Factor on that: where the quote has few informative words."""
    most_unlike: float = 1.5
    """Unlike words count at most so much against."""
    alike: float = 0.4
    """Share: quotes with less of their words in common are hardly of one act."""
    unlike_quotes: float = 10.0
    """Quotes without a common word count so much against, those with some as much less."""
    beside: float = 0.4
    """Factor: a shared word next to a better one in both ("strategisch" next to "personeelsbeleid")."""
    same_heading: float = 1.5
    """The one specific word of either quote is what both sections are called after."""
    renaming: float = 2.5
    """A compound with the same last part and form, or an application and what says that its fund pays."""
    aligned_section: float = 0.6
    """From 0 to 1: sections that are the same at least so surely count as aligned in the rule of a link."""
    year: float = 0.5
    """Each year counts so much against, after `fresh_years` from the day that a promise was due or made."""
    fresh_years: float = 2.0
    """Years."""
    most_years: float = 2.5
    """Years count at most so much against."""
    same_words: float = 5.0
    """A sentence stands again in the same section, word for word but for its date: enough without a rare word."""
    least_said: int = 5
    """Words: a sentence so long that heads another, dates left out, stands in it again."""
    same_thing: float = 1.5
    """Both quotes have one noun phrase, with nothing more or less in it ("de aanleg van de rondweg")."""
    settled: float = 1.5
    """And the report says that it is late, given up or enclosed, as is told of promised things only."""
    same_form: float = 2.0
    unlike_form: float = -1.5
    unlike_stage: float = -20.0
    """Two numbers of one stage ("de tweede tranche", "de derde tranche"): more than any words in common bring."""
    same_deadline: float = 2.0
    near_deadline: float = 0.25
    """Share of that: two dated deadlines have a day in common."""
    same_reference: float = 3.0
    """Both name the same motion or registered promise."""
    retold: float = 4.0
    """The later recalls a promise for the same last day, and they name a thing in common: by judgement."""
    unlike_kind: float = -1.0
    both_soft: float = -0.5
    past: float = -1.5
    """What an older letter reports as done is seldom promised again."""
    prolonged: float = 1.0
    """One lasts until a day, the other prolongs."""


WEIGHTS = Weights()

# Decisions on a pair of two letters.

POSSIBLE = -3.0
"""Log-odds: the least evidence that is worth an analyst's look."""
NEARLY_BEST = 1.0
"""Log-odds: how much less than the best counts as nearly as good."""
LEAD = 3.0
"""Log-odds: being further ahead of the next best tells nothing more."""
NEIGHBOURLY = -1.5
"""Log-odds: the least evidence for a statement without a subject of its own, right beside one whose link is better."""
ANSWERING = -1.2
"""Log-odds: from this on a report of what was done answers a promise whose day had come, and that nothing else answers.

Each is the other's best partner, they share a telling word, and the promise is fresh and names what it is of: so it is
likelier than by the words alone. Of 12 promises of eleven made series that only measure which are met so and would
not be from 0 on, 11 are annotated so.
"""
LATE = 0.0
"""Log-odds: from this on a report of a delay is of the promise whose thing, and no other, it names first.

By judgement: as likely as not, where nothing else answers the promise. No pair of eleven made series that only measure
is such; in short letters, where words tell little, most are.
"""
STRONG = 1.0
"""Nats: a shared word with so much evidence counts as a ground of its own."""
SPECIFIC = 0.25
"""Nats: a shared word with less evidence is no ground."""
RARE = 2.5
"""Nats: so rare a word needs no other sign than a shared neighbour, or surroundings about the same."""
GROUNDS = 2
"""So many shared words that are no neighbours of better ones are told from a single one."""
FIGURES = 2
"""So many figures in common tell as much as more."""

# Joining statements of one letter.

WITHIN_LETTER = 0.95
"""The score (0..1) of a link within one letter: its rules are right or wrong as a whole, and are not weighed."""
SAME_NUMBER = 0.99
"""The score of a link by the number that parliament registered a promise under, in two letters or in one."""
RESTATED = 3.5
"""Nats times the share of the shorter quote: two sentences with so much in common say the same; more than the theme of
a section gives.
"""
SUMMED_UP = 2.0
"""The same for a sentence before the first heading with its best match, or where a sentence says that it repeats."""
EQUAL_DEADLINE = 4.0
"""What an equal last day adds to that."""
SMOOTHING = 0.5
"""Nats added to the shorter quote before its share is taken, so that one short quote does not share all of itself."""
REACH = 2
"""Statements: a sentence points back over at most so many."""
SECTION_REACH = 12
"""Statements: a noun is known when it stands in one of so many before."""
WINDOW = 6
"""Statements: those of one sentence stand at most so far apart."""
SAME_QUOTE = 0.6
"""Share of the shorter quote: two quotes with so many characters in common are the same words."""

# Which pairs are compared; the figures bound the work (tests/benchmarks/bench_threads.py).

HOLDERS = 96
"""Statements: the index remembers so many of the latest holders of each word."""
WORTH = 0.3
"""Share: a statement that shares less than this part of what the best one of its letter shares is not compared."""
COMPARED_OF_LETTER, COMPARED = 12, 36
"""Statements: one is compared with at most so many of each earlier letter, and so many in all; of the annotated pairs
of four chains whose statements are found, 93 in a hundred are among them.
"""

# Which earlier promise of its thread a statement takes up.

EARLIER, EARLIER_LETTERS = 12, 2
"""Statements: compared with so many earlier promises of the thread at most, so many of them of older letters."""
KEY_TERMS = 3
"""Words: a report of an outcome must hold one of so many of the promise's most specific ones."""
SAME_ACT = 0.5
"""Share of the specific words of the quote with fewer: what two statements of one act have in common at least."""
SURE_ACT = 0.8
"""Probability of a link from which on the days of its two promises are compared: a moved day is an accusation."""
OTHER_ACT = 1 / 3
"""Share of those of the quote with more: no more in common, and it is of something else as well; by judgement."""

# What a word counts by its place, from 0 to 1.

QUOTE, SENTENCE, PASSAGE = 1.0, 0.8, 0.25
"""The quote, its sentence (also for a quote that starts from what stands before it), the passage."""
BACK = (0.8, 0.6, 0.5)
"""The sentences before it, nearest first, where it refers back to them."""
INFORM_BACK = (0.8, 0.6, 0.6, 0.5, 0.5)
"""The same for a promise to inform parliament, which leaves its subject further back."""
NEAR = 0.5
"""Words at least so near speak for the statement; the others only for its surroundings."""
HEADING = 0.45
"""A word of the heading."""
PARENT = 0.7
"""Factor: what is left of a heading's weight one level up."""
AROUND = 0.6
"""Two words that do not both stand near: from here the nearer one is of the statement, not of its heading."""

# How informative a word is, from 0 to 1 (language.informativeness).

SMALL = 80
"""Passages: a shorter letter counts as one of this length, or every word of it would seem common."""
INFORMATIVE = 0.5
"""Words at least so informative can tell by themselves what a sentence is about."""
GENERIC = 0.4
"""Factor: a word that names a form, in telling what a promise is about."""
NAMED = 0.35
"""A promise without a word at least so informative ("we starten met taal") names nothing that could be missed."""
THIN = 1.2
"""Sum of informativeness: a quote with less is understood from what stands before it."""
LEAST_TOLD = 0.3
"""Nats: what any content word of a quote counts at least when quotes are compared; by judgement, not measured."""
LEAST, LEAST_AROUND = 0.05, 0.8
"""Nats: words that are less surprising in a letter are not compared, near a statement and in its surroundings."""
OFTEN = 3
"""Passages: who is named in fewer is a subject as well."""

# How surely two sections treat the same subject, from 0 to 1 (section_proximity).

UNKNOWN = 0.25
"""Without an alignment of the two letters."""
OPENING = 0.5
"""Before the first heading a letter sums up what any section says at length."""
ALIGNED = 0.75
"""Two sections that are aligned at all; their score, a likeness of words, adds the rest."""
SAME_SECTION, SAME_LETTER = 0.8, 0.3
"""Two statements of one section, and of two sections of one letter."""
LEVEL = 0.85
"""Factor: what is left of it one level up the outline."""

# What is told of a link; chosen to fit a line of a terminal.

WORDS, CANDIDATE_WORDS = 6, 4
"""So many of the words that carry a link are told with it, and with a link that was left out."""
CANDIDATES = 5
"""So many statements that came near are listed with a thread."""
