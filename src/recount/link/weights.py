"""The weights of linking: one place for every number, each with its reason.

Weights are log2 Bayes factors, in bits: +1 doubles the odds that two accounts tell of
one incident, -1 halves them. They are set by hand from what reporters do and from the
worked groups of the example reports; they never depend on how many documents are read.
``METHOD`` names this set: another set, or one estimated from labels, takes another name.
"""

from __future__ import annotations

from recount.link.estimated import load_estimated
from recount.resources.rarity import VERSION

METHOD = f"link.rules.v10+{load_estimated().version}+{VERSION}"

PRIOR = -5.0
"""Odds of 1 in 32 before any comparison, for two accounts that share a block."""
SAME_AT = 4.0
"""Same from odds of 16 to 1: a wrong merge costs a reader more than a missed one."""
UNSURE_AT = -1.0
"""Unsure from odds of 1 in 2: worth a person's look."""
TO_UNSURE = (SAME_AT + UNSURE_AT) / 2
"""Score of a pair that adds up to the same but stands on too little: between the two."""
WRITTEN_AT = -2.0
"""Pairs below are not written down, unless both accounts hang together by other links."""

# Same document -------------------------------------------------------------------------
SAME_DOCUMENT = -40.0
"""Extraction has merged the mentions of one incident; what it left apart is two incidents."""
CANNOT_LINK_AT = -20.0
"""A judgement "different" at or below forbids the two accounts in one incident: only the
same document, or contradictions in place and time together, weigh so much."""

# Copies --------------------------------------------------------------------------------
COPY = 17.0
"""An account of a copied text with the account that it repeats: as sure as scores get."""
COPY_LATER, COPY_EARLIER = "copy", "copied"
"""Names of the reasons: the second account repeats the first, or the first the second."""
COPIED_SHARE = 0.6
"""Share of an account's words that the original must have: a tenth of a copy's
words are edited, and an account of it may begin or end elsewhere."""

# Dates ---------------------------------------------------------------------------------
DATE_SAME_DAY = 5.0
DATE_RANGE_DAYS = 45.0
"""Days a block spans; overlap with a range of n days says log2(45 / n), at most as much as
the same day."""
DATE_LEAST_OVERLAP = 0.3
"""A year that holds the day says almost nothing, but not nothing."""
DATE_GAPS = {1: 2.5, 2: 1.0, 3: -2.5, 4: -5.0}
"""Days apart: reports differ by a day (time zone, date of writing) or two, seldom more."""
DATE_FAR = -12.0
DATE_COARSE_GAPS = ((2, 0.5), (4, -3.0))
"""Days between a range and a day outside it: ranges ("late March") are loose at their ends."""

ISSUE_NEAR, ISSUE_DAYS = 1.5, 3
"""What a report without a day tells of has mostly just been: published on the other's day or up
to so many days after it, it is one of the 45 in which it may have been."""
ISSUE_BEFORE = -6.0
"""Published before the other's day; datelines run a day behind."""

# Places --------------------------------------------------------------------------------
PLACE_SAME = 5.0
"""The same settlement: at most a few incidents in a block of days share it."""
PLACE_SAME_DISTRICT = 3.0
PLACE_WITHIN = 3.0
"""Two settlements whose areas meet: a suburb and its city."""
PLACE_SAME_ADMIN1 = 2.0
PLACE_SAME_COUNTRY = 0.5
PLACE_SIBLING = -2.0
"""Two quarters of one town, both named: of maverick's records (outside dev) of one day and
one town, 84 % of those of one event name the same quarter, and 16 % of the others."""
PLACE_NEAR = 0.0
PLACE_NEAR_KM = 25.0
"""Distance between edges at which reports still name one another's nearest town."""
PLACE_APART = -5.0
PLACE_APART_KM = 60.0
PLACE_FAR = -12.0
PLACE_OTHER_ADMIN1 = -6.0
PLACE_OTHER_NAME = -6.0
"""Two settlements of one province of which neither has coordinates."""
PLACE_UNLISTED = -1.0
"""The same where one has them: a street or quarter that no gazetteer has may lie in the town."""
PLACE_OTHER_COUNTRY = -14.0

