"""Every number of status, in one place: what it means, its unit, and where it comes from.

The origin of each, where its line says nothing else: by judgement, while the threads of the five letters of `seeds`
were read; not measured, so that another value may serve as well.
"""

from __future__ import annotations

# The search for a promise in later letters.

MENTION = 0.6
"""Share (0..1): a passage that holds so much of what a promise is about, or names so much of its thing, speaks of it:
then no letter is silent. Of the accusations on four chains of papers 57 of 68 are right, with 0.45 50 of 56; on ten
made series that no rule had seen 47 of 110 and 44 of 96; but with 0.45 three more lapses of the five letters are lost.
"""
NAMES_A_THING = 0.5
"""Informativeness (0..1) of a noun that can name what was promised."""
OWN_NOUN = 0.7
"""Informativeness (0..1) of a noun that speaks of a promise by itself, where no other passage had it until then."""
OWN, OWN_LATER = 1, 2
"""Passages: in so many such a noun stood until then, and stands in later letters. Of ten made series that no rule had
seen it takes 16 of 126 accusations back, all wrong (47 of them are right); of four chains of papers 2 and of the five
letters 3, which readers called right but for one."""
COMMON_NOUN, FEW_PASSAGES = 0.025, 3
"""Share of all passages, and a number of them: a noun in more of them is a subject of the series and names no thing."""
PART_OF_COMPOUND = 7
"""Letters: a noun so long is known inside another compound."""
LEAST_SUBJECT = 4
"""Letters: a shorter word is no subject of a plan or memorandum."""
SUBJECT_AWAY = 4
"""Words: a subject stands so near after the form of a paper ("nota over het waterbeheer")."""
SAME_SUBJECT = 0.8
"""Share of the longer word: two subjects that begin alike so far are one."""
MANY = 500
"""Passages: with so many read, only those are read on that a mention needs."""
SEARCHED_WORDS = 12
"""Words: so many of the most telling words of a promise are searched."""
LEAST_SURPRISE = 0.3
"""Share (0..1) of a shared word's surprise that counts where the word is one of the commonest of the language."""
SHARED_PART = 0.5
"""Factor (0..1) on the surprise of a word that is shared as a part of a compound."""
PART_OF_A_WORD = 5
"""Letters: a word so long is known at the ends of compounds that no dictionary parts."""
BEFORE = 0.6
"""Factor (0..1) on the words of the sentence before, where a promise points back to it."""
BEST_BY_CHANCE = 4
"""Of the sentences of letters until a promise the so-manieth best shows what chance gives: up to three before it may
speak of the thing itself."""
MORE_SENTENCES = 0.7
"""Nats: what the best of e times as many sentences has more by chance."""
NO_CHANCE = 1.5
"""Nats below what chance gives at most: what a later sentence shares above that speaks of a promise.
With these numbers accusations of five made series whose texts were not read are right in 20 of 31 (22 of 54 before),
of five that were read in 26 of 39 (26 of 59), of four chains of papers in 54 of 62 (57 of 68); of the five letters
all stand. Figures nearby give much the same."""
OPEN_REPORT = 1.0
"""Nats that a sentence may share less where it reports something that answers no known promise: of the accusations on
the same papers 19 of 28, 23 of 31 and 54 of 61 are right with it."""
LEAST_SHARED = 1.2
"""Nats that a sentence shares at least where it speaks of a promise: of a few sentences chance can tell nothing."""
TOLD_SIGNS = 4
"""So many of the signs of a lapse are told in words, those that weigh most."""
COMMON_RUN, FEW_SENTENCES = 0.05, 20
"""Share of all sentences, and a number of them: a run of letters that more have makes no two alike."""
UNREAD_PAPERS = 0.74
"""Factor (0..1) on the confidence of a lapse while papers of the dossier that came after the promise were not read:
so that the surest statement stays below what is called sure (0.75, `ledger.fates`)."""
LISTED = 24
"""Letters: so many are listed at most, those that come nearest; the evidence tells how many were searched."""
EXCERPT = 300
"""Characters of the nearest passage that are kept as proof."""

# Titles; what a phrase tells is the sum of the informativeness (0..1) of its three best words.

LONGEST_TITLE = 8
"""Words; about so many at most."""
SHORT_NAME = 2
"""Words of a name at most that says beside it what it is about, where its clause does."""
FIGURES_ALONE = 4
"""Words of a quote at most that is a cell of figures, said after what its column is of: "12.635 (plus 135)"."""
WEAK_TITLE = 0.6
"""A phrase that tells less needs its heading beside it."""
TELLING_CONTEXT = 0.4
"""A phrase that tells less keeps no two titles apart: "inleiding" tells .3, "besluitvorming" .3, "jeugdzorg" .5."""
WORD_COST = 0.06
"""What each word costs: of two phrases that tell as much, the shorter is the title."""
FORM_GAIN = 0.5
"""What a phrase gains that names the form of the thing: plan, dashboard, regeling …"""
RECURRING_GAIN, RECURRING_MOST = 0.5, 6
"""What a phrase gains for each other promise with its word, of so many."""
HEADING_GAIN = 1.5
"""What a phrase gains whose words the heading over it has too; of 453 annotated titles of three bodies, each body left
out, the phrase chosen so is likelier the title (mean likeness .64 → .67)."""
PLACE_COST = (0.0, 1.2, 1.2, 1.2)
"""What it costs a phrase to stand in its clause as object, as who acts, after a preposition, or in another clause."""
ACTOR_COST = 0.8
"""What it costs besides to be who acts by an abbreviation or the name of a party: no promise is called after it."""
LATER_COST = 0.1
"""What each statement further on costs: the first one names the thing."""
PARTY = 0.3
"""Factor: a word for who takes part, against another."""
