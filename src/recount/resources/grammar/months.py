"""The names of the months, and the pattern that matches one of them."""

from __future__ import annotations

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH = rf"(?:{'|'.join(MONTHS)})"
"""Matches the full name of a month, as it is written within a sentence."""
