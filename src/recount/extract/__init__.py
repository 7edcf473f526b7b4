"""Extract: what a document names, and which words belong to which incident."""

from __future__ import annotations

from collections.abc import Callable

from recount.extract.base import Extractor
from recount.extract.rules.extractor import RulesExtractor
from recount.resources.bundle import Resources

EXTRACTORS: dict[str, Callable[[Resources], Extractor]] = {"rules": RulesExtractor}
"""Every extractor by name; a new one is added here and nowhere else."""

__all__ = ["EXTRACTORS", "Extractor", "RulesExtractor"]
