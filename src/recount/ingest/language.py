"""Language of the body text, by py3langid; too little text stays undetermined."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from recount.model import Language

UNDETERMINED = Language("und", 0.0)

_LETTERS_AT_LEAST = 40
"""Fewer letters are names and numbers, which look alike in many languages."""
_SAMPLE = 4000
"""Characters looked at: more change nothing and cost time."""


def identify(text: str) -> Language:
    """Return the language of a text as ISO 639-1 code and probability.

    Upper-case text is lowered first: the model learned from ordinary text.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < _LETTERS_AT_LEAST:
        return UNDETERMINED
    upper = sum(map(str.isupper, sample))
    if upper > 0.6 * letters:
        sample = sample.lower()
    code, probability = _identifier().classify(sample)
    return Language(str(code), round(float(probability), 4))


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)  # type: ignore[no-untyped-call]
