"""Natural persons' names in a text, and which of them may be shown without a decision.

Default withholding rests on this, so private names weigh more than exact bounds: a name
without a public role beside it is private.
"""

from __future__ import annotations

from recount.resources.persons.alone import ALONE
from recount.resources.persons.find import find_persons
from recount.resources.persons.kin import BESIDE_KIN
from recount.resources.persons.nouns import FoundPerson
from recount.resources.persons.placelike import place_runs
from recount.resources.persons.words import is_office_word

__all__ = ["ALONE", "BESIDE_KIN", "FoundPerson", "find_persons", "is_office_word", "place_runs"]
