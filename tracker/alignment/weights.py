"""Every number of alignment, in one place: what it means, its unit, and where it comes from.

Likeness is the cosine of two sections' weighted words, from 0 to 1; rapidfuzz's ratios go from 0 to 100. The origin of
each, where its line says nothing else: by judgement, while the matches of the five letters of `seeds` were read; not
measured, so that another value may serve as well. tests/alignment and tests/gold/alignments.jsonl say which matches
must come of them.
"""

# How alike two sections are (match_table, similarity).

HEADINGS_GAIN, HEADING_WITHIN_GAIN = 0.1, 0.05
"""How much headings add to the likeness of two sections: by what they share, and by how much of the lighter that is."""

COMMON = 0.25
"""The rarity up to which a word says nothing of a subject; the rarer it is the more it says, without an end.

Not the informativeness by which linking weighs words, which tells the rare half of all words alike: of 13 sections of
the letters of 2023 and 2024 that it matches 9 are annotated so, of the 7 that this matches all.
"""
HEADING_BOOST = 3.0
"""How many more times a word counts that stands in the section's heading."""
ONE_WORD = 0.5
"""The greatest share of a resemblance that one word may bring, unless both sections are about it."""
HEAVIEST_WORDS = 200
"""How many of its weightiest words a section is compared by."""
SECOND_WORD = 0.01
"""The least that the other words together must bring."""

MOST_CELLS = 40_000
"""Sections of one letter times those of the other; where there are more, each is compared with COMPARED of them, found
as passages are. No two of the papers at hand come to a third of it."""

# The passes that match sections.

TITLE_ALIKE = 90.0
"""rapidfuzz's token_sort_ratio from which two titles are one with a slip of the pen."""
LEAST_TITLE = 8
"""Characters; shorter titles must be equal."""
HEADINGS_SHARED, HEADING_WITHIN, HEADING_SUBJECT = 0.6, 0.85, 0.05
"""What the headings must share, how much of the lighter must stand in the other, and the subject they must share."""
BOTH_BEST = 0.12
"""The likeness of two sections that are each other's best."""
ONE_BEST, ONE_BEST_SUBJECT = 0.18, 0.1
"""The likeness, and the shared subject, of two sections of which only one is the other's best: the parts of a split."""
EXPLAINED = 1.25
"""How much more alike one of its subsections must be for a section to be like another only through that subsection."""
MOVED_SHARE, MOVED_LENGTH = 0.5, 200
"""The share of a section's text that stands word for word in another, and the least number of characters of it."""

# Split and merged sections.

FAMILY_SHARE = 0.5
"""The share of its subsections that must be matched with a section for their parent to be matched with it too."""
MEMBER, MEMBER_OF_MANY = 0.06, 0.04
"""The content that a member must share with one of the other family; less where most of the family is matched."""
NEAREST_SHARE = 0.6
"""The same as a share of what the member shares with whatever is nearest to it in the whole letter."""
SECOND_ANSWER = 0.1
"""The content from which a member of one family answers a member of the other that has an answer already."""

# Passages.

PASSAGES_ALIKE = 65.0
"""rapidfuzz's ratio or token_sort_ratio, 0..100, from which two passages are versions of one another."""
PASSAGES_ALIKE_AFAR = 80.0
"""The same for passages of sections that do not match: there it must be the very text, moved."""
SHORTEST_PASSAGE = 40
"""Characters; shorter passages are matched only when they are equal and in matched sections."""
LONGEST_PASSAGE = 5_000
"""Characters; two longer passages are compared by the words that they share, not sign by sign."""
RARE_WORDS = 12
"""How many of its rarest words a passage is looked up by, or of its weightiest a section among very many."""
COMPARED = 6
"""How many passages or sections, those that share most of those words, are compared with it."""
CROWD = 40
"""A word, or a whole text, that stands in more passages or sections of a letter than this finds none of them."""

# Sentences. Read in the pairs of the letters of 2023 and 2024, and of other bodies' letters.

BACKGROUND = 100
"""Sentences of other subjects that are thought beside those of two letters, so that short letters tell as much."""
EVERYDAY = 0.4
"""What is added to the rarity of a term before it weighs what the term tells; at most 1 comes of it."""
PARTY = 0.3
"""The same of a term that names who takes part."""
NEAR_TERMS, NEAR_TOLD = 2, 5.2
"""The terms that two sentences of matched sections share, and the nats that they tell by their share of both."""
FAR_TERMS, FAR_TOLD, FAR_SHARE = 3, 11.0, 0.55
"""The same elsewhere, and the share of both sentences: there it must nearly be the very sentence."""
PART_TERMS, PART_TOLD, PART_SHARE = 2, 5.0, 0.25
"""The terms, the nats they tell and their share of a neighbour, for a sentence to be split, or merged, with it."""

# Topics.

BRIDGE = 0.12
"""The score from which a match joins two topics; a weaker one only takes a section along that has no topic yet."""
CROSSINGS = 2
"""How often threads must run through two sections to say that they treat one subject."""
LONGEST_LABEL = 60
"""Characters of a heading that is still a label and no sentence."""