# Types ---------------------------------------------------------------------------------
TYPE_SAME = 1.0
TYPE_FAMILY = 0.5
TYPE_GENERIC = -0.5
"""One report says no more than "attack" of what the other calls an air strike."""
TYPE_OTHER = -5.0
TYPE_NEIGHBOUR = -1.0
"""Families that shade into each other: a raid with an abduction, a riot with deaths."""
SCOPE_OTHER = -2.5
"""An accident and an act of violence. Of articles of gun_violence (two samples of a tenth of
the incidents), 7 in 100 pairs of one incident say so, and 38 of others of those ten days."""
REALIS_OTHER = -1.0
"""One report says it was tried, the other that it happened."""

# Sites ---------------------------------------------------------------------------------
SITE_SAME = 3.0
SITE_SAME_COMMON = 1.0
SITE_EXCHANGED = 0.0
SITE_OTHER = -6.0
SITE_OTHER_COMMON = -3.0
"""One of the two is a road, a house, a vehicle: one incident has many of them."""
SITE_OTHER_KIND = -4.0
"""A military and a maternity hospital."""

# Actors --------------------------------------------------------------------------------
ACTOR_SAME = 1.0
"""The same perpetrator; one group does most of what happens in its region."""
ACTOR_SAME_PART = 0.5
"""The same group, but only blamed or suspected on both sides."""
ACTOR_OTHER = -1.0
"""Different groups: of maverick's records (outside dev) those of one event name other
perpetrators as often as those of two events of a day, so this says little."""
ACTOR_OTHER_BLAMED = -0.5
"""Different groups are blamed or suspected: outlets and sides differ on this."""
TARGET_SAME = 2.0
TARGET_PERSON, TARGET_PERSON_MOST = 5.0, 8.0
"""The same full name of somebody hit, rare in news: few are hit twice, and two at once never.
The articles above say nearly nine bits; but a round-up names those hit in other incidents."""
VICTIM_WORDS = 1.0
"""The same words name those who were hit ("worshippers", "police")."""
WEAPON_SAME = 0.5
WEAPON_OTHER = -1.0

# Figures -------------------------------------------------------------------------------
FIGURE_EQUAL_BASE = 0.5
FIGURE_EQUAL_BIT = 0.5
FIGURE_EQUAL_MOST = 4.0
"""The same number N weighs 0.5 + log2(N)/2: small tolls are common, 170 is not."""
FIGURE_SHARED_LEAST = 10
"""A part of one that equals a figure of the other counts from here ("13 soldiers")."""
FIGURE_COMPATIBLE = 0.75
"""One is within the other's bounds."""
FIGURE_NEAR_LEAST, FIGURE_NEAR, FIGURE_NEAR_SHARE = 30, 1.15, 0.5
"""Large tolls that differ by a seventh at most (36 and 38) say half of what equal ones do: few
other incidents have such a toll, and reports of one differ by the hour."""
FIGURE_RATIOS = ((1.36, 0.5), (2.0, -0.5), (3.0, -2.0), (5.0, -4.0))
"""Larger over smaller: tolls of one incident grow by a third, seldom threefold."""
FIGURE_FAR = -6.0
FIGURE_SMALL_GAP = 1
"""One more or less is no difference in ratio: reports count the attacker or not."""
FIGURE_SMALL_GAP_WEIGHT = 0.3
FIGURE_GROWTH = 0.5
"""Share of a penalty that stands when the later report has the larger toll."""
FIGURE_GROWTH_DAYS = 4
FIGURE_MOST = 5.0
FIGURE_LEAST = -7.0
"""Killed and wounded move together, so their sum is bounded."""

# Names and wording ---------------------------------------------------------------------
NAME_SHARED = 1.2
NAME_MOST = 3.6
WORDING = ((0.6, 4.0), (0.35, 2.0))
"""Share of content words in common: near-copies tell of one incident."""
WORDING_LEAST_WORDS = 12

