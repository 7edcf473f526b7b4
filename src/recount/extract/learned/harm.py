"""What killed or hurt people has happened, though words beside it speak of threats or plans."""

from __future__ import annotations

import re
from dataclasses import replace

from recount.extract.rules.governed import governed
from recount.model import Account, LinkRole, Realis

_AHEAD = frozenset({Realis.PLANNED, Realis.THREATENED})
_HARM = re.compile(r"(?:kill|wound|injur|murder)(?:ed|ing)\b|shot|dead|died", re.IGNORECASE)
_COUNTS = frozenset({LinkRole.KILLED, LinkRole.WOUNDED})


def happened(text: str, account: Account) -> Account:
    """Return an account of a plan or threat as actual, if it counts people who were hurt.

    A word that nothing governs has to say that they were: "threatened to kill three" does not.
    """
    if account.realis not in _AHEAD or not any(link.role in _COUNTS for link in account.links):
        return account
    did = any(
        _HARM.match(text, one.start) is not None and governed(text, one.start, one.end) is None
        for one in account.triggers
    )
    return replace(account, realis=Realis.ACTUAL) if did else account
