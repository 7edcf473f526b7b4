"""Names of outlets in a form that compares."""

from __future__ import annotations


def plain_outlet(name: str) -> str:
    """Return an outlet's name without case, punctuation and a leading "the".

    >>> plain_outlet("The Harbour-Post")
    'harbour post'
    """
    words = "".join(char if char.isalnum() else " " for char in name.casefold()).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