# Whole reports -------------------------------------------------------------------------
REPORT_LEAST_WORDS = 15
"""Different words of a report from which its wording is compared."""
REPORT_SHORT_WORDS, REPORT_SHORT_MOST = 40, 8.0
"""What two reports say at most where one has fewer words: a brief takes over another's sentence
with another figure in it."""
EVERYWHERE_SHARE = 0.25
EVERYWHERE_LEAST = 6
"""A word that a quarter of the reports hold, and at least six, tells none from another."""
REPORT_LIKENESS_CUTS = (0.02, 0.04, 0.06, 0.08, 0.1, 0.13, 0.17, 0.22, 0.3)
REPORT_OWN_CUTS = (0.001, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4)
REPORT_NAMES_MOST = 4
REPORT_PUBLISHED_CUTS = (2, 4, 8, 15, 31, 91, 366)
"""Bounds of levels: of likeness (0 to 1), of names in common, of days between publications."""
MENTIONED_ONE = 0.0
MENTIONED_BOTH = 3.0
"""What places that do not agree say at least where one report mentions the other's town, and
where each does."""
REPORT_DATED_DAYS = 14
"""A date no coarser than this says more than the days of publication."""
REPORT_LEAST = -2.0
"""Two reports of one incident may share few words, so difference in wording says little."""
REPORT_MOST = 20.0
"""No likeness makes one incident of two that contradict each other in date and place."""
REPORT_SHARE = (0.2, 0.5)
"""Share of a report's statements at which its likeness begins to speak for its main
account, and from which it does so in full."""
MISREAD_LEAST_SHARE = 0.5
MISREAD_WHERE_LEAST = -6.0
MISREAD_REST_LEAST = -3.0
"""Bounds of what contradictions in date and place, and in all else, may take from two
reports of one story: readers of such reports misread one date or place in ten."""
STRONG_REPORT = 6.0
FAIR_REPORT = 1.0
"""Weight of reports that stands for figures and names where a date or place is missing:
by itself, and beside a date or a settlement in common."""
ESTIMATED = load_estimated()

# Weak anchors --------------------------------------------------------------------------
WEAK_DATE_DAYS = 14
"""From here a date is too coarse to anchor a match: site, settlement or figures must."""
STRONG_FIGURE = 2.0
"""Weight of figures that counts as strong evidence: an equal toll of 8 or more."""
STRONG_NAMES = 2.4
STRONG_WORDING = 4.0

# Blocking ------------------------------------------------------------------------------
BLOCK_SLACK_DAYS = 4
"""Days added around a date: beyond, the gap outweighs all else that two reports share."""
BLOCK_BUCKET_DAYS = 5
"""Days filed under one key; which pairs are found does not depend on it."""
BLOCK_WEEK_DAYS = 7
"""Days of one key of reports that mention the other's town."""
BLOCK_CELL_DEGREES = 1.0
"""About 110 km: more than any distance that is still compared with favour."""
BLOCK_WIDE_DAYS = 60
"""Ranges longer than this are looked up by year with a name, not by day."""
BLOCK_MOST_BY_NAME = 200
"""A name or figure that more accounts share tells none from another."""
BLOCK_MOST_BY_RARE = 30
BLOCK_RARE_WORDS = 200
BLOCK_RARE_BITS = 7.0
BLOCK_RARE_SHARED = 2
"""Reports that share a rare name, or two rare words, are compared; a name or word that more
than thirty reports hold finds nobody."""

# Clustering ----------------------------------------------------------------------------
MERGE_AT = 2.0
"""Average score at which two clusters with a link between them become one: beside the
link, the other pairs may say little, but not the contrary."""
ATTACH_AT = 2.0
ATTACH_MARGIN = 2.0
"""Average score at which a lone account joins an incident that two accounts or more tell of,
and the bits by which that one must lead the next (measured on the generated world)."""
ATTACH_LINK_AT = 10.0
"""Score of one pair that lets a lone account join whatever the incident's other accounts lack."""
ANCHOR = "anchor"
"""Name of the reason that says what a match lacks."""
NOT_COMPARED = -4.0
"""Score of a pair that shares no block: blocking itself speaks against it."""
CLUSTER_LEAST = -12.0
CLUSTER_MOST = 12.0
"""Bounds of one pair's say in an average: no single pair can carry or sink a cluster."""
