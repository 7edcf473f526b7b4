"""Extract: what a document names, and which words belong to which incident."""

from __future__ import annotations

from collections.abc import Callable

from recount.extract.base import Extractor
from recount.extract.rules.extractor import RulesExtractor
from recount.resources.bundle import Resources


def _learned(resources: Resources) -> Extractor:
    # Loading the encoder takes some tenths of a second, which only its users need to wait.
    from recount.extract.learned.extractor import LearnedExtractor

    return LearnedExtractor(resources)


EXTRACTORS: dict[str, Callable[[Resources], Extractor]] = {
    "learned": _learned,
    "rules": RulesExtractor,
}
"""Every extractor by name; a new one is added here and nowhere else."""

DEFAULT = "learned"
"""The extractor of a build that names none."""

__all__ = ["DEFAULT", "EXTRACTORS", "Extractor", "RulesExtractor"]
