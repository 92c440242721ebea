"""The measures by which the text core decides what people see. Each says its unit, and how it was found; a test holds each from both sides.

Bounds of effort, which only texts and crowds beyond any that was seen run into, stand with what they bound. "The corpus" is 1,633 merges
of three and 362 sets of suggestions taken from the histories of 23 public repositories (docs/merging.md).
"""

from __future__ import annotations

SAME_PARAGRAPH = 0.3
"""Share of the letters of their words, 0 to 1: two paragraphs belong together when at least so many are common to both.

Chosen by reading what it made of the corpus: below, strangers are called edits of each other; above, a sentence written anew parts a
paragraph from itself.
"""

PARAGRAPH_INSIDE = 0.6
"""Share of the letters of the words of the shorter one, 0 to 1: so many in common suffice too, for one that grew much or was cut short."""

REPLACED_PARAGRAPH = 0.3
"""Share of the letters of the words of the shorter of both wordings, 0 to 1: where less is kept a paragraph is replaced whole, since crumbs
between new words read as nonsense. Asked only where what changed is most of it: fewer than a quarter of its tokens stay at its ends."""

SPLIT_AT_MOST = 24
"""Paragraphs: one is seen as split into so many at most, or joined of so many. A list made of a sentence rarely has more items."""

SWEEPING_PARAGRAPHS = 5
"""Paragraphs: who touches fewer never sweeps over a text; whoever changes all of a motion of two lines has changed two lines."""

SWEEPING_SHARE = 0.6
"""Share of a text's characters, 0 to 1, blanks not counted: who changes more wrote the text anew. Of the 161 people of one real crowd 4 did."""

MOVED_LETTERS = 4
"""Characters, blanks not counted: a passage needs so many, one line of it too, since what is shorter is too common to be called moved."""

PASSAGE_LETTERS = 16
"""Characters: a new line of fewer is too common a thing for two people to be said to put in the same passage."""

PARAGRAPH_SURVIVES = 0.3
"""Share of a paragraph's characters, 0 to 1: where less stays in the next version it is gone, and what was suggested on it is orphaned."""

WORDS_STAY_WHOSE = 20
"""Characters: so many, taken out and put in again elsewhere by one source, are moved, and stay whose they were."""

PASSAGE_ANEW = 0.8
"""Share of the letters of a passage's words, 0 to 1: who takes out more, words of three letters aside, has written it anew.

Found on the corpus as the value at which most of git's conflicts come out as people made them for each that comes out otherwise.
"""

PASSAGE_MOVED = 4
"""Words of more than three letters: so many taken out and put in again by one person are a passage moved. Found as the one above."""

SENTENCE_GROWN = 0.5
"""Share of a sentence's length, 0 to 1: who puts in more has made it another sentence. Found on the corpus, as the two above."""

WORDINGS_ALIKE = 0.9
"""Share of common characters, 0 to 1: two wordings that have more in common are nearly the same: to be looked at together, and never folded."""

WORDINGS_APART = 0.35
"""Ratio, 0 to 1: how far two nearly equal wordings may be from each other, measured by how far each is from the text as it stands.

Without it any two small changes of one long paragraph would be alike.
"""

NEAR_CHARACTERS = 2_000
"""Characters: clean changes further apart are never near, even where no sentence ends between them (a table, a list without stops)."""

SHAPE_CHARACTERS = 4_000
"""Characters: changes with so many between them or more make no shape together, unless others stand between them."""

TOLD_APART = 1 / 3
"""Share of the words that lie between two versions, 0 to 1: a text that is nearer to the one by less may have been made from either.

Found on the corpus, by texts made from a version and from the next one: of 2,576, ninety-five in a hundred are told, three are asked about,
and two are nearer to the other version, as where their writer had made its changes too.
"""
