"""Which script a text is written in, by counting letters."""

from __future__ import annotations

import re

_SCRIPTS = {
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"),
    "cyrillic": re.compile(r"[\u0400-\u052f]"),
    "greek": re.compile(r"[\u0370-\u03ff]"),
    "hebrew": re.compile(r"[\u0590-\u05ff]"),
    "devanagari": re.compile(r"[\u0900-\u097f]"),
    "bengali": re.compile(r"[\u0980-\u09ff]"),
    "thai": re.compile(r"[\u0e00-\u0e7f]"),
    "burmese": re.compile(r"[\u1000-\u109f]"),
    "georgian": re.compile(r"[\u10a0-\u10ff]"),
    "ethiopic": re.compile(r"[\u1200-\u137f]"),
    "hangul": re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"),
    "han": re.compile(r"[\u3040-\u30ff\u3400-\u9fff]"),
}
_NOT_LATIN = re.compile(r"[^\x00-\u02ff\u1e00-\u1eff\u2000-\u2bff\ufffd]")
_SHARE = 0.6
"""A text is in a script when this share of its letters is; mixed texts are in none."""


def script_of(text: str) -> str | None:
    """Return the script that most letters belong to, or ``None`` for none or a mixture."""
    if _NOT_LATIN.search(text) is None:
        return "latin" if any(character.isalpha() for character in text) else None
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS.items()}
    total = sum(counts.values())
    if total == 0:
        return None
    name = max(counts, key=lambda key: (counts[key], key))
    return name if counts[name] >= _SHARE * total else None


def main_script(text: str) -> str | None:
    """Return the script of a whole text, judged by its first 20,000 characters and its last."""
    return script_of(text if len(text) <= 40_000 else text[:20_000] + text[-20_000:])
